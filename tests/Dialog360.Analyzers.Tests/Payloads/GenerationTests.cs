using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Payloads;

/// <summary>Which generation of the API a message belongs to, and that it flows through the project's own methods.</summary>
public sealed class GenerationTests
{
    private const string Template = """template = new { name = "a", language = new { code = "en" } }""";

    [Theory]
    // The URL inside the helper: written there, in a constant, in a field, in the base of the client.
    [InlineData("""Task Post(object payload) => http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", payload);""")]
    [InlineData("""private const string Url = "https://waba-v2.360dialog.io/messages"; async Task Post(object payload) { using var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = JsonContent.Create(payload) }; (await http.SendAsync(request)).EnsureSuccessStatusCode(); }""")]
    [InlineData("""private static readonly string Url = "https://graph.facebook.com/v21.0/1/messages"; Task Post(object payload) { var json = JsonSerializer.Serialize(payload); return http.PostAsync(Url, new StringContent(json, Encoding.UTF8, "application/json")); }""")]
    [InlineData("""private static readonly HttpClient d360 = new() { BaseAddress = new Uri("https://waba-v2.360dialog.io/") }; Task Post(object payload) => d360.PostAsJsonAsync("messages", payload);""")]
    // The URL handed to the helper, several helpers, generic ones, those that know text or content only.
    [InlineData("""Task Post(object payload) => PostTo("https://waba-v2.360dialog.io/messages", payload); Task PostTo(string url, object payload) => http.PostAsJsonAsync(url, payload);""")]
    [InlineData("""Task Post(object payload) => Core("messages", payload); Task Core<T>(string path, T payload) => http.PostAsJsonAsync("https://waba-v2.360dialog.io/" + path, payload);""")]
    [InlineData("""Task Post(object payload) => Text(JsonSerializer.Serialize(payload)); Task Text(string json) => Send(new StringContent(json, Encoding.UTF8, "application/json")); Task Send(HttpContent content) => http.PostAsync("https://waba-v2.360dialog.io/messages", content);""")]
    [InlineData("""async Task Post(object payload, int attempt = 0) { var answer = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", payload); if (attempt < 3 && !answer.IsSuccessStatusCode) await Post(payload, attempt + 1); }""")]
    public void Helper_gives_its_host_to_what_it_is_handed(string helper) => new TestProgram("DLG0108", Sender(helper, $$"""Post([|new|] { to, type = "template", {{Template}} })""")).Check();

    [Theory]
    // What a factory returns goes where its callers send it.
    [InlineData("""object Build(string to) => [|new|] { to, type = "template", template = new { name = "a", language = new { code = "en" } } };""", """http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", Build(to))""")]
    [InlineData("""string Build(string to) => JsonSerializer.Serialize([|new|] { to, type = "template", template = new { name = "a", language = new { code = "en" } } });""", """http.PostAsync("https://waba-v2.360dialog.io/messages", new StringContent(Build(to), Encoding.UTF8, "application/json"))""")]
    [InlineData("""object Build(string to) { var built = [|new|] { to, type = "template", template = new { name = "a", language = new { code = "en" } } }; return built; } object Outer(string to) => Build(to); Task Post(object payload) => http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", payload);""", """Post(Outer(to))""")]
    [InlineData("""Task<object> Build(string to) => Task.FromResult<object>([|new|] { to, type = "template", template = new { name = "a", language = new { code = "en" } } }); async Task Post(string to) { var made = await Build(to); await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", made); }""", """Post(to)""")]
    public void Caller_gives_its_host_to_what_a_factory_returns(string members, string call) => new TestProgram("DLG0108", Sender(members, call)).Check();

    [Theory]
    [InlineData("""object Build(string to) => new { to, type = "template", template = new { name = "a", language = new { code = "en" } } };""", """http.PostAsJsonAsync("https://waba-sandbox.360dialog.io/v1/messages", Build(to))""")]
    [InlineData("""object Build(string to) => new { to, type = "template", template = new { name = "a", language = new { code = "en" } } }; public Task Other(string to) => http.PostAsJsonAsync("https://waba-sandbox.360dialog.io/v1/messages", Build(to));""", """http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", Build(to))""")]
    [InlineData("""object Build(string to) => new { to, type = "text", text = new { subject = "x" } };""", """http.PostAsJsonAsync("https://mail.example.org/send", Build(to))""")]
    [InlineData("""object Build(string to) => Build(Again(to)); string Again(string to) => Build(to).ToString()!;""", """http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", Build(to))""")]
    public void Silent_where_callers_show_no_Cloud_host(string members, string call) => new TestProgram("DLG0108", Sender(members, call)).Check();

