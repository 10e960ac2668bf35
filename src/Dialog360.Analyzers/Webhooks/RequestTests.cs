using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program.Flow;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Webhooks;

/// <summary>What a receiver's conditions ask of the request: its verb, a secret, the update in it.</summary>
internal sealed class RequestTests
{
    private readonly Receiver _receiver;
    private readonly ReceiverConditions _conditions;

    /// <summary>Creates it for one receiver and one thread.</summary>
    public RequestTests(Receiver receiver, ReceiverConditions conditions)
    {
        _receiver = receiver;
        _conditions = conditions;
    }

    /// <summary>Whether a condition with its outcome means that the request is not a POST of updates: another verb, or the handshake.</summary>
    public bool IsOtherRequest(ControlCondition control)
    {
        if (VerbOf(control.Condition) is { } verb)
        {
            return string.Equals(verb.Name, "POST", StringComparison.OrdinalIgnoreCase) != (verb.IsEqual == control.Outcome);
        }

        return control.Outcome && _conditions.LooksAt(control.Condition).Any(static operation => WordsOf(operation).Any(WebResults.IsHandshake));
    }

    /// <summary>Whether a condition asks about what the update holds and nothing else.</summary>
    public bool AsksUpdateOnly(IOperation condition)
    {
        bool asks = false;
        foreach (IOperation operation in _conditions.LooksAt(condition))
        {
            if (_receiver.Places.Of(operation) is not null)
            {
                asks = true;
            }

            if (operation is IInvocationOperation { TargetMethod: var method } && !method.DeclaringSyntaxReferences.IsEmpty || WordsOf(operation).Any(WebResults.IsSecret))
            {
                return false;
            }
        }

        return asks;
    }

    private static ImmutableArray<string> WordsOf(IOperation operation) =>
        operation.ConstantValue is { HasValue: true, Value: string { Length: < 60 } text } ? NameWords.Of(text) : OperationNames.Own(operation);

    /// <summary>The verb that a condition compares the request's method with.</summary>
    private (string Name, bool IsEqual)? VerbOf(IOperation condition)
    {
        switch (condition)
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison
                when (IsMethod(comparison.LeftOperand) ? Verb(comparison.RightOperand) : IsMethod(comparison.RightOperand) ? Verb(comparison.LeftOperand) : null) is { } compared:
                return (compared, comparison.OperatorKind == BinaryOperatorKind.Equals);
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var operand } when VerbOf(ValueResolver.Bare(operand)) is { } negated:
                return (negated.Name, !negated.IsEqual);
            case IIsPatternOperation { Value: var value, Pattern: IConstantPatternOperation { Value: var constant } } when IsMethod(value) && Verb(constant) is { } matched:
                return (matched, true);
            case IInvocationOperation { TargetMethod: { ContainingType.Name: "HttpMethods", Name: { } name } } when name.StartsWith("Is", StringComparison.Ordinal):
                return (name.Substring(2), true);
            case IInvocationOperation { TargetMethod.Name: "Equals" } call when call.DescendantsAndSelf().Any(IsMethod):
                return call.Descendants().Select(Verb).FirstOrDefault(static verb => verb is not null) is { } equal ? (equal, true) : null;
            default:
                return null;
        }
    }

    private bool IsMethod(IOperation operation) =>
        ValueResolver.Bare(_receiver.Places.Resolver.Resolve(operation)) is IMemberReferenceOperation { Member: { Name: "Method" or "HttpMethod", ContainingType: var type } } && HttpEntryPoints.IsRequest(type);

    private string? Verb(IOperation operation) =>
        _receiver.Places.Resolver.ConstantOf(operation) is { HasValue: true, Value: string text } ? text
        : ValueResolver.Bare(operation) is IMemberReferenceOperation { Member: { ContainingType.Name: "HttpMethod" or "HttpMethods", Name: var name } } ? name
        : null;
}
