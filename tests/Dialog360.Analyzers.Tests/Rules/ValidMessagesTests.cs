using Dialog360.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Tests.Rules;

/// <summary>Messages of every type as the documentation shows them, in every way of writing: no rule about messages may say anything.</summary>
public sealed class ValidMessagesTests
{
    /// <summary>The contents, written as JSON; the other ways of writing are made from it.</summary>
    public static readonly TheoryData<string, string> Contents = new()
    {
        { "text", """{ "body": "Hello Ann,\nyour parcel is here." }""" },
        { "text", """{ "body": "See https://example.com/track/1", "preview_url": true }""" },
        { "image", """{ "id": "1234567890" }""" },
        { "image", """{ "link": "https://cdn.example.com/menu.jpg", "caption": "The menu" }""" },
        { "audio", """{ "id": "1234567890", "voice": true }""" },
        { "audio", """{ "link": "https://cdn.example.com/hello.mp3" }""" },
        { "video", """{ "link": "https://cdn.example.com/tour.mp4", "caption": "The tour" }""" },
        { "document", """{ "link": "https://cdn.example.com/invoice.pdf?id=7", "caption": "Your invoice", "filename": "invoice.pdf" }""" },
        { "sticker", """{ "link": "https://cdn.example.com/thanks.webp" }""" },
        { "location", """{ "latitude": 52.520008, "longitude": 13.404954, "name": "Office", "address": "Alexanderplatz 1" }""" },
        { "location", """{ "latitude": "-33.8688", "longitude": "151.2093" }""" },
        { "contacts", """[ { "name": { "formatted_name": "Ann Smith", "first_name": "Ann" }, "phones": [ { "phone": "+49 170 1234567", "type": "WORK", "wa_id": "491701234567" } ], "birthday": "1990-05-01" } ]""" },
        { "reaction", """{ "message_id": "wamid.HBgL", "emoji": "👍" }""" },
        { "reaction", """{ "message_id": "wamid.HBgL", "emoji": "" }""" },
        { "interactive", """{ "type": "button", "header": { "type": "image", "image": { "link": "https://cdn.example.com/menu.png" } }, "body": { "text": "Coming?" }, "footer": { "text": "Thanks" }, "action": { "buttons": [ { "type": "reply", "reply": { "id": "yes", "title": "Yes" } }, { "type": "reply", "reply": { "id": "no", "title": "No" } } ] } }""" },
        { "interactive", """{ "type": "list", "header": { "type": "text", "text": "Menu" }, "body": { "text": "Pick one" }, "action": { "button": "Open", "sections": [ { "title": "Hot", "rows": [ { "id": "1", "title": "Tea", "description": "Green" } ] }, { "title": "Cold", "rows": [ { "id": "2", "title": "Water" } ] } ] } }""" },
        { "interactive", """{ "type": "cta_url", "body": { "text": "Track it" }, "action": { "name": "cta_url", "parameters": { "display_text": "Track", "url": "https://example.com/t/1" } } }""" },
        { "interactive", """{ "type": "location_request_message", "body": { "text": "Where are you?" }, "action": { "name": "send_location" } }""" },
        { "interactive", """{ "type": "product", "action": { "catalog_id": "367", "product_retailer_id": "sku-1" } }""" },
        { "interactive", """{ "type": "product_list", "header": { "type": "text", "text": "New" }, "body": { "text": "Look" }, "action": { "catalog_id": "146", "sections": [ { "title": "A", "product_items": [ { "product_retailer_id": "1" } ] } ] } }""" },
        { "interactive", """{ "type": "catalog_message", "body": { "text": "Shop" }, "action": { "name": "catalog_message", "parameters": { "thumbnail_product_retailer_id": "1" } } }""" },
        { "interactive", """{ "type": "flow", "body": { "text": "Sign up" }, "action": { "name": "flow", "parameters": { "flow_message_version": "3", "flow_id": "1", "flow_cta": "Go", "flow_action": "navigate", "flow_action_payload": { "screen": "A", "data": { "x": 1 } } } } }""" },
        { "interactive", """{ "type": "call_permission_request", "body": { "text": "May we call?" }, "action": { "name": "call_permission_request" } }""" },
        { "template", """{ "name": "hello_world", "language": { "code": "en_US" } }""" },
        { "template", """{ "namespace": "c8ae", "name": "hello", "language": { "policy": "deterministic", "code": "pt_BR" }, "components": [ { "type": "header", "parameters": [ { "type": "image", "image": { "link": "https://cdn.example.com/a.png" } } ] }, { "type": "body", "parameters": [ { "type": "text", "text": "Ann" }, { "type": "currency", "currency": { "fallback_value": "5 €", "code": "EUR", "amount_1000": 5000 } }, { "type": "date_time", "date_time": { "fallback_value": "May 1" } } ] }, { "type": "button", "sub_type": "quick_reply", "index": "0", "parameters": [ { "type": "payload", "payload": "YES" } ] }, { "type": "button", "sub_type": "url", "index": 1, "parameters": [ { "type": "text", "text": "7" } ] } ] }""" },
        { "template", """{ "name": "where", "language": { "code": "de" }, "components": [ { "type": "header", "parameters": [ { "type": "location", "location": { "latitude": "52.5", "longitude": "13.4", "name": "X", "address": "Y" } } ] }, { "type": "header", "parameters": [ { "type": "document", "document": { "id": "5", "filename": "a.pdf" } } ] } ] }""" },
    };

