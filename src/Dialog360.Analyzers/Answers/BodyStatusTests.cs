using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Answers;

/// <summary>Finds the comparisons of the status that the body of an answer names.</summary>
internal static class BodyStatusTests
{
    private const int MaxDepth = 6;

    private static readonly IReadOnlyDictionary<ISymbol, IOperation> NoParameters = ImmutableDictionary.Create<ISymbol, IOperation>(SymbolEqualityComparer.Default);

    /// <summary>The places in a body, in the order of the text: the comparison, or the value of a <c>switch</c>.</summary>
    public static IEnumerable<IOperation> In(IOperation root, CancellationToken cancellationToken)
    {
        foreach (IOperation operation in root.Descendants())
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (operation)
            {
                case IBinaryOperation
                {
                    OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual
                } comparison when (IsContradicted(comparison.RightOperand) && IsStatusOfBody(comparison.LeftOperand, 0)) || (IsContradicted(comparison.LeftOperand) && IsStatusOfBody(comparison.RightOperand, 0)):
                    yield return comparison;
                    break;
                case IIsPatternOperation match when IsStatusOfBody(match.Value, 0) && match.Pattern.DescendantsAndSelf().Any(IsContradictedPattern):
                    yield return match;
                    break;
                case ISwitchOperation choice when IsStatusOfBody(choice.Value, 0) && choice.Cases.SelectMany(static section => section.Clauses).Any(static clause => clause.DescendantsAndSelf().Any(IsContradicted)):
                    yield return choice.Value;
                    break;
                case ISwitchExpressionOperation choice when IsStatusOfBody(choice.Value, 0) && choice.Arms.Any(static arm => arm.Pattern.DescendantsAndSelf().Any(IsContradictedPattern)):
                    yield return choice.Value;
                    break;
            }
        }
    }

    private static bool IsContradictedPattern(IOperation pattern) => pattern switch
    {
        IConstantPatternOperation constant => IsContradicted(constant.Value),
        IRelationalPatternOperation relational => IsContradicted(relational.Value),
        _ => false,
    };

    private static bool IsContradicted(IOperation operation) => OutcomeValue.Of(operation, NoParameters) is (ValueRole.Number, var number) && ErrorWords.IsContradicted(number);

    /// <summary>Whether a value is the status that the envelope of the gateway names: by the serialized name of a member, or by the text that reads it.</summary>
    private static bool IsStatusOfBody(IOperation value, int depth)
    {
        value = OutcomeValue.Bare(value);
        return depth <= MaxDepth && value switch
        {
            _ when JsonRead.Of(value) is { Name: var name } => EnvelopeTypes.IsStatusName(name),
            IMemberReferenceOperation { Member: var member } => EnvelopeTypes.IsStatus(member),
            IInvocationOperation { Instance: { } instance } => IsStatusOfBody(instance, depth + 1),
            IConditionalAccessOperation access => IsStatusOfBody(access.WhenNotNull, depth + 1),
            ICoalesceOperation coalesce => IsStatusOfBody(coalesce.Value, depth + 1),
            IInvocationOperation { TargetMethod.IsStatic: true, Arguments: [{ Value: var converted }, ..] } => IsStatusOfBody(converted, depth + 1),
            ILocalReferenceOperation local => Program.Values.LocalFacts.Of(local).ValuesOf(local.Local) is { IsDefaultOrEmpty: false } values && values.Any(each => IsStatusOfBody(each, depth + 1)),
            _ => false,
        };
    }
}
