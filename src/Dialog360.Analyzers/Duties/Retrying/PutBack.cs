using Dialog360.Analyzers.Answers;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Duties.Retrying;

/// <summary>A worker that puts a message back into the queue that it took it from: another attempt, as in a loop. A queue of its own for failed messages is none.</summary>
internal static class PutBack
{
    /// <summary>The turn of a loop that takes items out of a queue, sends them and puts some of them back; null for any other loop.</summary>
    public static RetryRegion? Around(ILoopOperation loop, IInvocationOperation send, SendContextCalls calls)
    {
        if (QueueOf(loop) is not { } queue)
        {
            return null;
        }

        HashSet<ISymbol> sent = RetryRegion.SentBy(send);
        return loop.Body.Descendants().Any(part => part is IInvocationOperation call && IsInto(call, queue, sent))
            ? new RetryRegion(loop.Body, loop.Body, send, SendFailure.Of(send, calls)) { Queue = queue }
            : null;
    }

    /// <summary>Whether a call puts something that was sent, or a copy of it, into a queue.</summary>
    public static bool IsInto(IInvocationOperation call, ISymbol queue, HashSet<ISymbol> sent) =>
        QueueNames.Puts.Contains(call.TargetMethod.Name)
        && SymbolEqualityComparer.Default.Equals(HolderOf(call), queue)
        && call.Arguments.Any(argument => argument.Value.DescendantsAndSelf().Any(part => part switch
        {
            ILocalReferenceOperation local => sent.Contains(local.Local),
            IParameterReferenceOperation parameter => sent.Contains(parameter.Parameter),
            _ => false,
        }));

    private static ISymbol? QueueOf(ILoopOperation loop)
    {
        IEnumerable<IOperation> parts = loop is IForEachLoopOperation each ? each.Collection.DescendantsAndSelf() : loop.Descendants();
        foreach (IOperation part in parts)
        {
            if (part is IInvocationOperation call && QueueNames.Takes.Contains(call.TargetMethod.Name) && HolderOf(call) is { } queue)
            {
                return queue;
            }
        }

        return null;
    }

    /// <summary>The variable or member at the beginning of <c>channel.Reader.ReadAllAsync()</c>.</summary>
    private static ISymbol? HolderOf(IOperation operation)
    {
        for (IOperation? current = OperationNames.InstanceOf(operation); current is not null; current = OperationNames.InstanceOf(current))
        {
            current = ValueResolver.Strip(current);
            switch (current)
            {
                case ILocalReferenceOperation local:
                    return local.Local;
                case IParameterReferenceOperation parameter:
                    return parameter.Parameter;
                case IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation } member:
                    return member.Member;
            }
        }

        return null;
    }
}
