using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Readers;

/// <summary>Reads from the call that turns an object into JSON how the library and its options name members.</summary>
internal static class SerializerReader
{
    /// <summary>The serializer behind a call; null for a call that is none, <see cref="Serializer.Unknown"/> where its options are not seen.</summary>
    public static Serializer? Of(IInvocationOperation call, Bindings bindings)
    {
        IMethodSymbol method = call.TargetMethod;
        switch (method.ContainingType?.Name)
        {
            case "JsonSerializer" when Names.IsIn(method, "System") && method.Name.StartsWith("Serialize", StringComparison.Ordinal):
                return WrittenAs(SystemTextOptions.Of(call, new Serializer(SerializerLibrary.SystemText, NamingPolicy.AsWritten), bindings), method);
            case "HttpClientJsonExtensions" when method.Name.EndsWith("AsJsonAsync", StringComparison.Ordinal):
            case "JsonContent" when method.Name == "Create":
                return WrittenAs(SystemTextOptions.Of(call, Serializer.Web, bindings), method);
            case "JsonConvert" when method.Name == "SerializeObject":
            case "JObject" or "JArray" or "JToken" when method.Name == "FromObject":
                return NewtonsoftSettings.Of(call, bindings);
            case "JavaScriptSerializer" when method.Name == "Serialize":
                return call.Instance is { } instance && ObjectOptions.Of(instance, bindings) is { Calls.IsEmpty: true } ? new Serializer(SerializerLibrary.JavaScript, NamingPolicy.AsWritten) { WritesFields = true } : Serializer.Unknown;
            case { } type when type.EndsWith("Serializer", StringComparison.Ordinal) || method.Name.EndsWith("AsJsonAsync", StringComparison.Ordinal):
                return Serializer.Unknown;
            default:
                return null;
        }
    }

    private static Serializer WrittenAs(Serializer serializer, IMethodSymbol method) =>
        serializer.IsKnown && method.TypeArguments is [{ TypeKind: TypeKind.Class } type] ? serializer with { WrittenAs = type } : serializer;
}
