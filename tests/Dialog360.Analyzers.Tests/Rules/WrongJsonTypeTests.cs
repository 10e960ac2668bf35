using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Rules;

public sealed class WrongJsonTypeTests
{
    private const string Id = "DLG0106";

    [Theory]
    [InlineData("new { to, type = \"text\", text = new { body = name, preview_url = [|\"true\"|] } }")]
    [InlineData("new { to, type = \"text\", text = new { body = name, preview_url = [|1|] } }")]
    [InlineData("new { to, type = \"text\", preview_url = [|\"true\"|], text = new { body = name } }")]
    [InlineData("new { to, type = \"text\", text = new { body = name, preview_url = flag ? true : [|(object)\"false\"|] } }")]
    [InlineData("new { to, type = \"text\", text = new { body = name, preview_url = [|name|] } }")]
    [InlineData("new { to, type = \"text\", text = new { body = name, preview_url = [|flag.ToString()|] } }")]
    [InlineData("new { to, type = \"audio\", audio = new { id, voice = [|\"true\"|] } }")]
    [InlineData("new { to = [|491701234567|], type = \"text\", text = new { body = name } }")]
    [InlineData("new { to = [|491701234567L|], messaging_product = \"whatsapp\", type = \"text\", text = new { body = name } }")]
    [InlineData("new { to = [|number|], type = \"text\", text = new { body = name } }")]
    [InlineData("new { to = [|(long?)number|], type = \"text\", text = new { body = name } }")]
    [InlineData("new { to, type = [|5|], text = new { body = name } }")]
    [InlineData("new { to, type = \"text\", text = new { body = [|12345|] } }")]
    [InlineData("new { to, type = \"text\", text = new { body = [|number|] } }")]
    [InlineData("new { to, type = \"text\", text = new { body = [|1.5m|] } }")]
    [InlineData("new { to, type = \"text\", text = new { body = [|true|] } }")]
    [InlineData("new { to, type = \"image\", image = new { id = [|123456789|] } }")]
    [InlineData("new { to, type = \"image\", image = new { link = url, caption = [|number|] } }")]
    [InlineData("new { to, type = \"document\", document = new { link = url, filename = [|2024|] } }")]
    [InlineData("new { messaging_product = [|1|], to, type = \"text\", text = new { body = name } }")]
    [InlineData("new { recipient_type = [|true|], to, type = \"text\", text = new { body = name } }")]
    [InlineData("new { to, type = \"location\", location = new { latitude = [|true|], longitude = 1 } }")]
    [InlineData("new { to, type = \"location\", location = new { latitude = 1, longitude = 1, name = [|5|] } }")]
    [InlineData("new { to, messaging_product = \"whatsapp\", type = \"contacts\", contacts = [|new { name = new { formatted_name = name } }|] }")]
    [InlineData("new { to, messaging_product = \"whatsapp\", type = \"text\", text = [|\"hello\"|] }")]
    [InlineData("new { to, messaging_product = \"whatsapp\", type = \"text\", text = [|name|] }")]
    [InlineData("new { to, recipient_type = \"individual\", type = \"image\", image = [|url|] }")]
    [InlineData("new { to, messaging_product = \"whatsapp\", type = \"template\", template = [|\"welcome\"|] }")]
    [InlineData("new { to, type = \"template\", template = new { name, language = [|\"en_US\"|] } }")]
    [InlineData("new { to, type = \"template\", template = new { name = [|5|], language = new { code = \"en\" } } }")]
    [InlineData("new { to, type = \"template\", template = new { name, language = new { code = [|49|] } } }")]
    [InlineData("new { to, type = \"template\", template = new { name, language = new { code = \"en\" }, components = [|new { type = \"body\" }|] } }")]
    [InlineData("new { to, type = \"template\", template = new { name, language = new { code = \"en\" }, components = new[] { new { type = \"body\", parameters = [|new { type = \"text\", text = name }|] } } } }")]
    [InlineData("new { to, type = \"template\", template = new { name, language = new { code = \"en\" }, components = new[] { new { type = \"body\", parameters = new[] { new { type = \"text\", text = [|number|] } } } } } }")]
    [InlineData("new { to, type = \"interactive\", interactive = new { type = \"button\", body = [|\"pick\"|], action = new { buttons = new[] { new { type = \"reply\", reply = new { id, title = name } } } } } }")]
    [InlineData("new { to, type = \"interactive\", interactive = new { type = \"button\", body = new { text = name }, action = new { buttons = [|new { type = \"reply\", reply = new { id, title = name } }|] } } }")]
    [InlineData("new { to, type = \"interactive\", interactive = new { type = \"button\", body = new { text = name }, action = new { buttons = new[] { new { type = \"reply\", reply = new { id = [|1|], title = name } } } } } }")]
    [InlineData("new { to, type = \"interactive\", interactive = new { type = \"list\", body = new { text = name }, action = new { button = name, sections = [|new { title = name, rows = new[] { new { id, title = name } } }|] } } }")]
    [InlineData("new { to, type = \"interactive\", interactive = new { type = \"list\", body = new { text = name }, action = new { button = name, sections = new[] { new { title = name, rows = [|new { id, title = name }|] } } } } }")]
    [InlineData("new { To = [|number|], Type = \"text\", Text = new { Body = name } }")]
    [InlineData("new Dictionary<string, object> { [\"to\"] = [|491701234567|], [\"type\"] = \"text\", [\"text\"] = new { body = name } }")]
    [InlineData("new Dictionary<string, object> { { \"to\", to }, { \"type\", \"text\" }, { \"text\", new Dictionary<string, object> { { \"body\", [|5|] } } } }")]
    [InlineData("new JsonObject { [\"to\"] = [|491701234567|], [\"type\"] = \"text\", [\"text\"] = new JsonObject { [\"body\"] = name, [\"preview_url\"] = [|\"true\"|] } }")]
    [InlineData("new Newtonsoft.Json.Linq.JObject { [\"to\"] = [|491701234567|], [\"type\"] = \"text\", [\"text\"] = new Newtonsoft.Json.Linq.JObject { [\"body\"] = name } }")]
    public void Reported(string message) => new TestProgram(Id, Bodies.Expression(message)).Check();

