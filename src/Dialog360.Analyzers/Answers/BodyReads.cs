using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Answers;

/// <summary>Recognises the calls that read a body as JSON.</summary>
internal static class BodyReads
{
    /// <summary>Whether a call takes a text, a stream or bytes for JSON.</summary>
    public static bool Is(IInvocationOperation call) => (call.TargetMethod.ContainingType?.Name, call.TargetMethod.Name) switch
    {
        ("JsonSerializer", "Deserialize" or "DeserializeAsync") => true,
        ("JsonConvert", "DeserializeObject" or "DeserializeAnonymousType" or "PopulateObject") => true,
        ("JObject" or "JToken" or "JArray" or "JsonNode" or "JsonDocument" or "JsonElement", "Parse" or "ParseAsync" or "ParseValue" or "Load" or "LoadAsync") => true,
        ("JavaScriptSerializer", "Deserialize" or "DeserializeObject") => true,
        _ => false,
    };

    /// <summary>Whether a call reads the content of an answer as JSON.</summary>
    public static bool IsOfContent(IInvocationOperation call) => call.TargetMethod.Name is "ReadFromJsonAsync" or "ReadFromJsonAsAsyncEnumerable" or "ReadAsAsync" or "GetJsonAsync" or "GetJsonListAsync";
}
