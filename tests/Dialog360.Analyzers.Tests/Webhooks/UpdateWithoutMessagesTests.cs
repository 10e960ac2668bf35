namespace Dialog360.Analyzers.Tests.Webhooks;

/// <summary>DLG0605: which receivers fail, or send, on an update without messages.</summary>
public sealed class UpdateWithoutMessagesTests
{
    private const string Helpers = """
        private bool HasMessages(Update received) => received.Entry?.Any(e => e.Changes?.Any(c => c.Value?.Messages?.Count > 0) == true) == true;
        private async Task Each(Inbound m) => await whatsApp.SendTextAsync(m.From, "x");
        private Inbound? Find(Update received) => received.Entry?.FirstOrDefault()?.Changes?.FirstOrDefault()?.Value?.Messages?.FirstOrDefault();
        """;

    [Theory]
    [InlineData("var m = update.Entry[0].Changes[0].Value.Messages[|[0]|]; await store.SaveAsync(m.Id, m.Type); return Ok();")]
    [InlineData("var m = update.Entry.First().Changes.First().Value.Messages.[|First|](); await store.SaveAsync(m.Id, m.Type); return Ok();")]
    [InlineData("var from = update.Entry[0].Changes[0].Value.Messages.[|FirstOrDefault|]().From; await store.SaveAsync(from, from); return Ok();")]
    [InlineData("var from = update.Entry[0].Changes[0].Value.Messages!.[|FirstOrDefault|]()!.From; await store.SaveAsync(from, from); return Ok();")]
    [InlineData("var m = update.Entry[0].Changes[0].Value.Messages.[|FirstOrDefault|](); await store.SaveAsync(m.Id, m.Type); return Ok();")]
    [InlineData("if (update.Entry != null) { var value = update.Entry[0].Changes[0].Value; var m = value?.Messages[|[0]|]; await store.SaveAsync(m.Id, m.Type); } return Ok();")]
    [InlineData("if (update.Entry?[0].Changes?[0].Value == null) return Ok(); var m = update.Entry[0].Changes[0].Value.Messages.[|Single|](); await store.SaveAsync(m.Id, m.Type); return Ok();")]
    [InlineData("foreach (var c in update.Entry.SelectMany(e => e.Changes)) if (c.Field == \"messages\") { var m = c.Value.Messages[|[0]|]; await store.SaveAsync(m.Id, m.Type); } return Ok();")]
    [InlineData("try { var m = update.Entry[0].Changes[0].Value.Messages[|[0]|]; await store.SaveAsync(m.Id, m.Type); } catch (JsonException) { } return Ok();")]
    [InlineData("foreach (var c in update.Entry.SelectMany(e => e.Changes)) { var contact = c.Value.Contacts[0]; await whatsApp.[|SendTextAsync|](contact.WaId, \"Thanks!\"); } return Ok();")]
    [InlineData("await whatsApp.[|SendTextAsync|](\"4915112345678\", \"something came in\"); log.LogInformation(update.Entry[0].Id); return Ok();")]
    [InlineData("foreach (var s in update.Entry.SelectMany(e => e.Changes).SelectMany(c => c.Value.Statuses)) await whatsApp.[|SendTextAsync|](s.Recipient, \"thanks\"); return Ok();")]
    [InlineData("if (update.Entry.Count > 0) await whatsApp.[|SendTextAsync|](update.Entry[0].Changes[0].Value.Contacts[0].WaId, \"Hi\"); return Ok();")]
    [InlineData("_ = Task.Run(() => whatsApp.[|SendTextAsync|](\"4915112345678\", update.Entry[0].Id)); return Ok();")]
    [InlineData("var value = update.Entry[0].Changes[0].Value; var text = value.Messages[|[0]|].Text.Body; var from = value.Messages[0].From; await whatsApp.SendTextAsync(from, text); return Ok();")]
    public void Triggers(string statements) => WebhookPrograms.Check("DLG0605", WebhookPrograms.Attributed, WebhookPrograms.Action(statements, Helpers));

