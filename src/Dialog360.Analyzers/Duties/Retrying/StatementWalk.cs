using System.Collections.Immutable;
using Dialog360.Analyzers.Answers;
using Dialog360.Analyzers.Program;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Duties.Retrying;

/// <summary>Follows statements from the send on, under the assumption of one outcome.</summary>
internal sealed class StatementWalk
{
    private readonly RetryRegion _region;
    private readonly ProgramModel _program;
    private readonly OutcomeConditions _conditions;
    private readonly StraightSteps _steps;
    private bool _isSent;

    /// <summary>Prepares a walk.</summary>
    public StatementWalk(RetryRegion region, ProgramModel program, OutcomeConditions conditions)
    {
        _region = region;
        _program = program;
        _conditions = conditions;
        _steps = new StraightSteps(region, conditions);
    }

    /// <summary>The last condition that held for the outcome and led to another attempt, or null.</summary>
    public IOperation? Cause { get; set; }

    /// <summary>The last <c>catch</c> that took the failure, or null.</summary>
    public ICatchClauseOperation? Caught { get; private set; }

    /// <summary>Whether the send stands in an operation.</summary>
    public bool Holds(IOperation operation) => operation.Syntax.SyntaxTree == _region.Send.Syntax.SyntaxTree && operation.Syntax.Span.Contains(_region.Send.Syntax.Span);

    /// <summary>Where the code goes after a statement.</summary>
    public Flow Run(IOperation? operation)
    {
        switch (operation)
        {
            case null:
                return Flow.Next;
            case IBlockOperation block:
                return Run(block.Operations);
            case IConditionalOperation choice:
                return Run(choice);
            case ISwitchOperation choice:
                return Run(choice);
            case ITryOperation attempt:
                return Run(attempt);
            case IUsingOperation use:
                return Holds(use.Resources) ? Run(use.Resources) | Run(use.Body) : Run(use.Body);
            case ILockOperation locked:
                return Run(locked.Body);
            case ILabeledOperation labeled:
                return Run(labeled.Operation);
            case IBranchOperation branch:
                return branch.BranchKind switch { BranchKind.Break => Flow.Break, BranchKind.Continue => Flow.Continue, _ => _region.IsAgain(branch) ? Flow.Again : Flow.Unknown };
            case IReturnOperation { ReturnedValue: { } value }:
                Flow left = Simple(value);
                return (left & Flow.Next) != 0 ? (left & ~Flow.Next) | Flow.Leave : left;
            case IReturnOperation:
                return Flow.Leave;
            case IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation }:
                return Flow.Leave;
            case ILoopOperation inner:
                return inner.Descendants().Any(static part => part is IReturnOperation or IThrowOperation or IInvocationOperation { TargetMethod.Name: "EnsureSuccessStatusCode" }) ? Flow.Unknown : Flow.Next;
            case ILocalFunctionOperation:
                return Flow.Next;
            case IMethodBodyOperation method:
                return Run(method.BlockBody ?? method.ExpressionBody);
            case IAnonymousFunctionOperation lambda:
                return Run(lambda.Body);
            default:
                return Simple(operation);
        }
    }

    private Flow Run(ImmutableArray<IOperation> statements)
    {
        Flow result = Flow.None;
        foreach (IOperation statement in statements)
        {
            if (!_isSent && !Holds(statement))
            {
                // What stands before the send says nothing of its outcome, but flags may be reset there.
                _conditions.SetFlags(statement);
                continue;
            }

            Flow flow = Run(statement);
            result |= flow & ~Flow.Next;
            if ((flow & Flow.Next) == 0)
            {
                return result;
            }
        }

        return result | Flow.Next;
    }

    private Flow Run(IConditionalOperation choice)
    {
        if (!_isSent && !Holds(choice.Condition))
        {
            return Holds(choice.WhenTrue) ? Run(choice.WhenTrue) : Run(choice.WhenFalse);
        }

        Flow before = Holds(choice.Condition) ? Simple(choice.Condition) : Flow.Next;
        if ((before & Flow.Next) == 0)
        {
            return before;
        }

        Verdict verdict = _conditions.Of(choice.Condition);
        switch (verdict)
        {
            case Verdict.True:
                Flow taken = Run(choice.WhenTrue);
                if ((taken & (Flow.Continue | Flow.Again)) != 0 || Waits(choice.WhenTrue))
                {
                    Cause = choice.Condition;
                }

                return taken;
            case Verdict.False:
                return Run(choice.WhenFalse);
            default:
                Dictionary<ISymbol, Verdict> start = _conditions.Flags.Fork();
                Flow one = Run(choice.WhenTrue);
                if (verdict == Verdict.Either && (one & (Flow.Continue | Flow.Again)) != 0 && OutcomeDependence.IsAboutOutcome(choice.Condition, _program))
                {
                    Cause = choice.Condition;
                }

                Dictionary<ISymbol, Verdict> first = _conditions.Flags.Fork(start);
                Flow other = Run(choice.WhenFalse);
                _conditions.Flags.Merge(first, verdict);
                return verdict == Verdict.Unknown && one != other ? one | other | Flow.Unknown : one | other;
        }
    }

    private static bool Waits(IOperation operation) => operation.Descendants().Any(static part => part is IInvocationOperation { TargetMethod.Name: "Delay" or "Sleep" });

    private Flow Run(ISwitchOperation choice)
    {
        Flow result = Flow.None;
        bool isCertain = false;
        ISwitchCaseOperation? otherwise = null;
        foreach (ISwitchCaseOperation section in choice.Cases)
        {
            foreach (ICaseClauseOperation clause in section.Clauses)
            {
                if (clause is IDefaultCaseClauseOperation)
                {
                    otherwise = section;
                    continue;
                }

                Verdict verdict = _conditions.Matching(choice.Value, clause);
                if (verdict == Verdict.True)
                {
                    isCertain = true;
                    result |= Run(section.Body);
                    break;
                }

                result |= verdict == Verdict.Unknown ? Flow.Unknown : Flow.None;
            }

            if (isCertain)
            {
                break;
            }
        }

        result |= isCertain ? Flow.None : otherwise is null ? Flow.Next : Run(otherwise.Body);
        return (result & Flow.Break) != 0 ? (result & ~Flow.Break) | Flow.Next : result;
    }

    private Flow Run(ITryOperation attempt)
    {
        if (!_isSent && !Holds(attempt.Body))
        {
            return attempt.Finally is { } last && Holds(last) ? Run(last) : Flow.Unknown;
        }

        Flow flow = Run(attempt.Body);
        if ((flow & Flow.Throw) == 0)
        {
            return flow;
        }

        foreach (ICatchClauseOperation clause in attempt.Catches)
        {
            if (!_region.Failure.IsCaughtBy(clause.ExceptionType))
            {
                continue;
            }

            Verdict filter = clause.Filter is { } condition ? _conditions.Of(condition) : Verdict.True;
            if (filter == Verdict.False)
            {
                continue;
            }

            Caught = clause;
            Cause = clause.Filter is { } decisive && OutcomeDependence.IsAboutOutcome(decisive, _program) ? decisive : Cause;
            Flow handled = Run(clause.Handler);
            return (flow & ~Flow.Throw) | handled | (filter == Verdict.Unknown ? Flow.Unknown : Flow.None);
        }

        return flow;
    }

    private Flow Simple(IOperation statement)
    {
        bool holdsSend = !_isSent && Holds(statement);
        _isSent |= holdsSend;
        return _steps.Run(statement, holdsSend);
    }
}
