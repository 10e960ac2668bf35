using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Objects;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Requests;

/// <summary>What a call hands over as its body, with the media type that the code declares for it.</summary>
/// <param name="Operation">The content, or the value that the library turns into one.</param>
internal sealed record BodyContent(IOperation Operation)
{
    /// <summary>Whether the library serializes the value: <c>PostAsJsonAsync(url, value)</c>.</summary>
    public bool IsSerialized { get; init; }

    /// <summary>Whether statements after the creation of the request set headers of the content.</summary>
    public bool IsDeclaredLater { get; init; }

    /// <summary>The media type where the call or the request names one, in the words of the library: <c>AddStringBody(text, DataFormat.None)</c>.</summary>
    public string? Declared { get; init; }

    /// <summary>Where the request names it; null where the content does.</summary>
    public IOperation? DeclaredAt { get; init; }
}

/// <summary>Finds the contents of requests before anything is taken off them.</summary>
internal static class BodyContents
{
    private const string PlainText = "text/plain";

    /// <summary>The contents of a call, one for each way the code can take.</summary>
    public static IEnumerable<BodyContent> Of(SendCall call, ValueResolver resolver) => call.Client switch
    {
        SendClient.HttpClient => OfHttpClient(call, resolver),
        SendClient.RestSharp => OfRestSharp(call, resolver),
        SendClient.HttpWebRequest when call.Request is { } request => OfHeaders(ObjectUses.Of(request, resolver), call, resolver),
        SendClient.WebClient when call.Operation.Instance is { } client => OfHeaders(ObjectUses.Of(client, resolver), call, resolver),
        SendClient.Flurl when call.Operation.TargetMethod.Name is "PostJsonAsync" && Names.PlainArgument(call.Operation, 0) is { } value => [new BodyContent(value) { IsSerialized = true }],
        _ => [],
    };

    private static IEnumerable<BodyContent> OfHttpClient(SendCall call, ValueResolver resolver)
    {
        if (call.Operation.TargetMethod.Name.EndsWith("AsJsonAsync", StringComparison.Ordinal))
        {
            return Names.PlainArgument(call.Operation, 1) is { } value ? [new BodyContent(value) { IsSerialized = true }] : [];
        }

        ObjectUses? request = call.Request is { } message ? ObjectUses.Of(message, resolver) : null;
        bool isDeclaredLater = request is not null && (request.Assignments.Any(static each => IsOfContent(each.Path)) || request.Calls.Any(static each => IsOfContent(each.Path)));
        IEnumerable<IOperation> contents = request is not null ? request.ValuesOf("Content")
            : Names.PlainArgument(call.Operation, 1) is { } content ? Enumerable.Repeat(content, 1)
            : Enumerable.Empty<IOperation>();
        return contents.SelectMany(content => resolver.Sources(content)).Select(source => Serialized(source) ?? (isDeclaredLater ? null : MadeBy(source, resolver)) ?? new BodyContent(source) { IsDeclaredLater = isDeclaredLater });
    }

