namespace Dialog360.Analyzers.Tests.Webhooks;

/// <summary>DLG0606: who knows the sender by the phone number alone; DLG0607: who never looks at statuses.</summary>
public sealed class SenderAndStatusesTests
{
    private static string Loop(string body) => "foreach (var m in update.Entry.SelectMany(e => e.Changes).SelectMany(c => c.Value.Messages ?? new())) { " + body + " } return Ok();";

    [Theory]
    [InlineData("await store.SaveAsync(m.[|From|], m.Type);")]
    [InlineData("await whatsApp.SendTextAsync(m.[|From|], m.Text.body);")]
    [InlineData("var key = $\"session:{m.[|From|]}\"; await store.SaveAsync(key, m.Type);")]
    [InlineData("if (m is { [|From|]: var from }) await store.SaveAsync(from, m.Type);")]
    [InlineData("await Keep(m.[|From|], m);")]
    [InlineData("await Look(m);")]
    [InlineData("log.LogInformation(\"{From}\", m.[|From|]);")]
    [InlineData("await store.SaveAsync(m?.[|From|]!, m.Type);")]
    [InlineData("var (from, id) = (m.[|From|], m.Id); await store.SaveAsync(from, id);")]
    [InlineData("var order = new Kept(m.[|From|], m.Id); await store.SaveAsync(order.Who, order.What);")]
    [InlineData("if (m.[|From|].StartsWith(\"49\")) await store.SaveAsync(m.From, m.Type);")]
    [InlineData("var known = await store.IsKnownAsync(\"+\" + m.[|From|]); if (!known) await store.SaveAsync(m.From, m.Type);")]
    public void Number_alone_triggers(string body) => WebhookPrograms.Check("DLG0606", WebhookPrograms.Pascal, WebhookPrograms.Action(Loop(body),
        body.Contains("Look(") ? "private Task Look(Inbound one) => store.SaveAsync(one.[|From|], one.Type);" : "private Task Keep(string from, Inbound one) => store.SaveAsync(from, one.Type); private sealed record Kept(string Who, string What);"));

    [Theory]
    [InlineData("foreach (var c in update.Entry.SelectMany(e => e.Changes)) await store.SaveAsync(c.Value.Contacts[0].[|Wa_Id|], \"\"); return Ok();")]
    [InlineData("var c = update.Entry[0].Changes[0].Value; var contact = c.Contacts?.FirstOrDefault(); await store.SaveAsync(contact?.[|Wa_Id|], \"\"); return Ok();")]
    [InlineData("var numbers = update.Entry.SelectMany(e => e.Changes).SelectMany(c => c.Value.Messages).Select(m => m.[|From|]); log.LogInformation(string.Join(\",\", numbers)); return Ok();")]
    public void Number_of_the_contact_triggers(string statements) => WebhookPrograms.Check("DLG0606", WebhookPrograms.Pascal, WebhookPrograms.Action(statements));

    [Theory]
    [InlineData("await store.SaveAsync(m.From, m.Type);")]
    [InlineData("await store.SaveAsync(m.FromUserId ?? m.From, m.Type);")]
    [InlineData("if (m.FromUserId is { } id) await store.SaveAsync(id, m.Type); else await store.SaveAsync(m.From, m.Type);")]
    [InlineData("var who = string.IsNullOrEmpty(m.From) ? m.FromUserId! : m.From; await store.SaveAsync(who, m.Type);")]
    [InlineData("await store.SaveAsync(m.Id, m.Type);")]
    public void Who_declares_the_user_id_knows_of_it(string body) => WebhookPrograms.Check("DLG0606", WebhookPrograms.Attributed, WebhookPrograms.Action(Loop(body)));

    [Theory]
    [InlineData("await store.SaveAsync(m.Id, m.Type);")]
    [InlineData("await queue.Writer.WriteAsync(update);")]
    [InlineData("var order = new Order(); await store.SaveAsync(order.From, m.Type);")]
    public void No_number_is_read(string body) => WebhookPrograms.Check("DLG0606", WebhookPrograms.Pascal, WebhookPrograms.Action(Loop(body)) + "\npublic class Order { public string From { get; set; } = \"\"; }");

