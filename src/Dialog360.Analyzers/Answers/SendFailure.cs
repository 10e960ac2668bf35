using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Answers;

/// <summary>How a refused message shows in code that catches exceptions.</summary>
/// <param name="IsThrownBySend">Whether the call of the send itself throws.</param>
/// <param name="Type">The name of the exception's type.</param>
internal sealed record SendFailure(bool IsThrownBySend, string Type)
{
    /// <summary>The failure of a call that sends, directly or through a method of the compilation.</summary>
    public static SendFailure Of(IInvocationOperation send, SendContextCalls calls)
    {
        foreach (SendCall call in calls.Of(send))
        {
            if (call.Operation == send)
            {
                return new SendFailure(call.ThrowsOnFailure, TypeOf(call.Client));
            }
        }

        foreach (IMethodSymbol method in Implementations.Of(calls.Program).Of(send.TargetMethod, calls.CancellationToken))
        {
            if (calls.Program.BodyOf(method, calls.CancellationToken) is { } body && Throws(body))
            {
                return new SendFailure(true, "HttpRequestException");
            }
        }

        return new SendFailure(false, "HttpRequestException");
    }

    /// <summary>The name of the exception by which code lets its caller know that a message was refused; null where it gives the answer back.</summary>
    public static string? ThrownBy(IOperation code, IEnumerable<IInvocationOperation> sends, ValueResolver resolver)
    {
        if (Throws(code))
        {
            return "HttpRequestException";
        }

        SendContextCalls calls = new(resolver);
        foreach (IInvocationOperation send in sends)
        {
            if (Of(send, calls) is { IsThrownBySend: true } failure && Leaves(send, code, failure))
            {
                return failure.Type;
            }
        }

        return null;
    }

    /// <summary>Whether a <c>catch</c> of that type takes it.</summary>
    public bool IsCaughtBy(ITypeSymbol? type) => type is null || type.Name == Type || type is { Name: "Exception" or "Object" };

    private static string TypeOf(SendClient client) => client switch
    {
        SendClient.Flurl => "FlurlHttpException",
        SendClient.Refit => "ApiException",
        SendClient.WebClient or SendClient.HttpWebRequest => "WebException",
        _ => "HttpRequestException",
    };

    /// <summary>Whether a body turns a refused message into an exception that leaves it.</summary>
    private static bool Throws(IOperation body)
    {
        SendFailure failure = new(true, "HttpRequestException");
        return body.Descendants().Any(part => part is IInvocationOperation { TargetMethod.Name: "EnsureSuccessStatusCode" } && Leaves(part, body, failure));
    }

    /// <summary>Whether what a call throws leaves the code around it: nothing takes it, or all that take it certainly throw it on.</summary>
    private static bool Leaves(IOperation call, IOperation code, SendFailure failure)
    {
        for (IOperation current = call; current != code && current.Parent is { } parent; current = parent)
        {
            if (parent is ITryOperation attempt && attempt.Body == current
                && attempt.Catches.FirstOrDefault(clause => failure.IsCaughtBy(clause.ExceptionType)) is { } taking && (taking.Filter is not null || !ThrowsOn(taking)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a handler ends with <c>throw;</c> and nothing in it leaves before.</summary>
    private static bool ThrowsOn(ICatchClauseOperation clause) =>
        clause.Handler.Operations.LastOrDefault() is { } last
        && (last is IExpressionStatementOperation { Operation: var inner } ? inner : last) is IThrowOperation thrown
        && (thrown.Exception is null || thrown.Exception is ILocalReferenceOperation { Local: var again } && clause.Locals.Contains(again, SymbolEqualityComparer.Default))
        && !clause.Handler.Descendants().Any(part => part is IReturnOperation or IBranchOperation && !IsInLambda(part, clause.Handler)
            || part is IThrowOperation && part != thrown);

    private static bool IsInLambda(IOperation part, IOperation around)
    {
        for (IOperation? current = part.Parent; current is not null && current != around; current = current.Parent)
        {
            if (current is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>The HTTP calls of the body that an operation stands in.</summary>
/// <param name="Resolver">Follows expressions to their values.</param>
internal sealed record SendContextCalls(ValueResolver Resolver)
{
    /// <summary>The program.</summary>
    public ProgramModel Program => Resolver.Program;

    /// <summary>Ends the work when the host no longer wants it.</summary>
    public CancellationToken CancellationToken => Resolver.CancellationToken;

    /// <summary>The calls.</summary>
    public System.Collections.Immutable.ImmutableArray<SendCall> Of(IOperation operation)
    {
        operation = operation.Root();

        return BlockSends.Of(operation, Resolver);
    }
}
