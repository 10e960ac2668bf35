using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads;

/// <summary>How a value is looked at where an arm is chosen.</summary>
internal enum ArmTestKind
{
    /// <summary>Whether it is true.</summary>
    IsTrue,

    /// <summary>Whether it is null.</summary>
    IsNull,

    /// <summary>Whether it is null or an empty text.</summary>
    IsEmpty,

    /// <summary>Whether it equals another value.</summary>
    Equals,
}

/// <summary>Something that must hold for an arm of a choice.</summary>
/// <param name="Kind">How the value is looked at.</param>
/// <param name="Value">The value; a parameter is one until a call gives it.</param>
/// <param name="Other">What it is compared with.</param>
/// <param name="Sense">Whether it must hold, or must not.</param>
internal sealed record ArmTest(ArmTestKind Kind, PayloadNode Value, PayloadNode? Other, bool Sense);

/// <summary>Reads conditions as tests of values, as far as they are plain, and takes away the arms that known values cannot reach.</summary>
internal static class ArmTests
{
    private const int MaxDepth = 16;

    /// <summary>What must hold for a value to be returned, as far as it can be told.</summary>
    public static ImmutableArray<ArmTest> Of(ImmutableArray<PathCondition> conditions, PayloadReader reader)
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
    public static ImmutableArray<ArmTest> Of(IOperation condition, bool sense, PayloadReader reader) => Of(ImmutableArray.Create(new PathCondition(condition, null, sense)), reader);

    /// <summary>What must hold for the arm of that index of a <c>switch</c> expression.</summary>
    public static ImmutableArray<ArmTest> Of(ISwitchExpressionOperation choice, int arm, PayloadReader reader)
    {
        ImmutableArray<ArmTest>.Builder tests = ImmutableArray.CreateBuilder<ArmTest>();
        for (int index = 0; index <= arm; index++)
        {
            // An arm before that a guard may pass over excludes nothing.
            if (choice.Arms[index] is { Pattern: IConstantPatternOperation { Value: { } constant }, Guard: var guard } && (index == arm || guard is null))
            {
                Compare(choice.Value, constant, index == arm, reader, tests);
            }
        }

        return tests.ToImmutable();
    }

    /// <summary>Whether a value is null, or is not.</summary>
    public static ImmutableArray<ArmTest> OfNull(PayloadNode value, bool isNull) => ImmutableArray.Create(new ArmTest(ArmTestKind.IsNull, value, null, isNull));

    /// <summary>The choice without the arms that what is known excludes: the only arm that is left, where there is one.</summary>
    public static PayloadNode Reduce(PayloadNode node)
    {
        if (node.Choice is not { Tests.IsDefaultOrEmpty: false } choice)
        {
            return node;
        }

        ImmutableArray<int> reachable = Enumerable.Range(0, choice.Arms.Length).Where(arm => choice.Tests[arm].All(static test => Holds(test) != false)).ToImmutableArray();
        return reachable.Length == choice.Arms.Length || reachable.IsEmpty ? node
            : reachable.Length == 1 ? choice.Arms[reachable[0]]
            : node with
            {
                Choice = new PayloadChoice(choice.Key, Of(choice.ArmKeys), Of(choice.Arms)) { Tests = Of(choice.Tests) },
            };

        ImmutableArray<T> Of<T>(ImmutableArray<T> all) => reachable.Select(arm => all[arm]).ToImmutableArray();
    }

    private static bool? Holds(ArmTest test)
    {
        bool? holds = test.Kind switch
        {
            ArmTestKind.IsTrue => test.Value.Kind == PayloadKind.Boolean ? test.Value.Boolean : null,
            ArmTestKind.IsNull => IsNull(test.Value),
            ArmTestKind.IsEmpty => test.Value.Kind == PayloadKind.Null || test.Value.KnownText?.Length == 0 ? true : test.Value.KnownText is not null ? false : null,
            _ => AreEqual(test.Value, test.Other!),
        };
        return holds is null ? null : holds == test.Sense;
    }

    private static bool? IsNull(PayloadNode value) => value.Kind switch
    {
        PayloadKind.Null => true,
        PayloadKind.Unknown or PayloadKind.Choice => null,
        PayloadKind.Text when value.Text!.IsOneHole => null,
        _ => false,
    };

    private static bool? AreEqual(PayloadNode one, PayloadNode other) => (one.Kind, other.Kind) switch
    {
        (PayloadKind.Text, PayloadKind.Text) => one.KnownText is { } text && other.KnownText is { } known ? text == known : null,
        (PayloadKind.Number, PayloadKind.Number) => one.Number.Equals(other.Number),
        (PayloadKind.Boolean, PayloadKind.Boolean) => one.Boolean == other.Boolean,
        (PayloadKind.Null, PayloadKind.Null) => true,
        (PayloadKind.Null, PayloadKind.Text or PayloadKind.Number or PayloadKind.Boolean) => false,
        (PayloadKind.Text, PayloadKind.Null) => one.KnownText is null ? null : false,
        _ => null,
    };

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
