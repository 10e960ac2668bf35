using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Duties.Session;

/// <summary>
/// Recognises, by its name, a condition by which a send is made although the session may be closed: <c>open || force</c>. Any other
/// condition beside a check is taken for a part of it.
/// </summary>
internal static class SessionOverrides
{
    private const int MaxDepth = 16;

    /// <summary>Whether a condition is such an override, or a choice of several of which one is.</summary>
    public static bool Is(IOperation? condition) => condition is not null && Is(condition, 0);

    private static bool Is(IOperation condition, int depth)
    {
        condition = ValueResolver.Strip(condition);
        return condition switch
        {
            _ when depth > MaxDepth => false,
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Is(not.Operand, depth + 1),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.ConditionalAnd } both => Is(both.LeftOperand, depth + 1) || Is(both.RightOperand, depth + 1),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } equality => Is(equality.LeftOperand, depth + 1),
            IIsPatternOperation pattern => Is(pattern.Value, depth + 1),
            _ => SessionWords.Any(OperationNames.Own(condition), SessionWords.Overrides),
        };
    }
}
