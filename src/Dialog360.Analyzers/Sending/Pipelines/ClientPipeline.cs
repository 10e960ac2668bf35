using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Requests;
using Dialog360.Analyzers.Sending.Setup;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Pipelines;

/// <summary>What stands between the client of a send and the network: the policies, resilience handlers and own handlers that its set-up adds.</summary>
internal static class ClientPipeline
{
    /// <summary>The operations that build and make up the handlers of the client of a call, as far as the compilation shows them.</summary>
    public static IEnumerable<IOperation> OperationsOf(SendCall call, ValueResolver resolver)
    {
        foreach (IOperation handler in HandlersOf(call, resolver))
        {
            foreach (IOperation operation in PolicyReader.OperationsOf(handler, resolver))
            {
                yield return operation;
                foreach (IOperation inner in OwnHandlerAt(operation, resolver))
                {
                    yield return inner;
                }
            }
        }
    }

    /// <summary>Whether a call hands a request to the next handler.</summary>
    public static bool IsNextHandler(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod: { Name: "SendAsync" or "Send", ContainingType.Name: "DelegatingHandler" or "HttpMessageHandler" }, Instance: IInstanceReferenceOperation };

    /// <summary>The calls that add handlers to the client, and the handlers that it is created with.</summary>
    public static IEnumerable<IOperation> HandlersOf(SendCall call, ValueResolver resolver) =>
        call.Receiver is not { } receiver ? Enumerable.Empty<IOperation>()
        : call.Client == SendClient.Refit && receiver.Type is { } contract ? ClientRegistrations.Of(resolver).For(contract).SelectMany(static registration => registration.Handlers)
        : ClientSetup.Of(receiver, resolver).Handlers;

    /// <summary>What a handler of the compilation does with a request: <c>AddHttpMessageHandler&lt;T&gt;()</c>, <c>new T()</c>, <c>GetRequiredService&lt;T&gt;()</c>.</summary>
    private static IEnumerable<IOperation> OwnHandlerAt(IOperation operation, ValueResolver resolver)
    {
        IEnumerable<ITypeSymbol> types = operation switch
        {
            IInvocationOperation { TargetMethod.TypeArguments: { IsEmpty: false } arguments } => arguments,
            IObjectCreationOperation { Type: { } type } => new[] { type },
            _ => Enumerable.Empty<ITypeSymbol>(),
        };
        foreach (ITypeSymbol type in types)
        {
            if (type is not INamedTypeSymbol { DeclaringSyntaxReferences.IsEmpty: false } named || !Names.IsOrDerives(named, "DelegatingHandler"))
            {
                continue;
            }

            foreach (IMethodSymbol method in named.GetMembers("SendAsync").Concat(named.GetMembers("Send")).OfType<IMethodSymbol>())
            {
                foreach (IOperation inner in resolver.Program.BodyOf(method, resolver.CancellationToken)?.Descendants() ?? [])
                {
                    yield return inner;
                }
            }
        }
    }
}
