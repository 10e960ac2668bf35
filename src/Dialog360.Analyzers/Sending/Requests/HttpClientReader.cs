using System.Collections.Immutable;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Objects;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Setup;
using Dialog360.Analyzers.Sending.Urls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Requests;

/// <summary><c>HttpClient</c>: <c>PostAsync</c>, <c>PostAsJsonAsync</c>, <c>SendAsync(HttpRequestMessage)</c> and their like.</summary>
internal sealed class HttpClientReader : ClientReader
{
    /// <inheritdoc/>
    public override ImmutableArray<string> SendNames { get; } = ImmutableArray.Create("PostAsync", "PutAsync", "PatchAsync", "PostAsJsonAsync", "PutAsJsonAsync", "PatchAsJsonAsync", "SendAsync", "Send");

    /// <inheritdoc/>
    public override ImmutableArray<string> OtherNames { get; } = ImmutableArray.Create("GetAsync", "GetStringAsync", "GetStreamAsync", "GetByteArrayAsync", "GetFromJsonAsync", "DeleteAsync", "DeleteFromJsonAsync");

    /// <inheritdoc/>
    public override ImmutableArray<string> Clients { get; } = ImmutableArray.Create("HttpClient", "HttpMessageInvoker", "HttpRequestMessage", "HttpMessageHandler", "DelegatingHandler", "IHttpClientFactory", "CreateClient");

    /// <inheritdoc/>
    public override SendCall? Read(IInvocationOperation invocation, ValueResolver resolver)
    {
        string method = invocation.TargetMethod.Name;
        bool hasBody = HasBody(method);
        bool isRequest = IsRequest(method);
        bool isOther = method is "GetAsync" or "GetStringAsync" or "GetStreamAsync" or "GetByteArrayAsync" or "GetFromJsonAsync" or "DeleteAsync" or "DeleteFromJsonAsync";
        if (!(hasBody || isRequest || isOther) || Names.ReceiverOf(invocation) is not { } client || !IsClient(client.Type))
        {
            return null;
        }

        return isRequest ? ReadRequest(invocation, client, resolver) : ReadDirect(invocation, client, hasBody, resolver);
    }

    private static bool HasBody(string method) => method is "PostAsync" or "PutAsync" or "PatchAsync" or "PostAsJsonAsync" or "PutAsJsonAsync" or "PatchAsJsonAsync";

    private static bool IsRequest(string method) => method is "SendAsync" or "Send";

    private static bool IsClient(ITypeSymbol? type) => Names.IsOrDerives(type, "HttpClient") || Names.IsOrDerives(type, "HttpMessageInvoker");

    private static SendCall ReadDirect(IInvocationOperation invocation, IOperation client, bool hasBody, ValueResolver resolver)
    {
        Bindings bindings = new(resolver);
        IOperation? address = Names.PlainArgument(invocation, 0);
        UrlText url = ComposeUrl(address is null ? null : UrlReader.ReadText(address, bindings), client, bindings, invocation.Syntax);
        IOperation? body = hasBody ? Names.PlainArgument(invocation, 1) : null;
        string method = invocation.TargetMethod.Name;
        return Create(invocation, SendClient.HttpClient, url) with
        {
            HasBody = hasBody,
            PayloadSources = BodySources.Of(body, bindings),
            ThrowsOnFailure = method is "GetStringAsync" or "GetStreamAsync" or "GetByteArrayAsync" or "GetFromJsonAsync" or "DeleteFromJsonAsync",
        };
    }

    private static SendCall? ReadRequest(IInvocationOperation invocation, IOperation client, ValueResolver resolver)
    {
        if (Names.PlainArgument(invocation, 0) is not { } request || !Names.IsOrDerives(request.Type, "HttpRequestMessage"))
        {
            return null;
        }

        RequestParts parts = RequestParts.Of(request, new Bindings(resolver));
        UrlText url = ComposeUrl(parts.Url, client, new Bindings(resolver), invocation.Syntax);
        return Create(invocation, SendClient.HttpClient, url) with
        {
            HasBody = parts.MayHaveBody,
            PayloadSources = parts.PayloadSources,
            Request = request,
        };
    }

    private static UrlText ComposeUrl(UrlText? own, IOperation client, Bindings bindings, SyntaxNode syntax) =>
        Compose(own, () => ClientSetup.Of(client, bindings.Resolver).SingleValue("BaseAddress"), bindings, UrlCombination.Resolve, syntax);
}

/// <summary>What an <c>HttpRequestMessage</c> holds, wherever it is filled.</summary>
/// <param name="Url">Its URL, or null where it is unknown or there are several.</param>
/// <param name="PayloadSources">See <see cref="SendCall.PayloadSources"/>.</param>
/// <param name="MayHaveBody">Whether a content is given, or the request comes from where nobody sees.</param>
internal sealed record RequestParts(UrlText? Url, ImmutableArray<IOperation> PayloadSources, bool MayHaveBody)
{
    /// <summary>Reads the request that <paramref name="request"/> gives.</summary>
    public static RequestParts Of(IOperation request, Bindings bindings)
    {
        ObjectUses uses = ObjectUses.Of(request, bindings.Resolver);
        ImmutableArray<IOperation>.Builder payload = ImmutableArray.CreateBuilder<IOperation>();
        bool mayHaveBody = false;
        foreach (IOperation content in uses.ValuesOf("Content"))
        {
            payload.AddRange(BodySources.Of(content, bindings));
            mayHaveBody = true;
        }

        List<UrlText> urls = new();
        foreach (IOperation address in uses.ValuesOf("RequestUri"))
        {
            urls.Add(UrlReader.ReadText(address, bindings));
        }

        foreach (IOperation origin in uses.Origins)
        {
            if (origin is IObjectCreationOperation creation)
            {
                if (Names.ArgumentAt(creation, 1) is { } address)
                {
                    urls.Add(UrlReader.ReadText(address, bindings));
                }
            }
            else if (origin is IInvocationOperation call && bindings.ReturnsOf(call.TargetMethod) is { IsEmpty: false } returned && bindings.Enter(call) is { } inner)
            {
                foreach (IOperation value in returned)
                {
                    RequestParts made = Of(value, inner);
                    payload.AddRange(made.PayloadSources);
                    mayHaveBody |= made.MayHaveBody;
                    urls.Add(made.Url ?? new UrlText());
                }
            }
            else
            {
                mayHaveBody = true;
            }
        }

        return new RequestParts(urls.Count == 1 ? urls[0] : null, payload.ToImmutable(), mayHaveBody);
    }
}
