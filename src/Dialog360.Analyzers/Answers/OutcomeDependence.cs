using Dialog360.Analyzers.Program;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Answers;

/// <summary>Tells conditions that ask how a send ended from those that count attempts.</summary>
internal static class OutcomeDependence
{
    /// <summary>Whether a success makes the condition false.</summary>
    public static bool IsAboutOutcome(IOperation condition, ProgramModel program)
    {
        foreach (Verdict start in new[] { Verdict.False, Verdict.True })
        {
            OutcomeConditions success = new(program, Outcome.Success, default);
            foreach (IOperation part in condition.DescendantsAndSelf())
            {
                if (part is ILocalReferenceOperation { Local: { Type.SpecialType: SpecialType.System_Boolean } flag })
                {
                    success.Flags.Set(flag, start);
                }
            }

            if (success.Of(condition) == Verdict.False)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The operand that asks for the outcome, without counts of attempts beside it.</summary>
    public static IOperation Decisive(IOperation condition, OutcomeConditions conditions)
    {
        while (condition is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both)
        {
            bool left = conditions.Of(both.LeftOperand) == Verdict.Either;
            bool right = conditions.Of(both.RightOperand) == Verdict.Either;
            if (left == right)
            {
                break;
            }

            condition = left ? both.RightOperand : both.LeftOperand;
        }

        return condition;
    }
}
