using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Rules;

public sealed class IncompleteMessageTests
{
    private const string Id = "DLG0108";

    [Theory]
    [InlineData("new { to, messaging_product = \"whatsapp\", type = [|\"image\"|], text = new { body = name } }")]
    [InlineData("new { to, messaging_product = \"whatsapp\", type = [|\"image\"|], video = new { id } }")]
    [InlineData("new { to, messaging_product = \"whatsapp\", type = [|\"text\"|] }")]
    [InlineData("new { to, messaging_product = \"whatsapp\", type = [|\"template\"|], templates = new { name } }")]
    [InlineData("new { to, recipient_type = \"individual\", type = [|\"audio\"|], document = new { id } }")]
    [InlineData("new { to, type = [|\"image\"|], text = new { body = name } }")]
    [InlineData("new { to, messaging_product = \"whatsapp\", type = [|\"text\"|], text = (object?)null }")]
    [InlineData("new { to, messaging_product = \"whatsapp\", type = [|\"gif\"|], gif = new { link = url } }")]
    [InlineData("new { to, messaging_product = \"whatsapp\", type = [|\"contact\"|], contact = new { name } }")]
    [InlineData("new { to, messaging_product = \"whatsapp\", type = [|\"voice\"|], audio = new { id } }")]
    [InlineData("new { to, recipient_type = \"individual\", type = [|\"button\"|], interactive = new { type = \"button\", body = new { text = name }, action = new { buttons = name.Select(c => c) } } }")]
    [InlineData("new { to, messaging_product = \"whatsapp\", type = [|\"Text\"|], text = new { body = name } }")]
    [InlineData("new { to, messaging_product = \"whatsapp\", type = flag ? \"text\" : [|\"image\"|], text = new { body = name } }")]
    public void The_type_and_the_object_disagree(string message) => new TestProgram(Id, Bodies.Expression(message)).Check();