    [Theory]
    [MemberData(nameof(Contents))]
    public void As_an_anonymous_object(string type, string content) =>
        CheckSilence(Bodies.Expression($$"""new { messaging_product = "whatsapp", recipient_type = "individual", to, type = "{{type}}", {{type}} = {{WrittenMessage.Anonymous(content)}} }"""));

    [Theory]
    [MemberData(nameof(Contents))]
    public void As_dictionaries(string type, string content) =>
        CheckSilence(Bodies.Expression($$"""new Dictionary<string, object> { ["messaging_product"] = "whatsapp", ["to"] = to, ["type"] = "{{type}}", ["{{type}}"] = {{WrittenMessage.Dictionary(content)}} }"""));

    [Theory]
    [MemberData(nameof(Contents))]
    public void As_dictionaries_with_added_entries(string type, string content) =>
        CheckSilence(Bodies.Expression($$"""new Dictionary<string, object> { { "messaging_product", "whatsapp" }, { "to", to }, { "type", "{{type}}" }, { "{{type}}", {{WrittenMessage.Dictionary(content)}} } }"""));

    [Theory]
    [MemberData(nameof(Contents))]
    public void As_a_dictionary_filled_later(string type, string content) =>
        CheckSilence(Bodies.Method($$"""var message = new Dictionary<string, object>(); message["messaging_product"] = "whatsapp"; message["to"] = to; message["type"] = "{{type}}"; var content = {{WrittenMessage.Dictionary(content)}}; message.Add("{{type}}", content); Use(message);"""));

    [Theory]
    [MemberData(nameof(Contents))]
    public void As_json_nodes(string type, string content) =>
        CheckSilence(Bodies.Expression($$"""new JsonObject { ["messaging_product"] = "whatsapp", ["to"] = to, ["type"] = "{{type}}", ["{{type}}"] = {{WrittenMessage.JsonNodes(content)}} }"""));

    [Theory]
    [MemberData(nameof(Contents))]
    public void As_tokens_of_newtonsoft(string type, string content) =>
        CheckSilence("using Newtonsoft.Json.Linq;\n" + Bodies.Expression($$"""new JObject { ["messaging_product"] = "whatsapp", ["to"] = to, ["type"] = "{{type}}", ["{{type}}"] = {{WrittenMessage.Tokens(content)}} }"""));

    [Theory]
    [MemberData(nameof(Contents))]
    public void As_a_raw_text(string type, string content) =>
        CheckSilence(Bodies.Expression("$$\"\"\"{ \"messaging_product\": \"whatsapp\", \"to\": \"{{to}}\", \"type\": \"" + type + "\", \"" + type + "\": " + content + " }\"\"\""));

    [Theory]
    [MemberData(nameof(Contents))]
    public void As_a_verbatim_text(string type, string content) =>
        CheckSilence(Bodies.Expression("@\"{ \"\"messaging_product\"\": \"\"whatsapp\"\", \"\"to\"\": \"\"491701234567\"\", \"\"type\"\": \"\"" + type + "\"\", \"\"" + type + "\"\": " + content.Replace("\"", "\"\"") + " }\""));

