using Dialog360.Analyzers.Answers;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Duties.Engine;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending;
using Dialog360.Analyzers.Sending.Reach;
using Dialog360.Analyzers.Webhooks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Duties.Session;

/// <summary>DLG0201: free-form messages need an open session.</summary>
internal sealed class SessionPolicy : SendPolicy
{
    private readonly SessionGuards _guards;
    private readonly ReplyFacts _replies;
    private readonly AnswerFacts _answers;

    /// <summary>Creates the policy.</summary>
    /// <param name="resolver">Follows values.</param>
    /// <param name="options">The options.</param>
    /// <param name="isFreeFormSend">Whether a call sends a free-form message (true), a template (false), or nothing (null).</param>
    public SessionPolicy(ValueResolver resolver, SendingOptions options, Func<IInvocationOperation, bool?> isFreeFormSend)
        : base(resolver, options)
    {
        _guards = new SessionGuards(resolver, options);
        _replies = new ReplyFacts(resolver);
        _answers = new AnswerFacts(resolver, isFreeFormSend);
    }

    /// <inheritdoc/>
    public override bool IsAbout(bool isFreeForm, ApiGeneration generation) => isFreeForm;

    /// <inheritdoc/>
    public override bool IsGuarded(FunctionUnit unit, SyntaxNode place) => _guards.IsGuarded(unit, place);

    /// <inheritdoc/>
    public override bool IsCheckedCall(SourceCall call) =>
        (call.Call is IInvocationOperation { TargetMethod: var called } && Options.IsSessionCheck(called)) || call.Targets.Any(Options.IsSessionCheck);

    /// <inheritdoc/>
    public override bool IsRight(SendSite site) =>
        IsGuarded(site.Unit, site.Call.Syntax)
        || IsChosen(site.Message) || site.Makers.Any(maker => IsChosen(maker.Syntax))
        || (site.Recipient is { } recipient && ((_replies.IsInbound(recipient, site.Path) && !IsDelayed(site)) || _guards.IsElementOfGuarded(recipient)))
        || (site.Quoted is { } quoted && QuotedMessages.IsReceived(quoted, Resolver) && !IsDelayed(site))
        || _answers.IsHandled(site);

    /// <inheritdoc/>
    public override bool IsDelayed(SendSite site) => DelayFacts.IsDelayed(site, Resolver);

    /// <summary>
    /// Whether a condition decides that this message is made, for a send that is written once. What a field begins with, the empty message of a builder, is
    /// made whatever is sent.
    /// </summary>
    private bool IsChosen(SyntaxNode? message) =>
        message is not null && BodyModels.Of(Resolver.Program).Around(message, Resolver.CancellationToken) is { } body
        && body.Root is not ISymbolInitializerOperation && body.OperationOf(message) is { } written && IsGuarded(body.UnitOf(written), message);
}
