using Dialog360.Analyzers.Answers;
using Dialog360.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Duties.Retrying;

/// <summary>Follows statements and expressions that have no branches of their own.</summary>
internal sealed class StraightSteps
{
    private readonly RetryRegion _region;
    private readonly OutcomeConditions _conditions;

    /// <summary>Prepares the steps of a walk.</summary>
    public StraightSteps(RetryRegion region, OutcomeConditions conditions)
    {
        _region = region;
        _conditions = conditions;
    }

    /// <summary>Where the code goes after the statement, or the expression.</summary>
    public Flow Run(IOperation statement, bool holdsSend)
    {
        _conditions.SetFlags(statement);
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

                // A call that changes what makes the message fail.
                if (NameWords.HasAtWord(call.TargetMethod.Name, EvidenceWords.PartsOf("repair")))
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
}
