using Dialog360.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Tests.Rules;

/// <summary>Objects that have something of a message and are none: no rule about messages may say anything.</summary>
public sealed class LookAlikesTests
{
    [Theory]

    // Telegram
    [InlineData("new { chat_id = to, text = \"\" }")]
    [InlineData("new { chat_id = 5, photo = \"/a.gif\", caption = name }")]
    [InlineData("new { chat_id = to, latitude = 95.0, longitude = 200.0 }")]
    [InlineData("new { chat_id = to, type = \"location\", location = new { latitude = 95.0 } }")]

    // Slack
    [InlineData("new { channel = to, text = name, blocks = new object[] { new { type = \"section\", text = new { type = \"mrkdwn\", text = \"\" } } } }")]
    [InlineData("new { type = \"image\", image_url = \"/a.png\", alt_text = \"\" }")]
    [InlineData("new { type = \"button\", text = new { type = \"plain_text\", text = \"A button title that is long for WhatsApp\" }, value = 5 }")]

    // Twilio
    [InlineData("new { From = \"whatsapp:+14155238886\", To = \"whatsapp:+491701234567\", Body = \"\" }")]
    [InlineData("new Dictionary<string, string> { [\"To\"] = \"0170\", [\"From\"] = \"abc\", [\"Body\"] = \"\" }")]

    // MessageBird
    [InlineData("new { to = \"0170\", from = id, type = \"text\", content = new { text = \"\" } }")]
    [InlineData("new { to = \"0170\", channelId = id, type = \"image\", content = new { image = new { url = \"/a.gif\" } } }")]
    [InlineData("new { To = \"0170\", Type = \"text\", Text = \"\" }")]

    // Vonage
    [InlineData("new { from = id, to = \"0170\", channel = \"whatsapp\", message_type = \"image\", image = new { url = \"/a.gif\", caption = \"\" } }")]
    [InlineData("new { from = new { type = \"whatsapp\", number = id }, to = new { type = \"whatsapp\", number = to }, message = new { content = new { type = \"text\", text = \"\" } } }")]
    [InlineData("new { from = id, to = \"0170\", channel = \"whatsapp\", message_type = \"text\", text = \"\" }")]

    // Others that send messages
    [InlineData("new { to = \"device\", notification = new { title = \"\", body = \"\" }, data = new { type = \"text\" } }")]
    [InlineData("new { to = new[] { \"a@example.com\" }, subject = \"\", text = \"\", template = \"welcome\" }")]
    [InlineData("new { personalizations = new[] { new { to = new[] { new { email = \"a@example.com\" } } } }, template_id = 5, type = \"template\" }")]
    [InlineData("new { recipient = new { id = to }, message = new { text = \"\", attachment = new { type = \"image\", payload = new { url = \"/a.gif\" } } } }")]
    [InlineData("new { to = \"0170\", body = \"\", type = \"sms\" }")]
    [InlineData("new { to, messages = new[] { new { type = \"location\", title = name, address = name, latitude = 95.0, longitude = 1.0 } } }")]
    [InlineData("new { to, messages = new object[] { new { type = \"sticker\", packageId = 1, stickerId = 2 }, new { type = \"image\", originalContentUrl = \"/a.gif\" } } }")]
    [InlineData("new { messages = new[] { new { from = id, to = \"0170\", content = new { templateName = name, language = \"en-US\" } } } }")]

    // Maps
    [InlineData("new { type = \"Feature\", geometry = new { type = \"Point\", coordinates = new[] { 200.0, 95.0 } } }")]
    [InlineData("new { from = new { latitude = 95.0, longitude = 1.0 }, to = new { latitude = 95.0, longitude = 200.0 }, type = \"route\" }")]
    [InlineData("new { location = new { latitude = 95.0, longitude = 200.0 }, type = \"location\" }")]
    [InlineData("new { to = new { location = new { latitude = 95 } }, type = \"driving\" }")]
    [InlineData("new { latitude = 52520008, longitude = 13404954, type = 5, to = 7 }")]

