using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Setup;
using Dialog360.Analyzers.Sending.Urls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Requests;

/// <summary><c>HttpClient</c>: <c>PostAsync</c>, <c>PostAsJsonAsync</c>, <c>SendAsync(HttpRequestMessage)</c> and their like.</summary>
internal sealed class HttpClientReader : ClientReader
{
    private static readonly RequestKind Kind = new(
        "RequestUri",
        static creation => Names.ArgumentAt(creation, 1),
        static (uses, bindings) => uses.ValuesOf("Content").SelectMany(content => BodySources.Of(content, bindings)),
        static uses => uses.ValuesOf("Content").Any());

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

        return isRequest ? ReadRequest(invocation, Names.PlainArgument(invocation, 0), client, resolver) : ReadDirect(invocation, client, hasBody, resolver);
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
            Bodies = BodySources.Of(body, bindings, SerializerReader.Of(invocation, bindings)),
            ThrowsOnFailure = method is "GetStringAsync" or "GetStreamAsync" or "GetByteArrayAsync" or "GetFromJsonAsync" or "DeleteFromJsonAsync",
        };
    }

    /// <inheritdoc/>
    public override SendCall? ReadHanded(IInvocationOperation invocation, IOperation request, SendCall inner, ValueResolver resolver) =>
        inner is { Client: SendClient.HttpClient, Receiver: { } client } ? ReadRequest(invocation, request, client, resolver) : null;

    private static SendCall? ReadRequest(IInvocationOperation invocation, IOperation? request, IOperation client, ValueResolver resolver)
    {
        if (request is null || !Names.IsOrDerives(request.Type, "HttpRequestMessage"))
        {
            return null;
        }

        RequestParts parts = RequestParts.Of(request, Kind, new Bindings(resolver));
        UrlText url = ComposeUrl(parts.Url, client, new Bindings(resolver), invocation.Syntax);
        return Create(invocation, SendClient.HttpClient, url) with
        {
            HasBody = parts.MayHaveBody,
            Bodies = parts.Bodies,
            Request = request,
        };
    }

    private static UrlText ComposeUrl(UrlText? own, IOperation client, Bindings bindings, SyntaxNode syntax) =>
        Compose(own, () => ClientSetup.Of(client, bindings.Resolver).SingleValue("BaseAddress"), bindings, UrlCombination.Resolve, syntax);
}
