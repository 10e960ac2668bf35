using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Webhooks;

/// <summary>Tells the body of a request that comes in from the answer to one that went out: both are JSON with <c>messages</c> and <c>contacts</c>.</summary>
internal static class InboundText
{
    private const int MaxSteps = 64;

    /// <summary>Whether what a call parses is no answer of a client.</summary>
    public static bool IsOfRequest(IInvocationOperation parse, ValueResolver resolver) => !IsForeign(parse, resolver);

    /// <summary>Whether a JSON value is no part of a client's answer.</summary>
    public static bool MayBeOfRequest(IOperation value, ValueResolver resolver) => !IsForeign(value, resolver);

    private static bool IsForeign(IOperation value, ValueResolver resolver)
    {
        HashSet<IOperation> seen = new();
        Stack<IOperation> pending = new();
        pending.Push(value);
        while (pending.Count > 0 && seen.Count < MaxSteps)
        {
            resolver.CancellationToken.ThrowIfCancellationRequested();
            IOperation current = ValueResolver.Bare(pending.Pop());
            if (!seen.Add(current))
            {
                continue;
            }

            if (IsAnswer(current.Type))
            {
                return true;
            }

            foreach (IOperation source in resolver.Sources(current))
            {
                if (!ReferenceEquals(source, current))
                {
                    pending.Push(source);
                }
            }

            if (current is ILocalReferenceOperation local && ValueOrigins.LoopSequenceOf(local, resolver) is { } sequence)
            {
                pending.Push(sequence);
            }

            if (current is ILocalReferenceOperation filled && ValueOrigins.OutCallOf(filled) is { } call)
            {
                pending.Push(call);
            }

            if (OperationNames.InstanceOf(current) is { } instance && instance is not IInstanceReferenceOperation)
            {
                pending.Push(instance);
            }

            if (current is IConditionalAccessOperation access)
            {
                pending.Push(access.WhenNotNull);
            }

            if (current is IConditionalAccessInstanceOperation before && OperationNames.BeforeDot(before) is { } holder)
            {
                pending.Push(holder);
            }

            if (current is IInvocationOperation { TargetMethod: var method, Arguments: var arguments })
            {
                if (IsClient(method.ContainingType))
                {
                    return true;
                }

                foreach (IArgumentOperation argument in arguments)
                {
                    pending.Push(argument.Value);
                }
            }
            else if (current is IObjectCreationOperation creation)
            {
                foreach (IArgumentOperation argument in creation.Arguments)
                {
                    pending.Push(argument.Value);
                }
            }
        }

        return false;
    }

    private static bool IsAnswer(ITypeSymbol? type) => type is INamedTypeSymbol
    {
        Name: "HttpResponseMessage" or "RestResponse" or "IRestResponse" or "HttpWebResponse" or "WebResponse" or "IFlurlResponse" or "IApiResponse" or "ApiResponse",
    };

    private static bool IsClient(INamedTypeSymbol? type) => type is { Name: "HttpClient" or "HttpMessageInvoker" or "HttpClientJsonExtensions" or "WebClient" or "RestClient" or "IRestClient" or "RestClientExtensions" };
}
