using Dialog360.Analyzers.Answers;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Duties.Retrying;

/// <summary>Tells loops that send one message until it is taken from those that send to one recipient after the other.</summary>
internal static class RetryLoop
{
    private const int FirstFailure = 400;
    private const int LastFailure = 599;

    /// <summary>Whether <paramref name="loop"/> sends the same again, and how a send ends decides when it is left.</summary>
    public static bool Is(IOperation loop, IInvocationOperation send, ValueResolver resolver)
    {
        if (loop is not ILoopOperation statement || RetryRegion.Around(send, new SendContextCalls(resolver)) is not { } region || region.Operation != loop || IsOtherEachTurn(send, statement))
        {
            return false;
        }

        bool? goesOn = new RetryWalk(region, resolver.Program, Outcome.Success, resolver.CancellationToken).Repeats();
        return CountsAttempts(loop) || goesOn switch
        {
            // It is left after a success; a failure, or what is thrown on the way to the host, must lead to another turn.
            false => CatchGoesOn(send, loop) || AnyFailureGoesOn(region, resolver),
            true => false,
            null => AnswerUse.DecidesExit(statement, send),
        };
    }

    private static bool AnyFailureGoesOn(RetryRegion region, ValueResolver resolver)
    {
        for (int status = LastFailure; status >= FirstFailure; status--)
        {
            if (new RetryWalk(region, resolver.Program, Outcome.OfStatus(status), resolver.CancellationToken).Repeats() != false)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the send takes another element of a list in each turn.</summary>
    public static bool IsOtherEachTurn(IInvocationOperation send, ILoopOperation loop)
    {
        HashSet<IOperation> seen = [];
        Queue<IOperation> pending = new();
        pending.Enqueue(send);
        while (pending.Count > 0)
        {
            foreach (IOperation part in pending.Dequeue().DescendantsAndSelf())
            {
                if (!seen.Add(part))
                {
                    continue;
                }

                if (part is ILocalReferenceOperation { Local: var local } && LocalFacts.Of(part).InitializerOf(local) is { } initializer && loop.Syntax.Span.Contains(initializer.Syntax.Span))
                {
                    pending.Enqueue(initializer);
                }

                bool isIndexed = part is IArrayElementReferenceOperation or IPropertyReferenceOperation { Property.IsIndexer: true } or IInvocationOperation { TargetMethod.Name: "ElementAt" };
                if (isIndexed && part.Descendants().Any(index => index is ILocalReferenceOperation { Local: var counter } && LocalFacts.Of(index).References(counter).Any(reference => LocalFacts.IsWrite(reference) && loop.Syntax.Span.Contains(reference.Syntax.Span))))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether a <c>catch</c> around the send lets the loop go on.</summary>
    private static bool CatchGoesOn(IOperation send, IOperation loop)
    {
        for (IOperation? current = send; current is not null && current != loop; current = current.Parent)
        {
            if (current.Parent is ITryOperation attempt && attempt.Body == current)
            {
                foreach (ICatchClauseOperation clause in attempt.Catches)
                {
                    if (clause.Handler.Operations is not [.., IReturnOperation or IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation } or IBranchOperation { BranchKind: BranchKind.Break }])
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    /// <summary><c>for (int attempt = 0; ...)</c>: what counts attempts sends one message again.</summary>
    private static bool CountsAttempts(IOperation loop) =>
        loop is IForLoopOperation or IWhileLoopOperation && loop.DescendantsAndSelf().Any(static part => part is ILocalReferenceOperation { Local.Name: var name } && IsAttempt(name));

    private static bool IsAttempt(string name) =>
        name.IndexOf("attempt", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("retr", StringComparison.OrdinalIgnoreCase) >= 0
        || name.IndexOf("tries", StringComparison.OrdinalIgnoreCase) >= 0;
}
