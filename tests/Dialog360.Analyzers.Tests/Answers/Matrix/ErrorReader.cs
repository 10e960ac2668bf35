namespace Dialog360.Analyzers.Tests.Answers.Matrix;

/// <summary>A way of reading an error: how its code, its details and the status in the gateway's envelope are written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Declare">The statement that makes what is read of <c>text</c>.</param>
/// <param name="Code">The code.</param>
/// <param name="Details">Its details.</param>
/// <param name="Status">The status in the envelope, marked where a rule is given.</param>
/// <param name="OtherStatus">The same in the other spelling.</param>
internal sealed record ErrorReader(string Name, string Declare, string Code, string Details, Func<string?, string> Status, string OtherStatus)
{
    /// <summary>All of them.</summary>
    public static readonly ErrorReader[] All =
    [
        new("Elements", "var read = JsonDocument.Parse(text).RootElement;", "read.GetProperty(\"error\").GetProperty(\"code\").GetInt32()", "read.GetProperty(\"error\").GetProperty(\"details\").GetString()",
            id => $"read.GetProperty(\"meta\").GetProperty({Marked("\"httpCode\"", id)}).GetInt32()", "read.GetProperty(\"meta\").GetProperty(\"http_code\").GetInt32()"),
        new("Nodes", "var read = JsonNode.Parse(text)!;", "(int)read[\"error\"]![\"code\"]!", "(string?)read[\"error\"]![\"details\"]",
            id => $"(int)read[\"meta\"]![{Marked("\"httpCode\"", id)}]!", "(int)read[\"meta\"]![\"http_code\"]!"),
        new("NodeValues", "var read = JsonNode.Parse(text);", "read?[\"error\"]?[\"code\"]?.GetValue<int>()", "read?[\"error\"]?[\"details\"]?.GetValue<string>()",
            id => $"read?[\"meta\"]?[{Marked("\"httpCode\"", id)}]?.GetValue<int>()", "read?[\"meta\"]?[\"http_code\"]?.GetValue<int>()"),
        new("Tokens", "var read = JObject.Parse(text);", "(int)read[\"error\"]![\"code\"]!", "(string?)read[\"error\"]![\"details\"]",
            id => $"(int)read[\"meta\"]![{Marked("\"httpCode\"", id)}]!", "(int)read[\"meta\"]![\"http_code\"]!"),
        new("TokenValues", "var read = JToken.Parse(text);", "read[\"error\"]!.Value<int>(\"code\")", "read[\"error\"]!.Value<string>(\"details\")",
            id => $"read[\"meta\"]!.Value<int>({Marked("\"httpCode\"", id)})", "read[\"meta\"]!.Value<int>(\"http_code\")"),
        new("TokenPaths", "var read = JObject.Parse(text);", "(int)read.SelectToken(\"error.code\")!", "(string?)read.SelectToken(\"error.details\")",
            id => $"(int)read.SelectToken({Marked("\"meta.httpCode\"", id)})!", "(int)read.SelectToken(\"meta.http_code\")!"),
        new("Dynamic", "dynamic read = JsonConvert.DeserializeObject(text)!;", "(int)read.error.code", "(string)read.error.details",
            id => $"(int)read.meta.{Marked("httpCode", id)}", "(int)read.meta.http_code"),
        new("DynamicIndexes", "dynamic read = JObject.Parse(text);", "(int)read[\"error\"][\"code\"]", "(string)read[\"error\"][\"details\"]",
            id => $"(int)read[\"meta\"][{Marked("\"httpCode\"", id)}]", "(int)read[\"meta\"][\"http_code\"]"),
        new("Classes", "var read = System.Text.Json.JsonSerializer.Deserialize<Answer>(text)!;", "read.error!.code", "read.error!.details",
            id => $"read.meta!.{Marked("httpCode", id)}", "read.meta!.http_code"),
        new("AttributedClasses", "var read = JsonConvert.DeserializeObject<ErrorAnswer>(text);", "read?.Error?.Code", "read?.Error?.Details",
            id => id is "DLG0303" ? string.Empty : "read!.Meta!.HttpCode", "read!.Meta!.HttpCodeInSnake"),
    ];

    /// <summary>The classes of the last two. <c>OTHER</c> stands for the other spelling of the status.</summary>
    public const string Classes = """
        public class Answer { public Fault? error { get; set; } public Meta? meta { get; set; } }
        public class Fault { public int code { get; set; } public string title { get; set; } = ""; public string details { get; set; } = ""; }
        public class Meta { public int httpCode { get; set; } OTHER }
        public class ErrorAnswer { [JsonProperty("error")] public ErrorBody? Error { get; set; } [JsonProperty("meta")] public ErrorMeta? Meta { get; set; } }
        public class ErrorBody { [JsonProperty("code")] public int Code { get; set; } [JsonProperty("title")] public string? Title { get; set; } [JsonProperty("details")] public string? Details { get; set; } }
        public class ErrorMeta { [JsonProperty("httpCode")] public int HttpCode { get; set; } [JsonProperty("http_code")] public int HttpCodeInSnake { get; set; } }
        """;

    private static string Marked(string text, string? id) => id is null ? text : $"{{|{id}:{text}|}}";
}
