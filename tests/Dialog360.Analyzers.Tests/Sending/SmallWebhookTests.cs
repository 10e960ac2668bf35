using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Sending;

/// <summary>Webhook classes that hold no more than the program reads.</summary>
public sealed class SmallWebhookTests
{
    private const string Sender = """
        public class Sender(HttpClient http)
        {
            public Task Text(string to, string body) =>
                http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body } });
        }
        """;

    [Fact]
    public void A_reply_from_a_minimal_endpoint_is_inside_the_session() => new TestProgram("DLG0201", Sender, """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        public class Hook { [JsonPropertyName("entry")] public List<Entry> Entry { get; set; } = new(); }
        public class Entry { [JsonPropertyName("changes")] public List<Change> Changes { get; set; } = new(); }
        public class Change { [JsonPropertyName("value")] public Value Value { get; set; } = new(); }
        public class Value { [JsonPropertyName("messages")] public List<Inbound>? Messages { get; set; } }
        public class Inbound { [JsonPropertyName("from")] public string From { get; set; } = ""; [JsonPropertyName("id")] public string Id { get; set; } = ""; }
        public static class Api
        {
            public static void Map(WebApplication app, Sender sender) => app.MapPost("/hook", async (Hook hook) =>
            {
                foreach (var entry in hook.Entry) foreach (var change in entry.Changes) foreach (var message in change.Value.Messages ?? new()) await sender.Text(message.From, "hi");
                return Results.Ok();
            });
        }
        """).Check();

    [Fact]
    public void A_send_to_what_a_form_gives_is_not() => new TestProgram("DLG0201", Sender, """
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        public class Form { public string To { get; set; } = ""; public string From { get; set; } = ""; }
        public static class Api
        {
            public static void Map(WebApplication app, Sender sender) => app.MapPost("/send", async (Form form) => { await sender.[|Text|](form.To, "hi"); return Results.Ok(); });
        }
        """).Check();
}
