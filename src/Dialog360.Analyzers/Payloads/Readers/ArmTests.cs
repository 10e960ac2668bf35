using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Readers;

/// <summary>Reads conditions as tests of values, as far as they are plain.</summary>
internal static class ArmTests
{
    private const int MaxDepth = 16;

    /// <summary>What must hold for a value to be returned, as far as it can be told.</summary>
    public static ImmutableArray<ArmTest> Of(IEnumerable<PathCondition> conditions, PayloadReader reader)
    {
        ImmutableArray<ArmTest>.Builder tests = ImmutableArray.CreateBuilder<ArmTest>();
        foreach (PathCondition condition in conditions)
        {
            if (condition.Equal is { } constant)
            {
                Compare(condition.Condition, constant, condition.Sense, reader, tests);
            }
            else
            {
                Add(condition.Condition, condition.Sense, reader, tests, 0);
            }
        }

        return tests.ToImmutable();
    }

    /// <summary>What must hold where a condition is true or false.</summary>
    public static ImmutableArray<ArmTest> Of(IOperation condition, bool sense, PayloadReader reader) => Of([new PathCondition(condition, null, sense)], reader);

    /// <summary>What must hold for the arm of that index of a <c>switch</c> expression.</summary>
    public static ImmutableArray<ArmTest> Of(ISwitchExpressionOperation choice, int arm, PayloadReader reader) => Of(PathConditions.OfArm(choice, arm), reader);

    /// <summary>Whether a value is null, or is not.</summary>
    public static ImmutableArray<ArmTest> OfNull(PayloadNode value, bool isNull) => ImmutableArray.Create(new ArmTest(ArmTestKind.IsNull, value, null, isNull));

    private static void Add(IOperation condition, bool sense, PayloadReader reader, ImmutableArray<ArmTest>.Builder tests, int depth)
    {
        condition = ValueResolver.Strip(condition);
        if (depth > MaxDepth)
        {
            return;
        }

        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                Add(not.Operand, !sense, reader, tests, depth + 1);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both:
                // Of "a and b" that does not hold nothing follows for a.
                if (both.OperatorKind == BinaryOperatorKind.ConditionalAnd == sense)
                {
                    Add(both.LeftOperand, sense, reader, tests, depth + 1);
                    Add(both.RightOperand, sense, reader, tests, depth + 1);
                }

                break;
            case IBinaryOperation or IInvocationOperation or IIsPatternOperation when CountTests.Of(condition, sense) is var (list, isFilled):
                tests.Add(new ArmTest(ArmTestKind.HasElements, reader.Read(list), null, isFilled));
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                Compare(comparison.LeftOperand, comparison.RightOperand, comparison.OperatorKind == BinaryOperatorKind.Equals == sense, reader, tests);
                break;
            case IIsPatternOperation pattern:
                AddPattern(pattern.Value, pattern.Pattern, sense, reader, tests);
                break;
            case IInvocationOperation { TargetMethod: { Name: "IsNullOrEmpty", ContainingType.SpecialType: SpecialType.System_String }, Arguments: [{ Value: var text }] }:
                tests.Add(new ArmTest(ArmTestKind.IsEmpty, reader.Read(text), null, sense));
                break;
            case IPropertyReferenceOperation { Property: { Name: "HasValue", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T }, Instance: { } instance }:
                tests.Add(new ArmTest(ArmTestKind.IsNull, reader.Read(instance), null, !sense));
                break;
            case IParameterReferenceOperation or ILocalReferenceOperation or IFieldReferenceOperation or ILiteralOperation or IPropertyReferenceOperation:
                tests.Add(new ArmTest(ArmTestKind.IsTrue, reader.Read(condition), null, sense));
                break;
        }
    }

    private static void AddPattern(IOperation value, IPatternOperation pattern, bool sense, PayloadReader reader, ImmutableArray<ArmTest>.Builder tests)
    {
        switch (pattern)
        {
            case INegatedPatternOperation negated:
                AddPattern(value, negated.Pattern, !sense, reader, tests);
                break;
            case IConstantPatternOperation constant:
                Compare(value, constant.Value, sense, reader, tests);
                break;
            case IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true, PropertySubpatterns.IsEmpty: true, MatchedType: var matched } when SymbolEqualityComparer.Default.Equals(matched, pattern.InputType):
                tests.Add(new ArmTest(ArmTestKind.IsNull, reader.Read(value), null, !sense));
                break;
        }
    }

    private static void Compare(IOperation one, IOperation other, bool sense, PayloadReader reader, ImmutableArray<ArmTest>.Builder tests)
    {
        PayloadNode left = reader.Read(one);
        PayloadNode right = reader.Read(other);
        if (left.Kind == PayloadKind.Null)
        {
            (left, right) = (right, left);
        }

        tests.Add(right.Kind == PayloadKind.Null ? new ArmTest(ArmTestKind.IsNull, left, null, sense) : new ArmTest(ArmTestKind.Equals, left, right, sense));
    }
}
