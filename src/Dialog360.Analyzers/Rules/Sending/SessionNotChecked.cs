using System.Collections.Immutable;
using Dialog360.Analyzers.Duties.Engine;
using Dialog360.Analyzers.Duties.Session;
using Dialog360.Analyzers.Sending;
using Dialog360.Analyzers.Sending.Reach;

namespace Dialog360.Analyzers.Rules.Sending;

/// <summary>DLG0201: a free-form message goes to somebody of whom nobody asked whether the 24-hour session is open.</summary>
internal sealed class SessionNotChecked : DutyRule
{
    /// <summary>Creates the rule.</summary>
    public SessionNotChecked()
        : base("DLG0201")
    {
    }

    /// <inheritdoc/>
    protected override SendEngine? EngineFor(BodyScope scope, SendingOptions options) => SendEngines.Of(
        scope.File.Program,
        Id,
        options,
        (owner, resolver) => new SessionPolicy(resolver, options, call => owner.Sends(call, resolver.CancellationToken)));

    /// <inheritdoc/>
    protected override Finding FindingAt(SendSite site, SendingOptions options) =>
        new(this, site.Name, ImmutableArray.Create(site.Picture?.Type ?? "free-form")) { Message = site.Picture, Detail = site };
}