    [Theory]
    [InlineData("[|new|] { messaging_product = \"whatsapp\", type = \"text\", text = new { body = name } }")]
    [InlineData("[|new|] { recipient_type = \"individual\", type = \"text\", text = new { body = name } }")]
    [InlineData("[|new|] { messaging_product = \"whatsapp\", to = (string?)null, type = \"text\", text = new { body = name } }")]
    [InlineData("new { to, type = \"text\", text = [|new|] { } }")]
    [InlineData("new { to, type = \"text\", text = [|new|] { preview_url = true } }")]
    [InlineData("new { to, text = [|new|] { message = name } }")]
    [InlineData("new { to, type = \"image\", image = [|new|] { caption = name } }")]
    [InlineData("new { to, type = \"image\", image = [|new|] { url } }")]
    [InlineData("new { to, type = \"document\", document = [|new|] { filename = \"a.pdf\" } }")]
    [InlineData("new { to, type = \"audio\", audio = [|new|] { } }")]
    [InlineData("new { to, type = \"sticker\", sticker = [|new|] { } }")]
    [InlineData("new { to, type = \"location\", location = [|new|] { latitude = value } }")]
    [InlineData("new { to, type = \"location\", location = [|new|] { latitude = value, longitud = value } }")]
    [InlineData("new { to, type = \"location\", location = [|new|] { lat = value, lng = value } }")]
    [InlineData("new { to, type = \"template\", template = [|new|] { language = new { code = \"en\" } } }")]
    [InlineData("new { to, type = \"template\", template = [|new|] { name } }")]
    [InlineData("new { to, type = \"template\", template = [|new|] { name, languaje = new { code = \"en\" } } }")]
    [InlineData("new { to, type = \"template\", template = new { name, language = [|new|] { policy = \"deterministic\" } } }")]
    [InlineData("new { to, type = \"interactive\", interactive = [|new|] { type = \"button\", body = new { text = name } } }")]
    [InlineData("new { to, type = \"interactive\", interactive = [|new|] { type = \"button\", action = new { buttons = name.Select(c => c) } } }")]
    [InlineData("new { to, type = \"interactive\", interactive = [|new|] { type = \"list\", action = new { button = name, sections = name.Select(c => c) } } }")]
    [InlineData("new { to, type = \"interactive\", interactive = new { type = \"button\", body = [|new|] { body = name }, action = new { buttons = name.Select(c => c) } } }")]
    [InlineData("new { to, type = \"interactive\", interactive = new { type = \"button\", body = new { text = name }, action = [|new|] { } } }")]
    [InlineData("new { to, type = \"interactive\", interactive = new { type = \"list\", body = new { text = name }, action = [|new|] { sections = name.Select(c => c) } } }")]
    [InlineData("new { to, type = \"interactive\", interactive = new { type = \"list\", body = new { text = name }, action = new { button = name, sections = new object[] { new { title = name, rows = new[] { new { id, title = name } } }, [|new|] { rows = new[] { new { id, title = name } } } } } } }")]
    [InlineData("new { to, messaging_product = \"whatsapp\", type = \"reaction\", reaction = [|new|] { message_id = id } }")]
    [InlineData("new { to, messaging_product = \"whatsapp\", type = \"contacts\", contacts = new object[] { [|new|] { phones = new[] { new { phone = name } } } } }")]
    [InlineData("new { to, type = \"template\", template = new { name, language = new { code = \"en\" }, components = new object[] { new { type = \"header\", parameters = new object[] { new { type = \"image\", image = [|new|] { } } } } } } }")]
    [InlineData("[|new|] Dictionary<string, object> { [\"messaging_product\"] = \"whatsapp\", [\"type\"] = \"text\", [\"text\"] = [|new|] Dictionary<string, object> { [\"preview_url\"] = true } }")]
    [InlineData("new Dictionary<string, object> { { \"to\", to }, { \"type\", \"image\" }, { \"image\", [|new|] Dictionary<string, object> { { \"url\", url } } } }")]
    [InlineData("new JsonObject { [\"to\"] = to, [\"type\"] = \"text\", [\"text\"] = [|new|] JsonObject { [\"text\"] = name } }")]
    [InlineData("new Newtonsoft.Json.Linq.JObject { [\"to\"] = to, [\"type\"] = \"text\", [\"text\"] = [|new|] Newtonsoft.Json.Linq.JObject { [\"content\"] = name } }")]
    [InlineData("\"\"\"[|{|] \"messaging_product\": \"whatsapp\", \"type\": \"text\", \"text\": { \"body\": \"hi\" } }\"\"\"")]
    [InlineData("$$\"\"\"{ \"to\": \"{{to}}\", \"type\": \"text\", \"text\": [|{|] \"preview_url\": true } }\"\"\"")]
    [InlineData("\"{ \\\"to\\\": \\\"491701234567\\\", \\\"type\\\": \\\"image\\\", \\\"image\\\": [|{|] \\\"caption\\\": \\\"x\\\" } }\"")]
    public void A_member_is_missing(string message) => new TestProgram(Id, Bodies.Expression(message)).Check();

