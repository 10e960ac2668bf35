using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Answers;

/// <summary>Conditions that ask whether an answer is the error of a closed session (470, 131047).</summary>
internal sealed class AnswerConditions
{
    private const int MaxDepth = 4;

    private readonly ValueResolver _resolver;

    /// <summary>Creates the part.</summary>
    public AnswerConditions(ValueResolver resolver)
    {
        _resolver = resolver;
    }

    /// <summary>Whether a number or text is one of the codes.</summary>
    private static bool IsCode(object? constant) => ErrorMentions.OfClosedSession.IsIn(constant);

    /// <summary>Whether a function asks for one of the codes, itself or in what it calls for a yes or no.</summary>
    public bool MentionsCode(FunctionUnit unit, int depth)
    {
        foreach (IOperation operation in unit.Node.Descendants())
        {
            if (operation.ConstantValue is { HasValue: true, Value: var value } && IsCode(value))
            {
                return true;
            }

            if (depth < MaxDepth && operation is IInvocationOperation or IPropertyReferenceOperation && IsYesOrNo(operation.Type)
                && SourceBodies.UnitBehind(operation, _resolver.Program, _resolver.CancellationToken) is { } called && called != unit && MentionsCode(called, depth + 1))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The outcome of a condition with which the error is there; null where the condition does not ask for it.</summary>
    public bool? Direction(IOperation condition, int depth)
    {
        condition = ValueResolver.Strip(condition);
        if (depth > MaxDepth)
        {
            return null;
        }

        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return !Direction(not.Operand, depth + 1);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } equality when Mentions(equality.LeftOperand) || Mentions(equality.RightOperand):
                return equality.OperatorKind == BinaryOperatorKind.Equals;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, RightOperand.ConstantValue: { HasValue: true, Value: bool value } } equality:
                return Direction(equality.LeftOperand, depth + 1) is { } inner ? (inner == value) == (equality.OperatorKind == BinaryOperatorKind.Equals) : null;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both:
                return Direction(both.LeftOperand, depth + 1) ?? Direction(both.RightOperand, depth + 1);
            case IIsPatternOperation { Pattern: INegatedPatternOperation negated }:
                return Mentions(negated) ? false : null;
            case ILocalReferenceOperation local:
                IOperation resolved = _resolver.Resolve(local);
                return resolved == local ? null : Direction(resolved, depth + 1);
            case IInvocationOperation or IPropertyReferenceOperation when SourceBodies.UnitBehind(condition, _resolver.Program, _resolver.CancellationToken) is { } unit && IsYesOrNo(condition.Type):
                return MentionsCode(unit, depth + 1) ? true : null;
            default:
                return Mentions(condition) ? true : null;
        }
    }

    private static bool Mentions(IOperation condition)
    {
        foreach (IOperation operation in condition.DescendantsAndSelf())
        {
            if (operation.ConstantValue is { HasValue: true, Value: var value } && IsCode(value))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsYesOrNo(ITypeSymbol? type) => Names.Unwrapped(type)?.SpecialType == SpecialType.System_Boolean;
}
