using System.Collections.Immutable;
using Dialog360.Analyzers.Duties.Contacts;
using Dialog360.Analyzers.Duties.Engine;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Sending;
using Dialog360.Analyzers.Sending.Reach;

namespace Dialog360.Analyzers.Rules.Sending;

/// <summary>DLG0202: an on-premises message goes to a number that was not looked up through the contacts endpoint.</summary>
internal sealed class RecipientNotLookedUp : ProgramRule
{
    /// <summary>Creates the rule.</summary>
    public RecipientNotLookedUp()
        : base("DLG0202")
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(BodyModel body, SendingOptions options, CancellationToken cancellationToken)
    {
        if (!options.RequiresLookup)
        {
            yield break;
        }

        SendEngine engine = SendEngines.Of(body.Program, Id, options, (_, resolver) => new ContactPolicy(resolver, options));
        HashSet<int> seen = new();
        foreach (SendSite site in engine.WrongSends(body, cancellationToken))
        {
            if (seen.Add(site.Name.Span.Start))
            {
                yield return new Finding(this, site.Name, ImmutableArray<string>.Empty) { Message = site.Picture, Detail = new LookUpDetail(site, options) };
            }
        }
    }
}

/// <summary>What the fix of DLG0202 needs to know.</summary>
/// <param name="Site">The send.</param>
/// <param name="Options">The options at its file.</param>
internal sealed record LookUpDetail(SendSite Site, SendingOptions Options);