    [Theory]
    [InlineData("var m = update.Entry[0].Changes[0].Value.Messages?[0]; await store.SaveAsync(m?.Id, m?.Type); return Ok();")]
    [InlineData("var m = update.Entry[0].Changes[0].Value.Messages?.FirstOrDefault(); if (m == null) return Ok(); await whatsApp.SendTextAsync(m.From, \"x\"); return Ok();")]
    [InlineData("if (update.Entry[0].Changes[0].Value.Messages is null) return Ok(); var m = update.Entry[0].Changes[0].Value.Messages[0]; await whatsApp.SendTextAsync(m.From, \"x\"); return Ok();")]
    [InlineData("var messages = update.Entry[0].Changes[0].Value.Messages; if (messages != null && messages.Count > 0) await whatsApp.SendTextAsync(messages[0].From, \"x\"); return Ok();")]
    [InlineData("var messages = update.Entry[0].Changes[0].Value.Messages; return messages?.Any() == true && messages[0].Type == \"text\" ? Ok(messages[0].Id) : Ok();")]
    [InlineData("var has = update.Entry[0].Changes[0].Value.Messages?.Count > 0; if (!has) return Ok(); await whatsApp.SendTextAsync(update.Entry[0].Changes[0].Value.Messages[0].From, \"x\"); return Ok();")]
    [InlineData("if (!HasMessages(update)) return Ok(); await whatsApp.SendTextAsync(update.Entry[0].Changes[0].Value.Messages[0].From, \"x\"); return Ok();")]
    [InlineData("foreach (var m in update.Entry.SelectMany(e => e.Changes).SelectMany(c => c.Value.Messages ?? new())) await whatsApp.SendTextAsync(m.From, \"x\"); return Ok();")]
    [InlineData("foreach (var m in update.Entry.SelectMany(e => e.Changes).SelectMany(c => c.Value.Messages ?? new())) await Each(m); return Ok();")]
    [InlineData("try { var m = update.Entry[0].Changes[0].Value.Messages[0]; await whatsApp.SendTextAsync(m.From, \"x\"); } catch (Exception e) { log.LogError(e, \"x\"); } return Ok();")]
    [InlineData("if (update.Entry[0].Changes[0].Value.Statuses?.Count > 0) return Ok(); var m = update.Entry[0].Changes[0].Value.Messages[0]; await whatsApp.SendTextAsync(m.From, \"x\"); return Ok();")]
    [InlineData("foreach (var s in update.Entry.SelectMany(e => e.Changes).SelectMany(c => c.Value.Statuses)) if (s.State == \"failed\") await whatsApp.SendTextAsync(\"4915112345678\", s.Id); return Ok();")]
    [InlineData("var m = Find(update); if (m is null) return Ok(); await whatsApp.SendTextAsync(m.From, \"x\"); return Ok();")]
    [InlineData("var m = Find(update); switch (m?.Type) { case \"text\": await whatsApp.SendTextAsync(m.From, \"x\"); break; } return Ok();")]
    [InlineData("var text = Find(update)?.Text?.Body; if (string.IsNullOrEmpty(text)) return Ok(); await whatsApp.SendTextAsync(\"4915112345678\", text); return Ok();")]
    [InlineData("update.Entry.ForEach(e => e.Changes.ForEach(c => c.Value.Messages?.ForEach(m => whatsApp.SendTextAsync(m.From, \"x\")))); return Ok();")]
    [InlineData("var m = update.Entry[0].Changes[0].Value.Messages.FirstOrDefault(); if (m?.Text == null) return Ok(); await whatsApp.SendTextAsync(m.From, m.Text.Body); return Ok();")]
    [InlineData("if (update is { Entry: [{ Changes: [{ Value: { Messages: [var m, ..] } }, ..] }, ..] }) await whatsApp.SendTextAsync(m.From, \"x\"); return Ok();")]
    public void Does_not_trigger(string statements) => WebhookPrograms.Check("DLG0605", WebhookPrograms.Attributed, WebhookPrograms.Action(statements, Helpers));

    [Fact]
    public void A_loop_over_a_property_that_need_not_be_there() => WebhookPrograms.Check("DLG0605", "", """
        public static class Hooks
        {
            public static void Map(WebApplication app, IWhatsApp whatsApp) => app.MapPost("/hook", async (JsonElement body) =>
            {
                foreach (var entry in body.GetProperty("entry").EnumerateArray())
                    foreach (var change in entry.GetProperty("changes").EnumerateArray())
                        foreach (var message in change.GetProperty("value").[|GetProperty|]("messages").EnumerateArray())
                            await whatsApp.SendTextAsync(message.GetProperty("from").GetString()!, "Hello");
                return Results.Ok();
            });
        }
        """);

    [Fact]
    public void The_parser_throws_for_the_receiver() => WebhookPrograms.Check("DLG0605", WebhookPrograms.Attributed, """
        public class Parser
        {
            public (string From, string Text) Parse(string json)
            {
                var update = JsonSerializer.Deserialize<Update>(json)!;
                var message = update.Entry![0].Changes![0].Value!.Messages![|[0]|];
                return (message.From, message.Text!.Body);
            }
        }
        public class HookController(Parser parser, IWhatsApp whatsApp) : ControllerBase
        {
            [HttpPost]
            public async Task<IActionResult> Receive()
            {
                using var reader = new StreamReader(Request.Body);
                var (from, text) = parser.Parse(await reader.ReadToEndAsync());
                await whatsApp.SendTextAsync(from, text);
                return Ok();
            }
        }
        """);

    [Fact]
    public void The_receiver_catches_for_the_parser() => WebhookPrograms.Check("DLG0605", WebhookPrograms.Attributed, """
        public class Parser
        {
            public Inbound Parse(string json) => JsonSerializer.Deserialize<Update>(json)!.Entry![0].Changes![0].Value!.Messages![0];
        }
        public class HookController(Parser parser, IWhatsApp whatsApp) : ControllerBase
        {
            [HttpPost]
            public async Task<IActionResult> Receive()
            {
                using var reader = new StreamReader(Request.Body);
                var body = await reader.ReadToEndAsync();
                try
                {
                    var message = parser.Parse(body);
                    await whatsApp.SendTextAsync(message.From, "x");
                }
                catch (Exception) { }
                return Ok();
            }
        }
        """);
}
