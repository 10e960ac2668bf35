using System.Collections.Immutable;
using Dialog360.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Retrying;

/// <summary>Goes through the body of a loop, or of a method that calls itself, from the send on, under the assumption of one outcome.</summary>
internal sealed class RetryWalk
{
    /// <summary>Calls that change what makes a message fail.</summary>
    private static readonly string[] Repairs = ["Refresh", "Renew", "Rotate", "Reload", "Lookup", "LookUp", "CheckContact", "VerifyContact", "Register", "Login", "Authenticate", "Fix", "Repair"];

    private readonly RetryRegion _region;
    private readonly ProgramModel _program;
    private readonly OutcomeConditions _conditions;
    private bool _isSent;

    /// <summary>Prepares a walk.</summary>
    public RetryWalk(RetryRegion region, ProgramModel program, Outcome outcome, CancellationToken cancellationToken)
    {
        _region = region;
        _program = program;
        _conditions = new OutcomeConditions(program, outcome, cancellationToken);
    }

    /// <summary>The judge of the conditions.</summary>
    public OutcomeConditions Conditions => _conditions;

    /// <summary>The last condition that held for the outcome and led to another attempt, or null.</summary>
    public IOperation? Cause { get; private set; }

    /// <summary>The last <c>catch</c> that took the failure, or null.</summary>
    public ICatchClauseOperation? Caught { get; private set; }

    /// <summary>Whether the message is sent again unchanged: true or false where it is certain, else null.</summary>
    public bool? Repeats()
    {
        Flow flow;
        if (_region.Operation is not ILoopOperation loop)
        {
            flow = Run(_region.Body);
            return (flow & Flow.Unknown) != 0 ? null : (flow & Flow.Again) != 0;
        }

        IOperation? condition = ConditionOf(loop);
        if (condition is not null && Holds(condition))
        {
            // while (!await TrySendAsync()): the send is the condition.
            _isSent = true;
            return Decide(condition, Flow.Next);
        }

        flow = Run(_region.Body);
        if ((flow & Flow.Unknown) != 0)
        {
            return null;
        }

        if ((flow & Flow.Again) != 0)
        {
            return true;
        }

        bool comesRound = (flow & (Flow.Next | Flow.Continue)) != 0;
        return !comesRound ? false : condition is null ? true : Decide(condition, flow);
    }

    private static IOperation? ConditionOf(ILoopOperation loop) => loop switch
    {
        IWhileLoopOperation { Condition: { } condition } => condition,
        IForLoopOperation { Condition: { } condition } => condition,
        _ => null,
    };

    private bool? Decide(IOperation condition, Flow flow)
    {
        Verdict verdict = _conditions.Of(condition);
        if (verdict is Verdict.True or Verdict.Either && condition.ConstantValue is { HasValue: false } && flow != Flow.None && IsAboutOutcome(condition))
        {
            Cause = condition;
        }

        return verdict switch
        {
            Verdict.False => false,
            Verdict.Unknown => null,
            _ => true,
        };
    }

    /// <summary>Whether a success changes the condition.</summary>
    private bool IsAboutOutcome(IOperation condition)
    {
        foreach (Verdict start in new[] { Verdict.False, Verdict.True })
        {
            OutcomeConditions success = new(_program, Outcome.Success, default);
            foreach (IOperation part in condition.DescendantsAndSelf())
            {
                if (part is ILocalReferenceOperation { Local: { Type.SpecialType: SpecialType.System_Boolean } flag })
                {
                    success.Flags[flag] = start;
                }
            }

            if (success.Of(condition) == Verdict.False)
            {
                return true;
            }
        }

        return false;
    }

    private bool Holds(IOperation operation) => operation.Syntax.SyntaxTree == _region.Send.Syntax.SyntaxTree && operation.Syntax.Span.Contains(_region.Send.Syntax.Span);

    private Flow Run(IOperation? operation)
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
                return branch.BranchKind switch { BranchKind.Break => Flow.Break, BranchKind.Continue => Flow.Continue, _ => Flow.Unknown };
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
                SetFlags(statement);
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
                Dictionary<ISymbol, Verdict> start = _conditions.Fork();
                Flow one = Run(choice.WhenTrue);
                if (verdict == Verdict.Either && (one & (Flow.Continue | Flow.Again)) != 0 && IsAboutOutcome(choice.Condition))
                {
                    Cause = choice.Condition;
                }

                Dictionary<ISymbol, Verdict> first = _conditions.Fork(start);
                Flow other = Run(choice.WhenFalse);
                _conditions.Merge(first, _conditions.Flags, verdict);
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

                Verdict verdict = clause switch
                {
                    ISingleValueCaseClauseOperation single => _conditions.Equal(choice.Value, single.Value, clause.Syntax),
                    IPatternCaseClauseOperation { Guard: null } pattern => _conditions.Matching(choice.Value, pattern.Pattern),
                    _ => Verdict.Unknown,
                };
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
            Cause = clause.Filter is { } decisive && IsAboutOutcome(decisive) ? decisive : Cause;
            Flow handled = Run(clause.Handler);
            return (flow & ~Flow.Throw) | handled | (filter == Verdict.Unknown ? Flow.Unknown : Flow.None);
        }

        return flow;
    }

    /// <summary>A statement or an expression without branches of its own.</summary>
    private Flow Simple(IOperation statement)
    {
        bool holdsSend = !_isSent && Holds(statement);
        _isSent |= holdsSend;
        SetFlags(statement);
        if (!_conditions.Outcome.IsSuccess && ((holdsSend && _region.Failure.IsThrownBySend) || Ensures(statement)))
        {
            return Flow.Throw;
        }

        foreach (IOperation part in statement.DescendantsAndSelf())
        {
            if (part is IInvocationOperation call && part != _region.Send)
            {
                if (_region.IsAgain(call))
                {
                    return Flow.Again;
                }

                if (Array.Exists(Repairs, word => call.TargetMethod.Name.IndexOf(word, StringComparison.Ordinal) >= 0))
                {
                    return Flow.Unknown;
                }
            }

            if (!holdsSend && part is IAssignmentOperation { Target: { } target } && _region.IsSent(target))
            {
                // Another message goes out then.
                return Flow.Unknown;
            }
        }

        return Flow.Next;
    }

    private static bool Ensures(IOperation statement)
    {
        foreach (IOperation part in statement.DescendantsAndSelf())
        {
            if (part is IInvocationOperation { TargetMethod.Name: "EnsureSuccessStatusCode" or "ThrowIfError" or "EnsureSuccess" })
            {
                return true;
            }
        }

        return false;
    }

    private void SetFlags(IOperation statement)
    {
        foreach (IOperation part in statement.DescendantsAndSelf())
        {
            switch (part)
            {
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: { Type.SpecialType: SpecialType.System_Boolean } local }, Value: var value }:
                    _conditions.Flags[local] = _conditions.Of(value);
                    break;
                case IVariableDeclaratorOperation { Symbol: { Type.SpecialType: SpecialType.System_Boolean } declared, Initializer.Value: var initial }:
                    _conditions.Flags[declared] = _conditions.Of(initial);
                    break;
            }
        }
    }
}
