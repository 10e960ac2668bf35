using System.Collections.Immutable;
using Dialog360.Analyzers.Duties.Engine;
using Dialog360.Analyzers.Duties.Session;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Sending;
using Dialog360.Analyzers.Sending.Reach;

namespace Dialog360.Analyzers.Rules.Sending;

/// <summary>DLG0201: a free-form message goes to somebody of whom nobody asked whether the 24-hour session is open.</summary>
internal sealed class SessionNotChecked : ProgramRule
{
    /// <summary>Creates the rule.</summary>
    public SessionNotChecked()
        : base("DLG0201")
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(BodyModel body, SendingOptions options, CancellationToken cancellationToken)
    {
        SendEngine engine = SendEngines.Of(
            body.Program,
            Id,
            options,
            (owner, resolver) => new SessionPolicy(resolver, options, call => owner.Sends(call, resolver.CancellationToken)));
        HashSet<int> seen = new();
        foreach (SendSite site in engine.WrongSends(body, cancellationToken))
        {
            if (seen.Add(site.Name.Span.Start))
            {
                yield return new Finding(this, site.Name, ImmutableArray.Create(site.Picture?.Type ?? "free-form")) { Message = site.Picture, Detail = site };
            }
        }
    }
}