    [Theory]
    [InlineData("""Task Post(object payload) => http.PostAsJsonAsync(address, payload);""")]
    [InlineData("""Task Post(object payload) => http.PostAsJsonAsync("https://waba-sandbox.360dialog.io/v1/messages", payload);""")]
    [InlineData("""Task Post(object payload) => http.PostAsJsonAsync("https://waba.360dialog.io/v1/messages", payload);""")]
    [InlineData("""Task Post(object payload) => http.PostAsJsonAsync(address + "/v1/messages", payload);""")]
    [InlineData("""Task Post(object payload) => PostTo(address, payload); Task PostTo(string url, object payload) => http.PostAsJsonAsync(url, payload);""")]
    // Two ways of which one is not known to be the Cloud API; a copy that gets the member; nothing that sends.
    [InlineData("""Task Post(object payload) => old ? http.PostAsJsonAsync("https://waba-sandbox.360dialog.io/v1/messages", payload) : http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", payload);""")]
    [InlineData("""Task Post(object payload) { var node = JsonSerializer.SerializeToNode(payload)!.AsObject(); node["messaging_product"] = "whatsapp"; return http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", node); }""")]
    [InlineData("""Task Post(object payload) { Console.WriteLine(payload); return Post(payload); }""")]
    public void Silent_where_the_helper_shows_no_Cloud_host(string helper) => new TestProgram("DLG0108", Sender(helper, $$"""Post(new { to, type = "template", {{Template}} })""")).Check();

    [Theory]
    // The member in the message comes first, then the host, then the option, then the path.
    [InlineData("https://waba.360dialog.io/v1/messages", "messaging_product = \"whatsapp\", ", "", false)]
    [InlineData("https://unknown.example.org/v1/messages", "messaging_product = \"whatsapp\", ", "dialog360.api = on_premises", false)]
    [InlineData("https://waba-sandbox.360dialog.io/v1/messages", "messaging_product = \"whatsapp\", ", "dialog360.api = on_premises", false)]
    [InlineData("https://waba-sandbox.360dialog.io/v1/messages", "", "dialog360.api = cloud", false)]
    [InlineData("https://waba-sandbox.360dialog.io/v1/messages", "", "", false)]
    [InlineData("https://waba-v2.360dialog.io/messages", "", "dialog360.api = on_premises", true)]
    [InlineData("https://waba.360dialog.io/v1/messages", "", "dialog360.api = cloud", false)]
    public void Order_of_what_decides(string url, string product, string option, bool isMissing)
    {
        string payload = $$"""{{(isMissing ? "[|new|]" : "new")}} { {{product}}to, type = "template", {{Template}} }""";
        new TestProgram("DLG0108", Sender(string.Empty, $$"""http.PostAsJsonAsync("{{url}}", {{payload}})""")).Check(editorConfig: option.Length == 0 ? null : option);
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("dialog360.api = cloud", true)]
    [InlineData("dialog360.api = on_premises", false)]
    public void Option_comes_before_the_path_of_an_unknown_host(string option, bool isMissing)
    {
        string payload = $$"""{{(isMissing ? "[|new|]" : "new")}} { to, type = "template", {{Template}} }""";
        new TestProgram("DLG0108", Sender(string.Empty, $$"""http.PostAsJsonAsync(address + "/v1/messages", {{payload}})""")).Check(editorConfig: option.Length == 0 ? null : option);
    }

    [Fact]
    public void Object_that_a_helper_hands_to_itself_is_not_changed_by_that() => new TestProgram(
        "DLG0108",
        """
        public class Outgoing
        {
            [JsonPropertyName("messaging_product")] public string Product { get; set; } = "whatsapp";
            [JsonPropertyName("to")] public string To { get; set; } = "";
            [JsonPropertyName("type")] public string Kind { get; set; } = "text";
            [JsonPropertyName("image")] public object? Text { get; set; }
        }

        public class Notifier
        {
            private readonly HttpClient http = new();

            public Task PaymentDueAsync(string phone)
            {
                var message = [|new|] Outgoing { To = phone, Text = new { id = "1" } };
                return DeliverAsync(message);
            }

            private async Task DeliverAsync(object message, int attempt = 0)
            {
                var response = await http.PostAsync("https://graph.facebook.com/v21.0/1/messages", new StringContent(JsonSerializer.Serialize(message), Encoding.UTF8, "application/json"));
                if (response.StatusCode == HttpStatusCode.ServiceUnavailable && attempt < 3)
                {
                    await DeliverAsync(message, attempt + 1);
                }
            }
        }
        """).Check();

    private static string Sender(string helper, string call) => $$"""
        public class Sender(HttpClient http, string address, bool old)
        {
            {{helper}}
            private bool IsOld => old || address.Length > 1;
            public Task Send(string to) => {{call}};
        }
        """;
}
