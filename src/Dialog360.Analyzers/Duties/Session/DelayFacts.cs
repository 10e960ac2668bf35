using Dialog360.Analyzers.Program.Flow;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Reach;
using Dialog360.Analyzers.Sending.Time;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Duties.Session;

/// <summary>Tells whether a send waits so long that what was a reply when it was asked for no longer is one.</summary>
internal static class DelayFacts
{
    private const double LongHours = 20;

    /// <summary>
    /// Whether the call is made again and again by a loop that waits between its turns, or after a known wait of most of a day, or by a job
    /// that is scheduled for such a time.
    /// </summary>
    public static bool IsDelayed(SendSite site, ValueResolver resolver)
    {
        TimeReader times = new(resolver);
        for (IOperation? operation = site.Call; operation is not null; operation = operation.Parent)
        {
            switch (operation)
            {
                case ILoopOperation when IsEndless(operation) && Waits(operation) && !LeavesAfter(operation, site.Call) && !IsMadeIn(operation, site.Recipient):
                    return true;
                case IAnonymousFunctionOperation when IsScheduledLate(operation, times):
                    return true;
            }
        }

        foreach (IOperation operation in SourceBodies.OperationsOf(site.Unit))
        {
            if (operation is IInvocationOperation { TargetMethod: { Name: "Delay" or "Sleep", ContainingType.Name: "Task" or "Thread" }, Arguments: [{ Value: var span }, ..] } wait
                && IsLong(span, times) && FlowGraphs.Of(site.Unit, resolver.CancellationToken)?.MustPass(wait.Syntax, site.Call.Syntax) == true)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a loop goes on until somebody stops it, rather than for so many turns or elements.</summary>
    private static bool IsEndless(IOperation loop) => loop switch
    {
        IWhileLoopOperation { Condition: { } condition } => !condition.DescendantsAndSelf().Any(static part => part is IBinaryOperation
        {
            OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual,
            LeftOperand.Type.SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64,
        }),
        IForLoopOperation { Condition: var condition } => condition is null,
        _ => false,
    };

    private static bool Waits(IOperation loop)
    {
        foreach (IOperation operation in loop.Descendants())
        {
            if (operation is IInvocationOperation { TargetMethod: { Name: "Delay" or "Sleep" or "WaitForNextTickAsync", ContainingType.Name: "Task" or "Thread" or "PeriodicTimer" } })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the loop is one of retries: once the call has been made it is left.</summary>
    private static bool LeavesAfter(IOperation loop, IOperation call)
    {
        foreach (IOperation operation in loop.Descendants())
        {
            if (operation is IReturnOperation or IBranchOperation { BranchKind: BranchKind.Break } && operation.Syntax.SpanStart >= call.Syntax.SpanStart)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the recipient is found anew in each turn.</summary>
    private static bool IsMadeIn(IOperation loop, IOperation? recipient)
    {
        foreach (IOperation part in recipient?.DescendantsAndSelf() ?? Enumerable.Empty<IOperation>())
        {
            if (part is ILocalReferenceOperation { Local.DeclaringSyntaxReferences: [{ } declared] } && loop.Syntax.Span.Contains(declared.Span))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsScheduledLate(IOperation lambda, TimeReader times)
    {
        IOperation? parent = lambda.Parent;
        while (parent is IConversionOperation or IDelegateCreationOperation or IArgumentOperation)
        {
            parent = parent.Parent;
        }

        if (parent is IInvocationOperation call)
        {
            foreach (IArgumentOperation argument in call.Arguments)
            {
                if (IsLong(argument.Value, times))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsLong(IOperation value, TimeReader times) =>
        times.Read(value) is { Time: 0 } span && (span.Now is 0 or 1) && (span.Raw is { } milliseconds ? milliseconds / 3600000 >= LongHours && value.Type?.SpecialType is SpecialType.System_Int32 : span.Hours >= LongHours);
}
