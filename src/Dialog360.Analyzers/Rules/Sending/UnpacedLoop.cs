using System.Collections.Immutable;
using Dialog360.Analyzers.Duties.Looping;
using Dialog360.Analyzers.Duties.Pacing;
using Dialog360.Analyzers.Duties.Retrying;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Rules.Sending;

/// <summary>DLG0203: messages are sent in a loop without a throttle.</summary>
internal sealed class UnpacedLoop : Rule<BodyScope>
{
    /// <summary>Creates the rule.</summary>
    public UnpacedLoop()
        : base("DLG0203")
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(BodyScope context)
    {
        AnsweringSends replies = new(context.Resolver);
        foreach (IInvocationOperation send in LoopedCalls(context))
        {
            if (!replies.Contain(send) && LoopAround(send, context.Resolver) is { } loop && !LoopPurpose.IsOther(loop, send, context.Resolver) && !LoopPace.IsPaced(loop, context.Resolver))
            {
                yield return new Finding(this, InvokedName.Of(send), ImmutableArray.Create(loop.Name)) { Detail = loop };
            }
        }

        foreach (IMethodReferenceOperation group in HasLoop(context) ? UnpacedSends.Of(context.Resolver.Program).GroupsIn(context.Root, context.Reader) : [])
        {
            if (SendLoop.Running(group) is { Operation: IInvocationOperation runner } loop && !LoopPurpose.IsOther(loop, runner, context.Resolver) && !LoopPace.IsPaced(loop, context.Resolver))
            {
                yield return new Finding(this, InvokedName.Of(group), ImmutableArray.Create(loop.Name)) { Detail = loop };
            }
        }
    }

    /// <summary>The innermost loop that does not only send again what failed.</summary>
    private static SendLoop? LoopAround(IInvocationOperation send, ValueResolver resolver)
    {
        SendLoop? loop = SendLoop.Around(send, resolver);
        while (loop is not null && RetryLoop.Is(loop.Operation, send, resolver))
        {
            loop = SendLoop.Around(loop.Operation, resolver);
        }

        return loop;
    }

    private static IEnumerable<IInvocationOperation> LoopedCalls(BodyScope context) =>
        HasLoop(context) ? UnpacedSends.Of(context.Resolver.Program).SendsIn(context.Root, context.Reader) : Array.Empty<IInvocationOperation>();

    /// <summary>Most bodies have none; then nobody follows their calls.</summary>
    private static bool HasLoop(BodyScope context)
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