    /// <summary>The content that a method of the program makes, with the media type that it gives it.</summary>
    private static BodyContent? MadeBy(IOperation source, ValueResolver resolver) =>
        source is IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: false } method } && new Bindings(resolver).ReturnsOf(method) is [{ } returned]
            && MediaTypeOf(new BodyContent(resolver.Resolve(returned)), resolver) is { } mediaType
            ? new BodyContent(source) { Declared = mediaType, DeclaredAt = source }
            : null;

    private static bool IsOfContent(string path) => path.StartsWith("Content.Headers", StringComparison.Ordinal);

    private static BodyContent? Serialized(IOperation content) =>
        content is IInvocationOperation { TargetMethod: { Name: "Create", ContainingType.Name: "JsonContent" } } create && Names.ArgumentAt(create, 0) is { } argument
            ? new BodyContent(argument.Value) { IsSerialized = true }
            : null;

    /// <summary>The content of a request whose own headers name the media type, where they do so once.</summary>
    private static IEnumerable<BodyContent> OfHeaders(ObjectUses uses, SendCall call, ValueResolver resolver)
    {
        IEnumerable<IOperation> set = uses.ValuesOf("ContentType").Concat(uses.Assignments.Where(each => IsContentType(each.Assignment.Target, resolver)).Select(static each => each.Assignment.Value))
            .Concat(uses.Calls.Where(each => each.Path == "Headers" && each.Invocation is { TargetMethod.Name: "Add" or "Set", Arguments: [{ Value: var name }, _] } && IsContentType(name, resolver)).Select(static each => each.Invocation.Arguments[1].Value));
        return set.ToList() is [{ } only] && call.PayloadSources.FirstOrDefault() is { } body && resolver.ConstantOf(only) is { HasValue: true, Value: string mediaType }
            ? [new BodyContent(body) { Declared = mediaType, DeclaredAt = only }]
            : [];
    }

    private static bool IsContentType(IOperation header, ValueResolver resolver) => header switch
    {
        IPropertyReferenceOperation { Property: { IsIndexer: true, ContainingType.Name: "WebHeaderCollection" or "NameValueCollection" }, Arguments: [{ Value: var name }] } => IsContentType(name, resolver),
        IFieldReferenceOperation { Field: { Name: "ContentType", ContainingType.Name: "HttpRequestHeader" } } => true,
        _ => resolver.ConstantOf(header) is { HasValue: true, Value: string text } && text.Equals("Content-Type", StringComparison.OrdinalIgnoreCase),
    };

    private static IEnumerable<BodyContent> OfRestSharp(SendCall call, ValueResolver resolver)
    {
        if (call.Request is not { } request)
        {
            yield break;
        }

        foreach (ObjectCall added in ObjectUses.Of(request, resolver).Calls)
        {
            IInvocationOperation invocation = added.Invocation;
            switch (invocation.TargetMethod.Name)
            {
                // From version 107 on, where it is an extension, a text goes as it is.
                case "AddJsonBody" when !invocation.TargetMethod.IsExtensionMethod && Names.PlainArgument(invocation, 0) is { } body:
                    yield return new BodyContent(body) { IsSerialized = true };
                    break;
                case "AddStringBody" when Names.PlainArgument(invocation, 0) is { } text && Names.PlainArgument(invocation, 1) is { } format:
                    yield return new BodyContent(text) { Declared = DeclaredBy(resolver.Resolve(format), resolver) };
                    break;
            }
        }
    }

    private static string? DeclaredBy(IOperation format, ValueResolver resolver) =>
        format is IFieldReferenceOperation { Field: { Name: "None", ContainingType.Name: "DataFormat" } } ? PlainText
        : resolver.ConstantOf(format) is { HasValue: true, Value: string mediaType } ? mediaType
        : null;

    /// <summary>
    /// The media type that a content is sent with, as far as the code shows it: that of its constructor, <c>text/plain</c> where a text content names none;
    /// null where another place sets it, where it is not known, or where there is none.
    /// </summary>
    public static string? MediaTypeOf(BodyContent body, ValueResolver resolver)
    {
        if (body.Declared is { } declared)
        {
            return declared;
        }

        if (body.IsDeclaredLater || body.Operation is not IObjectCreationOperation { Type.Name: "StringContent" or "ByteArrayContent" or "StreamContent" } creation || !IsSettled(creation, resolver, out string? later))
        {
            return null;
        }

        if (later is not null || creation.Type!.Name != "StringContent")
        {
            return later;
        }

        IOperation? given = creation.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name == "mediaType" && argument.ArgumentKind != ArgumentKind.DefaultValue)?.Value;
        return given is null ? PlainText : MediaTypeIn(given, resolver);
    }

    /// <summary>Whether a media type is one of JSON.</summary>
    public static bool IsJson(string mediaType) => mediaType.IndexOf("json", StringComparison.OrdinalIgnoreCase) >= 0;

    private static string? MediaTypeIn(IOperation value, ValueResolver resolver)
    {
        IOperation resolved = resolver.Resolve(value);
        IOperation? text = resolved switch
        {
            IObjectCreationOperation { Type.Name: "MediaTypeHeaderValue", Arguments: [{ Value: var first }, ..] } => first,
            IInvocationOperation { TargetMethod: { Name: "Parse", ContainingType.Name: "MediaTypeHeaderValue" }, Arguments: [{ Value: var parsed }] } => parsed,
            _ => resolved,
        };
        return resolver.ConstantOf(text) is not { HasValue: true, Value: var known } ? null : known as string ?? PlainText;
    }

    /// <summary>Whether all that sets the media type of a content is seen: nobody else gets it, and its headers are left alone or set once to what is known.</summary>
    private static bool IsSettled(IObjectCreationOperation creation, ValueResolver resolver, out string? later)
    {
        later = null;
        ObjectUses uses = ObjectUses.Of(creation, resolver);
        if (uses.Calls.Any(static call => call.Path.StartsWith("Headers", StringComparison.Ordinal))
            || uses.HandedTo.Any(static argument => argument.Parameter?.ContainingSymbol.DeclaringSyntaxReferences.IsEmpty == false))
        {
            return false;
        }

        foreach (ObjectAssignment assignment in uses.Assignments)
        {
            if (assignment.Path.StartsWith("Headers.ContentType", StringComparison.Ordinal))
            {
                if (later is not null || assignment.Path != "Headers.ContentType" || MediaTypeIn(assignment.Assignment.Value, resolver) is not { } mediaType)
                {
                    return false;
                }

                later = mediaType;
            }
        }

        return true;
    }
}
