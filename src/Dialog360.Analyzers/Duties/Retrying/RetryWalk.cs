using Dialog360.Analyzers.Answers;
using Dialog360.Analyzers.Program;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Duties.Retrying;

/// <summary>Goes through the body of a loop, or of a method that calls itself, from the send on, under the assumption of one outcome.</summary>
internal sealed class RetryWalk
{
    private readonly RetryRegion _region;
    private readonly ProgramModel _program;
    private readonly OutcomeConditions _conditions;
    private readonly StatementWalk _statements;

    /// <summary>Prepares a walk.</summary>
    public RetryWalk(RetryRegion region, ProgramModel program, Outcome outcome, CancellationToken cancellationToken)
    {
        _region = region;
        _program = program;
        _conditions = new OutcomeConditions(program, outcome, cancellationToken);
        _conditions.Comparison.ThrownAs = region.Failure.Type;
        _statements = new StatementWalk(region, program, _conditions);
    }

    /// <summary>The judge of the conditions.</summary>
    public OutcomeConditions Conditions => _conditions;

    /// <summary>The last condition that held for the outcome and led to another attempt, or null.</summary>
    public IOperation? Cause => _statements.Cause;

    /// <summary>The last <c>catch</c> that took the failure, or null.</summary>
    public ICatchClauseOperation? Caught => _statements.Caught;

    /// <summary>Whether the message is sent again unchanged: true or false where it is certain, else null.</summary>
    public bool? Repeats()
    {
        Flow flow;
        if (_region.Operation is not ILoopOperation loop)
        {
            flow = _statements.Run(_region.Body);
            return (flow & Flow.Unknown) != 0 ? null : (flow & Flow.Again) != 0;
        }

        IOperation? condition = ConditionOf(loop);
        if (condition is not null && _statements.Holds(condition))
        {
            // while (!await TrySendAsync()): the send is the condition.
            return Decide(condition, Flow.Next);
        }

        flow = _statements.Run(_region.Body);
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
        if (verdict is Verdict.True or Verdict.Either && condition.ConstantValue is { HasValue: false } && flow != Flow.None && OutcomeDependence.IsAboutOutcome(condition, _program))
        {
            _statements.Cause = condition;
        }

        return verdict switch
        {
            Verdict.False => false,
            Verdict.Unknown => null,
            _ => true,
        };
    }
}
