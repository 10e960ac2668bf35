using System.Text.Json;
using Microsoft.CodeAnalysis.CSharp;

namespace Dialog360.Analyzers.Tests.Infrastructure;

/// <summary>Writes a JSON text as C# in the ways that people use.</summary>
internal static class WrittenMessage
{
    /// <summary>As anonymous objects and arrays.</summary>
    public static string Anonymous(string json) => Write(json, static (name, value) => $"@{name} = {value}", "new { ", " }", "new object[] { ", " }");

    /// <summary>As dictionaries and lists.</summary>
    public static string Dictionary(string json) => Write(json, static (name, value) => $"[\"{name}\"] = {value}", "new Dictionary<string, object> { ", " }", "new List<object> { ", " }");

    /// <summary>As <c>JsonObject</c> and <c>JsonArray</c>.</summary>
    public static string JsonNodes(string json) => Write(json, static (name, value) => $"[\"{name}\"] = {value}", "new JsonObject { ", " }", "new JsonArray(", ")");

    /// <summary>As <c>JObject</c> and <c>JArray</c>.</summary>
    public static string Tokens(string json) => Write(json, static (name, value) => $"new JProperty(\"{name}\", {value})", "new JObject(", ")", "new JArray { ", " }");

    /// <summary>As one string literal.</summary>
    public static string Literal(string json) => SymbolDisplay.FormatLiteral(json, quote: true);

    private static string Write(string json, Func<string, string, string> member, string openObject, string closeObject, string openArray, string closeArray)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return Write(document.RootElement);

        string Write(JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.Object => openObject + string.Join(", ", element.EnumerateObject().Select(each => member(each.Name, Write(each.Value)))) + closeObject,
            JsonValueKind.Array => openArray + string.Join(", ", element.EnumerateArray().Select(Write)) + closeArray,
            JsonValueKind.String => SymbolDisplay.FormatLiteral(element.GetString()!, quote: true),
            _ => element.GetRawText(),
        };
    }
}
