using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Objects;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Setup;
using Dialog360.Analyzers.Sending.Urls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Requests;

/// <summary>RestSharp up to 106 (<c>IRestRequest</c>, <c>Execute</c>) and from 107 (<c>RestRequest</c>, <c>PostAsync</c>).</summary>
internal sealed class RestSharpReader : ClientReader
{
    private static readonly RequestKind Kind = new(
        "Resource",
        static creation => Names.ArgumentAt(creation, 0) is { Type.Name: "String" or "Uri" } resource ? resource : null,
        static (uses, bindings) => PayloadOf(uses, bindings),
        static _ => false);

    /// <summary>The names by which a program gives a client a serializer of its own.</summary>
    private static readonly string[] OwnSerializers = ["UseNewtonsoftJson", "UseSystemTextJson", "UseSerializer", "UseOnlySerializer", "UseJson", "configureSerialization"];

    /// <inheritdoc/>
    public override string Library => "RestSharp";

    /// <inheritdoc/>
    public override ImmutableArray<string> SendNames { get; } = ImmutableArray.Create("Execute*", "Post", "PostAsync", "PostJson", "PostJsonAsync", "Put", "PutAsync", "PutJsonAsync", "Patch", "PatchAsync");

    /// <inheritdoc/>
    public override ImmutableArray<string> Clients { get; } = ImmutableArray.Create("RestClient", "IRestClient");

    /// <inheritdoc/>
    public override ImmutableArray<string> OtherNames { get; } = ImmutableArray.Create("Get", "GetAsync", "GetJsonAsync", "Delete", "DeleteAsync");

    /// <inheritdoc/>
    public override SendCall? Read(IInvocationOperation invocation, ValueResolver resolver)
    {
        string method = invocation.TargetMethod.Name;
        if (!IsRequestName(method) || Names.ReceiverOf(invocation) is not { } client
            || !(Names.IsOrDerives(client.Type, "RestClient") || Names.IsOrDerives(client.Type, "IRestClient"))
            || Names.PlainArgument(invocation, 0) is not { } first)
        {
            return null;
        }

        return Read(invocation, first, client, resolver);
    }

    /// <inheritdoc/>
    public override SendCall? ReadHanded(IInvocationOperation invocation, IOperation request, SendCall inner, ValueResolver resolver) =>
        inner is { Client: SendClient.RestSharp, Receiver: { } client } ? Read(invocation, request, client, resolver) : null;

    private static SendCall? Read(IInvocationOperation invocation, IOperation first, IOperation client, ValueResolver resolver)
    {
        Bindings bindings = new(resolver);
        bool isPlain = first.Type?.SpecialType == SpecialType.System_String;
        bool isOld = Names.IsOrDerives(first.Type, "IRestRequest");
        if (!isPlain && !isOld && !Names.IsOrDerives(first.Type, "RestRequest"))
        {
            return null;
        }

        RequestParts request = isPlain
            ? new RequestParts(UrlReader.ReadText(first, bindings), BodySources.Of(Names.PlainArgument(invocation, 1), bindings, SerializerOf(invocation, bindings.Resolver)), MayHaveBody: false)
            : RequestParts.Of(first, Kind, bindings);
        UrlText url = Compose(request.Url, () => BaseOf(client, resolver), bindings, UrlCombination.Append, invocation.Syntax);
        return Create(invocation, SendClient.RestSharp, url) with
        {
            Bodies = request.Bodies,
            HasBody = !request.Bodies.IsEmpty || request.MayHaveBody,
            Request = isPlain ? null : first,
            ThrowsOnFailure = !isOld && !invocation.TargetMethod.Name.StartsWith("Execute", StringComparison.Ordinal),
        };
    }

    private static bool IsRequestName(string method) =>
        method.StartsWith("Execute", StringComparison.Ordinal)
        || method is "Post" or "PostAsync" or "PostJson" or "PostJsonAsync" or "Put" or "PutAsync" or "PutJsonAsync" or "Patch" or "PatchAsync"
            or "Get" or "GetAsync" or "GetJsonAsync" or "Delete" or "DeleteAsync";

    private static ImmutableArray<BodySource> PayloadOf(ObjectUses request, Bindings bindings)
    {
        ImmutableArray<BodySource>.Builder payload = ImmutableArray.CreateBuilder<BodySource>();
        foreach (ObjectCall call in request.Calls)
        {
            IInvocationOperation invocation = call.Invocation;
            IOperation? body = invocation.TargetMethod.Name switch
            {
                "AddJsonBody" or "AddBody" or "AddStringBody" => Names.PlainArgument(invocation, 0),
                "AddParameter" or "AddOrUpdateParameter" when IsBody(invocation, bindings.Resolver) => Names.PlainArgument(invocation, 1),
                "AddParameter" or "AddOrUpdateParameter" when Names.PlainArgument(invocation, 0) is { } parameter
                    && bindings.Resolver.Resolve(parameter) is IObjectCreationOperation { Type.Name: "JsonParameter" or "BodyParameter" } created => created,
                _ => null,
            };
            payload.AddRange(BodySources.Of(body, bindings, SerializerOf(invocation, bindings.Resolver)));
        }

        return payload.ToImmutable();
    }

    /// <summary>
    /// What writes a body that is handed over as an object: from version 107 on, where these calls are extensions, <c>System.Text.Json</c> with the web's
    /// names, unless the program gives its clients another serializer.
    /// </summary>
    private static Serializer? SerializerOf(IInvocationOperation call, ValueResolver resolver) => call.TargetMethod.Name switch
    {
        "AddStringBody" => null,
        "AddJsonBody" or "PostJsonAsync" or "PutJsonAsync" when call.TargetMethod.IsExtensionMethod && ObjectOptions.IsWholeProgramWithout(resolver, OwnSerializers) => Serializer.Web,
        _ => Serializer.Unknown,
    };

    /// <summary>Whether a parameter is the body: by its kind, or by a media type as its name.</summary>
    private static bool IsBody(IInvocationOperation invocation, ValueResolver resolver)
    {
        foreach (IArgumentOperation argument in invocation.Arguments)
        {
            if (ValueResolver.Strip(argument.Value) is IFieldReferenceOperation { Field.Name: "RequestBody" })
            {
                return true;
            }
        }

        return Names.PlainArgument(invocation, 0) is { } name && resolver.ConstantOf(name) is { HasValue: true, Value: string text }
            && text.StartsWith("application/json", StringComparison.OrdinalIgnoreCase);
    }

    private static IOperation? BaseOf(IOperation client, ValueResolver resolver)
    {
        ObjectUses uses = ObjectUses.Of(client, resolver);
        IOperation? address = null;
        int count = 0;
        foreach (IOperation value in uses.ValuesOf("BaseUrl"))
        {
            (address, count) = (value, count + 1);
        }

        foreach (IOperation origin in uses.Origins)
        {
            if (origin is not IObjectCreationOperation creation || Names.ArgumentAt(creation, 0) is not { } argument)
            {
                continue;
            }

            IOperation options = resolver.Resolve(argument);
            if (Names.IsOrDerives(argument.Type, "HttpClient"))
            {
                argument = ClientSetup.Of(argument, resolver).SingleValue("BaseAddress") ?? argument;
            }
            else if (options is IObjectCreationOperation { Type.Name: "RestClientOptions", Arguments.IsEmpty: true }
                && ObjectUses.Of(argument, resolver).ValuesOf("BaseUrl") is [{ } own])
            {
                argument = own;
            }

            (address, count) = (argument, count + 1);
        }

        return count == 1 ? address : null;
    }
}
