using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Payloads;

/// <summary>Messages that one method begins and others complete: the caller, a helper that is handed the object, an extension method that gives it back.</summary>
public sealed class CompletedMessageTests
{
    private const string Rules = "DLG0101,DLG0102,DLG0104,DLG0106,DLG0107,DLG0108,DLG0109,DLG0112,DLG0113,DLG0114,DLG0115,DLG0201";

    private const string Nodes = """
        private JsonObject Begin(string to, string type) => new() { ["messaging_product"] = "whatsapp", ["to"] = to, ["type"] = type };
        private Task Post(JsonObject message) => http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", message);
        """;

    private const string Tokens = """
        private static Newtonsoft.Json.Linq.JObject Begin(string to, string type)
        {
            var o = new Newtonsoft.Json.Linq.JObject();
            o.Add("messaging_product", "whatsapp");
            o.Add("to", to);
            o["type"] = type;
            return o;
        }
        private Task Post(Newtonsoft.Json.Linq.JObject message) => http.PostAsync("https://waba-v2.360dialog.io/messages", new StringContent(message.ToString(), Encoding.UTF8, "application/json"));
        """;

    private const string Dictionaries = """
        private Dictionary<string, object> Begin(string to, string type) => new() { { "messaging_product", "whatsapp" }, { "to", to }, { "type", type } };
        private Task Post(Dictionary<string, object> message) => http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", message);
        """;

    private const string Typed = """
        public class Message { public string messaging_product { get; set; } = "whatsapp"; public string to { get; set; } public string type { get; set; } public Media image { get; set; } public Place location { get; set; } }
        public class Media { public string link { get; set; } }
        public class Place { public double latitude { get; set; } public double longitude { get; set; } }
        private static Message Begin(string to, string type) { return new Message { to = to, type = type }; }
        private Task Post(Message message) => http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", message);
        """;

    [Theory]
    [InlineData(Nodes, """var m = Begin(to, "image"); m["image"] = new JsonObject { ["link"] = {|DLG0102:"https://a.example/x.gif"|} }; await {|DLG0201:Post|}(m);""")]
    [InlineData(Nodes, """var m = Begin(to, "image"); m["image"] = new JsonObject { ["link"] = "https://a.example/x.png" }; await {|DLG0201:Post|}(m);""")]
    [InlineData(Nodes, """var m = Begin(to, "template"); m["template"] = new JsonObject { ["name"] = "hello", ["language"] = new JsonObject { ["code"] = {|DLG0113:"en-US"|} } }; await Post(m);""")]
    [InlineData(Nodes, """var m = Begin(to, "audio"); var a = new JsonObject(); a["link"] = "https://a.example/x.mp3"; a["{|DLG0108:caption|}"] = "x"; m["audio"] = a; await {|DLG0201:Post|}(m);""")]
    [InlineData(Tokens, """var m = Begin(to, "image"); m.Add("image", new Newtonsoft.Json.Linq.JObject { ["link"] = {|DLG0102:"https://a.example/x.gif"|} }); await {|DLG0201:Post|}(m);""")]
    [InlineData(Tokens, """var m = Begin(to, "document"); m.Add("document", new Newtonsoft.Json.Linq.JObject { ["link"] = "https://a.example/x.gif" }); await {|DLG0201:Post|}(m);""")]
    [InlineData(Dictionaries, """var m = Begin(to, "location"); m["location"] = new { latitude = {|DLG0101:91.2|}, longitude = 7 }; await {|DLG0201:Post|}(m);""")]
    [InlineData(Dictionaries, """Dictionary<string, object> m = Begin(to, "location"); m.Add("location", new { latitude = 51.2, longitude = 7 }); await {|DLG0201:Post|}(m);""")]
    [InlineData(Typed, """var m = Begin(to, "image"); m.image = new Media { link = {|DLG0104:"/x.png"|} }; await {|DLG0201:Post|}(m);""")]
    [InlineData(Typed, """var m = Begin(to, "location"); m.location = new Place { latitude = 1, longitude = {|DLG0101:181|} }; await {|DLG0201:Post|}(m);""")]
    [InlineData(Typed, """var m = Begin(to, "location"); m.location = new Place { latitude = 1, longitude = 18.1 }; await {|DLG0201:Post|}(m);""")]
    // Code that is not seen may complete it, and nobody knows what it puts there.
    [InlineData(Nodes, """var m = Begin(to, "image"); JsonNode.Equals(m, null); Interlocked.Exchange(ref m, null); await Post(m);""")]
    // Each caller gets the same object.
    [InlineData(Nodes + """ private static readonly JsonObject Shared = new() { ["messaging_product"] = "whatsapp", ["to"] = "4917012345678", ["type"] = "image" }; private static JsonObject Get() => Shared;""",
        """var m = Get(); m["image"] = new JsonObject { ["link"] = "https://a.example/x.gif" }; await {|DLG0201:Post|}(m);""")]
    public void By_the_caller(string members, string statements) => Check(members, statements);

