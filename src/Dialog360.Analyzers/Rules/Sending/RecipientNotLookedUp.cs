using System.Collections.Immutable;
using Dialog360.Analyzers.Duties.Contacts;
using Dialog360.Analyzers.Duties.Engine;
using Dialog360.Analyzers.Sending;
using Dialog360.Analyzers.Sending.Reach;

namespace Dialog360.Analyzers.Rules.Sending;

/// <summary>DLG0202: an on-premises message goes to a number that was not looked up through the contacts endpoint.</summary>
internal sealed class RecipientNotLookedUp : DutyRule
{
    /// <summary>Creates the rule.</summary>
    public RecipientNotLookedUp()
        : base("DLG0202")
    {
    }

    /// <inheritdoc/>
    protected override SendEngine? EngineFor(BodyScope scope, SendingOptions options) =>
        options.RequiresLookup ? SendEngines.Of(scope.File.Program, Id, options, (_, resolver) => new ContactPolicy(resolver, options)) : null;

    /// <inheritdoc/>
    protected override Finding FindingAt(SendSite site, SendingOptions options) =>
        new(this, site.Name, ImmutableArray<string>.Empty) { Message = site.Picture, Detail = new LookUpDetail(site, options) };
}

/// <summary>What the fix of DLG0202 needs to know.</summary>
/// <param name="Site">The send.</param>
/// <param name="Options">The options at its file.</param>
internal sealed record LookUpDetail(SendSite Site, SendingOptions Options);
