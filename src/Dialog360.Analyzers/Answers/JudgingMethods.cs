using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Answers;

/// <summary>Judges methods and lambdas that do nothing but judge, or that send and say whether it was a success.</summary>
internal sealed class JudgingMethods
{
    private readonly OutcomeConditions _conditions;

    /// <summary>Creates the part of <paramref name="conditions"/> that judges methods.</summary>
    public JudgingMethods(OutcomeConditions conditions)
    {
        _conditions = conditions;
    }

    /// <summary>What a body gives back.</summary>
    public Verdict Of(IOperation body, int depth)
    {
        foreach (IOperation operation in body.Descendants())
        {
            if (operation is ITryOperation or ILoopOperation or IBranchOperation { BranchKind: BranchKind.GoTo })
            {
                return OfAllReturns(body, depth);
            }
        }

        return Run(body is ILocalFunctionOperation { Body: var own } ? own : body, depth) ?? Verdict.Unknown;
    }

    /// <summary>Whether a method says yes or no, at once or later.</summary>
    public static bool GivesCondition(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Boolean || type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [{ SpecialType: SpecialType.System_Boolean }] };

    /// <summary>Runs a statement; null where the code goes on behind it.</summary>
    private Verdict? Run(IOperation? statement, int depth)
    {
        switch (statement)
        {
            case null or IEmptyOperation or ILocalFunctionOperation:
                return null;
            case IMethodBodyOperation method:
                return Run(method.BlockBody ?? method.ExpressionBody, depth);
            case IAnonymousFunctionOperation lambda:
                return Run(lambda.Body, depth);
            case IBlockOperation block:
                return Run(block.Operations, depth);
            case IReturnOperation { ReturnedValue: { } value }:
                return _conditions.Of(value, depth + 1);
            case IConditionalOperation choice:
                return Run(choice, depth);
            case ISwitchOperation choice:
                return Run(choice, depth);
            case IReturnOperation or IThrowOperation or IBranchOperation:
                return Verdict.Unknown;
            default:
                _conditions.SetFlags(statement);
                return null;
        }
    }

    private Verdict? Run(ImmutableArray<IOperation> statements, int depth)
    {
        foreach (IOperation statement in statements)
        {
            if (Run(statement, depth) is { } result)
            {
                return result;
            }
        }

        return null;
    }

    private Verdict? Run(IConditionalOperation choice, int depth)
    {
        switch (_conditions.Of(choice.Condition, depth + 1))
        {
            case Verdict.True:
                return Run(choice.WhenTrue, depth);
            case Verdict.False:
                return Run(choice.WhenFalse, depth);
            default:
                Verdict? one = Run(choice.WhenTrue, depth);
                return one == Run(choice.WhenFalse, depth) ? one : Verdict.Unknown;
        }
    }

    private Verdict? Run(ISwitchOperation choice, int depth)
    {
        ISwitchCaseOperation? otherwise = null;
        foreach (ISwitchCaseOperation section in choice.Cases)
        {
            foreach (ICaseClauseOperation clause in section.Clauses)
            {
                Verdict verdict = clause is IDefaultCaseClauseOperation ? Verdict.False : _conditions.Matching(choice.Value, clause);
                otherwise = clause is IDefaultCaseClauseOperation ? section : otherwise;
                if (verdict != Verdict.False)
                {
                    return verdict == Verdict.True ? Section(section, depth) : Verdict.Unknown;
                }
            }
        }

        return otherwise is null ? null : Section(otherwise, depth);
    }

    private Verdict? Section(ISwitchCaseOperation section, int depth) =>
        section.Body is [IBranchOperation { BranchKind: BranchKind.Break }] ? null : Run(section.Body, depth);

    /// <summary>What all <c>return</c>s agree on; those of a <c>catch</c> count for failures alone.</summary>
    private Verdict OfAllReturns(IOperation body, int depth)
    {
        Verdict? result = null;
        foreach (IOperation operation in body.Descendants())
        {
            if (operation is IReturnOperation { ReturnedValue: { } value })
            {
                bool isInCatch = operation.Syntax.Ancestors().TakeWhile(node => node != body.Syntax).Any(static node => node is CatchClauseSyntax);
                if (isInCatch && _conditions.Outcome.IsSuccess)
                {
                    continue;
                }

                Verdict one = _conditions.Of(value, depth + 1);
                if (result is { } known && known != one)
                {
                    return Verdict.Unknown;
                }

                result = one;
            }
        }

        return result ?? Verdict.Unknown;
    }
}
