using System.Collections.Immutable;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Requests;

/// <summary>
/// Reads calls of methods of the program that send a request which others made: <c>await Execute(request)</c>, whose body adds headers and calls
/// <c>SendAsync(request)</c>. What the request holds shows at the call alone.
/// </summary>
internal static class HandedRequests
{
    /// <summary>The call as a send; null where it hands no request to a method that sends it.</summary>
    public static SendCall? Read(IInvocationOperation call, ValueResolver resolver)
    {
        if (RequestOf(call, resolver) is not { Parameter.Ordinal: var ordinal, Value: var request }
            || Implementations.Of(resolver.Program).Only(call.TargetMethod, resolver.CancellationToken) is not (IMethodSymbol target, IOperation body) || target.Parameters.Length <= ordinal)
        {
            return null;
        }

        foreach (IInvocationOperation invocation in body.Descendants().OfType<IInvocationOperation>())
        {
            if (invocation.Arguments.Any(argument => IsParameter(argument.Value, target.Parameters[ordinal])) && BlockRequests.ReadDirect(invocation, resolver) is { Request: { } sent } inner
                && IsParameter(sent, target.Parameters[ordinal]))
            {
                return BlockRequests.All.Select(reader => reader.ReadHanded(call, request, inner, resolver)).FirstOrDefault(static read => read is not null) is { } send
                    ? send with { Inside = invocation, Receiver = inner.Receiver, ThrowsOnFailure = inner.ThrowsOnFailure || !GivesAnswer(call, invocation) }
                    : null;
            }
        }

        return null;
    }

    /// <summary>The argument that is a request made here: who has it from a caller hands it on.</summary>
    private static IArgumentOperation? RequestOf(IInvocationOperation call, ValueResolver resolver)
    {
        foreach (IArgumentOperation argument in call.TargetMethod.DeclaringSyntaxReferences.IsEmpty ? ImmutableArray<IArgumentOperation>.Empty : call.Arguments)
        {
            if (argument.Parameter?.Type is { Name: "HttpRequestMessage" or "RestRequest" or "IRestRequest", DeclaringSyntaxReferences.IsEmpty: true } && resolver.Resolve(argument.Value) is not IParameterReferenceOperation)
            {
                return argument;
            }
        }

        return null;
    }

    private static bool IsParameter(IOperation value, IParameterSymbol parameter) =>
        ValueResolver.Strip(value) is IParameterReferenceOperation reference && SymbolEqualityComparer.Default.Equals(reference.Parameter, parameter);

    /// <summary>Whether the method gives its caller the answer of the send as it is.</summary>
    private static bool GivesAnswer(IInvocationOperation call, IInvocationOperation send) =>
        SymbolEqualityComparer.Default.Equals(Names.Awaited(call.TargetMethod.ReturnType), Names.Awaited(send.TargetMethod.ReturnType));
}