    // Rows, ranges, requests of anything else
    [InlineData("new { from = DateTime.MinValue, to = DateTime.MaxValue, type = \"text\" }")]
    [InlineData("new { from = 1, to = 5, text = new { value = \"\" } }")]
    [InlineData("new { to = 100, type = \"document\" }")]
    [InlineData("new { to = \"/home\", type = \"image\", image = \"/a.gif\" }")]
    [InlineData("new { to = name, type = \"template\", template = \"~/Views/Home.cshtml\" }")]
    [InlineData("new { role = \"user\", content = new object[] { new { type = \"text\", text = \"\" }, new { type = \"image_url\", image_url = new { url = \"/a.gif\" } } } }")]
    [InlineData("new Dictionary<string, object> { [\"to\"] = 5, [\"type\"] = \"text\", [\"text\"] = \"\" }")]
    [InlineData("\"\"\"{ \"to\": 5, \"type\": \"range\", \"text\": \"\" }\"\"\"")]
    [InlineData("\"\"\"{ \"chat_id\": 5, \"location\": { \"latitude\": 95 } }\"\"\"")]
    [InlineData("\"SELECT {to} FROM messages WHERE type = 'text' AND to = {text}\"")]

    // Of WhatsApp itself, and no message
    [InlineData("new { @object = \"whatsapp_business_account\", entry = new[] { new { id, changes = new[] { new { field = \"messages\", value = new { messaging_product = \"whatsapp\", metadata = new { display_phone_number = \"0170\", phone_number_id = id }, contacts = new[] { new { profile = new { name }, wa_id = to } }, messages = new[] { new { from = to, id, timestamp = 5, type = \"text\", text = new { body = \"\" } } } } } } } } }")]
    [InlineData("new { contacts = new[] { new { wa_id = to, profile = new { name } } }, messages = new[] { new { from = \"0170\", id, timestamp = \"1\", type = \"image\", image = new { id, mime_type = \"image/gif\", sha256 = id } } } }")]
    [InlineData("new { statuses = new[] { new { id, recipient_id = \"0170\", status = \"failed\", timestamp = \"1\", type = \"message\", errors = new[] { new { code = 470, title = name } } } } }")]
    [InlineData("new { from = \"0170\", id, timestamp = \"1\", type = \"location\", location = new { latitude = 95.0, longitude = 1.0 } }")]
    [InlineData("new { from = \"0170\", to = id, id, timestamp = \"1\", type = \"button\", button = new { text = name, payload = id } }")]
    [InlineData("new { messaging_product = \"whatsapp\", contacts = new[] { new { input = \"0170\", wa_id = to } }, messages = new[] { new { id } } }")]
    [InlineData("new { name = \"welcome\", language = \"en-US\", category = \"UTILITY\", components = new object[] { new { type = \"BODY\", text = \"Hi\\n{{1}}\" }, new { type = \"BUTTONS\", buttons = new[] { new { type = \"QUICK_REPLY\", text = \"A button of more than twenty letters\" } } } } }")]
    [InlineData("new { messaging_product = \"whatsapp\", type = \"image/gif\", file = \"@/a.gif\" }")]
    [InlineData("new { messaging_product = \"whatsapp\", status = \"read\", message_id = id }")]
    [InlineData("new { messaging_product = \"whatsapp\", status = \"read\", message_id = id, typing_indicator = new { type = \"text\" } }")]
    [InlineData("new { messaging_product = \"whatsapp\", block_users = new[] { new { user = \"0170\" } } }")]
    [InlineData("new { status = \"read\" }")]
    [InlineData("new { messaging_product = \"whatsapp\", about = \"\", address = \"\", description = \"\", email = \"x\", websites = new[] { \"/a\" }, vertical = \"OTHER\" }")]
    [InlineData("new { messaging_product = \"whatsapp\", pin = \"123456\" }")]
    [InlineData("new { blocking = \"wait\", contacts = new[] { \"0170\" }, force_check = true }")]
    [InlineData("new { url = \"http://localhost/hook\", headers = new { Authorization = name } }")]
    [InlineData("new { meta = new { success = false, http_code = 400, developer_message = name } }")]
    public void Nothing_is_said_about_an_object(string expression) => CheckSilence(Bodies.Expression(expression));

