using System.Collections.Immutable;
using Dialog360.Analyzers.Sending;
using Dialog360.Analyzers.Sending.Control;
using Dialog360.Analyzers.Sending.Pacing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Rules;

/// <summary>DLG0203: messages are sent in a loop without a throttle.</summary>
internal sealed class UnpacedLoop : SendRule
{
    /// <summary>Creates the rule.</summary>
    public UnpacedLoop()
        : base("DLG0203")
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(SendContext context)
    {
        ReplyFacts replies = new(context.Resolver);
        foreach (IInvocationOperation send in LoopedCalls(context))
        {
            if (!IsReply(send, replies) && SendLoop.Around(send) is { } loop && loop.IsUnpaced(send, context.Resolver.CancellationToken))
            {
                yield return new Finding(this, InvokedName.Of(send), ImmutableArray.Create(loop.Name)) { Detail = loop };
            }
        }
    }

    /// <summary>A loop over inbound messages that answers each is paced by those who write them.</summary>
    private static bool IsReply(IInvocationOperation send, ReplyFacts replies)
    {
        foreach (IArgumentOperation argument in send.Arguments)
        {
            if (replies.IsInbound(argument.Value, ImmutableArray<ISymbol>.Empty))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<IInvocationOperation> LoopedCalls(SendContext context) =>
        HasLoop(context) ? SendReach.Of(context.Resolver.Program).SendsIn(context.Root, context.Reader) : Array.Empty<IInvocationOperation>();

    /// <summary>Most bodies have none; then nobody follows their calls.</summary>
    private static bool HasLoop(SendContext context)
    {
        foreach (IOperation operation in context.Root.DescendantsAndSelf())
        {
            if (operation is ILoopOperation or IInvocationOperation { TargetMethod.Name: "Select" or "ForEach" or "ForEachAsync" or "For" or "ForAsync" })
            {
                return true;
            }
        }

        return false;
    }
}
