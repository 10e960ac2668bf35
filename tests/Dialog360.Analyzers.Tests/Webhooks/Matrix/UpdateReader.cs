using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Webhooks.Matrix;

/// <summary>A way of reading an update: how its members, lists and texts are written in C#, with the marks of what is reported there.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type of the update.</param>
/// <param name="Parsed">The update, made of the text <c>json</c>.</param>
/// <param name="Get">A member of a holder, marked where a rule is given.</param>
/// <param name="Each">What a <c>foreach</c> runs over.</param>
/// <param name="Has">Whether a holder has a member.</param>
/// <param name="Text">The text of a member.</param>
/// <param name="Number">The number of a member.</param>
internal sealed record UpdateReader(
    string Name,
    string Type,
    string Parsed,
    Func<string, string, string?, string> Get,
    Func<string, string> Each,
    Func<string, string, string> Has,
    Func<string, string> Text,
    Func<string, string> Number)
{
    /// <summary>All of them.</summary>
    public static readonly UpdateReader[] All =
    [
        new("Classes", "Update", "JsonSerializer.Deserialize<Update>(json)!", Dotted, list => list, (holder, name) => $"{holder}.{name} != null", read => read, read => read),
        new("Elements", "JsonElement", "JsonDocument.Parse(json).RootElement", Asked, list => list + ".EnumerateArray()", (holder, name) => $"{holder}.TryGetProperty(\"{name}\", out _)", read => read + ".GetString()", read => read + ".GetInt32()"),
        new("Nodes", "JsonNode", "JsonNode.Parse(json)!", (holder, name, id) => Indexed(holder, name, id) + "!", list => list + ".AsArray()", NotNull, read => $"((string){read})", read => $"((int){read})"),
        new("Tokens", "Newtonsoft.Json.Linq.JObject", "Newtonsoft.Json.Linq.JObject.Parse(json)", Indexed, list => list, NotNull, read => $"((string){read})", read => $"((int){read})"),
        new("Dynamic", "dynamic", "(dynamic)Newtonsoft.Json.Linq.JObject.Parse(json)", Dotted, list => list, (holder, name) => $"{holder}.{name} != null", read => $"((string){read})", read => $"((int){read})"),
    ];

    /// <summary>The classes of the first one.</summary>
    public const string Classes = """
        public class Update { public List<Entry> entry { get; set; } = new(); }
        public class Entry { public List<Change> changes { get; set; } = new(); }
        public class Change { public string field { get; set; } = ""; public Value value { get; set; } = new(); }
        public class Value { public List<Message> messages { get; set; } = null!; public List<Delivery> statuses { get; set; } = null!; }
        public class Message { public string from { get; set; } = ""; USERID public string id { get; set; } = ""; public string type { get; set; } = ""; }
        public class Delivery { public string id { get; set; } = ""; public string status { get; set; } = ""; public string recipient_id { get; set; } = ""; public List<Fault> errors { get; set; } = null!; }
        public class Fault { public int code { get; set; } public string title { get; set; } = ""; }
        """;

    private static string Dotted(string holder, string name, string? id) => $"{holder}.{Marked(name, id)}";

    private static string Asked(string holder, string name, string? id) => $"{holder}.{Marked("GetProperty", id)}(\"{name}\")";

    private static string Indexed(string holder, string name, string? id) => $"{holder}[{Marked($"\"{name}\"", id)}]";

    private static string NotNull(string holder, string name) => $"{holder}[\"{name}\"] != null";

    private static string Marked(string text, string? id) => id is null ? text : $"{{|{id}:{text}|}}";

    /// <summary>How it shows in the name of a test.</summary>
    public override string ToString() => Name;
}
