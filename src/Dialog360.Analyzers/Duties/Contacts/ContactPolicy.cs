using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Duties.Engine;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending;
using Dialog360.Analyzers.Sending.Reach;
using Dialog360.Analyzers.Webhooks;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Duties.Contacts;

/// <summary>DLG0202: on-premises sends need a recipient that the contacts endpoint knows.</summary>
internal sealed class ContactPolicy : SendPolicy
{
    private readonly LookupFacts _lookups;
    private readonly ReplyFacts _known;

    /// <summary>Creates the policy.</summary>
    public ContactPolicy(ValueResolver resolver, SendingOptions options)
        : base(resolver, options)
    {
        _lookups = new LookupFacts(resolver, options);
        _known = new ReplyFacts(resolver, static member => InboundShape.IsSender(member) || InboundShape.IsWaId(member), InboundShape.IsSenderName);
    }

    /// <inheritdoc/>
    public override bool IsAbout(bool isFreeForm, ApiGeneration generation) =>
        generation == ApiGeneration.OnPremises;

    /// <summary>The sandbox serves the number of its owner only: there is nobody to look up.</summary>
    public override bool IsAboutHostsOfBoth => false;

    /// <inheritdoc/>
    public override bool IsGuarded(FunctionUnit unit, SyntaxNode place) => _lookups.IsLookedUp(unit, place);

    /// <inheritdoc/>
    public override bool IsRight(SendSite site) =>
        (site.Recipient is { } recipient && _known.IsInbound(recipient, site.Path)) || IsGuarded(site.Unit, site.Call.Syntax);

    /// <inheritdoc/>
    public override bool IsDelayed(SendSite site) => false;
}
