using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Requests;

/// <summary>An expression that the body of a request is made of, and what writes it as JSON.</summary>
/// <param name="Operation">An object creation, a text, a reference to a parameter, a call of a source factory.</param>
/// <param name="Serializer">The serializer that was taken off it, the one nearest to it; null where there was none.</param>
internal readonly record struct BodySource(IOperation Operation, Serializer? Serializer);

/// <summary>Takes contents, serializers and encoders off the body of a request, down to the expressions that make it.</summary>
internal static class BodySources
{
    private const int MaxSteps = 128;

    /// <summary>The innermost expressions that <paramref name="body"/> is made of; empty for a body that is no JSON (forms, multipart).</summary>
    /// <param name="body">What is handed to the library.</param>
    /// <param name="bindings">Follows expressions.</param>
    /// <param name="library">The serializer that the library itself applies to what it is handed; null for a library that takes contents or texts.</param>
    public static ImmutableArray<BodySource> Of(IOperation? body, Bindings bindings, Serializer? library = null)
    {
        if (body is null)
        {
            return ImmutableArray<BodySource>.Empty;
        }

        ImmutableArray<BodySource>.Builder result = ImmutableArray.CreateBuilder<BodySource>();
        HashSet<IOperation> seen = new();
        Stack<(IOperation Operation, Bindings Bindings, Serializer? Serializer)> pending = new();
        pending.Push((body, bindings, library));
        while (pending.Count > 0)
        {
            (IOperation current, Bindings scope, Serializer? serializer) = pending.Pop();
            ImmutableArray<IOperation> sources = scope.Sources(current);
            for (int index = sources.Length - 1; index >= 0; index--)
            {
                IOperation source = sources[index];
                if (!seen.Add(source) || seen.Count > MaxSteps || IsNull(source) || IsForm(source))
                {
                    continue;
                }

                if (Inner(source) is { } inner)
                {
                    pending.Push((inner, scope, source is IInvocationOperation call && SerializerReader.Of(call, scope) is { } nearer ? nearer : serializer));
                }
                else if (!PushReturned(source, scope, serializer, pending))
                {
                    result.Add(new BodySource(source, serializer));
                }
            }
        }

        result.Sort(static (left, right) => left.Operation.Syntax.SpanStart.CompareTo(right.Operation.Syntax.SpanStart));
        return result.ToImmutable();
    }

    /// <summary>The expression inside a content, serializer or encoder; null for anything else.</summary>
    private static IOperation? Inner(IOperation operation)
    {
        switch (operation)
        {
            case IObjectCreationOperation { Type.Name: "StringContent" or "ByteArrayContent" or "StreamContent" or "ReadOnlyMemoryContent" or "MemoryStream" or "JsonParameter" } creation:
                return creation.Type!.Name == "JsonParameter" ? JsonParameterValue(creation) : Names.ArgumentAt(creation, 0);
            case IObjectCreationOperation { Type.Name: "ObjectContent" } creation:
                return Names.ArgumentAt(creation, creation.Constructor?.Parameters.FirstOrDefault()?.Type.Name == "Type" ? 1 : 0);
            case IInvocationOperation invocation:
                return Inner(invocation);
            default:
                return null;
        }
    }

    private static IOperation? Inner(IInvocationOperation invocation)
    {
        string type = invocation.TargetMethod.ContainingType?.Name ?? string.Empty;
        switch (invocation.TargetMethod.Name)
        {
            case "GetBytes" when type.EndsWith("Encoding", StringComparison.Ordinal):
            case "Create" when type == "JsonContent":
            case "Serialize" or "SerializeToUtf8Bytes" or "SerializeToNode" or "SerializeToElement" or "SerializeToDocument" when type is "JsonSerializer" or "JavaScriptSerializer":
            case "SerializeObject" when type == "JsonConvert":
            case "FromObject" when type is "JObject" or "JToken":
            case "AsMemory" or "AsSpan" or "ToArray":
                return Names.ArgumentAt(invocation, 0)?.Value ?? invocation.Instance;
            case "ToJsonString" or "ToString" when invocation.Instance is { Type.Name: "JsonObject" or "JsonNode" or "JsonArray" or "JObject" or "JToken" or "JArray" } instance:
                return instance;
            case "FromResult":
                return Names.ArgumentAt(invocation, 0)?.Value;
            default:
                return null;
        }
    }

    private static IOperation? JsonParameterValue(IObjectCreationOperation creation) =>
        creation.Constructor is { Parameters: [{ Type.SpecialType: SpecialType.System_String }, { }, ..] } ? Names.ArgumentAt(creation, 1) : Names.ArgumentAt(creation, 0);

    /// <summary>
    /// Goes into a source helper that turns one of its parameters into the body (<c>ToJson(x)</c>). A method that makes the message
    /// itself stays a call: it is read as such.
    /// </summary>
    private static bool PushReturned(IOperation source, Bindings scope, Serializer? serializer, Stack<(IOperation, Bindings, Serializer?)> pending)
    {
        if (source is not IInvocationOperation invocation || invocation.TargetMethod.MethodKind is not (MethodKind.Ordinary or MethodKind.LocalFunction))
        {
            return false;
        }

        ImmutableArray<IOperation> returned = scope.ReturnsOf(invocation.TargetMethod);
        if (returned.IsEmpty || scope.Enter(invocation) is not { } inner)
        {
            return false;
        }

        bool isContent = Names.IsOrDerives(invocation.Type, "HttpContent");
        foreach (IOperation value in returned)
        {
            if (!isContent && Inner(inner.Resolver.Resolve(value)) is null)
            {
                return false;
            }
        }

        for (int index = returned.Length - 1; index >= 0; index--)
        {
            pending.Push((returned[index], inner, serializer));
        }

        return true;
    }

    private static bool IsNull(IOperation operation) =>
        operation.ConstantValue is { HasValue: true, Value: null } || operation is IDefaultValueOperation;

    private static bool IsForm(IOperation operation) =>
        operation.Type?.Name is "FormUrlEncodedContent" or "MultipartFormDataContent" or "MultipartContent" or "NameValueCollection";
}
