using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Readers;

/// <summary>Reads conditions that ask whether a list has elements: <c>values.Length > 0</c>, <c>values.Count == 0</c>, <c>values.Any()</c>, <c>values is { Length: > 0 }</c>.</summary>
internal static class CountTests
{
    /// <summary>The list that is asked about, and whether it has elements where the condition has that sense; null for other conditions, and where nothing follows.</summary>
    public static (IOperation List, bool IsFilled)? Of(IOperation condition, bool sense)
    {
        switch (condition)
        {
            case IInvocationOperation { TargetMethod: { Name: "Any", ContainingType.Name: "Enumerable" }, Arguments: [{ Value: var all }] }:
                return (ValueResolver.Strip(all), sense);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } equality when ConstantIn(equality.RightOperand) is { HasValue: true, Value: bool value }:
                return OfPart(equality, sense, equality.OperatorKind == BinaryOperatorKind.Equals == value == sense, static each => Of(each, true)?.List);
            case IBinaryOperation comparison when ConstantIn(comparison.RightOperand) is { HasValue: true, Value: int number }:
                return IsFilled(comparison.OperatorKind, number) is { } holds ? OfPart(comparison, sense, holds == sense, CountedBy) : null;
            case IIsPatternOperation { Pattern: var pattern } test:
                bool isMet = sense;
                while (pattern is INegatedPatternOperation negated)
                {
                    pattern = negated.Pattern;
                    isMet = !isMet;
                }

                return AsksForElements(pattern) ? (test.Value, isMet) : null;
            default:
                return null;
        }
    }

    /// <summary>The constant that something is compared with, also where it is compared as one that may be null.</summary>
    private static Optional<object?> ConstantIn(IOperation operand) => ValueResolver.ConstantValueOf(ValueResolver.Strip(operand));

    /// <summary>What a comparison counts or asks about, also behind <c>?.</c>: null equals nothing, and where the list may be null it is not known to have elements.</summary>
    private static (IOperation List, bool IsFilled)? OfPart(IBinaryOperation comparison, bool sense, bool isFilled, Func<IOperation, IOperation?> read)
    {
        IOperation counted = ValueResolver.Strip(comparison.LeftOperand);
        if (counted is not IConditionalAccessOperation access)
        {
            return read(counted) is { } list ? (list, isFilled) : null;
        }

        bool mayBeNull = comparison.OperatorKind == BinaryOperatorKind.NotEquals == sense;
        return (!mayBeNull || !isFilled) && read(ValueResolver.Strip(access.WhenNotNull)) is IConditionalAccessInstanceOperation ? (access.Operation, isFilled) : null;
    }

    private static IOperation? CountedBy(IOperation count) => count switch
    {
        IPropertyReferenceOperation { Property.Name: "Length" or "Count", Instance: { } instance } => ValueResolver.Strip(instance),
        IInvocationOperation { TargetMethod: { Name: "Count", ContainingType.Name: "Enumerable" }, Arguments: [{ Value: var all }] } => ValueResolver.Strip(all),
        _ => null,
    };

    /// <summary>Whether a count that compares so with a number is one of a list with elements; null where it may be both.</summary>
    private static bool? IsFilled(BinaryOperatorKind comparison, int number) => (comparison, number) switch
    {
        (BinaryOperatorKind.Equals, 0) or (BinaryOperatorKind.LessThan, 1) or (BinaryOperatorKind.LessThanOrEqual, 0) => false,
        (BinaryOperatorKind.NotEquals, 0) or (BinaryOperatorKind.GreaterThan, 0) or (BinaryOperatorKind.GreaterThanOrEqual, 1) => true,
        _ => null,
    };

    private static bool AsksForElements(IPatternOperation pattern) =>
        pattern is IRecursivePatternOperation
        {
            PropertySubpatterns: [{ Member: IPropertyReferenceOperation { Property.Name: "Length" or "Count" }, Pattern: IRelationalPatternOperation { Value: { } bound, OperatorKind: var comparison } }],
        }
        && ValueResolver.ConstantValueOf(bound) is { HasValue: true, Value: int number } && IsFilled(comparison, number) == true;
}
