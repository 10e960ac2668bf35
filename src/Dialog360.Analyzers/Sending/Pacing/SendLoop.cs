using Dialog360.Analyzers.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Pacing;

/// <summary>The innermost loop around a send.</summary>
/// <param name="Operation">The loop statement, or the call that runs the lambda once for each element.</param>
/// <param name="Name">What people call it.</param>
internal sealed record SendLoop(IOperation Operation, string Name)
{
    /// <summary>Collections whose elements are no recipients: inbound updates, and the parts of one message.</summary>
    private static readonly HashSet<string> OtherCollections = new(StringComparer.OrdinalIgnoreCase)
    {
        "messages", "entry", "entries", "changes", "statuses", "updates",
        "buttons", "rows", "sections", "files", "attachments", "media", "images", "documents", "components", "parameters", "parts", "chunks",
    };

    /// <summary>The loop around a call, or null.</summary>
    public static SendLoop? Around(IOperation call)
    {
        for (IOperation? current = call; current is not null; current = current.Parent)
        {
            switch (current.Parent)
            {
                case IForEachLoopOperation loop when loop.Body == current:
                    return new SendLoop(loop, "foreach loop");
                case IForLoopOperation loop when loop.Body == current:
                    return new SendLoop(loop, "for loop");
                case IWhileLoopOperation loop:
                    return new SendLoop(loop, loop.ConditionIsTop ? "while loop" : "do loop");
                case ILocalFunctionOperation:
                    return null;
                case IAnonymousFunctionOperation lambda:
                    if (CallTaking(lambda) is not { } runner)
                    {
                        return null;
                    }

                    if (NameOf(runner) is { } name)
                    {
                        return new SendLoop(runner, name);
                    }

                    if (runner.TargetMethod.Name is not ("Run" or "StartNew"))
                    {
                        return null;
                    }

                    current = runner;
                    break;
            }
        }

        return null;
    }

    /// <summary>Whether it sends to one recipient after the other, unpaced; false for retries, replies, consumers of queues and the parts of one message.</summary>
    public bool IsUnpaced(IInvocationOperation send, CancellationToken cancellationToken) =>
        !Throttles.AnyIn(Operation, cancellationToken) && !IsPacedBatch(cancellationToken) && !LeavesAfter(send) && !TakesFromQueue() && !IsOverOthers();

    private static IInvocationOperation? CallTaking(IAnonymousFunctionOperation lambda)
    {
        IOperation? current = lambda.Parent;
        while (current is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
        {
            current = current.Parent;
        }

        return (current as IArgumentOperation)?.Parent as IInvocationOperation;
    }

    private static string? NameOf(IInvocationOperation call) => call.TargetMethod switch
    {
        { Name: "ForEach" or "ForEachAsync" or "For" or "ForAsync", ContainingType.Name: "Parallel" } method => "Parallel." + method.Name,
        { Name: "ForEach" } => "ForEach",
        { Name: "Select" } when GoesToWhenAll(call) => "Select",
        _ => null,
    };

    private static bool GoesToWhenAll(IOperation tasks)
    {
        IOperation current = tasks;
        while (true)
        {
            switch (current.Parent)
            {
                case IConversionOperation or IParenthesizedOperation:
                case IInvocationOperation { TargetMethod.Name: "ToList" or "ToArray" or "AsEnumerable" }:
                    current = current.Parent;
                    break;
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "ToList" or "ToArray" } call }:
                    current = call;
                    break;
                case IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "WhenAll" or "WaitAll" } }:
                    return true;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                    return LocalFacts.Of(current).References(local).Any(static reference => IsGivenToWhenAll(reference));
                default:
                    return false;
            }
        }
    }

    private static bool IsGivenToWhenAll(IOperation reference)
    {
        IOperation? current = reference.Parent;
        while (current is IConversionOperation or IArgumentOperation)
        {
            current = current.Parent;
        }

        return current is IInvocationOperation { TargetMethod.Name: "WhenAll" or "WaitAll" };
    }

    /// <summary>A pause after each batch of a fixed size.</summary>
    private bool IsPacedBatch(CancellationToken cancellationToken)
    {
        for (IOperation? outer = Operation.Parent; outer is not null; outer = outer.Parent)
        {
            if (outer is IForEachLoopOperation { Collection: var collection } batches
                && collection.DescendantsAndSelf().Any(static part => part is IInvocationOperation { TargetMethod.Name: "Chunk" or "Batch" or "Buffer" }))
            {
                return Throttles.AnyIn(batches.Body, cancellationToken);
            }
        }

        return false;
    }

    /// <summary>Whether the loop ends once a send was a success, as retries do.</summary>
    private bool LeavesAfter(IInvocationOperation send)
    {
        foreach (IOperation operation in Operation.Descendants())
        {
            bool leaves = operation is IBranchOperation { BranchKind: BranchKind.Break } or IReturnOperation { IsImplicit: false };
            if (leaves && operation.Syntax.Span.End > send.Syntax.SpanStart && Operation is ILoopOperation)
            {
                return true;
            }
        }

        // for (int attempt = 0; ...): what counts attempts sends one message again.
        return Operation is IForLoopOperation or IWhileLoopOperation
            && Operation.DescendantsAndSelf().Any(static part => part is ILocalReferenceOperation { Local.Name: var name } && IsAttempt(name));
    }

    private static bool IsAttempt(string name) =>
        name.IndexOf("attempt", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("retr", StringComparison.OrdinalIgnoreCase) >= 0
        || name.IndexOf("tries", StringComparison.OrdinalIgnoreCase) >= 0;

    private bool TakesFromQueue()
    {
        IEnumerable<IOperation> looked = Operation switch
        {
            IForEachLoopOperation { IsAsynchronous: true } => new[] { Operation },
            IForEachLoopOperation each => each.Collection.DescendantsAndSelf(),
            IWhileLoopOperation loop => loop.Descendants(),
            _ => Array.Empty<IOperation>(),
        };
        return Operation is IForEachLoopOperation { IsAsynchronous: true } || looked.Any(static part => part is IInvocationOperation
        {
            TargetMethod.Name: "ReadAsync" or "TryRead" or "WaitToReadAsync" or "Dequeue" or "TryDequeue" or "DequeueAsync" or "Take" or "TryTake" or "TryPop" or "Pop"
                or "ReceiveAsync" or "Receive" or "ReceiveMessageAsync" or "Consume" or "GetConsumingEnumerable",
        } call && (TakesOut(call) || call.TargetMethod.Name != "Take"));
    }

    /// <summary><c>Take(n)</c> of a sequence takes no element out of a queue.</summary>
    private static bool TakesOut(IInvocationOperation call) => !call.TargetMethod.IsExtensionMethod;

    private bool IsOverOthers()
    {
        IOperation? collection = Operation switch
        {
            IForEachLoopOperation each => each.Collection,
            IInvocationOperation call => Names.ReceiverOf(call) ?? Names.ArgumentAt(call, 0)?.Value,
            _ => null,
        };
        while (collection is not null)
        {
            switch (ValueResolver.Strip(collection))
            {
                case IMemberReferenceOperation member:
                    return OtherCollections.Contains(member.Member.Name);
                case ILocalReferenceOperation local:
                    return OtherCollections.Contains(local.Local.Name);
                case IParameterReferenceOperation parameter:
                    return OtherCollections.Contains(parameter.Parameter.Name);
                case IInvocationOperation call:
                    collection = Names.ReceiverOf(call);
                    break;
                case ICoalesceOperation coalesce:
                    collection = coalesce.Value;
                    break;
                default:
                    return false;
            }
        }

        return false;
    }
}
