using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Flow;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Webhooks;

/// <summary>An answer of a receiver that is not 200.</summary>
/// <param name="Operation">The result, the assignment of the status or the throw.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Text">How the message names it.</param>
/// <param name="Function">The function that gives it.</param>
internal sealed record RefusingAnswer(IOperation Operation, SourceSpan Span, string Text, ReceivedFunction Function);

/// <summary>What a receiver answers.</summary>
internal sealed class ReceiverResponses
{
    private readonly Receiver _receiver;
    private readonly ReceiverConditions _conditions;
    private readonly RequestTests _tests;

    private ReceiverResponses(Receiver receiver)
    {
        _receiver = receiver;
        _conditions = new ReceiverConditions(receiver);
        _tests = new RequestTests(receiver, _conditions);
    }

    /// <summary>The answers to a POST that are known not to be 200, in the order of the text.</summary>
    public static IEnumerable<RefusingAnswer> Refusing(Receiver receiver) => new ReceiverResponses(receiver).Find();

    private IEnumerable<RefusingAnswer> Find()
    {
        foreach (ReceivedFunction function in _receiver.Functions.Where(function => function == _receiver.Root || IsResult(Names.Awaited(function.Unit.Symbol?.ReturnType))))
        {
            foreach (IOperation operation in SourceBodies.OperationsOf(function.Unit))
            {
                _receiver.Places.Resolver.CancellationToken.ThrowIfCancellationRequested();
                if (AnswerOf(operation, function) is { } answer && !IsAllowed(answer.Status, operation, function))
                {
                    yield return new RefusingAnswer(operation, answer.Span, answer.Text, function);
                }
            }
        }
    }

    private (int? Status, SourceSpan Span, string Text)? AnswerOf(IOperation operation, ReceivedFunction function)
    {
        switch (operation)
        {
            case IInvocationOperation call when IsResult(Names.Awaited(call.Type)) && IsLibrary(call.TargetMethod):
                return Known(StatusArgument(call.Arguments) ?? WebResults.StatusOf(call.TargetMethod.Name)) is { } called ? (called, SourceSpan.Of(call.Syntax), Texts.Short(call.Syntax)) : null;
            case IObjectCreationOperation creation when IsResult(creation.Type) && creation.Initializer?.Initializers.Any(static member => IsStatusCode(member)) != true:
                return Known(StatusArgument(creation.Arguments) ?? WebResults.StatusOf(creation.Type!.Name)) is { } created ? (created, SourceSpan.Of(creation.Syntax), Texts.Short(creation.Syntax)) : null;
            case ISimpleAssignmentOperation assignment when IsStatusCode(assignment) && Known(IntegerOf(assignment.Value)) is { } assigned:
                return (assigned, SourceSpan.Of(assignment.Value.Syntax), assigned.ToString(System.Globalization.CultureInfo.InvariantCulture));
            case IThrowOperation thrown when IsAnswer(thrown, function):
                return (null, SourceSpan.Of(thrown.Syntax.GetFirstToken()), "an exception");
            default:
                return null;
        }
    }

    private static int? Known(int? status) => status is { } known and not WebResults.Success and not 0 ? known : null;

    /// <summary>Whether it may answer so: it is no answer to a POST, or it refuses somebody who does not know the secret.</summary>
    private bool IsAllowed(int? status, IOperation operation, ReceivedFunction function)
    {
        bool decidedByUpdate = false;
        foreach (ControlCondition condition in _conditions.Around(function, operation))
        {
            if (_tests.IsOtherRequest(condition))
            {
                return true;
            }

            decidedByUpdate |= _tests.AsksUpdateOnly(condition.Condition);
        }

        return status is 401 or 403 && !decidedByUpdate;
    }

    /// <summary>Whether an exception reaches the caller, and is not that of a guard.</summary>
    private bool IsAnswer(IThrowOperation thrown, ReceivedFunction function)
    {
        ITypeSymbol? type = thrown.Exception is { } exception ? ValueResolver.Bare(exception).Type : null;
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.Name is "ArgumentException" or "OperationCanceledException")
            {
                return false;
            }
        }

        // config["Secret"] ?? throw ...: says at the first request what is not set up.
        if (thrown.Parent is ICoalesceOperation coalesce && _receiver.Places.Of(coalesce.Value) is null && !_receiver.Reads.Followed.Any(call => coalesce.Value.DescendantsAndSelf().Contains(call))
            || thrown.Parent is IConversionOperation { Parent: ICoalesceOperation { Value: var value } } && _receiver.Places.Of(value) is null)
        {
            return false;
        }

        for (IOperation? parent = thrown.Parent; parent is not null && parent != function.Unit.Node; parent = parent.Parent)
        {
            if (parent is ITryOperation attempt && attempt.Body.Syntax.Span.Contains(thrown.Syntax.Span) && attempt.Catches.Any(clause => Catches(clause, type)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Catches(ICatchClauseOperation clause, ITypeSymbol? thrown)
    {
        if (clause.ExceptionType is null or { Name: "Exception" } or { SpecialType: SpecialType.System_Object })
        {
            return clause.Filter is null || thrown is not null;
        }

        for (ITypeSymbol? current = thrown; current is not null; current = current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(current, clause.ExceptionType))
            {
                return true;
            }
        }

        return false;
    }

    private int? StatusArgument(ImmutableArray<IArgumentOperation> arguments)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            if (argument.Parameter is { } parameter && parameter.Name.IndexOf("status", StringComparison.OrdinalIgnoreCase) >= 0)
            {
                // A default that nobody wrote says nothing; a value that nobody knows is none that is known to be wrong.
                return argument.ArgumentKind == ArgumentKind.DefaultValue ? null : IntegerOf(argument.Value) ?? 0;
            }
        }

        return null;
    }

    private int? IntegerOf(IOperation value) => _receiver.Places.Resolver.ConstantOf(value) is { HasValue: true, Value: int number } ? number : ValueResolver.Bare(value).ConstantValue is { HasValue: true, Value: int bare } ? bare : null;

    private static bool IsStatusCode(IOperation operation) => operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "StatusCode", ContainingAssembly: var assembly, DeclaringSyntaxReferences.IsEmpty: true } } } && assembly is not null;

    private static bool IsLibrary(IMethodSymbol method) => method.DeclaringSyntaxReferences.IsEmpty;

    private static bool IsResult(ITypeSymbol? type) =>
        type is { Name: "IResult" or "IActionResult" or "ActionResult" or "IHttpActionResult" or "HttpResponseMessage" or "HttpResponseData" or "APIGatewayProxyResponse" }
        || type is { BaseType.Name: "ActionResult" or "StatusCodeResult" or "ObjectResult" or "OkNegotiatedContentResult" }
        || type?.AllInterfaces.Any(static contract => contract.Name is "IResult" or "IActionResult" or "IHttpActionResult") == true;
}
