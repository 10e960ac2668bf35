using System.Globalization;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Uses;

/// <summary>Tells whether a test before a variable is used keeps a number away from there: <c>if (latitude is &lt; -90 or &gt; 90) throw …</c>.</summary>
internal static class ValueTests
{
    private const int MaxDepth = 64;

    /// <summary>Whether <paramref name="number"/>, if it is in the variable, may not arrive at <paramref name="use"/>.</summary>
    /// <param name="use">A reference to a parameter or local.</param>
    /// <param name="number">The number that the variable may hold.</param>
    public static bool MayExclude(IOperation use, double number)
    {
        ISymbol? variable = use switch
        {
            IParameterReferenceOperation reference => reference.Parameter,
            ILocalReferenceOperation reference => reference.Local,
            _ => null,
        };
        if (variable is null)
        {
            return false;
        }

        foreach (IOperation reference in LocalFacts.Of(use).References(variable))
        {
            if (reference.Syntax.SpanStart < use.Syntax.SpanStart && (IsCheckedByCall(reference, number) || ConditionAround(reference) is { } test && Excludes(test, use, new Trial(variable, number))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The condition that a reference is part of, or null.</summary>
    private static IConditionalOperation? ConditionAround(IOperation reference)
    {
        for (IOperation? current = reference; current?.Parent is { } parent; current = parent)
        {
            if (parent is IConditionalOperation conditional)
            {
                return ReferenceEquals(conditional.Condition, current) ? conditional : null;
            }

            if (parent is IBlockOperation)
            {
                return null;
            }
        }

        return null;
    }

    private static bool Excludes(IConditionalOperation test, IOperation use, Trial trial)
    {
        bool? holds = trial.Holds(test.Condition, 0);
        return Contains(test.WhenTrue, use) ? holds != true && trial.IsJudged(holds)
            : test.WhenFalse is { } otherwise && Contains(otherwise, use) ? holds != false && trial.IsJudged(holds)
            : (Leaves(test.WhenTrue) && holds != false || Leaves(test.WhenFalse) && holds != true) && trial.IsJudged(holds);
    }

    /// <summary><c>ArgumentOutOfRangeException.ThrowIfGreaterThan(latitude, 90)</c>, or a method of the project that throws.</summary>
    private static bool IsCheckedByCall(IOperation reference, double number)
    {
        IOperation? current = reference;
        while (current.Parent is IConversionOperation)
        {
            current = current.Parent;
        }

        if (current.Parent is not IArgumentOperation { Parent: IInvocationOperation { Parent: IExpressionStatementOperation or IAwaitOperation } call } argument)
        {
            return false;
        }

        if (call.TargetMethod.Name.StartsWith("ThrowIf", StringComparison.Ordinal))
        {
            double? limit = call.Arguments.FirstOrDefault(other => other.Parameter?.Ordinal == 1)?.Value is { } value ? Trial.Number(value.ConstantValue) : null;
            return call.TargetMethod.Name switch
            {
                "ThrowIfGreaterThan" or "ThrowIfGreaterThanOrEqual" => limit is null || number >= limit,
                "ThrowIfLessThan" or "ThrowIfLessThanOrEqual" => limit is null || number <= limit,
                "ThrowIfNegative" or "ThrowIfNegativeOrZero" => number < 0,
                _ => false,
            };
        }

        // A message is made from the value elsewhere; what only checks it gives nothing back.
        return call.TargetMethod.ReturnsVoid && argument.Parameter is not null && call.SemanticModel is { } model
            && ProgramModel.Of(model.Compilation).BodyOf(call.TargetMethod, CancellationToken.None) is { } body && body.Descendants().Any(static operation => operation is IThrowOperation);
    }

    private static bool Leaves(IOperation? branch) => branch switch
    {
        IBlockOperation block => Leaves(block.Operations.LastOrDefault()),
        IExpressionStatementOperation statement => statement.Operation is IThrowOperation,
        IThrowOperation or IReturnOperation => true,
        IBranchOperation jump => jump.BranchKind is BranchKind.Continue or BranchKind.Break,
        IConversionOperation conversion => conversion.Operand is IThrowOperation,
        _ => false,
    };

    private static bool Contains(IOperation outer, IOperation inner) => outer.Syntax.Span.Contains(inner.Syntax.Span);

    /// <summary>Tries conditions on one value of a variable.</summary>
    private sealed class Trial(ISymbol variable, double number)
    {
        private bool _isOpaque;

        /// <summary>Whether the outcome says something of the value: it is known, or a method that nobody looks into gets the value.</summary>
        public bool IsJudged(bool? holds) => holds is not null || _isOpaque;

        /// <summary>Whether a condition holds for the value; null where that is not known.</summary>
        public bool? Holds(IOperation condition, int depth)
        {
            condition = ValueResolver.Strip(condition);
            if (depth > MaxDepth)
            {
                return null;
            }

            switch (condition)
            {
                case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                    return !Holds(not.Operand, depth + 1);
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And } and:
                    return And(Holds(and.LeftOperand, depth + 1), Holds(and.RightOperand, depth + 1));
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or } or:
                    return !And(!Holds(or.LeftOperand, depth + 1), !Holds(or.RightOperand, depth + 1));
                case IBinaryOperation comparison:
                    return ValueOf(comparison.LeftOperand) is { } left && ValueOf(comparison.RightOperand) is { } right ? Compare(comparison.OperatorKind, left, right) : null;
                case IIsPatternOperation pattern:
                    return ValueOf(pattern.Value) is { } tested ? Matches(pattern.Pattern, tested, depth + 1) : null;
                default:
                    _isOpaque |= condition is IInvocationOperation && condition.Descendants().Any(IsVariable);
                    return null;
            }
        }

        /// <summary>The number that a constant is.</summary>
        public static double? Number(Optional<object?> constant) =>
            constant is { HasValue: true, Value: IConvertible and not string and not bool and not char and var value } ? ((IConvertible)value).ToDouble(CultureInfo.InvariantCulture) : null;

        private static bool? And(bool? left, bool? right) => left == false || right == false ? false : left is null || right is null ? null : true;

        private bool IsVariable(IOperation operation) => operation switch
        {
            IParameterReferenceOperation reference => SymbolEqualityComparer.Default.Equals(reference.Parameter, variable),
            ILocalReferenceOperation reference => SymbolEqualityComparer.Default.Equals(reference.Local, variable),
            _ => false,
        };

        private double? ValueOf(IOperation operation)
        {
            operation = ValueResolver.Strip(operation);
            return IsVariable(operation) ? number
                : operation is IInvocationOperation { TargetMethod: { Name: "Abs", ContainingType.Name: "Math" }, Arguments: [{ Value: var inner }] } ? ValueOf(inner) is { } value ? Math.Abs(value) : null
                : operation is IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus, ConstantValue.HasValue: false, Operand: var negated } ? -ValueOf(negated)
                : Number(operation.ConstantValue);
        }

        private bool? Matches(IPatternOperation pattern, double tested, int depth)
        {
            if (depth > MaxDepth)
            {
                return null;
            }

            switch (pattern)
            {
                case INegatedPatternOperation negated:
                    return !Matches(negated.Pattern, tested, depth + 1);
                case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } and:
                    return And(Matches(and.LeftPattern, tested, depth + 1), Matches(and.RightPattern, tested, depth + 1));
                case IBinaryPatternOperation or:
                    return !And(!Matches(or.LeftPattern, tested, depth + 1), !Matches(or.RightPattern, tested, depth + 1));
                case IRelationalPatternOperation relational:
                    return Number(relational.Value.ConstantValue) is { } limit ? Compare(relational.OperatorKind, tested, limit) : null;
                case IConstantPatternOperation constant:
                    return Number(constant.Value.ConstantValue) is { } equal ? tested.Equals(equal) : null;
                default:
                    return null;
            }
        }

        private static bool? Compare(BinaryOperatorKind kind, double left, double right) => kind switch
        {
            BinaryOperatorKind.LessThan => left < right,
            BinaryOperatorKind.LessThanOrEqual => left <= right,
            BinaryOperatorKind.GreaterThan => left > right,
            BinaryOperatorKind.GreaterThanOrEqual => left >= right,
            BinaryOperatorKind.Equals => left.Equals(right),
            BinaryOperatorKind.NotEquals => !left.Equals(right),
            _ => null,
        };
    }
}