    [Theory]
    [InlineData("new { to, type = \"text\", text = new { body = name, preview_url = true } }")]
    [InlineData("new { to, type = \"text\", text = new { body = name, preview_url = flag } }")]
    [InlineData("new { to, type = \"text\", text = new { body = name, preview_url = (bool?)flag } }")]
    [InlineData("new { to, type = \"text\", text = new { body = name, preview_url = name.Contains(\"http\") } }")]
    [InlineData("new { to, type = \"text\", preview_url = false, text = new { body = name } }")]
    [InlineData("new { to = number.ToString(), type = \"text\", text = new { body = name } }")]
    [InlineData("new { to = Guid.NewGuid(), type = \"text\", text = new { body = DateTime.Now } }")]
    [InlineData("new { to = (dynamic)to, type = \"text\", text = new { body = name } }")]
    [InlineData("new { to = \"\" + number, type = \"text\", text = new { body = $\"{number}\" } }")]
    [InlineData("new { to, type = \"location\", location = new { latitude = 1.5, longitude = \"1.5\" } }")]
    [InlineData("new { to, type = \"location\", location = new { latitude = value, longitude = name } }")]
    [InlineData("new { to, type = \"location\", location = new { latitude = 5m, longitude = (float)value } }")]
    [InlineData("new { to, type = \"template\", template = new { name, language = new { code = \"en\" }, components = new object[] { new { type = \"button\", sub_type = \"url\", index = 0, parameters = new object[0] } } } }")]
    [InlineData("new { to, type = \"template\", template = new { name, language = new { code = \"en\" }, components = new object[] { new { type = \"button\", sub_type = \"url\", index = \"0\", parameters = new object[0] } } } }")]
    [InlineData("new { to, type = \"template\", template = new { name, language = new { code = \"en\" }, components = new List<object> { new { type = \"body\" } } } }")]
    [InlineData("new { to, type = \"template\", template = new { name, language = new { code = \"en\" }, components = name.Select(c => new { type = \"body\" }) } }")]
    [InlineData("new { to, type = \"template\", template = new { name, language = new { code = \"en\" }, components = Array.Empty<object>() } }")]
    [InlineData("new { to, type = \"template\", template = new { name, language = new { code = \"en\" }, components = new JsonArray() } }")]
    [InlineData("new { to, type = \"template\", template = new { name, language = new { code = \"en\" }, components = new object[] { new { type = \"body\", parameters = new object[] { new { type = \"currency\", currency = new { fallback_value = \"5\", code = \"EUR\", amount_1000 = 5000 } } } } } } }")]
    [InlineData("new { to, messaging_product = \"whatsapp\", type = \"contacts\", contacts = new[] { new { name = new { formatted_name = name } } } }")]
    [InlineData("new { to, messaging_product = \"whatsapp\", type = \"text\", text = JsonNode.Parse(name) }")]
    [InlineData("new { to, type = \"image\", image = new { id, caption = (string?)null } }")]
    [InlineData("new { to, type = \"text\", text = \"hello\" }")]
    [InlineData("new { to = 5, subject = 7, text = 9 }")]
    [InlineData("new { to = number, amount = 5 }")]
    [InlineData("new { type = \"text\", text = new { body = 5 } }")]
    [InlineData("new { to, type = \"text\", text = new { body = name }, priority = 5, ttl = \"true\" }")]
    [InlineData("new { to, type = \"template\", template = new { name, language = new { code = \"en\" }, ttl = 5 } }")]
    [InlineData("new JsonObject { [\"to\"] = to, [\"type\"] = \"text\", [\"text\"] = JsonNode.Parse(name) }")]
    [InlineData("new { to, messaging_product = \"whatsapp\", type = \"interactive\", interactive = JsonSerializer.Deserialize<JsonElement>(name) }")]
    public void Silent(string message) => new TestProgram(Id, Bodies.Expression(message)).Check();