    [Theory]
    [InlineData("message.GetProperty(\"from\").GetString()", true)]
    [InlineData("message.TryGetProperty(\"from_user_id\", out var id) ? id.GetString() : message.GetProperty(\"from\").GetString()", false)]
    [InlineData("message.GetProperty(\"id\").GetString()", false)]
    public void Json(string expression, bool triggers)
    {
        string marked = triggers ? expression.Replace("GetProperty(\"from\")", "[|GetProperty|](\"from\")") : expression;
        WebhookPrograms.Check("DLG0606", "", $$"""
            public static class Hooks
            {
                public static void Map(WebApplication app, IStore store) => app.MapPost("/hook", async (JsonElement body) =>
                {
                    foreach (var entry in body.GetProperty("entry").EnumerateArray())
                        foreach (var change in entry.GetProperty("changes").EnumerateArray())
                            if (change.GetProperty("value").TryGetProperty("messages", out var messages))
                                foreach (var message in messages.EnumerateArray())
                                    await store.SaveAsync({{marked}}, "");
                    return Results.Ok();
                });
            }
            """);
    }

    [Fact]
    public void The_flat_shape_has_no_user_ids() => WebhookPrograms.Check("DLG0606", WebhookPrograms.Flat, """
        public class HookController(IStore store) : ControllerBase
        {
            [HttpPost]
            public async Task<IActionResult> Receive([FromBody] Hook hook)
            {
                foreach (var m in hook.messages) await store.SaveAsync(m.from, m.text.body);
                return Ok();
            }
        }
        """);

    [Theory]
    [InlineData("foreach (var m in update.Entry.SelectMany(e => e.Changes).SelectMany(c => c.Value.Messages ?? new())) await store.SaveAsync(m.Id, m.Type); return Ok();")]
    [InlineData("var m = update.Entry[0].Changes[0].Value.Messages?[0]; await store.SaveAsync(m?.Id, m?.Type); return Ok();")]
    [InlineData("foreach (var m in update.Entry[0].Changes[0].Value.Messages) await Keep(m); return Ok();")]
    [InlineData("var all = update.Entry.SelectMany(e => e.Changes).SelectMany(c => c.Value.Messages ?? new()).ToList(); foreach (var m in all) await Keep(m); return Ok();")]
    [InlineData("foreach (var e in update.Entry) foreach (var c in e.Changes) if (c.Value.Messages is { Count: > 0 } some) foreach (var m in some) await Keep(m); return Ok();")]
    [InlineData("update.Entry.ForEach(e => e.Changes.ForEach(c => c.Value.Messages?.ForEach(m => log.LogInformation(m.Id)))); return Ok();")]
    [InlineData("try { foreach (var m in update.Entry[0].Changes[0].Value.Messages) await Keep(m); } catch (Exception e) { log.LogError(e, \"x\"); } return Ok();")]
    [InlineData("var value = update.Entry[0].Changes[0].Value; foreach (var contact in value.Contacts) log.LogInformation(contact.WaId); foreach (var m in value.Messages) await Keep(m); return Ok();")]
    [InlineData("var first = update.Entry.First(e => e.Id == \"1\").Changes.First(c => c.Field == \"messages\").Value; if (first.Messages == null) return Ok(); foreach (var m in first.Messages) await Keep(m); return Ok();")]
    [InlineData("foreach (var m in update.Entry[0].Changes[0].Value.Messages) await texts.Writer.WriteAsync(m.Text.Body); return Ok();")]
    [InlineData("foreach (var m in update.Entry[0].Changes[0].Value.Messages) await messages.Writer.WriteAsync(m); return Ok();")]
    [InlineData("log.LogInformation(\"{Update}\", JsonSerializer.Serialize(update)); foreach (var m in update.Entry[0].Changes[0].Value.Messages) await Keep(m); return Ok();")]
    [InlineData("if (update.Entry?[0].Changes?[0].Value?.Messages?.Count > 0) log.LogInformation(\"a message\"); return Ok();")]
    [InlineData("_ = Task.Run(() => Keep(update.Entry[0].Changes[0].Value.Messages[0])); return Ok();")]
    [InlineData("if (!signatures.IsValid(\"\", Request.Headers[\"x\"])) return Unauthorized(); foreach (var m in update.Entry[0].Changes[0].Value.Messages) await Keep(m); return Ok();")]
    public void Statuses_never_looked_at(string statements) => WebhookPrograms.Check("DLG0607", WebhookPrograms.Attributed, WebhookPrograms.Action(statements,
        "private Channel<string> texts = null!; private Channel<Inbound> messages = null!; private Task Keep(Inbound one) => store.SaveAsync(one.Id, one.Type);").Replace("IActionResult> Receive(", "IActionResult> [|Receive|]("));

