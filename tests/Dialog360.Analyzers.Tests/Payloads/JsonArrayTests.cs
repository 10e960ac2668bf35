using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Payloads;

/// <summary>Arrays of JSON trees that are made from another array: its elements are theirs.</summary>
public sealed class JsonArrayTests
{
    [Theory]
    [InlineData("JsonArray Make(params JsonObject[] all) => new(all);", "Button(\"1\", \"Yes\"), Button(\"2\", \"No\")")]
    [InlineData("JsonArray Make(params JsonNode[] all) => new JsonArray(all);", "Button(\"1\", \"Yes\"), Button(\"2\", \"No\")")]
    [InlineData("JsonArray Make(IEnumerable<JsonObject> all) => new JsonArray(all.ToArray());", "new[] { Button(\"1\", \"Yes\"), Button(\"2\", \"No\") }")]
    [InlineData("JsonArray Make(params JsonObject[] all) { JsonArray made = new(all); made.Add(Button(\"9\", \"Stop\")); return made; }", "Button(\"1\", \"Yes\"), Button(\"2\", \"No\")")]
    [InlineData("JsonArray Make(params JsonObject[] all) => new(all);", "Button(\"1\", \"Yes\"), Button([|\"1\"|], \"No\")")]
    [InlineData("JsonArray Make(params JsonObject[] all) => new(all);", "Button(\"1\", \"Yes\"), Button(\"2\", [|\"Yes, please book it for me\"|])")]
    [InlineData("JsonArray Make(IEnumerable<JsonObject> all) => new JsonArray(all.ToArray());", "new List<JsonObject> { Button(\"1\", \"Yes\"), Button(\"2\", [|\"Yes, please book it for me\"|]) }")]
    public void System_Text_Json(string method, string arguments) => Check(method, arguments, "JsonObject Button(string id, string title) => new() { [\"type\"] = \"reply\", [\"reply\"] = new JsonObject { [\"id\"] = id, [\"title\"] = title } };");

    [Theory]
    [InlineData("JArray Make(params JObject[] all) => new(all);", "Button(\"1\", \"Yes\"), Button(\"2\", \"No\")")]
    [InlineData("JArray Make(params JObject[] all) => new JArray(all.ToList());", "Button(\"1\", \"Yes\"), Button(\"2\", [|\"Yes, please book it for me\"|])")]
    [InlineData("JArray Make(JToken one, JToken two) => new JArray(one, two);", "Button(\"1\", \"Yes\"), Button(\"2\", [|\"Yes, please book it for me\"|])")]
    [InlineData("JArray Make(JToken one) => new JArray(one);", "Button(\"2\", [|\"Yes, please book it for me\"|])")]
    public void Newtonsoft(string method, string arguments) => Check(method, arguments, "JObject Button(string id, string title) => new JObject(new JProperty(\"type\", \"reply\"), new JProperty(\"reply\", new JObject(new JProperty(\"id\", id), new JProperty(\"title\", title))));");

    private static void Check(string method, string arguments, string button)
    {
        string program = $$"""
            using Newtonsoft.Json.Linq;
            public static class Parts { public static {{method}} public static {{button}} }
            public class Sender(HttpClient http)
            {
                public async Task AskAsync(string to)
                {
                    object message = new { messaging_product = "whatsapp", to, type = "interactive", interactive = new { type = "button", body = new { text = "Well?" }, action = new { buttons = Parts.Make({{arguments.Replace("Button(", "Parts.Button(", StringComparison.Ordinal)}}) } } };
                    (await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", message)).EnsureSuccessStatusCode();
                }
            }
            """;
        new TestProgram("DLG0109", program).Check();
        new TestProgram("DLG0106", program.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal)).Check();
    }
}