    [Theory]
    [InlineData("""
        public class Text { [JsonPropertyName("body")] public int Body { get; set; } [JsonPropertyName("preview_url")] public string Preview { get; set; } = ""; }
        public class Message { [JsonPropertyName("to")] public long Phone { get; set; } [JsonPropertyName("type")] public string Type { get; set; } = "text"; [JsonPropertyName("text")] public Text? Text { get; set; } }
        public class Sender { object Make(long to, string yes, int n) => new Message { Phone = [|to|], Text = new Text { Body = [|n|], Preview = [|yes|] } }; }
        """)]
    [InlineData("""
        public record Body(decimal body);
        public record Message(string to, string type, Body text);
        public class Sender { object Make(string to, decimal price) => new Message(to, "text", new Body([|price|])); }
        """)]
    [InlineData("""
        public class WhatsApp { public object Text(object to, object body) => new { to, type = "text", text = new { body } }; public object Go() => Text([|491701234567|], "hi"); }
        """)]
    [InlineData("""
        public class Shop { public record Order(int Number, string Phone); public object Make(Order order) => new { messaging_product = "whatsapp", to = order.Phone, type = "text", text = new { body = [|order.Number|] } }; }
        """)]
    [InlineData("""
        public class Sender { void Use(object o) { } void Make(string to) { var d = new Dictionary<string, object>(); d["to"] = [|49170123|]; d["type"] = "text"; d["text"] = new { body = "x", preview_url = [|"false"|] }; Use(d); } }
        """)]
    public void Reported_in_a_program(string program) => new TestProgram(Id, program).Check();

    [Theory]
    [InlineData("""
        public enum Kind { text, image }
        public class Text { public string Body { get; set; } = ""; }
        public class Message { public string To { get; set; } = ""; public Kind Type { get; set; } public Text? Text { get; set; } }
        public class Sender { object Make(string to, Kind k) => new Message { To = to, Type = Kind.text, Text = new Text { Body = "x" } }; }
        """)]
    [InlineData("""
        public class PhoneConverter : JsonConverter<long> { public override long Read(ref Utf8JsonReader r, Type t, JsonSerializerOptions o) => 0; public override void Write(Utf8JsonWriter w, long v, JsonSerializerOptions o) => w.WriteStringValue(v.ToString()); }
        public class Text { public string Body { get; set; } = ""; }
        public class Message { [JsonConverter(typeof(PhoneConverter))] public long To { get; set; } public string Type { get; set; } = ""; public Text? Text { get; set; } }
        public class Sender { object Make(long to) => new Message { To = to, Type = "text", Text = new Text { Body = "x" } }; }
        """)]
    [InlineData("""
        public class Text { public string Body { get; set; } = ""; }
        public class Message { [JsonNumberHandling(JsonNumberHandling.WriteAsString)] public long To { get; set; } public string Type { get; set; } = ""; public Text? Text { get; set; } }
        public class Sender { object Make(long to) => new Message { To = to, Type = "text", Text = new Text { Body = "x" } }; }
        """)]
    [InlineData("""
        public class PhoneNumber { public string Value { get; } public PhoneNumber(string v) { Value = v; } }
        public class Sender { object Make(PhoneNumber to, string body) => new { messaging_product = "whatsapp", to, type = "text", text = new { body } }; }
        """)]
    [InlineData("""
        public readonly struct PhoneNumber { public string Value { get; init; } }
        public class Sender { object Make(PhoneNumber to, string body) => new { messaging_product = "whatsapp", to, type = "text", text = new { body } }; }
        """)]
    [InlineData("""
        public class Sender<T> { object Make(T to, string body) => new { messaging_product = "whatsapp", to, type = "text", text = new { body } }; }
        """)]
    [InlineData("""
        public class Parcel { public int To { get; set; } public int Type { get; set; } public string Text { get; set; } = ""; }
        public class Store { object Make() => new Parcel { To = 5, Type = 7, Text = "x" }; }
        """)]
    public void Silent_in_a_program(string program) => new TestProgram(Id, program).Check();

    [Theory]
    [InlineData("""public class Sender { object Make(NoticeRequest request) => new { messaging_product = "whatsapp", to = request.Number, type = "template", template = new { name = request.Template.ToLower(), language = new { code = "en_US" } } }; }""")]
    [InlineData("""public class Sender { object Make(string to, NoticeRequest request) => new { messaging_product = "whatsapp", to, type = "text", text = new { body = request.Lines.Count() } }; }""")]
    [InlineData("""public class Sender { object Make(string to, NoticeRequest request) { var body = request.Text.ToUpper(); return new { messaging_product = "whatsapp", to, type = "text", text = new { body } }; } }""")]
    public void Silent_where_a_type_is_missing(string program) => new TestProgram(Id, program).Check(mayHaveErrors: true);
}
