using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Rules;

/// <summary>What real programs do wrong in messages, cause by cause in three styles of other teams or more; what is right in the same style stays silent.</summary>
public sealed class CausesInMessagesTests
{
    private const string Cloud = "https://waba-v2.360dialog.io/messages";

    [Theory]
    // The upload takes audio/opus, the send refuses it.
    [InlineData("DLG0102", """
        using System.IO;
        internal static class Mime { public const string Opus = "audio/opus"; public const string Ogg = "audio/ogg; codecs=opus"; }
        public sealed class Recorder
        {
            private readonly HttpClient _client;
            public Recorder(IHttpClientFactory factory) => _client = factory.CreateClient("d360");
            public async Task<bool> SpeakAsync(string to, Stream recording)
            {
                var content = new MultipartFormDataContent();
                var file = new StreamContent(recording);
                file.Headers.ContentType = MediaTypeHeaderValue.Parse([|Mime.Opus|]);
                content.Add(file, "file", "voice.ogg");
                content.Add(new StringContent("whatsapp"), "messaging_product");
                HttpResponseMessage upload = await _client.PostAsync("https://waba-v2.360dialog.io/media", content);
                if (!upload.IsSuccessStatusCode) return false;
                JsonNode answer = (await upload.Content.ReadFromJsonAsync<JsonNode>())!;
                var message = new JsonObject { ["messaging_product"] = "whatsapp", ["to"] = to, ["type"] = "audio", ["audio"] = new JsonObject { ["id"] = (string?)answer["id"] } };
                HttpResponseMessage sent = await _client.PostAsync("https://waba-v2.360dialog.io/messages", new StringContent(message.ToJsonString(), Encoding.UTF8, "application/json"));
                return sent.IsSuccessStatusCode;
            }
        }
        """)]
    [InlineData("DLG0102", """
        public sealed class Recorder(HttpClient client)
        {
            private const string Base = "https://waba-v2.360dialog.io";
            public async Task SpeakAsync(string to, byte[] recording)
            {
                var file = new ByteArrayContent(recording);
                file.Headers.TryAddWithoutValidation("Content-Type", "audio/ogg; codecs=opus");
                using var content = new MultipartFormDataContent { { new StringContent("whatsapp"), "messaging_product" }, { new StringContent("audio/ogg; codecs=opus"), "type" }, { file, "file", "voice.opus" } };
                var upload = await client.PostAsync(Base + "/media", content);
                upload.EnsureSuccessStatusCode();
                using var answer = JsonDocument.Parse(await upload.Content.ReadAsStringAsync());
                string id = answer.RootElement.GetProperty("id").GetString()!;
                var sent = await client.PostAsJsonAsync(Base + "/messages", new { messaging_product = "whatsapp", to, type = "audio", audio = new { id, voice = true } });
                sent.EnsureSuccessStatusCode();
            }
        }
        """)]
    [InlineData("DLG0102", """
        public sealed class Notes(HttpClient client)
        {
            public Task Link(string to) => Post(new { messaging_product = "whatsapp", to, type = "audio", audio = new { link = "https://cdn.example.org/n/7.opus" } });
            public async Task Archive(byte[] recording)
            {
                var file = new ByteArrayContent(recording);
                file.Headers.ContentType = new MediaTypeHeaderValue("audio/opus");
                (await client.PutAsync("https://archive.example.org/notes/1", file)).EnsureSuccessStatusCode();
            }
            private async Task Post(object message) => (await client.PostAsJsonAsync("$url", message)).EnsureSuccessStatusCode();
        }
        """)]
    public void Opus_is_uploaded_and_refused_later(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    [Theory]
    // A list has a text as header, a product none.
    [InlineData("DLG0108", """"
        public class Catalogue
        {
            public static string Menu(string to, string picture) => $$"""
                {
                  "messaging_product": "whatsapp", "to": "{{to}}", "type": "interactive",
                  "interactive": {
                    "type": "list",
                    "header": { "type": "[|document|]", "document": { "link": "https://cdn.example.org/menu.pdf" } },
                    "body": { "text": "Choose" },
                    "action": { "button": "Open", "sections": [ { "title": "A", "rows": [ { "id": "1", "title": "Soup" } ] } ] }
                  }
                }
                """;
        }
        """")]
    [InlineData("DLG0108", """
        public class Builders
        {
            public object Product(string to) => new { messaging_product = "whatsapp", to, type = "interactive", interactive = new { type = "product", [|header|] = new { type = "text", text = "New" }, body = new { text = "x" }, action = new { catalog_id = "1", product_retailer_id = "2" } } };
            public Dictionary<string, object> List(string to) => new()
            {
                ["messaging_product"] = "whatsapp", ["to"] = to, ["type"] = "interactive",
                ["interactive"] = new Dictionary<string, object>
                {
                    ["type"] = "list",
                    ["header"] = new Dictionary<string, object> { { "type", [|"video"|] }, { "video", new { id = "1" } } },
                    ["body"] = new { text = "x" },
                    ["action"] = new { button = "b", sections = new[] { new { title = "t", rows = new[] { new { id = "1", title = "a" } } } } },
                },
            };
        }
        """)]
    [InlineData("DLG0108", """
        public class Builders
        {
            public object Button(string to, string link) => new { messaging_product = "whatsapp", to, type = "interactive", interactive = new { type = "button", header = new { type = "image", image = new { link } }, body = new { text = "x" }, action = new { buttons = new[] { new { type = "reply", reply = new { id = "1", title = "a" } } } } } };
            public object Link(string to, string link) => new { messaging_product = "whatsapp", to, type = "interactive", interactive = new { type = "cta_url", header = new { type = "document", document = new { link, filename = "a.pdf" } }, body = new { text = "x" }, action = new { name = "cta_url", parameters = new { display_text = "Open", url = link } } } };
            public object List(string to, string kind) => new { messaging_product = "whatsapp", to, type = "interactive", interactive = new { type = "list", header = new { type = kind, text = "x" }, body = new { text = "x" }, action = new { button = "b", sections = new[] { new { title = "t", rows = new[] { new { id = "1", title = "a" } } } } } } };
            public object Text(string to) => new { messaging_product = "whatsapp", to, type = "interactive", interactive = new { type = "list", header = new { type = "text", text = "Menu" }, body = new { text = "x" }, action = new { button = "b", sections = new[] { new { title = "t", rows = new[] { new { id = "1", title = "a" } } } } } } };
        }
        """)]
    public void Headers_have_the_kind_that_the_type_takes(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    [Theory]
    // An empty text as parameter of a template.
    [InlineData("DLG0109", """
        public class Notice(HttpClient http)
        {
            private static object P(string value) => new { type = "text", text = value };
            public async Task Send(string to)
            {
                var parameters = new List<object> { P("Ann"), P([|""|]), P([|string.Empty|]) };
                (await http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "template", template = new { name = "nurse", language = new { code = "en" }, components = new[] { new { type = "body", parameters } } } })).EnsureSuccessStatusCode();
            }
        }
        """)]
    [InlineData("DLG0109", """
        public class Notice(HttpClient http)
        {
            public async Task Send(string to, string? floor)
            {
                var body = JsonSerializer.Serialize(new { messaging_product = "whatsapp", to, type = "template", template = new { name = "nurse", language = new { code = "en" }, components = new object[] { new { type = "body", parameters = new object[] { new { type = "text", text = floor ?? "" } } } } } });
                (await http.PostAsync("$url", new StringContent(body, Encoding.UTF8, "application/json"))).EnsureSuccessStatusCode();
            }
        }
        """)]
    [InlineData("DLG0109", """
        public class Notice(HttpClient http)
        {
            public async Task Send(string to, string? floor, string name)
            {
                string shown = string.IsNullOrWhiteSpace(floor) ? "-" : floor;
                (await http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "template", template = new { name = "nurse", language = new { code = "en" }, components = new object[] { new { type = "body", parameters = new object[] { new { type = "text", text = shown }, new { type = "text", text = name.Trim() }, new { type = "text", text = " " + name } } } } } })).EnsureSuccessStatusCode();
            }
        }
        """)]
    public void Parameters_are_not_empty(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    [Theory]
    // Reply buttons without a title.
    [InlineData("DLG0108", """
        public class Survey(HttpClient http)
        {
            public Task Ask(string to) => Post(new Newtonsoft.Json.Linq.JObject(
                new Newtonsoft.Json.Linq.JProperty("messaging_product", "whatsapp"),
                new Newtonsoft.Json.Linq.JProperty("to", to),
                new Newtonsoft.Json.Linq.JProperty("type", "interactive"),
                new Newtonsoft.Json.Linq.JProperty("interactive", new Newtonsoft.Json.Linq.JObject(
                    new Newtonsoft.Json.Linq.JProperty("type", "button"),
                    new Newtonsoft.Json.Linq.JProperty("body", new Newtonsoft.Json.Linq.JObject(new Newtonsoft.Json.Linq.JProperty("text", "?"))),
                    new Newtonsoft.Json.Linq.JProperty("action", new Newtonsoft.Json.Linq.JObject(new Newtonsoft.Json.Linq.JProperty("buttons", new Newtonsoft.Json.Linq.JArray(
                        new Newtonsoft.Json.Linq.JObject(new Newtonsoft.Json.Linq.JProperty("type", "reply"), new Newtonsoft.Json.Linq.JProperty("reply", [|new|] Newtonsoft.Json.Linq.JObject(new Newtonsoft.Json.Linq.JProperty("id", "yes"))))))))))));
            private async Task Post(Newtonsoft.Json.Linq.JObject message) => (await http.PostAsync("$url", new StringContent(message.ToString(), Encoding.UTF8, "application/json"))).EnsureSuccessStatusCode();
        }
        """)]
    [InlineData("DLG0108", """
        public class Survey(HttpClient http)
        {
            public async Task Ask(string to, Dictionary<string, string> options)
            {
                var buttons = options.Select(option => new { type = "reply", reply = [|new|] { id = option.Key, label = option.Value } }).ToArray();
                (await http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "interactive", interactive = new { type = "button", body = new { text = "?" }, action = new { buttons } } })).EnsureSuccessStatusCode();
            }
        }
        """)]
    [InlineData("DLG0108", """
        public record Reply([property: JsonPropertyName("id")] string Id, [property: JsonPropertyName("title")] string Title);
        public record ReplyButton([property: JsonPropertyName("reply")] Reply Reply) { [JsonPropertyName("type")] public string Type => "reply"; }
        public class Survey(HttpClient http)
        {
            public async Task Ask(string to, IEnumerable<(string Id, string Title)> options)
            {
                var buttons = options.Select(o => new ReplyButton(new Reply(o.Id, o.Title))).ToList();
                (await http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "interactive", interactive = new { type = "button", body = new { text = "?" }, action = new { buttons } } })).EnsureSuccessStatusCode();
            }
            public async Task Later(string to)
            {
                var reply = new Dictionary<string, string> { ["id"] = "1" };
                reply["title"] = "Yes";
                (await http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "interactive", interactive = new { type = "button", body = new { text = "?" }, action = new { buttons = new[] { new { type = "reply", reply } } } } })).EnsureSuccessStatusCode();
            }
        }
        """)]
    public void Replies_have_a_title(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    [Theory]
    // flow_action_payload beside data_exchange.
    [InlineData("DLG0108", """
        public class Claims(HttpClient http)
        {
            private static object Flow(string id, string action, object payload) => new { name = "flow", parameters = new { flow_message_version = "3", flow_id = id, flow_cta = "Start", flow_action = action, flow_action_payload = payload } };
            public Task Open(string to) => Post(to, Flow("1", "navigate", new { screen = "WELCOME" }));
            private async Task Post(string to, object action) => (await http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "interactive", interactive = new { type = "flow", body = new { text = "x" }, action } })).EnsureSuccessStatusCode();
        }
        """)]
    [InlineData("DLG0108", """
        public class Claims
        {
            public string Json(string to, string flow) => "{ \"messaging_product\": \"whatsapp\", \"to\": \"" + to + "\", \"type\": \"interactive\", \"interactive\": { \"type\": \"flow\", \"body\": { \"text\": \"x\" }, \"action\": { \"name\": \"flow\", \"parameters\": { \"flow_message_version\": \"3\", \"flow_id\": \"" + flow + "\", \"flow_cta\": \"Start\", \"flow_action\": \"data_exchange\", \"[|flow_action_payload|]\": { \"screen\": \"A\" } } } } }";
        }
        """)]
    [InlineData("DLG0108", """
        public class Claims
        {
            public object A(string to, string id) => Message(to, new { flow_message_version = "3", flow_id = id, flow_cta = "Start", flow_action = "data_exchange" });
            public object B(string to, string name) => Message(to, new { flow_message_version = "3", flow_name = name, flow_cta = "Start", flow_action = "navigate", flow_action_payload = new { screen = "A" } });
            public object C(string to, string id, string action) => Message(to, new { flow_message_version = "3", flow_id = id, flow_cta = "Start", flow_action = action, flow_action_payload = new { screen = "A" } });
            private static object Message(string to, object parameters) => new { messaging_product = "whatsapp", to, type = "interactive", interactive = new { type = "flow", body = new { text = "x" }, action = new { name = "flow", parameters } } };
        }
        """)]
    public void Payload_of_a_flow_belongs_to_navigate(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    [Theory]
    // Kinds of buttons that only the definition of a template has.
    [InlineData("DLG0108", """
        public class Template(HttpClient http)
        {
            private static Dictionary<string, object> Button(string kind, int index, string value) => new() { ["type"] = "button", ["sub_type"] = kind, ["index"] = index.ToString(), ["parameters"] = new[] { new { type = "text", text = value } } };
            public async Task Send(string to) => (await http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "template", template = new { name = "viewing", language = new { code = "en" }, components = new[] { Button("url", 0, "12"), Button([|"call"|], 1, "+44") } } })).EnsureSuccessStatusCode();
        }
        """)]
    [InlineData("DLG0108", """
        public class Component { public string type { get; set; } = ""; public string? sub_type { get; set; } public string? index { get; set; } public List<object> parameters { get; set; } = new(); }
        public class Template(HttpClient http)
        {
            public async Task Send(string to)
            {
                var button = new Component();
                button.type = "button";
                button.sub_type = [|"website"|];
                button.index = "0";
                button.parameters.Add(new { type = "text", text = "12" });
                (await http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "template", template = new { name = "viewing", language = new { code = "en" }, components = new[] { button } } })).EnsureSuccessStatusCode();
            }
        }
        """)]
    [InlineData("DLG0108", """
        public class Template(HttpClient http)
        {
            private static object Button(string sub_type, string index, object parameter) => new { type = "button", sub_type, index, parameters = new[] { parameter } };
            public async Task Send(string to) => (await http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "template", template = new { name = "viewing", language = new { code = "en" }, components = new[] {
                Button("quick_reply", "0", new { type = "payload", payload = "a" }), Button("url", "1", new { type = "text", text = "12" }), Button("copy_code", "2", new { type = "coupon_code", coupon_code = "X1" }), Button("flow", "3", new { type = "action", action = new { flow_token = "t" } }), Button("QUICK_REPLY", "4", new { type = "payload", payload = "b" }) } } })).EnsureSuccessStatusCode();
        }
        """)]
    public void Buttons_of_templates_have_a_kind_that_exists(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    [Theory]
    // Line breaks, tabs and runs of spaces in parameters of templates.
    [InlineData("DLG0109", """
        public class Digest(HttpClient http)
        {
            public async Task Send(string to, string[] lines)
            {
                string list = string.Join("\n", "Today:", lines[0]);
                (await http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "template", template = new { name = "digest", language = new { code = "en" }, components = new[] { new { type = "body", parameters = new object[] { new { type = "text", text = [|list|] }, new { type = "text", text = Address("Main Street", "London") } } } } } })).EnsureSuccessStatusCode();
            }
            private static string Address(string street, string city) => [|street + ",\n" + city|];
        }
        """)]
    [InlineData("DLG0109", """
        public class Digest(HttpClient http)
        {
            public async Task Send(string to, string heading, string[] lines, string between)
            {
                var text = new StringBuilder().AppendLine(heading).AppendLine("Kind regards").ToString();
                (await http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "text", text = new { body = text } })).EnsureSuccessStatusCode();
                (await http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "template", template = new { name = "digest", language = new { code = "en" }, components = new[] { new { type = "body", parameters = new[] { new { type = "text", text = text.Replace("\r", "").Replace("\n", ", ") }, new { type = "text", text = string.Join(between, lines) }, new { type = "text", text = Regexes.OneLine(text) } } } } } })).EnsureSuccessStatusCode();
            }
        }
        public static class Regexes { public static string OneLine(string text) => System.Text.RegularExpressions.Regex.Replace(text, @"\s+", " "); }
        """)]
    [InlineData("DLG0109", """
        public class Digest(HttpClient http)
        {
            public async Task Send(string to, string name, decimal sum) =>
                (await http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "template", template = new { name = "digest", language = new { code = "en" }, components = new[] { new { type = "body", parameters = new object[] {
                    new { type = "text", text = [|string.Format("{0}\t{1}", name, sum)|] },
                    new { type = "text", text = [|$"{name}     {sum}"|] },
                    new { type = "text", text = $"{name}    {sum}" } } } } } })).EnsureSuccessStatusCode();
        }
        """)]
    public void Parameters_are_one_line(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    [Theory]
    // Bodies whose content type is no JSON, texts serialized twice, forms.
    [InlineData("DLG0115", """
        public class Shop(HttpClient http)
        {
            public Task Ready(string to) => PostAsync(new { messaging_product = "whatsapp", to, type = "template", template = new { name = "ready", language = new { code = "nl" } } });
            private async Task PostAsync(object payload)
            {
                var json = JsonSerializer.Serialize(payload);
                using var request = new HttpRequestMessage(HttpMethod.Post, "$url");
                request.Content = new StringContent(json, Encoding.UTF8, "text/json");
                (await http.SendAsync(request)).EnsureSuccessStatusCode();
            }
        }
        """)]
    [InlineData("DLG0115", """
        public class Shop(HttpClient http)
        {
            public async Task Ready(string to)
            {
                string json = Newtonsoft.Json.JsonConvert.SerializeObject(new { messaging_product = "whatsapp", to, type = "template", template = new { name = "ready", language = new { code = "nl" } } });
                using var content = JsonContent.Create([|json|]);
                (await http.PostAsync("$url", content)).EnsureSuccessStatusCode();
            }
        }
        """)]
    [InlineData("DLG0115", """
        public class Shop(HttpClient http)
        {
            private static string Json(string to) => JsonSerializer.Serialize(new { messaging_product = "whatsapp", to, type = "template", template = new { name = "ready", language = new { code = "nl" } } });
            public async Task A(string to) { var content = new StringContent(Json(to)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } }; (await http.PostAsync("$url", content)).EnsureSuccessStatusCode(); }
            public async Task B(string to) { var content = new StringContent(Json(to), Encoding.UTF8); content.Headers.Remove("Content-Type"); content.Headers.Add("Content-Type", "application/json"); (await http.PostAsync("$url", content)).EnsureSuccessStatusCode(); }
            public async Task C(string to) { var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Json(to))); content.Headers.ContentType = new MediaTypeHeaderValue("application/json"); (await http.PostAsync("$url", content)).EnsureSuccessStatusCode(); }
            public async Task D(string to, string id) => (await http.PostAsync($"https://graph.facebook.com/v22.0/{id}/messages", new FormUrlEncodedContent(new Dictionary<string, string> { ["messaging_product"] = "whatsapp", ["to"] = to, ["type"] = "template", ["template"] = "{\"name\":\"ready\",\"language\":{\"code\":\"nl\"}}" }))).EnsureSuccessStatusCode();
        }
        """)]
    [InlineData("DLG0115", """
        public class Shop(HttpClient http)
        {
            public Task Ready(string to) => PostAsync(new { messaging_product = "whatsapp", to, type = "template", template = new { name = "ready", language = new { code = "nl" } } });
            public Task Ready2(string to) => Post2Async(new { messaging_product = "whatsapp", to, type = "template", template = new { name = "ready", language = new { code = "nl" } } });
            private async Task PostAsync(object payload)
            {
                var json = JsonSerializer.Serialize(payload);
                using var request = new HttpRequestMessage(HttpMethod.Post, "$url");
                request.Content = [|new StringContent(json, Encoding.UTF8, "text/plain")|];
                (await http.SendAsync(request)).EnsureSuccessStatusCode();
            }
            private async Task Post2Async(object payload)
            {
                var content = [|new StringContent(Newtonsoft.Json.JsonConvert.SerializeObject(payload), Encoding.UTF8, "application/x-www-form-urlencoded")|];
                (await http.PostAsync("$url", content)).EnsureSuccessStatusCode();
            }
        }
        """)]
    public void Bodies_are_sent_as_JSON(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    [Theory]
    // Uploads without messaging_product.
    [InlineData("DLG0108", """
        using System.IO;
        public class Uploader(HttpClient d360)
        {
            public async Task<string> Upload(string path)
            {
                using var form = [|new|] MultipartFormDataContent();
                form.Add(new StringContent("image/png"), "type");
                form.Add(new ByteArrayContent(await File.ReadAllBytesAsync(path)) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } }, "file", Path.GetFileName(path));
                var response = await d360.PostAsync("https://waba-v2.360dialog.io/media", form);
                response.EnsureSuccessStatusCode();
                return await response.Content.ReadAsStringAsync();
            }
        }
        """)]
    [InlineData("DLG0108", """
        using System.IO;
        public class Uploader(HttpClient d360)
        {
            public async Task A(Stream file) { var form = new MultipartFormDataContent { { new StringContent("whatsapp"), "\"messaging_product\"" }, { new StreamContent(file), "file", "a.pdf" } }; (await d360.PostAsync("https://waba-v2.360dialog.io/media", form)).EnsureSuccessStatusCode(); }
            public async Task B(Stream file) { var form = new MultipartFormDataContent(); Common(form); form.Add(new StreamContent(file), "file", "a.pdf"); (await d360.PostAsync("https://waba-v2.360dialog.io/media", form)).EnsureSuccessStatusCode(); }
            public async Task C(Stream file) { var form = new MultipartFormDataContent { { new StreamContent(file), "file", "a.pdf" } }; (await d360.PostAsync("https://files.example.org/media", form)).EnsureSuccessStatusCode(); }
            public async Task D(Stream file, Dictionary<string, string> fields) { var form = new MultipartFormDataContent { { new StreamContent(file), "file", "a.pdf" } }; foreach (var field in fields) form.Add(new StringContent(field.Value), field.Key); (await d360.PostAsync("https://waba-v2.360dialog.io/media", form)).EnsureSuccessStatusCode(); }
            private static void Common(MultipartFormDataContent form) => form.Add(new StringContent("whatsapp"), "messaging_product");
        }
        """)]
    [InlineData("DLG0108", """
        public class Uploader
        {
            private readonly HttpClient http = new() { BaseAddress = new Uri("https://waba-v2.360dialog.io/") };
            public async Task<string> Upload(byte[] file)
            {
                var form = [|new|] MultipartFormDataContent("b0undary");
                form.Add(new StringContent("whatsapp"), "product");
                form.Add(new ByteArrayContent(file), "file", "a.pdf");
                using var answer = await http.PostAsync("media", form);
                answer.EnsureSuccessStatusCode();
                return await answer.Content.ReadAsStringAsync();
            }
        }
        """)]
    public void Uploads_name_the_product(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    [Theory]
    // Half-typed code and packages that were not restored.
    [InlineData("DLG0106", """
        public class Desk(HttpClient http)
        {
            public async Task Say(Missing.Request request) => (await http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to = request.Phone, type = "text", text = new { body = request.Note, preview_url = request.Preview } })).EnsureSuccessStatusCode();
        }
        """)]
    [InlineData("DLG0106", """
        public class Desk(HttpClient http, INumbers numbers)
        {
            public async Task Say(int id) => (await http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to = [|numbers.Of(id)|], type = "text", text = new { body = Texts.Hello(id) } })).EnsureSuccessStatusCode();
        }
        public interface INumbers { long Of(int id); }
        """)]
    [InlineData("DLG0106", """
        public class Desk(HttpClient http)
        {
            public async Task Say(int id)
            {
                var phone = Lookup.Find(id);
                Phone? other = Lookup.Other(id);
                (await http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to = phone, type = "text", text = new { body = other } })).EnsureSuccessStatusCode();
                (await http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to = , type = "text", text = new { body = "x" } })).EnsureSuccessStatusCode();
            }
        }
        """)]
    public void Types_that_are_not_there_are_not_known(string rules, string program) => Check(rules, program, mayHaveErrors: true);

    [Theory]
    // The value is held in a local.
    [InlineData("DLG0107", """"
        public class Desk(HttpClient http)
        {
            public async Task Say(string to, Order order)
            {
                var name = order.Customer;
                var note = order.Note.Trim();
                string json = $$"""{ "messaging_product": "whatsapp", "to": "{{to}}", "type": "text", "text": { "body": "Hello {{[|name|]}}: {{[|note|]}} for {{[|name|]}}" } }""";
                (await http.PostAsync("$url", new StringContent(json, Encoding.UTF8, "application/json"))).EnsureSuccessStatusCode();
            }
        }
        public class Order { public string Customer { get; set; } = ""; public string Note { get; set; } = ""; }
        """")]
    [InlineData("DLG0107", """
        public class Desk
        {
            public string A(string to, string name) { var text = "Dear " + [|name|]; return string.Format("{{\"messaging_product\":\"whatsapp\",\"to\":\"{0}\",\"type\":\"text\",\"text\":{{\"body\":\"{1}\"}}}}", to, text); }
            public string B(string to, string name) { var text = name; text = text.Trim(); return "{\"messaging_product\":\"whatsapp\",\"to\":\"" + to + "\",\"type\":\"text\",\"text\":{\"body\":\"" + [|text|] + "\"}}"; }
        }
        """)]
    [InlineData("DLG0107", """"
        public class Desk
        {
            public string A(string to, DateTime at, decimal sum, Guid id) { var day = at.ToString("dd.MM."); var price = sum.ToString("0.00"); return $$"""{ "messaging_product": "whatsapp", "to": "{{to}}", "type": "text", "text": { "body": "{{day}} {{price}} {{id}}" } }"""; }
            public string B(string to, string name) { var safe = JsonEncodedText.Encode(name); return $$"""{ "messaging_product": "whatsapp", "to": "{{to}}", "type": "text", "text": { "body": "{{safe}}" } }"""; }
            public string C(string to, string name) { var quoted = JsonSerializer.Serialize(name); return "{\"messaging_product\":\"whatsapp\",\"to\":\"" + to + "\",\"type\":\"text\",\"text\":{\"body\":" + quoted + "}}"; }
            public string D(string to, string name) { name = HttpUtility.JavaScriptStringEncode(name); return "{\"messaging_product\":\"whatsapp\",\"to\":\"" + to + "\",\"type\":\"text\",\"text\":{\"body\":\"" + name + "\"}}"; }
        }
        """")]
    public void Unescaped_text_is_reported_where_it_goes_into_the_JSON(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    [Theory]
    // Pieces of JSON text, put together.
    [InlineData("DLG0107", """
        public class Desk(HttpClient http)
        {
            public async Task Say(string to, string name)
            {
                var json = new StringBuilder();
                json.Append("{\"messaging_product\":\"whatsapp\",\"to\":\"").Append(to).Append("\",\"type\":\"text\",\"text\":{\"body\":\"Hello ");
                json.Append([|name|]);
                json.Append("\"}}");
                (await http.PostAsync("$url", new StringContent(json.ToString(), Encoding.UTF8, "application/json"))).EnsureSuccessStatusCode();
                string other = string.Concat("{\"messaging_product\":\"whatsapp\",\"to\":\"", to, "\",\"type\":\"text\",\"text\":{\"body\":\"", [|name|], "\"}}");
                (await http.PostAsync("$url", new StringContent(other, Encoding.UTF8, "application/json"))).EnsureSuccessStatusCode();
            }
        }
        """)]
    [InlineData("DLG0107", """
        public class Desk(HttpClient http)
        {
            public async Task Say(string to, List<(int Id, string Title)> rows)
            {
                string json = "{\"messaging_product\":\"whatsapp\",\"to\":\"" + to + "\",\"type\":\"interactive\",\"interactive\":{\"type\":\"list\",\"body\":{\"text\":\"x\"},\"action\":{\"button\":\"Open\",\"sections\":[{\"title\":\"A\",\"rows\":[" + string.Join(",", rows.Select(row => "{\"id\":\"" + row.Id + "\",\"title\":\"" + [|row.Title|] + "\"}")) + "]}]}}}";
                (await http.PostAsync("$url", new StringContent(json, Encoding.UTF8, "application/json"))).EnsureSuccessStatusCode();
            }
        }
        """)]
    [InlineData("DLG0107,DLG0105", """"
        public class Desk(HttpClient http)
        {
            private static string Button(string id, string title) => JsonSerializer.Serialize(new { type = "reply", reply = new { id, title } });
            public async Task Say(string to, string question, IEnumerable<(string Id, string Title)> options)
            {
                string buttons = string.Join(",", options.Select(o => Button(o.Id, o.Title)));
                string json = $$"""{ "messaging_product": "whatsapp", "to": "{{to}}", "type": "interactive", "interactive": { "type": "button", "body": { "text": {{JsonSerializer.Serialize(question)}} }, "action": { "buttons": [ {{buttons}} ] } } }""";
                (await http.PostAsync("$url", new StringContent(json, Encoding.UTF8, "application/json"))).EnsureSuccessStatusCode();
            }
        }
        """")]
    public void Fragments_of_JSON_are_joined(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    [Theory]
    // Bytes are made in a helper that gets the text.
    [InlineData("DLG0114", """
        using System.IO;
        public static class Wire
        {
            private static readonly Encoding Latin = Encoding.Latin1;
            public static void Post(string json)
            {
                var request = (HttpWebRequest)WebRequest.Create("$url");
                request.Method = "POST";
                request.ContentType = "application/json";
                using (var writer = new StreamWriter(request.GetRequestStream(), [|Encoding.ASCII|])) writer.Write(json);
                using var response = request.GetResponse();
            }
        }
        public class Desk { public void Say(string to, string body) => Wire.Post(Newtonsoft.Json.JsonConvert.SerializeObject(new { messaging_product = "whatsapp", to, type = "text", text = new { body } })); }
        """)]
    [InlineData("DLG0114", """
        public static class Wire
        {
            public static async Task Post(HttpClient http, string json)
            {
                var content = new ByteArrayContent(Encoding.UTF8.GetBytes(json));
                content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
                content.Headers.Add("X-Hash", Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Encoding.ASCII.GetBytes("salt" + json.Length))));
                (await http.PostAsync("$url", content)).EnsureSuccessStatusCode();
            }
            public static async Task Escaped(HttpClient http, object message) => (await http.PostAsync("$url", new StringContent(JsonSerializer.Serialize(message), Encoding.ASCII, "application/json"))).EnsureSuccessStatusCode();
        }
        public class Desk(HttpClient http)
        {
            public Task Say(string to, string body) => Wire.Post(http, Newtonsoft.Json.JsonConvert.SerializeObject(new { messaging_product = "whatsapp", to, type = "text", text = new { body } }));
            public Task Tell(string to, string body) => Wire.Escaped(http, new { messaging_product = "whatsapp", to, type = "text", text = new { body } });
        }
        """)]
    [InlineData("DLG0114", """
        public static class Extensions
        {
            public static StringContent ToContent(this string json) => new StringContent(json, [|Encoding.ASCII|], "application/json");
        }
        public class Desk(HttpClient http)
        {
            public async Task Say(string to, string body)
            {
                var json = Newtonsoft.Json.JsonConvert.SerializeObject(new { messaging_product = "whatsapp", to, type = "text", text = new { body } });
                (await http.PostAsync("$url", json.ToContent())).EnsureSuccessStatusCode();
            }
        }
        """)]
    public void Helpers_encode_the_text(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    [Theory]
    // Overloads and retries that call the same name again.
    [InlineData("DLG0108,DLG0109,DLG0106", """
        public class Text { public string? body { get; set; } }
        public class Message { public string messaging_product { get; set; } = "whatsapp"; public string? to { get; set; } public string type { get; set; } = "text"; public Text? text { get; set; } }
        public class Desk(HttpClient http)
        {
            public Task SendAsync(string to, string body) => SendAsync(new Message { to = to, text = new Text { body = body } });
            public async Task SendAsync(Message message, int attempt = 0)
            {
                var response = await http.PostAsJsonAsync("$url", message);
                if (!response.IsSuccessStatusCode && attempt < 3) { await SendAsync(message, attempt + 1); return; }
                response.EnsureSuccessStatusCode();
            }
            public Task Empty(string to) => SendAsync(to, {|DLG0109:""|});
            public Task Hello(string to) => SendAsync(to, "Hello");
        }
        """)]
    [InlineData("DLG0108,DLG0109", """
        public class Desk(HttpClient http)
        {
            public async Task SendAsync(object message, int left)
            {
                if (left == 0) return;
                var response = await http.PostAsJsonAsync("$url", message);
                if (!response.IsSuccessStatusCode) { await Task.Delay(500); await SendAsync(message, left - 1); }
            }
            private static object Sections(int n) => n == 0 ? new { title = "A", rows = new[] { new { id = "1", title = "x" } } } : Sections(n - 1);
            public Task Hello(string to) => SendAsync(new { messaging_product = "whatsapp", to, type = "text", text = new { body = "Hello" } }, 3);
            public Task Menu(string to) => SendAsync(new { messaging_product = "whatsapp", to, type = "interactive", interactive = new { type = "list", body = new { text = "x" }, action = new { button = "b", sections = new[] { Sections(3) } } } }, 3);
        }
        """)]
    [InlineData("DLG0108,DLG0109", """
        public interface IChat
        {
            Task SendAsync(object message);
            Task SendTextAsync(string to, string body) => SendAsync(new { messaging_product = "whatsapp", to, type = "text", text = new { body } });
        }
        public class Chat(HttpClient http) : IChat { public async Task SendAsync(object message) => (await http.PostAsJsonAsync("$url", message)).EnsureSuccessStatusCode(); }
        public class Desk(IChat chat)
        {
            public Task Hello(string to) => chat.SendTextAsync(to, "Hello");
            public Task Empty(string to) => chat.SendTextAsync(to, {|DLG0109:""|});
        }
        """)]
    public void Wrappers_that_call_themselves(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    [Theory]
    // The host is where the object is sent, not where it is made.
    [InlineData("DLG0108", """
        public static class Endpoints { public const string Host = "https://waba-v2.360dialog.io"; public static string Messages => Host + "/messages"; }
        ---
        public class Desk(ISender sender)
        {
            public Task Say(string to) => sender.SendAsync([|new|] { to, type = "template", template = new { name = "a", language = new { code = "en" } } });
        }
        public interface ISender { Task SendAsync(object body); }
        ---
        public class Sender(HttpClient http) : ISender
        {
            public async Task SendAsync(object body)
            {
                using var request = new HttpRequestMessage { Method = HttpMethod.Post, RequestUri = new Uri(Endpoints.Messages), Content = JsonContent.Create(body) };
                (await http.SendAsync(request)).EnsureSuccessStatusCode();
            }
        }
        """)]
    [InlineData("DLG0108", """
        public class Desk(HttpClient http, string baseUrl)
        {
            private Task Unknown(object body) => http.PostAsJsonAsync(baseUrl + "/messages", body);
            private Task Sandbox(object body) => http.PostAsJsonAsync("https://waba-sandbox.360dialog.io/v1/messages", body);
            private Task Old(object body) => http.PostAsJsonAsync("https://waba.360dialog.io/v1/messages", body);
            public Task A(string to) => Unknown(new { to, type = "template", template = new { name = "a", language = new { code = "en" } } });
            public Task B(string to) => Sandbox(new { to, type = "template", template = new { name = "a", language = new { code = "en" } } });
            public Task C(string to) => Old(new { to, type = "template", template = new { name = "a", language = new { code = "en" } } });
            public Task D(string to) => Sandbox(new { messaging_product = "whatsapp", to, type = "template", template = new { name = "a", language = new { code = "en" } } });
        }
        """)]
    [InlineData("DLG0108", """
        public class Desk
        {
            private readonly HttpClient http;
            private readonly RestSharp.RestClient rest = new("https://waba-v2.360dialog.io");
            public Desk(HttpClient http) { this.http = http; this.http.BaseAddress = new Uri("https://waba-v2.360dialog.io"); }
            public Task A(string to) => Post("messages", [|new|] { to, type = "template", template = new { name = "a", language = new { code = "en" } } });
            public Task B(string to) => Rest([|new|] { to, type = "template", template = new { name = "a", language = new { code = "en" } } });
            private async Task Post(string path, object body) => (await http.PostAsJsonAsync(path, body)).EnsureSuccessStatusCode();
            private async Task Rest(object body)
            {
                var request = new RestSharp.RestRequest("messages", RestSharp.Method.Post);
                RestSharp.RestRequestExtensions.AddJsonBody(request, body);
                var response = await rest.ExecuteAsync(request);
                if (!response.IsSuccessful) throw new InvalidOperationException(response.Content);
            }
        }
        """)]
    public void Generation_flows_into_helpers(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    [Theory]
    // The sandbox takes both kinds of body.
    [InlineData("DLG0108,DLG0202,DLG0307,DLG0308", """
        public class Trial(HttpClient http)
        {
            private const string Url = "https://waba-sandbox.360dialog.io/v1/messages";
            public async Task<bool> Old(string to) { var r = await http.PostAsJsonAsync(Url, new { to, type = "text", text = new { body = "x" } }); return r.StatusCode == HttpStatusCode.Created; }
            public async Task<bool> New(string to) { var r = await http.PostAsJsonAsync(Url, new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); return r.StatusCode == HttpStatusCode.OK; }
        }
        """)]
    [InlineData("DLG0108,DLG0703", """
        public class Trial(HttpClient http)
        {
            public Task A(string to) => http.PostAsJsonAsync("https://waba-sandbox.360dialog.io/v1/messages", new { to, type = "image", image = {|DLG0108:new|} { caption = "x" } });
            public Task B(string to) => http.PostAsJsonAsync("https://waba-sandbox.360dialog.io{|DLG0703:/messages|}", new { to, type = "template", template = new { name = "a", language = new { code = "en" } } });
        }
        """)]
    [InlineData("DLG0108,DLG0202", """
        public class Trial(HttpClient http, bool isLive)
        {
            private string Url => isLive ? "https://waba-v2.360dialog.io/messages" : "https://waba-sandbox.360dialog.io/v1/messages";
            public Task Send(string to) => http.PostAsJsonAsync(Url, new { messaging_product = "whatsapp", to, type = "template", template = new { name = "a", language = new { code = "en" } } });
        }
        """)]
    public void Sandbox_is_of_no_generation(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    [Theory]
    // A category that makes the message business-initiated.
    [InlineData("DLG0108,DLG0109,DLG0112,DLG0201", """
        public static class Category { public const string Utility = "utility"; public const string Authentication = "AUTHENTICATION"; }
        public class Desk(HttpClient http)
        {
            public Task A(string to) => Post(new { messaging_product = "whatsapp", to, category = Category.Utility, type = "text", ttl_seconds = 600, text = new { body = "Your parcel is at the door" } });
            public Task B(string recipient) => Post(new { messaging_product = "whatsapp", recipient, category = "utility", type = "interactive", interactive = new { type = "button", body = new { text = "x" }, action = new { buttons = Enumerable.Range(1, 3).Select(i => new { type = "reply", reply = new { id = "b" + i, title = "T" + i } }).ToArray() } } });
            public Task C(string to, string kind) => Post(new { messaging_product = "whatsapp", to, category = kind, type = "text", text = new { body = "x" } });
            private async Task Post(object message) => (await http.PostAsJsonAsync("$url", message)).EnsureSuccessStatusCode();
            public async Task Run(IEnumerable<string> phones) { foreach (var phone in phones) { await A(phone); await C(phone, "utility"); await Task.Delay(100); } }
        }
        """)]
    [InlineData("DLG0108,DLG0109,DLG0201", """
        public class Desk(HttpClient http)
        {
            public Task A(string to) => Post(new { messaging_product = "whatsapp", to, category = {|DLG0108:"marketing"|}, type = "template", template = new { name = "a", language = new { code = "en" } } });
            public Task B(string to) => Post(new { messaging_product = "whatsapp", to, category = "utility", ttl_seconds = {|DLG0109:10|}, type = "text", text = new { body = "x" } });
            public Task C(string to) => Post(new { messaging_product = "whatsapp", to, category = "utility", type = {|DLG0108:"image"|}, image = new { link = "https://a.example/a.png" } });
            private async Task Post(object message) => (await http.PostAsJsonAsync("$url", message)).EnsureSuccessStatusCode();
            public async Task Run(Customer customer) { await {|DLG0201:D|}(customer.Phone); }
            private Task D(string to) => Post(new { messaging_product = "whatsapp", to, category = "service", type = "text", text = new { body = "x" } });
        }
        public class Customer { public string Phone { get; set; } = ""; }
        """)]
    [InlineData("DLG0109,DLG0108", """
        public class Desk(HttpClient http)
        {
            private static object Link(string title, string url) => new { type = "cta_url", cta_url = new { display_text = title, url } };
            private static object Reply(string id, string title) => new { type = "reply", reply = new { id, title } };
            public Task A(string to) => Post(new { messaging_product = "whatsapp", to, category = "utility", type = "interactive", interactive = new { type = "button", body = new { text = "x" }, action = new { buttons = new[] { Link("Track", "https://a.example"), Reply("1", "A"), Reply("2", "B"), Reply("3", "C"), Reply("4", "D") } } } });
            public Task B(string to) => Post(new { messaging_product = "whatsapp", to, type = "interactive", interactive = new { type = "button", body = new { text = "x" }, action = new { buttons = {|DLG0109:new[] { Reply("1", "A"), Reply("2", "B"), Reply("3", "C"), Reply("4", "D") }|} } } });
            private async Task Post(object message) => (await http.PostAsJsonAsync("$url", message)).EnsureSuccessStatusCode();
        }
        """)]
    public void Direct_Send(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    [Theory]
    // Methods, properties and fields that make a part of a message.
    [InlineData("DLG0109", """
        public static class Parts
        {
            public static object Reply(this string title, int index) => new { type = "reply", reply = new { id = $"r{index}", title } };
            public static object Footer => new { text = [|"This is an automatic message of the clinic, please do not answer it"|] };
            public static object[] Replies(params string[] titles) => titles.Select((t, i) => t.Reply(i)).ToArray();
        }
        ---
        public class Desk(HttpClient http)
        {
            public async Task Ask(string to) => (await http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "interactive", interactive = new { type = "button", body = new { text = "x" }, footer = Parts.Footer, action = new { buttons = Parts.Replies("Yes", [|"No, please call me instead"|]) } } })).EnsureSuccessStatusCode();
        }
        """)]
    [InlineData("DLG0109,DLG0108", """
        public record Choice(string Id, string Title);
        public class Parts
        {
            public static readonly Choice[] Usual = { new("y", "Yes"), new("n", "No") };
            public static object Button(Choice c) => new { type = "reply", reply = new { id = c.Id, title = c.Title.Length > 20 ? c.Title[..20] : c.Title } };
            public static IEnumerable<object> Rows(IEnumerable<Choice> choices) { foreach (var c in choices) yield return new { id = c.Id, title = c.Title }; }
        }
        public class Desk(HttpClient http)
        {
            public Task Ask(string to) => Post(new { messaging_product = "whatsapp", to, type = "interactive", interactive = new { type = "button", body = new { text = "x" }, action = new { buttons = Parts.Usual.Select(Parts.Button) } } });
            public Task Long(string to) => Post(new { messaging_product = "whatsapp", to, type = "interactive", interactive = new { type = "button", body = new { text = "x" }, action = new { buttons = new[] { Parts.Button(new Choice("a", "A very long title that is cut")) } } } });
            public Task List(string to, IEnumerable<Choice> choices) => Post(new { messaging_product = "whatsapp", to, type = "interactive", interactive = new { type = "list", body = new { text = "x" }, action = new { button = "b", sections = new[] { new { title = "t", rows = Parts.Rows(choices) } } } } });
            private async Task Post(object message) => (await http.PostAsJsonAsync("$url", message)).EnsureSuccessStatusCode();
        }
        """)]
    [InlineData("DLG0102,DLG0101,DLG0109", """
        public static class Media { public static object Picture(string link, string? caption = null) => new { link, caption }; public static object Pin(double lat, double lng) => new { latitude = lat, longitude = lng }; }
        ---
        public class Client(HttpClient http)
        {
            public Task SendImage(string to, object image) => Post(new { messaging_product = "whatsapp", to, type = "image", image });
            public Task SendLocation(string to, object location) => Post(new { messaging_product = "whatsapp", to, type = "location", location });
            private async Task Post(object message) => (await http.PostAsJsonAsync("$url", message)).EnsureSuccessStatusCode();
        }
        ---
        public class Campaign(Client client)
        {
            public async Task Run(string to)
            {
                await client.SendImage(to, Media.Picture({|DLG0102:"https://cdn.example.org/spring.mp4"|}));
                await client.SendImage(to, Media.Picture("https://cdn.example.org/spring.jpg", "Spring"));
                await client.SendLocation(to, Media.Pin({|DLG0101:100.5|}, 13.75));
                await client.SendLocation(to, Media.Pin(13.75, 100.5));
            }
        }
        """)]
    public void Parts_made_by_members(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    [Theory]
    // The serializer in sight writes other names than the API has.
    [InlineData("DLG0108", """
        public class Text { public string Body { get; set; } = ""; }
        public class Message { public string MessagingProduct { get; set; } = "whatsapp"; public string To { get; set; } = ""; public string Type { get; set; } = "text"; public Text? Text { get; set; } }
        public class Desk(HttpClient http)
        {
            private static readonly JsonSerializerOptions Camel = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
            public async Task A(string to) => (await http.PostAsync("$url", new StringContent(Newtonsoft.Json.JsonConvert.SerializeObject([|new|] Message { To = to, Text = new Text { Body = "x" } }), Encoding.UTF8, "application/json"))).EnsureSuccessStatusCode();
            public async Task B(string to) { var json = JsonSerializer.Serialize([|new|] Message { To = to, Text = new Text { Body = "x" } }, Camel); (await http.PostAsync("$url", new StringContent(json, Encoding.UTF8, "application/json"))).EnsureSuccessStatusCode(); }
        }
        """)]
    [InlineData("DLG0108", """
        public class Text { public string Body { get; set; } = ""; }
        public class Message { public string MessagingProduct { get; set; } = "whatsapp"; public string To { get; set; } = ""; public string Type { get; set; } = "text"; public Text? Text { get; set; } }
        public class Attributed { [JsonPropertyName("messaging_product")] public string Product { get; set; } = "whatsapp"; [JsonPropertyName("to")] public string To { get; set; } = ""; [JsonPropertyName("type")] public string Type { get; set; } = "text"; [JsonPropertyName("text")] public Inner? Text { get; set; } }
        public class Inner { [JsonPropertyName("body")] public string Body { get; set; } = ""; }
        public class Desk(HttpClient http)
        {
            private static readonly Newtonsoft.Json.JsonSerializerSettings Snake = new() { ContractResolver = new Newtonsoft.Json.Serialization.DefaultContractResolver { NamingStrategy = new Newtonsoft.Json.Serialization.SnakeCaseNamingStrategy() } };
            public async Task A(string to) => (await http.PostAsync("$url", new StringContent(Newtonsoft.Json.JsonConvert.SerializeObject(new Message { To = to, Text = new Text { Body = "x" } }, Snake), Encoding.UTF8, "application/json"))).EnsureSuccessStatusCode();
            public async Task B(string to) => (await http.PostAsJsonAsync("$url", new Attributed { To = to, Text = new Inner { Body = "x" } })).EnsureSuccessStatusCode();
            public async Task C(string to, JsonSerializerOptions options) => (await http.PostAsJsonAsync("$url", new Message { To = to, Text = new Text { Body = "x" } }, options)).EnsureSuccessStatusCode();
        }
        """)]
    [InlineData("DLG0108", """
        public class Message { [Newtonsoft.Json.JsonProperty("messaging_product")] public string Product { get; set; } = "whatsapp"; [Newtonsoft.Json.JsonProperty("to")] public string Number { get; set; } = ""; [Newtonsoft.Json.JsonProperty("type")] public string Kind { get; set; } = "text"; [Newtonsoft.Json.JsonProperty("text")] public Text? Content { get; set; } }
        public class Text { [Newtonsoft.Json.JsonProperty("body")] public string Body { get; set; } = ""; }
        public class Fields { public string messaging_product = "whatsapp"; public string to = ""; public string type = "text"; public Inner text = new(); }
        public class Inner { public string body = ""; }
        public class Desk(HttpClient http)
        {
            public async Task A(string to) => (await http.PostAsJsonAsync("$url", [|new|] Message { Number = to, Content = new Text { Body = "x" } })).EnsureSuccessStatusCode();
            public async Task B(string to) => (await http.PostAsJsonAsync("$url", [|new|] Fields { to = to, text = new Inner { body = "x" } })).EnsureSuccessStatusCode();
            public async Task C(string to) => (await http.PostAsync("$url", new StringContent(Newtonsoft.Json.JsonConvert.SerializeObject(new Fields { to = to, text = new Inner { body = "x" } }), Encoding.UTF8, "application/json"))).EnsureSuccessStatusCode();
        }
        """)]
    public void Names_that_go_out(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    [Theory]
    // What a message names: the error of the defect and what to do.
    [InlineData("DLG0108,DLG0104,DLG0109,DLG0106", """
        public class Desk(HttpClient http)
        {
            public Task A(string to) => http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = {|DLG0108:"gif"|}, gif = new { link = "https://a.example/a.gif" } });
            public Task B(string to) => http.PostAsJsonAsync("https://waba.360dialog.io/v1/messages", new { recipient_type = "individual", to, type = {|DLG0108:"voice"|}, audio = new { link = "https://a.example/a.gif" } });
            public object C(string to) => new { to, recipient_type = "individual", type = "sticker", sticker = new { id = "1", {|DLG0108:caption|} = "x" } };
            public object D(string to) => new { to, recipient_type = "individual", type = "text", text = new { body = {|DLG0109:""|} } };
            public object E(string to) => new { messaging_product = "whatsapp", to, type = "image", image = new { link = {|DLG0104:"//cdn.example.org/a.png"|} } };
            public object F(string to) => new { messaging_product = "whatsapp", to, type = "template", template = new { name = "a", language = new { code = "en" }, components = new[] { new { type = "body", parameters = new[] { new { type = "text", text = {|DLG0106:5|} } } } } } };
        }
        """)]
    [InlineData("DLG0101,DLG0113,DLG0112,DLG0702,DLG0703", """
        public class Desk(HttpClient http)
        {
            public object A(string to) => new { messaging_product = "whatsapp", to, type = "template", template = new { name = "a", language = new { code = {|DLG0113:"en-US"|} } } };
            public object B(string to) => new { messaging_product = "whatsapp", to, type = "location", location = new { latitude = {|DLG0101:151.2|}, longitude = -33.8 } };
            public Task C(object m) => http.PostAsJsonAsync("https://waba-v2.360dialog.io{|DLG0703:/v1/messages|}", m);
            public object D() => new { messaging_product = "whatsapp", to = {|DLG0112:"0049170123456"|}, type = "template", template = new { name = "a", language = new { code = "en" } } };
        }
        """)]
    [InlineData("DLG0108,DLG0106,DLG0109", """
        public class Desk
        {
            public object A(string to) => new { messaging_product = "whatsapp", to, type = "video", video = new { link = "https://a.example/a.mp4", caption = "x" } };
            public object B(string to) => new { recipient_type = "individual", to, type = "sticker", sticker = new { id = "1" } };
            public object C(string to) => new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x", preview_url = true } };
            public object D(string to) => new { to, type = "text", text = new { body = "x" }, preview_url = true };
        }
        """)]
    public void Errors_of_the_defect(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    [Theory]
    // Encoders over whole links, texts in the place of objects.
    [InlineData("DLG0103,DLG0106,DLG0108", """
        public class Desk(HttpClient http)
        {
            public Task A(string to, string url) => Image(to, {|DLG0103:UrlEncoder.Default.Encode(url)|});
            public Task B(string to, string url) => Image(to, new Uri(url).AbsoluteUri);
            public Task C(string to, string name) => Image(to, "https://cdn.example.org/" + Uri.EscapeDataString(name));
            public Task D(string to) => Post(new { messaging_product = "whatsapp", to, type = "template", template = new { name = "a", language = {|DLG0106:"en"|} } });
            public Task E(string to) => Post(new { messaging_product = "whatsapp", to, type = "template", template = new { name = "a", language = new { code = "en" } } });
            private Task Image(string to, string link) => Post(new { messaging_product = "whatsapp", to, type = "image", image = new { link } });
            private async Task Post(object message) => (await http.PostAsJsonAsync("$url", message)).EnsureSuccessStatusCode();
        }
        """)]
    [InlineData("DLG0103,DLG0104", """"
        public class Desk(HttpClient http)
        {
            public Task A(string to, string name) => Post($$"""{ "messaging_product": "whatsapp", "to": "{{to}}", "type": "image", "image": { "link": "https://cdn.example.org/a%20b.png?x={{Uri.EscapeDataString(name)}}" } }""");
            public Task B(string to, string folder, string name) => Post(JsonSerializer.Serialize(new { messaging_product = "whatsapp", to, type = "image", image = new { link = new Uri(new Uri(folder), name).ToString() } }));
            private async Task Post(string json) => (await http.PostAsync("$url", new StringContent(json, Encoding.UTF8, "application/json"))).EnsureSuccessStatusCode();
        }
        """")]
    [InlineData("DLG0103,DLG0108", """
        public class Desk
        {
            private const string Name = "price%20list.pdf";
            public object A(string to) => new { messaging_product = "whatsapp", to, type = "document", document = new { link = "https://cdn.example.org/" + {|DLG0103:Uri.EscapeDataString(Name)|} } };
            public object B(string to) => new { messaging_product = "whatsapp", to, type = "interactive", interactive = new { type = {|DLG0108:"buttons"|}, body = new { text = "x" }, action = new { buttons = new[] { new { type = "reply", reply = new { id = "1", title = "a" } } } } } };
        }
        """)]
    public void Encoders_and_objects(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    /// <param name="rules">The rules to compare, separated by commas; <c>[|...|]</c> is the first of them.</param>
    /// <param name="program">The files, separated by lines of three hyphens.</param>
    private static void Check(string rules, string program, bool mayHaveErrors) =>
        new TestProgram(rules, program.Replace("$url", Cloud, StringComparison.Ordinal).Split("\n---\n")).Check(mayHaveErrors);
}