    [Theory]
    [MemberData(nameof(Contents))]
    public void As_a_concatenated_text(string type, string content) =>
        CheckSilence(Bodies.Expression("\"{ \\\"messaging_product\\\": \\\"whatsapp\\\", \\\"to\\\": \\\"\" + to + \"\\\", \\\"type\\\": \\\"" + type + "\\\", \\\"" + type + "\\\": \" + " + WrittenMessage.Literal(content) + " + \" }\""));

    [Theory]
    [MemberData(nameof(Contents))]
    public void As_the_content_that_a_wrapper_gets(string type, string content) =>
        CheckSilence(Bodies.Method($$"""object Wrap(string recipient, string kind, object what) => new Dictionary<string, object> { ["messaging_product"] = "whatsapp", ["to"] = recipient, ["type"] = kind, [kind] = what }; Use(Wrap("+491701234567", "{{type}}", {{WrittenMessage.Anonymous(content)}}));"""));

    [Theory]
    [MemberData(nameof(Contents))]
    public void As_an_arm_of_a_choice(string type, string content) =>
        CheckSilence(Bodies.Expression($$"""flag ? (object)new { messaging_product = "whatsapp", to, type = "{{type}}", {{type}} = {{WrittenMessage.Anonymous(content)}} } : new { messaging_product = "whatsapp", to, type = "text", text = new { body = name } }"""));

    [Theory]
    [InlineData("""
        public class Text { [JsonPropertyName("body")] public string Body { get; set; } = ""; [JsonPropertyName("preview_url")] public bool? PreviewUrl { get; set; } }
        public class Media { [JsonPropertyName("id")] public string? Id { get; set; } [JsonPropertyName("link")] public string? Link { get; set; } [JsonPropertyName("caption")] public string? Caption { get; set; } [JsonPropertyName("filename")] public string? Filename { get; set; } }
        public class Message
        {
            [JsonPropertyName("messaging_product")] public string MessagingProduct { get; set; } = "whatsapp";
            [JsonPropertyName("recipient_type")] public string RecipientType { get; set; } = "individual";
            [JsonPropertyName("to")] public string To { get; set; } = "";
            [JsonPropertyName("type")] public string Type { get; set; } = "text";
            [JsonPropertyName("text")] public Text? Text { get; set; }
            [JsonPropertyName("image")] public Media? Image { get; set; }
            [JsonPropertyName("audio")] public Media? Audio { get; set; }
        }
        public class Sender
        {
            private readonly HttpClient client = new HttpClient();
            public async Task Run(string to, string id)
            {
                await Post(new Message { To = to, Text = new Text { Body = "x" } });
                await Post(new Message { To = to, Type = "image", Image = new Media { Id = id, Caption = "x" } });
                var audio = new Message { To = to, Type = "audio" };
                audio.Audio = new Media { Id = id };
                await Post(audio);
            }
            private async Task Post(Message message) => (await client.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", message)).EnsureSuccessStatusCode();
        }
        """)]
    [InlineData("""
        public class text { public string body { get; set; } public text(string b) { body = b; } }
        public abstract class message { public string to { get; set; } public string recipient_type { get; set; } = "individual"; public string type { get; set; } protected message(string to, string type) { this.to = to; this.type = type; } }
        public class text_message : message { public text text { get; set; } public text_message(string to, string body) : base(to, "text") { text = new text(body); } }
        public class Sender { void Use(object o) { } void Run(string to) => Use(new text_message(to, "hi")); }
        """)]
    [InlineData("""
        public record Text(string Body, bool PreviewUrl = false);
        public record Language(string Code, string Policy = "deterministic");
        public record Template(string Name, Language Language);
        public record Message(string To) { public string MessagingProduct => "whatsapp"; public string Type => Text is null ? "template" : "text"; public Text? Text { get; init; } public Template? Template { get; init; } }
        public class Sender { void Use(object o) { } void Run(string to) { Use(new Message(to) { Text = new Text("hi") }); Use(new Message(to) { Template = new Template("hello", new Language("en_US")) }); } }
        """)]
    public void As_objects_of_own_classes(string program) => CheckSilence(program);

    private static void CheckSilence(string program)
    {
        TestProgram test = new("DLG0101", program);
        test.Check();
        Diagnostic[] found = TestProgram.Analyze(test.Compile()).Where(diagnostic => diagnostic.Id.StartsWith("DLG01", StringComparison.Ordinal)).ToArray();
        Assert.True(found.Length == 0, string.Join(Environment.NewLine, found.Select(diagnostic => diagnostic.ToString())) + Environment.NewLine + program);
    }
}