    [Theory]
    [InlineData("new { to, type = \"audio\", audio = new { id, [|caption|] = \"x\" } }")]
    [InlineData("new { to, type = \"audio\", audio = new { id, [|caption|] } }")]
    [InlineData("new { to, type = \"sticker\", sticker = new { link = url, [|caption|] = \"x\" } }")]
    [InlineData("new { to, type = \"image\", image = new { id = \"1\", [|link|] = \"https://example.com/a.png\" } }")]
    [InlineData("new { to, type = \"image\", image = new { link = \"https://example.com/a.png\", [|id|] = \"1\" } }")]
    [InlineData("new { to, type = \"image\", image = new { link = url, [|id|] } }")]
    [InlineData("new { to, messaging_product = \"whatsapp\", type = \"text\", [|preview_url|] = true, text = new { body = name } }")]
    [InlineData("new { to, messaging_product = \"whatsapp\", type = \"text\", [|preview_url|] = flag, text = new { body = name } }")]
    [InlineData("new Dictionary<string, object> { [\"to\"] = to, [\"type\"] = \"audio\", [\"audio\"] = new Dictionary<string, object> { [\"id\"] = id, [\"[|caption|]\"] = \"x\" } }")]
    [InlineData("new JsonObject { [\"to\"] = to, [\"type\"] = \"audio\", [\"audio\"] = new JsonObject { [\"id\"] = id, [\"[|caption|]\"] = \"x\" } }")]
    [InlineData("$$\"\"\"{ \"to\": \"{{to}}\", \"type\": \"audio\", \"audio\": { \"id\": \"{{id}}\", \"[|caption|]\": \"x\" } }\"\"\"")]
    [InlineData("$$\"\"\"{ \"to\": \"{{to}}\", \"type\": \"image\", \"image\": { \"id\": \"{{id}}\", \"[|link|]\": \"{{url}}\" } }\"\"\"")]
    [InlineData("new { to, messaging_product = \"whatsapp\", type = \"interactive\", interactive = new { type = \"product\", [|header|] = new { type = \"text\", text = name }, action = new { catalog_id = id, product_retailer_id = id } } }")]
    public void A_member_must_not_be_there(string message) => new TestProgram(Id, Bodies.Expression(message)).Check();

