using Dialog360.Analyzers.Payloads;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Sending.Control;

/// <summary>What one rule asks of sends: which it is about, and what makes one right.</summary>
internal abstract class SendPolicy
{
    /// <summary>Creates a policy for one thread.</summary>
    protected SendPolicy(ValueResolver resolver, SendingOptions options)
    {
        Resolver = resolver;
        Options = options;
    }

    /// <summary>Follows values.</summary>
    public ValueResolver Resolver { get; }

    /// <summary>The options.</summary>
    public SendingOptions Options { get; }

    /// <summary>Whether the rule is about that send.</summary>
    public abstract bool IsAbout(bool isFreeForm, ApiGeneration generation);

    /// <summary>Whether what happens around the place, in its function, makes sends there right, whoever the recipient is.</summary>
    public abstract bool IsGuarded(FunctionUnit unit, SyntaxNode place);

    /// <summary>Whether the send is right by itself: by what happens around it, by its recipient, or by what is done with its answer.</summary>
    public abstract bool IsRight(SendSite site);

    /// <summary>Whether the callers cannot make the send right by their recipient, only by a guard.</summary>
    public abstract bool IsDelayed(SendSite site);
}

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
    public SessionPolicy(ValueResolver resolver, SendingOptions options, Func<Microsoft.CodeAnalysis.Operations.IInvocationOperation, bool?> isFreeFormSend)
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
    public override bool IsRight(SendSite site) =>
        IsGuarded(site.Unit, site.Call.Syntax)
        || IsChosen(site.Message) || site.Makers.Any(maker => IsChosen(maker.Syntax))
        || (site.Recipient is { } recipient && ((_replies.IsInbound(recipient, site.Path) && !IsDelayed(site)) || _guards.IsElementOfGuarded(recipient)))
        || _answers.IsHandled(site);

    /// <inheritdoc/>
    public override bool IsDelayed(SendSite site) => DelayFacts.IsDelayed(site, Resolver);

    /// <summary>Whether a condition decides that this message is made, for a send that is written once.</summary>
    private bool IsChosen(SyntaxNode? message) =>
        message is not null && BodyModels.Of(Resolver.Program).Around(message, Resolver.CancellationToken) is { } body
        && body.OperationOf(message) is { } written && IsGuarded(body.UnitOf(written), message);
}