    [Theory]
    // A local function names the content by its parameter, another method calls it.
    [InlineData("""
        var x = Media("sticker", {|DLG0102:"https://a.example/x.png"|}); await {|DLG0201:Post|}(x);
        await {|DLG0201:Post|}(Media("image", "https://a.example/x.png"));
        JsonObject Media(string type, string link) { var m = Begin(to, type); m[type] = new JsonObject { ["link"] = link }; return m; }
        """)]
    public void By_a_local_function(string statements) => Check(Nodes, statements);

    [Theory]
    [InlineData("""var m = Whats(to); Put(m, "image", new { link = {|DLG0102:"https://a.example/x.gif"|} }); await {|DLG0201:Post|}(m);""")]
    [InlineData("""var m = Whats(to); Put(m, "image", new { link = "https://a.example/x.jpg" }); await {|DLG0201:Post|}(m);""")]
    [InlineData("""var m = Whats(to).With("type", "audio").With("audio", new { link = {|DLG0102:"https://a.example/x.mp4"|} }); await {|DLG0201:Post|}(m);""")]
    [InlineData("""await {|DLG0201:Post|}(Whats(to).With("type", "audio").With("audio", new { link = {|DLG0102:"https://a.example/x.mp4"|} }));""")]
    [InlineData("""await {|DLG0201:Post|}(Whats(to).With("type", "audio").With("audio", new { link = "https://a.example/x.m4a" }));""")]
    // What is put there under a condition may be missing, what is not seen may be anything.
    [InlineData("""var m = Whats(to); Maybe(m, to); await {|DLG0201:Post|}(m);""")]
    [InlineData("""var m = Whats(to).With("type", "image"); Unknown(m, to); await {|DLG0201:Post|}(m);""")]
    public void By_methods_that_get_the_object(string statements) => Check("""
        private static Dictionary<string, object> Whats(string to) => new() { ["messaging_product"] = "whatsapp", ["to"] = to };
        private static void Put(Dictionary<string, object> message, string type, object content) { message["type"] = type; message[type] = content; }
        private static void Maybe(Dictionary<string, object> message, string x) { if (x.Length > 3) return; message["type"] = "image"; message["image"] = new { link = x }; }
        private static void Unknown(Dictionary<string, object> message, string x) { foreach (var each in x.Split(',')) message[each] = new { link = each }; }
        private Task Post(Dictionary<string, object> message) => http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", message);
        """, statements, """public static class Fluent { public static Dictionary<string, object> With(this Dictionary<string, object> d, string key, object value) { d[key] = value; return d; } }""");

    [Theory]
    [InlineData("""new Image({|DLG0102:$"https://a.example/{to}.bmp"|})""")]
    [InlineData("""new Image($"https://a.example/{to}.png")""")]
    [InlineData("""new Place({|DLG0101:151.2|}, -33.9)""")]
    [InlineData("""new Place(-33.9, 151.2)""")]
    [InlineData("""new Sound({|DLG0102:"https://a.example/x.wav"|})""")]
    public void With_content_that_names_itself(string content) => Check("""
        public interface IContent { string Type { get; } }
        public record Image(string Link) : IContent { public string Type => "image"; }
        public record Place(double Latitude, double Longitude) : IContent { public string Type => "location"; }
        public abstract record Base : IContent { public abstract string Type { get; } }
        public record Sound(string Link) : Base { public override string Type => "audio"; }
        private static readonly JsonSerializerOptions Snake = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
        private async Task Post(string to, IContent content)
        {
            var payload = new Dictionary<string, object> { ["messaging_product"] = "whatsapp", ["to"] = to, ["type"] = content.Type, [content.Type] = content };
            (await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", payload, Snake)).EnsureSuccessStatusCode();
        }
        """, $$"""await {|DLG0201:Post|}(to, {{content}});""");

