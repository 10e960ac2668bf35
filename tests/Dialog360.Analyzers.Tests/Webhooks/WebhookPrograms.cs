using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Webhooks;

/// <summary>Programs around a webhook receiver: the classes of updates as teams write them, and a client to send with.</summary>
internal static class WebhookPrograms
{
    /// <summary>Classes with attributes of System.Text.Json; messages know the user's id.</summary>
    public const string Attributed = """
        public sealed class Update { [JsonPropertyName("object")] public string? Kind { get; set; } [JsonPropertyName("entry")] public List<Entry>? Entry { get; set; } }
        public sealed class Entry { [JsonPropertyName("id")] public string? Id { get; set; } [JsonPropertyName("changes")] public List<Change>? Changes { get; set; } }
        public sealed class Change { [JsonPropertyName("field")] public string? Field { get; set; } [JsonPropertyName("value")] public ChangeValue? Value { get; set; } }
        public sealed class ChangeValue
        {
            [JsonPropertyName("contacts")] public List<Contact>? Contacts { get; set; }
            [JsonPropertyName("messages")] public List<Inbound>? Messages { get; set; }
            [JsonPropertyName("statuses")] public List<Status>? Statuses { get; set; }
        }
        public sealed class Contact { [JsonPropertyName("wa_id")] public string? WaId { get; set; } [JsonPropertyName("user_id")] public string? UserId { get; set; } }
        public sealed class Inbound
        {
            [JsonPropertyName("from")] public string From { get; set; } = "";
            [JsonPropertyName("from_user_id")] public string? FromUserId { get; set; }
            [JsonPropertyName("id")] public string Id { get; set; } = "";
            [JsonPropertyName("type")] public string Type { get; set; } = "";
            [JsonPropertyName("text")] public TextPart? Text { get; set; }
        }
        public sealed class TextPart { [JsonPropertyName("body")] public string Body { get; set; } = ""; }
        public sealed class Status
        {
            [JsonPropertyName("id")] public string Id { get; set; } = "";
            [JsonPropertyName("status")] public string State { get; set; } = "";
            [JsonPropertyName("recipient_id")] public string? Recipient { get; set; }
            [JsonPropertyName("errors")] public List<StatusError>? Errors { get; set; }
        }
        public sealed class StatusError { [JsonPropertyName("code")] public int Code { get; set; } [JsonPropertyName("title")] public string? Title { get; set; } }
        """;

    /// <summary>The same without attributes, and without the user's id.</summary>
    public const string Pascal = """
        public record Update(string Object, List<Entry> Entry);
        public record Entry(string Id, Change[] Changes);
        public record Change(string Field, Value Value);
        public record Value(List<Contact> Contacts, List<Inbound> Messages, List<Status> Statuses);
        public record Contact(string Wa_Id);
        public record Inbound(string From, string Id, string Timestamp, string Type, Body Text);
        public record Body(string body);
        public record Status(string Id, string status, string Recipient_Id, Fault[] Errors);
        public record Fault(int Code, string Title, string Message);
        """;

    /// <summary>The flat shape of the on-premises API, in lower case.</summary>
    public const string Flat = """
        public class Hook { public List<HookContact> contacts { get; set; } = new(); public List<HookMessage> messages { get; set; } = new(); public List<HookStatus> statuses { get; set; } = new(); }
        public class HookContact { public string wa_id { get; set; } = ""; }
        public class HookMessage { public string from { get; set; } = ""; public string id { get; set; } = ""; public string type { get; set; } = ""; public HookText text { get; set; } = new(); }
        public class HookText { public string body { get; set; } = ""; }
        public class HookStatus { public string id { get; set; } = ""; public string status { get; set; } = ""; public string recipient_id { get; set; } = ""; public HookError[] errors { get; set; } = new HookError[0]; }
        public class HookError { public int code { get; set; } public string title { get; set; } = ""; }
        """;

    /// <summary>A client that sends, and places where work can be left.</summary>
    public const string Services = """
        public interface IWhatsApp { Task SendTextAsync(string to, string body); }
        public sealed class WhatsApp(HttpClient http) : IWhatsApp
        {
            public async Task SendTextAsync(string to, string body)
            {
                using var answer = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body } });
                answer.EnsureSuccessStatusCode();
            }
        }
        public interface IStore { Task SaveAsync(string id, string text); Task SetStateAsync(string id, string state); Task<bool> IsKnownAsync(string id); }
        public interface ISignatures { bool IsValid(string body, string? signature); }
        """;

    private const string Usings = "using System.IO;\nusing Microsoft.AspNetCore.Builder;\nusing Microsoft.AspNetCore.Http;\nusing Microsoft.AspNetCore.Mvc;\nusing Microsoft.Extensions.Logging;\nusing System.Threading.Channels;\n";

    /// <summary>Checks what all rules about webhooks find in a file with such classes.</summary>
    public static void Check(string classes, string file) => new TestProgram("DLG06*", Usings + file, "using System.Text.Json.Serialization;\n" + classes, Services).Check();

    /// <summary>Checks what one rule finds in a file with such classes.</summary>
    public static void Check(string id, string classes, string file) => new TestProgram(id, Usings + file, "using System.Text.Json.Serialization;\n" + classes, Services).Check();

    /// <summary>A controller with an action of these statements: <c>update</c>, <c>whatsApp</c>, <c>store</c>, <c>log</c>, <c>queue</c> are at hand.</summary>
    public static string Action(string statements, string members = "") => $$"""
        [ApiController, Route("webhook")]
        public sealed class HookController(IWhatsApp whatsApp, IStore store, ILogger<HookController> log, Channel<Update> queue, ISignatures signatures, HttpClient http) : ControllerBase
        {
            [HttpPost]
            public async Task<IActionResult> Receive([FromBody] Update update)
            {
                await Task.Yield();
                {{statements}}
            }

            {{members}}
        }
        """;
}
