using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Readers;

/// <summary>Reads values that are chosen at run time: <c>?:</c>, <c>??</c>, <c>switch</c>, a local that several branches assign.</summary>
internal static class ChoiceReader
{
    private const int MaxArms = 32;

    private static readonly ImmutableArray<string> TrueFalse = ImmutableArray.Create("true", "false");

    /// <summary>The picture of a conditional, coalescing or switch expression.</summary>
    public static PayloadNode? Read(IOperation operation, PayloadReader reader)
    {
        switch (operation)
        {
            case IConditionalOperation { WhenFalse: { } whenFalse } conditional:
                (IOperation condition, bool negated) = Positive(conditional.Condition);
                IOperation whenTrue = negated ? whenFalse : conditional.WhenTrue;
                IOperation otherwise = negated ? conditional.WhenTrue : whenFalse;
                return Choice(operation, KeyOf(condition), TrueFalse, ImmutableArray.Create(whenTrue, otherwise), reader, tests: ImmutableArray.Create(ArmTests.Of(condition, true, reader), ArmTests.Of(condition, false, reader)));

            case ICoalesceOperation coalesce:
                PayloadNode tested = reader.Read(coalesce.Value);
                return Choice(
                    operation,
                    KeyOf(coalesce.Value) + " is not null",
                    TrueFalse,
                    ImmutableArray.Create(coalesce.Value, coalesce.WhenNull),
                    reader,
                    mayBePlaceholder: true,
                    tests: ImmutableArray.Create(ArmTests.OfNull(tested, false), ArmTests.OfNull(tested, true)));

            case ISwitchExpressionOperation { Arms.Length: > 0 and <= MaxArms } choice:
                ImmutableArray<string> keys = choice.Arms.Select(arm => KeyOf(arm.Pattern) + (arm.Guard is null ? null : " when " + KeyOf(arm.Guard))).ToImmutableArray();
                ImmutableArray<ISwitchExpressionArmOperation> arms = choice.Arms.Where(arm => !Throws(arm.Value)).ToImmutableArray();
                ImmutableArray<int> kept = choice.Arms.Select((arm, index) => (arm, index)).Where(pair => !Throws(pair.arm.Value)).Select(pair => pair.index).ToImmutableArray();
                keys = kept.Select(index => keys[index]).ToImmutableArray();
                return arms.IsEmpty ? null : Choice(
                    operation,
                    KeyOf(choice.Value),
                    keys,
                    arms.Select(arm => arm.Value).ToImmutableArray(),
                    reader,
                    tests: kept.Select(index => ArmTests.Of(choice, index, reader)).ToImmutableArray());

            default:
                return null;
        }
    }

    /// <summary>The picture of what a function returns in several places; null where nothing is known of any.</summary>
    public static PayloadNode? ReadReturned(IOperation call, ImmutableArray<ReturnedValue> values, PayloadReader reader) => values.Length > MaxArms
        ? null
        : Choice(
            call,
            "returned",
            values.Select((_, index) => index.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToImmutableArray(),
            values.Select(static value => value.Value).ToImmutableArray(),
            reader,
            tests: values.Select(value => ArmTests.Of(value.Conditions, reader)).ToImmutableArray());

    /// <summary>The picture of a local that several statements give a value; null where one of the values is not seen.</summary>
    public static PayloadNode? ReadLocal(ILocalReferenceOperation reference, PayloadReader reader)
    {
        ImmutableArray<IOperation> values = ReachingValues.Of(reference);
        return values.IsDefault || values.Length is < 2 or > MaxArms
            ? null
            : Choice(
                reference,
                "local " + reference.Local.Name,
                values.Select((_, index) => index.ToString(System.Globalization.CultureInfo.InvariantCulture)).ToImmutableArray(),
                values,
                reader,
                mayBePlaceholder: true);
    }

    /// <summary>
    /// The picture of a choice. Where <paramref name="mayBePlaceholder"/>, an empty text only stands for nothing (<c>body ?? ""</c>, a local that begins
    /// empty): whoever writes it does not mean to send it.
    /// </summary>
    private static PayloadNode? Choice(IOperation operation, string key, ImmutableArray<string> armKeys, ImmutableArray<IOperation> arms, PayloadReader reader, bool mayBePlaceholder = false, ImmutableArray<ImmutableArray<ArmTest>> tests = default)
    {
        ImmutableArray<PayloadNode> nodes = reader.ReadAll(arms);
        if (mayBePlaceholder)
        {
            nodes = nodes.Select((node, index) => node.KnownText?.Length == 0 ? PayloadReader.Unknown(arms[index], arms[index]) : node).ToImmutableArray();
        }

        foreach (PayloadNode node in nodes)
        {
            if (node.Kind != PayloadKind.Unknown)
            {
                return ReachableArms.Of(new PayloadNode(PayloadKind.Choice, SourceSpan.Of(operation.Syntax), new PayloadOrigin(WritingStyle.Expression, operation.Syntax))
                {
                    Choice = new PayloadChoice(key, armKeys, nodes) { Tests = tests.IsDefault ? ImmutableArray<ImmutableArray<ArmTest>>.Empty : tests },
                    Operation = operation,
                });
            }
        }

        // Nothing is known of any arm: not worth a choice.
        return null;
    }

    private static bool Throws(IOperation value) => ValueResolver.Strip(value) is IThrowOperation;

    private static (IOperation Condition, bool Negated) Positive(IOperation condition)
    {
        bool negated = false;
        while (true)
        {
            condition = ValueResolver.Strip(condition);
            if (condition is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not)
            {
                negated = !negated;
                condition = not.Operand;
                continue;
            }

            return (condition, negated);
        }
    }

    private static string KeyOf(IOperation operation) => ValueResolver.Strip(operation).Syntax.WithoutTrivia().ToString();
}