    [Theory]
    [InlineData("HttpRequestMessage", """
        using var m = new HttpRequestMessage(HttpMethod.Post, "https://waba-v2.360dialog.io/messages") { Content = JsonContent.Create(new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }) };
        await {|DLG0201:Execute|}(m);
        """)]
    [InlineData("HttpRequestMessage", """
        using var m = new HttpRequestMessage(HttpMethod.Post, "https://waba-v2.360dialog.io/messages") { Content = JsonContent.Create(new { messaging_product = "whatsapp", to, type = "template", template = new { name = "x", language = new { code = "de" } } }) };
        await Execute(m);
        """)]
    [InlineData("HttpRequestMessage", """
        using var m = new HttpRequestMessage(HttpMethod.Post, "https://waba-v2.360dialog.io/messages") { Content = {|DLG0115:new StringContent(JsonSerializer.Serialize(new { messaging_product = "whatsapp", to, type = "template", template = new { name = "x", language = new { code = "de" } } }))|} };
        await Execute(m);
        """)]
    [InlineData("HttpRequestMessage", """
        using var m = new HttpRequestMessage(HttpMethod.Post, "https://api.other.example/messages") { Content = JsonContent.Create(new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }) };
        await Execute(m);
        """)]
    public void In_a_request_that_a_method_sends(string type, string statements) => Check($$"""
        private async Task Execute({{type}} request)
        {
            request.Headers.Add("D360-API-KEY", Environment.GetEnvironmentVariable("KEY"));
            using var response = await http.SendAsync(request);
            response.EnsureSuccessStatusCode();
        }
        """, statements);

    [Fact]
    public void Answers_of_such_requests_belong_to_the_method_that_looks_at_them()
    {
        const string Statements = """
            using var m = new HttpRequestMessage(HttpMethod.Post, "https://waba-v2.360dialog.io/messages") { Content = JsonContent.Create(new { messaging_product = "whatsapp", to, type = "template", template = new { name = "x", language = new { code = "de" } } }) };
            """;
        CheckFor("DLG0301", """
            private async Task Execute(HttpRequestMessage request) { using var response = await http.SendAsync(request); response.EnsureSuccessStatusCode(); }
            """, Statements + "await Execute(m);");
        CheckFor("DLG0301", """
            private Task<HttpResponseMessage> Execute(HttpRequestMessage request) => http.SendAsync(request);
            """, Statements + "await {|DLG0301:Execute|}(m);");
    }

    [Theory]
    [InlineData("""[{{{Button("y", "Yes")}}},{{{Button("n", "{|DLG0109:No, I would rather not|}")}}}]""")]
    [InlineData("""[{{{Button("y", "Yes")}}},{{{Button("n", "No")}}}]""")]
    [InlineData("""[{{{Button("y", {|DLG0107:to.Trim()|})}}},{{{Encoded("n", to)}}}]""")]
    public void Pieces_of_text_that_methods_write(string buttons)
    {
        Check("""
            private static string Button(string id, string title) => "{\"type\":\"reply\",\"reply\":{\"id\":\"" + id + "\",\"title\":\"" + title + "\"}}";
            private static string Encoded(string id, string title) => $"{{\"type\":\"reply\",\"reply\":{{\"id\":\"{id}\",\"title\":{JsonSerializer.Serialize(title)}}}}}";
            private Task Post(string json) => http.PostAsync("https://waba-v2.360dialog.io/messages", new StringContent(json, Encoding.UTF8, "application/json"));
            """,
            "await {|DLG0201:Post|}($$$\"\"\"{\"messaging_product\":\"whatsapp\",\"to\":\"{{{to}}}\",\"type\":\"interactive\",\"interactive\":{\"type\":\"button\",\"body\":{\"text\":\"?\"},\"action\":{\"buttons\":" + buttons + " } } }\"\"\");");
    }

    private static void Check(string members, string statements, string types = "") => CheckFor(Rules, members, statements, types);

    private static void CheckFor(string rules, string members, string statements, string types = "") => new TestProgram(rules, $$"""
        public class Sender(HttpClient http)
        {
            {{members}}

            public async Task Run(string to)
            {
                await Task.Yield();
                {{statements}}
            }
        }
        {{types}}
        """).Check();
}
