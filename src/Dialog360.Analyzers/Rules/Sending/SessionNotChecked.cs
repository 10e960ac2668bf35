using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Duties.Engine;
using Dialog360.Analyzers.Duties.Session;
using Dialog360.Analyzers.Program;
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
    protected override SendEngine? EngineFor(BodyScope scope, SendingOptions options) => EngineOf(scope.File.Program, options);

    /// <inheritdoc/>
    protected override Finding FindingAt(SendSite site, SendingOptions options) =>
        new(this, site.Name, ImmutableArray.Create(site.Picture?.Type ?? "free-form", ErrorOf(site.Generation == ApiGeneration.Unknown ? options.Api : site.Generation))) { Message = site.Picture, Detail = site };

    /// <summary>The engine that follows free-form sends, which DLG0206 asks too.</summary>
    public static SendEngine EngineOf(ProgramModel program, SendingOptions options) =>
        SendEngines.Of(program, "DLG0201", options, (owner, resolver) => new SessionPolicy(resolver, options, call => owner.Sends(call, resolver.CancellationToken)));

    /// <summary>The error that such a message fails with: that of its generation, both where it is not known.</summary>
    private static string ErrorOf(ApiGeneration generation) => generation switch
    {
        ApiGeneration.Cloud => CodeOf("cloud"),
        ApiGeneration.OnPremises => CodeOf("on-premises"),
        _ => $"{CodeOf("cloud")} (on-premises API: {CodeOf("on-premises")})",
    };

    private static string CodeOf(string api) => ErrorCatalog.Current.PreventedBy("DLG0201").First(error => error.Api == api).Code.ToString();
}