    [Theory]
    [InlineData("await client.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", [|new|] { to, type = \"text\", text = new { body = name } });")]
    [InlineData("await client.PostAsJsonAsync(\"https://graph.facebook.com/v20.0/1234/messages\", [|new|] { recipient_type = \"individual\", to, type = \"text\", text = new { body = name } });")]
    [InlineData("await client.PostAsJsonAsync(\"https://waba.360dialog.io/v1/messages\", new { to, type = \"text\", text = new { body = name, [|preview_url|] = true } });")]
    [InlineData("await client.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { to, messaging_product = \"whatsapp\", type = \"text\", [|preview_url|] = true, text = new { body = name } });")]
    [InlineData("var body = [|new|] { to, type = \"text\", text = new { body = name } }; await client.PostAsync(\"https://waba-v2.360dialog.io/messages\", new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, \"application/json\"));")]
    [InlineData("var text = [|new|] { message = name }; Use(new { to, type = \"text\", text });")]
    [InlineData("var d = [|new|] Dictionary<string, object>(); d[\"messaging_product\"] = \"whatsapp\"; d[\"type\"] = \"text\"; d[\"text\"] = new { body = name }; Use(d);")]
    [InlineData("object Media(string t, string kind, string link) => new { to = t, type = kind, image = new { link } }; Use(Media(to, [|\"video\"|], url)); Use(Media(to, \"image\", url));")]
    [InlineData("object Voice(string t, string i, string? text) => new { to = t, type = \"audio\", audio = new { id = i, caption = text } }; Use(Voice(to, id, [|\"Listen!\"|])); Use(Voice(to, id, null));")]
    public void Reported_in_statements(string statements) => new TestProgram(Id, Bodies.Method(statements)).Check();

    [Theory]
    [InlineData("""
        public class Text { public string? Body { get; set; } }
        public class Message { public string? To { get; set; } public string? Type { get; set; } public Text? Text { get; set; } public Text? Image { get; set; } }
        public class Sender { void Use(object o) { } void Make(string to) { Use(new Message { To = to, Type = [|"image"|], Text = new Text { Body = "x" } }); Use(new Message { To = to, Type = "text", Text = [|new|] Text() }); } }
        """)]
    [InlineData("""
        public class Media { [JsonPropertyName("id")] public string? Id { get; set; } [JsonPropertyName("link")] public string? Link { get; set; } [JsonPropertyName("caption")] public string? Caption { get; set; } }
        public class Message { [JsonPropertyName("messaging_product")] public string Product { get; } = "whatsapp"; [JsonPropertyName("to")] public string? To { get; set; } [JsonPropertyName("type")] public string? Type { get; set; } [JsonPropertyName("audio")] public Media? Audio { get; set; } }
        public class Sender { void Use(object o) { } void Make(string to, string id) => Use(new Message { To = to, Type = "audio", Audio = new Media { Id = id, [|Caption|] = "x" } }); }
        """)]
    [InlineData("""
        public record Location(double? Latitude, double? Longitude);
        public record Place(double Latitude, string? Name);
        public record Message(string To, string Type, Place Location);
        public class Sender { void Use(object o) { } void Make(string to) => Use(new Message(to, "location", [|new|] Place(1.5, "x"))); }
        """)]
    [InlineData("""
        public class Text { public string? body { get; set; } }
        public class TextMessage { public string messaging_product { get; set; } = "whatsapp"; public string? to { get; set; } public string type { get; set; } = "text"; public Text? text { get; set; } }
        public class Sender { void Use(object o) { } void Make(string to) { var m = [|new|] TextMessage(); m.text = new Text { body = "x" }; Use(m); } }
        """)]
    public void Reported_in_a_program(string program) => new TestProgram(Id, program).Check();

    [Theory]
    [InlineData("new { to, text = new { body = name } }")]
    [InlineData("new { to, type = name, text = new { body = name } }")]
    [InlineData("new { to, type = name }")]
    [InlineData("new { to, type = \"text\", text = (object)caption }")]
    [InlineData("new { to, messaging_product = \"whatsapp\", type = \"text\", text = name }")]
    [InlineData("new { to, messaging_product = \"whatsapp\", type = \"image\", image = JsonSerializer.SerializeToNode(id) }")]
    [InlineData("new { recipient = \"US.1349\", messaging_product = \"whatsapp\", type = \"text\", text = new { body = name } }")]
    [InlineData("new { to = number, type = \"text\", text = new { body = 5 } }")]
    [InlineData("new { to, type = flag ? \"image\" : \"video\", image = flag ? new { id } : null, video = flag ? null : new { id } }")]
    [InlineData("new { to, type = flag ? \"image\" : \"video\", image = flag ? new { id } : null, video = !flag ? new { id } : null }")]
    [InlineData("new { to, type = number > 1 ? \"image\" : \"video\", image = number <= 1 ? null : new { id }, video = number > 1 ? null : new { id } }")]
    [InlineData("flag ? new { to, type = \"image\", image = new { id } } : (object)new { to, type = \"video\", video = new { id } }")]
    [InlineData("new { to, type = \"hsm\", hsm = new { element_name = name } }")]
    [InlineData("new { to, messaging_product = \"whatsapp\", type = \"{{type}}\", text = new { body = name } }")]
    [InlineData("new { to, type = \"image\", image = new { id, caption = (string?)null, link = (string?)null } }")]
    [InlineData("new { to, type = \"audio\", audio = new { id, caption = (string?)null } }")]
    [InlineData("new { to, type = \"text\", preview_url = true, text = new { body = name } }")]
    [InlineData("new { to, type = \"text\", text = new { body = name, preview_url = true } }")]
    [InlineData("new { to, type = \"interactive\", interactive = new { type = name, action = new { name } } }")]
    [InlineData("new { to, type = \"interactive\", interactive = new { type = \"product\", action = new { catalog_id = id, product_retailer_id = id } } }")]
    [InlineData("new { to, type = \"interactive\", interactive = new { type = \"list\", body = new { text = name }, action = new { button = name, sections = new[] { new { rows = new[] { new { id, title = name } } } } } } }")]
    [InlineData("new { to, type = \"interactive\", interactive = new { type = \"list\", body = new { text = name }, action = new { button = name, sections = name.Select(c => new { rows = new[] { new { id, title = name } } }) } } }")]
    [InlineData("new Dictionary<string, object> { [\"to\"] = to, [\"type\"] = \"text\", [name] = new { body = name } }")]
    [InlineData("new Dictionary<string, object> { [\"to\"] = to, [\"type\"] = name, [name] = new { } }")]
    [InlineData("$$\"\"\"{ \"to\": \"{{to}}\", \"type\": \"text\", {{name}} }\"\"\"")]
    [InlineData("$$\"\"\"{ \"to\": \"{{to}}\", \"type\": \"text\", \"text\": {{name}} }\"\"\"")]
    [InlineData("$$\"\"\"{ \"to\": \"{{to}}\", \"type\": \"{{name}}\", \"{{name}}\": { \"id\": \"{{id}}\" } }\"\"\"")]
    public void Silent(string message) => new TestProgram(Id, Bodies.Expression(message)).Check();

    [Theory]
    [InlineData("var d = new Dictionary<string, object> { [\"to\"] = to, [\"type\"] = \"text\" }; if (flag) { d[\"text\"] = new { body = name }; } Use(d);")]
    [InlineData("var d = new Dictionary<string, object> { [\"messaging_product\"] = \"whatsapp\", [\"type\"] = \"text\" }; d[\"text\"] = new { body = name }; foreach (char c in name) { d[\"to\"] = c.ToString(); Use(d); }")]
    [InlineData("var d = new Dictionary<string, object> { [\"to\"] = to, [\"type\"] = \"text\", [\"text\"] = new Dictionary<string, object>() }; Fill(d); void Fill(Dictionary<string, object> all) { all[\"text\"] = name; } Use(d);")]
    [InlineData("var o = new JsonObject { [\"to\"] = to, [\"type\"] = \"text\" }; o.Add(\"text\", new JsonObject { [\"body\"] = name }); Use(o);")]
    [InlineData("var o = new JsonObject { [\"to\"] = to, [\"type\"] = \"text\", [\"text\"] = new JsonObject() }; o[\"text\"]![\"body\"] = name; Use(o);")]
    [InlineData("var o = new Newtonsoft.Json.Linq.JObject { [\"to\"] = to, [\"type\"] = \"text\", [\"text\"] = new Newtonsoft.Json.Linq.JObject() }; ((Newtonsoft.Json.Linq.JObject)o[\"text\"]!).Add(\"body\", name); Use(o);")]
    [InlineData("var o = new JsonObject { [\"to\"] = to, [\"type\"] = \"text\", [\"text\"] = new JsonObject() }; o[\"text\"]!.AsObject().Add(\"body\", name); Use(o);")]
    [InlineData("var d = new Dictionary<string, Dictionary<string, string>> { [\"text\"] = new Dictionary<string, string>() }; d[\"text\"][\"body\"] = name; Use(new { to, type = \"text\", text = d[\"text\"] });")]
    [InlineData("var inner = new JsonObject(); var o = new JsonObject { [\"to\"] = to, [\"type\"] = \"text\", [\"text\"] = inner }; inner[\"body\"] = name; Use(o);")]
    [InlineData("var node = JsonNode.Parse(\"\"\"{ \"messaging_product\": \"whatsapp\", \"type\": \"text\", \"text\": { \"body\": \"x\" } }\"\"\")!; node[\"to\"] = to; Use(node);")]
    [InlineData("var o = Newtonsoft.Json.Linq.JObject.FromObject(new { messaging_product = \"whatsapp\", type = \"text\", text = new { body = name } }); o[\"to\"] = to; Use(o);")]
    [InlineData("var o = JsonSerializer.SerializeToNode(new { messaging_product = \"whatsapp\", type = \"text\", text = new { body = name } })!.AsObject(); o[\"to\"] = to; Use(o);")]
    [InlineData("await client.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = name, preview_url = true } });")]
    [InlineData("await client.PostAsJsonAsync(\"https://waba.360dialog.io/v1/messages\", new { to, type = \"text\", preview_url = true, text = new { body = name } });")]
    [InlineData("await client.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", status = \"read\", message_id = id });")]
    [InlineData("await client.PostAsJsonAsync(\"https://example.com/messages\", new { to, type = \"image\", text = new { body = name } });")]
    [InlineData("await client.PostAsJsonAsync(url, new { to, type = \"text\", text = new { body = name } });")]
    [InlineData("object Text(string t, object text) => new { to = t, type = \"text\", text }; Use(Text(to, new { body = name }));")]
    [InlineData("object Media(string t, string? i, string? link) => new { to = t, type = \"image\", image = new { id = i, link } }; Use(Media(to, id, null)); Use(Media(to, null, url));")]
    public void Silent_in_statements(string statements) => new TestProgram(Id, Bodies.Method(statements)).Check();

    [Theory]
    [InlineData("""
        public class Text { public string? Body { get; set; } }
        public class Message { public string MessagingProduct { get; set; } = "whatsapp"; public string? To { get; set; } public string? Type { get; set; } public Text? Text { get; set; } }
        public class Sender
        {
            public Message Base() => new Message { Type = "text", Text = new Text { Body = "x" } };
            public Message Start(string to) { var m = new Message { To = to, Type = "text" }; return m; }
            private Message _draft = new Message { To = "491701234567", Type = "text", Text = new Text() };
        }
        """)]
    [InlineData("""
        public class Text { public string? Body { get; set; } }
        public class Message { public string MessagingProduct { get; set; } = "whatsapp"; public string? To { get; set; } public string? Type { get; set; } public Text? Text { get; set; } public Message WithText(string body) { Text = new Text { Body = body }; return this; } }
        public static class More { public static Message Fill(this Message m, string body) { m.Text = new Text { Body = body }; return m; } }
        public class Sender { void Use(object o) { } void Make(string to) { Use(new Message { To = to, Type = "text" }.WithText("x")); Use(new Message { To = to, Type = "text" }.Fill("x")); var m = new Message { To = to, Type = "text" }; m.WithText("y"); Use(m); } }
        """)]
    [InlineData("""
        public class Text { public string? Body { get; set; } }
        public class Message
        {
            private string? _to;
            public Message(string to) { SetRecipient(to); }
            public string? to { get { if (_to == null) { return null; } return "+" + _to; } }
            public string messaging_product { get { var p = "whatsapp"; return p; } }
            public string type { get; set; } = "text";
            public Text? text { get; set; }
            public string Body { set { text = new Text { Body = value }; } }
            private void SetRecipient(string to) { _to = to; }
        }
        public class Sender { void Use(object o) { } void Make(string to) { Use(new Message(to) { Body = "x" }); } }
        """)]
    [InlineData("""
        public class Text { public string? body { get; set; } }
        public abstract class Base { public string messaging_product => "whatsapp"; public string? to { get; set; } public string? type { get; set; } protected Base(string t) { type = t; Init(); } protected virtual void Init() { } }
        public class TextMessage : Base { public Text? text { get; set; } public TextMessage() : base("text") { } protected override void Init() { text = new Text(); } }
        public class Sender { void Use(object o) { } void Make(string to) { Use(new TextMessage { to = to }); } }
        """)]
    [InlineData("""
        public class Message { public string MessagingProduct { get; set; } = "whatsapp"; public string? To { get; set; } public string? Type { get; set; } [JsonExtensionData] public Dictionary<string, object> More { get; set; } = new(); }
        public class Sender { void Use(object o) { } void Make(string to) { Use(new Message { To = to, Type = "text", More = { ["text"] = new { body = "x" } } }); } }
        """)]
    [InlineData("""
        public record Text(string Body);
        public record Message { public string MessagingProduct => "whatsapp"; public string? To { get; init; } public string? Type { get; init; } public Text? Text { get; init; } }
        public class Sender { private static readonly Message Template = new Message { Type = "text", Text = new Text("x") }; void Use(object o) { } void Make(string to) { Use(Template with { To = to }); } }
        """)]
    [InlineData("""
        public class Mail { public string? To { get; set; } public string? Type { get; set; } public string? Text { get; set; } public string? Image { get; set; } }
        public class Sender { void Use(object o) { } void Make(string to) => Use(new Mail { To = to, Type = "image", Text = "x" }); }
        """)]
    public void Silent_in_a_program(string program) => new TestProgram(Id, program).Check();
}