    [Theory]
    [InlineData("await client.PostAsJsonAsync(\"https://api.telegram.org/bot1/sendLocation\", new { to, type = \"location\", location = new { latitude = 95, longitud = 1 } });")]
    [InlineData("await client.PostAsJsonAsync(\"https://conversations.messagebird.com/v1/send\", new { to = \"0170\", type = \"image\", image = new { url = \"/a.gif\" } });")]
    [InlineData("await client.PostAsJsonAsync(\"https://gateway.example.com/messages\", new { messaging_product = \"whatsapp\", to = 5, type = \"gif\" });")]
    [InlineData("var query = new Dictionary<string, string>(); query[\"to\"] = \"0170\"; query[\"type\"] = \"text\"; query[\"text\"] = \"\"; Use(query);")]
    [InlineData("using var form = new MultipartFormDataContent(); form.Add(new StringContent(\"whatsapp\"), \"messaging_product\"); form.Add(new StringContent(\"image/gif\"), \"type\"); await client.PostAsync(\"https://waba-v2.360dialog.io/media\", form);")]
    [InlineData("await client.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", status = \"read\", message_id = id, typing_indicator = new { type = \"text\" } });")]
    [InlineData("await client.PostAsJsonAsync(\"https://waba-v2.360dialog.io/block_users\", new { messaging_product = \"whatsapp\", block_users = new[] { new { user = to } } });")]
    [InlineData("await client.PostAsJsonAsync(\"https://waba-v2.360dialog.io/v1/configs/templates\", new { name = \"x\", language = \"en-US\", category = \"UTILITY\", components = new[] { new { type = \"BODY\", text = \"\" } } });")]
    [InlineData("await client.PostAsJsonAsync(\"https://waba.360dialog.io/v1/contacts\", new { blocking = \"wait\", contacts = new[] { \"0170\" }, force_check = true });")]
    public void Nothing_is_said_about_a_call(string statements) => CheckSilence(Bodies.Method(statements));

    [Theory]
    [InlineData("""
        public class Message { public int Id { get; set; } public string To { get; set; } = ""; public string Type { get; set; } = ""; public string? Text { get; set; } public string? Image { get; set; } public double Latitude { get; set; } public DateTime SentAt { get; set; } }
        public class Store { private readonly List<Message> rows = new(); public void Add() => rows.Add(new Message { To = "0170", Type = "image", Text = "", Image = "/a.gif", Latitude = 95 }); }
        """)]
    [InlineData("""
        public class Location { public double Latitude { get; set; } public double Longitude { get; set; } }
        public class Trip { public Location? From { get; set; } public Location? To { get; set; } public string Type { get; set; } = ""; public Location? Location { get; set; } }
        public class Planner { object Make() => new Trip { From = new Location { Latitude = 95 }, To = new Location { Latitude = 95 }, Type = "location", Location = new Location() }; }
        """)]
    [InlineData("""
        public record Range(int From, int To, string Type);
        public class Ranges { object Make() => new Range(5, 7, "text"); }
        """)]
    [InlineData("""
        public class WebhookTests { public string Payload() => JsonSerializer.Serialize(new { messages = new[] { new { from = "0170", id = "x", timestamp = "1", type = "text", text = new { body = "" } } } }); public string Raw() => "{ \"messages\": [ { \"from\": \"0170\", \"to\": 5, \"type\": \"gif\", \"location\": { \"latitude\": 95 } } ] }"; }
        """)]
    [InlineData("""
        public class Contact { [JsonPropertyName("wa_id")] public string? WaId { get; set; } [JsonPropertyName("input")] public string? Input { get; set; } }
        public class Answer { [JsonPropertyName("messaging_product")] public string? Product { get; set; } [JsonPropertyName("contacts")] public List<Contact>? Contacts { get; set; } [JsonPropertyName("messages")] public List<object>? Messages { get; set; } }
        public class Fake { object Make() => new Answer { Product = "whatsapp", Contacts = new List<Contact> { new Contact { WaId = "0170", Input = "0170" } }, Messages = new List<object>() }; }
        """)]
    public void Nothing_is_said_about_a_program(string program) => CheckSilence(program);

    private static void CheckSilence(string program)
    {
        TestProgram test = new("DLG0101", program);
        test.Check();
        Diagnostic[] found = TestProgram.Analyze(test.Compile()).Where(diagnostic => diagnostic.Id.StartsWith("DLG01", StringComparison.Ordinal)).ToArray();
        Assert.True(found.Length == 0, string.Join(Environment.NewLine, found.Select(diagnostic => diagnostic.ToString())) + Environment.NewLine + program);
    }
}
