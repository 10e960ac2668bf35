using System.Collections.Immutable;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Requests;

/// <summary>Takes contents, serializers and encoders off the body of a request, down to the expressions that make it.</summary>
internal static class BodySources
{
    private const int MaxSteps = 128;

    /// <summary>The innermost expressions that <paramref name="body"/> is made of; empty for a body that is no JSON (forms, multipart).</summary>
    public static ImmutableArray<IOperation> Of(IOperation? body, Bindings bindings)
    {
        if (body is null)
        {
            return ImmutableArray<IOperation>.Empty;
        }

        ImmutableArray<IOperation>.Builder result = ImmutableArray.CreateBuilder<IOperation>();
        HashSet<IOperation> seen = new();
        Stack<(IOperation Operation, Bindings Bindings)> pending = new();
        pending.Push((body, bindings));
        while (pending.Count > 0)
        {
            (IOperation current, Bindings scope) = pending.Pop();
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
                    pending.Push((inner, scope));
                }
                else if (!PushReturned(source, scope, pending))
                {
                    result.Add(source);
                }
            }
        }

        result.Sort(static (left, right) => left.Syntax.SpanStart.CompareTo(right.Syntax.SpanStart));
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
            case "Serialize" or "SerializeToUtf8Bytes" when type is "JsonSerializer" or "JavaScriptSerializer":
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
    private static bool PushReturned(IOperation source, Bindings scope, Stack<(IOperation, Bindings)> pending)
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
            pending.Push((returned[index], inner));
        }

        return true;
    }

    private static bool IsNull(IOperation operation) =>
        operation.ConstantValue is { HasValue: true, Value: null } || operation is IDefaultValueOperation;

    private static bool IsForm(IOperation operation) =>
        operation.Type?.Name is "FormUrlEncodedContent" or "MultipartFormDataContent" or "MultipartContent" or "NameValueCollection";
}