    [Theory]
    [InlineData("await queue.Writer.WriteAsync(update); return Ok();")]
    [InlineData("foreach (var c in update.Entry.SelectMany(e => e.Changes)) { if (c.Value.Statuses?.Any() == true) log.LogInformation(\"statuses\"); foreach (var m in c.Value.Messages) await Keep(m); } return Ok();")]
    [InlineData("foreach (var c in update.Entry.SelectMany(e => e.Changes)) { switch (c.Field) { case \"messages\": await outside.TakeAsync(c.Value); break; } foreach (var m in c.Value.Messages) await Keep(m); } return Ok();")]
    [InlineData("foreach (var m in update.Entry[0].Changes[0].Value.Messages) await Keep(m); var states = update.Entry[0].Changes[0].Value.Statuses; if (states is { Count: > 0 }) log.LogInformation(states[0].Errors?[0].Title); return Ok();")]
    [InlineData("if (update is { Entry: [{ Changes: [{ Value.Statuses.Count: > 0 }, ..] }, ..] }) return Ok(); foreach (var m in update.Entry[0].Changes[0].Value.Messages) await Keep(m); return Ok();")]
    [InlineData("foreach (var entry in update.Entry) await outside.TakeAsync(entry); foreach (var m in update.Entry[0].Changes[0].Value.Messages) await Keep(m); return Ok();")]
    [InlineData("foreach (var change in update.Entry.SelectMany(e => e.Changes)) { await outside.TakeAsync(change); log.LogInformation(\"{Count}\", change.Value.Messages.Count); } return Ok();")]
    [InlineData("foreach (var change in update.Entry.SelectMany(e => e.Changes)) { await outside.TakeAsync(change.Value); log.LogInformation(\"{Count}\", change.Value.Messages.Count); } return Ok();")]
    [InlineData("foreach (var change in update.Entry.SelectMany(e => e.Changes)) { if (change.Value.Statuses != null) continue; foreach (var m in change.Value.Messages) await Keep(m); } return Ok();")]
    [InlineData("foreach (var change in update.Entry.SelectMany(e => e.Changes)) { await outside.TakeAsync(change.Value.Statuses); foreach (var m in change.Value.Messages) await Keep(m); } return Ok();")]
    [InlineData("return Ok();")]
    [InlineData("_ = Task.Run(() => outside.TakeAsync(update)); foreach (var m in update.Entry[0].Changes[0].Value.Messages) await Keep(m); return Ok();")]
    [InlineData("await store.SaveAsync(\"raw\", JsonSerializer.Serialize(update)); foreach (var m in update.Entry[0].Changes[0].Value.Messages) await Keep(m); return Ok();")]
    [InlineData("foreach (var m in update.Entry[0].Changes[0].Value.Messages) await Keep(m); Others(update); return Ok();")]
    [InlineData("var command = new Command(update); await outside.TakeAsync(command); log.LogInformation(\"{M}\", update.Entry[0].Changes[0].Value.Messages[0].Id); return Ok();")]
    public void Statuses_are_looked_at_or_handed_on(string statements) => WebhookPrograms.Check("DLG0607", WebhookPrograms.Attributed, WebhookPrograms.Action(statements, """
        private IOutside outside = null!;
        private Task Keep(Inbound one) => store.SaveAsync(one.Id, one.Type);
        private void Others(Update all) { foreach (var s in all.Entry[0].Changes[0].Value.Statuses) log.LogInformation(s.State); }
        """) + "\npublic interface IOutside { Task TakeAsync(object any); }\npublic record Command(object Payload);");
}
