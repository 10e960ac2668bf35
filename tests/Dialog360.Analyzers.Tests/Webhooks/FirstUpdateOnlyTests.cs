namespace Dialog360.Analyzers.Tests.Webhooks;

/// <summary>DLG0604: which receivers read only the first update of a batch.</summary>
public sealed class FirstUpdateOnlyTests
{
    [Theory]
    [InlineData("var m = update.Entry[|[0]|].Changes[|[0]|].Value.Messages?[|[0]|]; if (m != null) await store.SaveAsync(m.Id, m.Type); return Ok();")]
    [InlineData("var m = update.Entry?.[|FirstOrDefault|]()?.Changes?.[|FirstOrDefault|]()?.Value?.Messages?.[|FirstOrDefault|](); if (m is null) return Ok(); await store.SaveAsync(m.Id, m.Type); return Ok();")]
    [InlineData("var entry = update.Entry.[|First|](); foreach (var change in entry.Changes) foreach (var m in change.Value.Messages) await store.SaveAsync(m.Id, m.Type); return Ok();")]
    [InlineData("foreach (var entry in update.Entry) { var value = entry.Changes[|[0]|].Value; foreach (var m in value.Messages) await store.SaveAsync(m.Id, m.Type); } return Ok();")]
    [InlineData("foreach (var value in update.Entry.SelectMany(e => e.Changes).Select(c => c.Value)) { var m = value.Messages?.[|FirstOrDefault|](); if (m == null) continue; await store.SaveAsync(m.Id, m.Type); } return Ok();")]
    [InlineData("var m = update.Entry.SelectMany(e => e.Changes).SelectMany(c => c.Value.Messages ?? new()).[|FirstOrDefault|](); if (m == null) return Ok(); await store.SaveAsync(m.Id, m.Type); return Ok();")]
    [InlineData("const int first = 0; var value = update.Entry[|[first]|].Changes.[|ElementAt|](0).Value; foreach (var m in value.Messages) await store.SaveAsync(m.Id, m.Type); return Ok();")]
    [InlineData("var value = update.Entry.[|Single|]().Changes.[|Single|]().Value; if (value.Statuses?.Count > 0) { var s = value.Statuses[|[0]|]; await store.SetStateAsync(s.Id, s.Errors?[0].Title); } return Ok();")]
    [InlineData("var values = update.Entry[|[0]|].Changes.Select(c => c.Value).ToList(); foreach (var v in values) foreach (var m in v.Messages) await store.SaveAsync(m.Id, m.Type); return Ok();")]
    [InlineData("Change? change = null; change = update.Entry[|[0]|].Changes.OrderBy(c => c.Field).[|First|](); foreach (var m in change.Value.Messages) await store.SaveAsync(m.Id, m.Type); return Ok();")]
    [InlineData("log.LogInformation(\"{Body}\", JsonSerializer.Serialize(update)); var m = update.Entry[|[0]|].Changes[|[0]|].Value.Messages?[|[0]|]; await store.SaveAsync(m?.Id, m?.Type); return Ok();")]
    [InlineData("if (update.Entry[|[0]|].Changes[|[0]|].Value.Messages is { Count: > 0 } messages) { var m = messages[|[0]|]; await store.SaveAsync(m.Id, m.Type); } return Ok();")]
    public void Triggers(string statements) => WebhookPrograms.Check("DLG0604", WebhookPrograms.Attributed, WebhookPrograms.Action(statements));

    [Fact]
    public void A_list_pattern() => WebhookPrograms.Check("DLG0604", WebhookPrograms.Attributed, WebhookPrograms.Action(
        "if (update is { Entry: [[|{ Changes: [[|{ Value: { Messages: [[|var m|], ..] } }|], ..] }|], ..] }) await store.SaveAsync(m.Id, m.Type); return Ok();"));

    [Fact]
    public void Work_that_is_left_behind() => WebhookPrograms.Check("DLG0604", WebhookPrograms.Attributed, WebhookPrograms.Action(
        "_ = Task.Run(() => Answer(update)); return Ok();",
        "private async Task Answer(Update received) { var m = received.Entry[|[0]|].Changes[|[0]|].Value.Messages?[|[0]|]; if (m != null) await whatsApp.SendTextAsync(m.From, \"x\"); }"));

    [Fact]
    public void A_parser_that_gives_a_tuple_or_nothing() => WebhookPrograms.Check("DLG0604", WebhookPrograms.Attributed, WebhookPrograms.Action(
        "var parsed = Parse(update); if (parsed is null) return Ok(); await store.SaveAsync(parsed.Value.Id, parsed.Value.Text); return Ok();",
        """
        private (string Id, string Text)? Parse(Update received)
        {
            try { var value = received.Entry[|[0]|].Changes[|[0]|].Value; return (value.Messages[|[0]|].Id, value.Messages[0].Text.Body); }
            catch { return null; }
        }
        """));

    [Theory]
    [InlineData("foreach (var entry in update.Entry) foreach (var change in entry.Changes) foreach (var m in change.Value.Messages) await store.SaveAsync(m.Id, m.Type); return Ok();")]
    [InlineData("foreach (var m in update.Entry.SelectMany(e => e.Changes).SelectMany(c => c.Value.Messages ?? new())) await store.SaveAsync(m.Id, m.Type); return Ok();")]
    [InlineData("for (var i = 0; i < update.Entry.Count; i++) for (var j = 0; j < update.Entry[i].Changes.Count; j++) foreach (var m in update.Entry[i].Changes[j].Value.Messages) await store.SaveAsync(m.Id, m.Type); return Ok();")]
    [InlineData("var m = update.Entry.SelectMany(e => e.Changes).SelectMany(c => c.Value.Messages).FirstOrDefault(x => x.Type == \"text\"); await store.SaveAsync(m?.Id, m?.Type); return Ok();")]
    [InlineData("await queue.Writer.WriteAsync(update); log.LogInformation(\"{Id}\", update.Entry[0].Id); return Ok();")]
    [InlineData("var account = update.Entry[0].Id; foreach (var entry in update.Entry) foreach (var c in entry.Changes) foreach (var m in c.Value.Messages) await store.SaveAsync(account, m.Type); return Ok();")]
    [InlineData("foreach (var change in update.Entry.SelectMany(e => e.Changes)) { var contact = change.Value.Contacts?[0]; foreach (var m in change.Value.Messages) await store.SaveAsync(m.Id, contact?.WaId); } return Ok();")]
    [InlineData("update.Entry.ForEach(e => e.Changes.ForEach(c => c.Value.Messages?.ForEach(m => log.LogInformation(m.Id)))); return Ok();")]
    [InlineData("await Task.WhenAll(update.Entry.SelectMany(e => e.Changes).SelectMany(c => c.Value.Messages).Select(m => store.SaveAsync(m.Id, m.Type))); return Ok();")]
    [InlineData("var messages = from e in update.Entry from c in e.Changes from m in c.Value.Messages select m; foreach (var m in messages) await store.SaveAsync(m.Id, m.Type); return Ok();")]
    [InlineData("foreach (var s in update.Entry.SelectMany(e => e.Changes).SelectMany(c => c.Value.Statuses)) { var error = s.Errors?.FirstOrDefault(); await store.SetStateAsync(s.Id, error?.Title); } return Ok();")]
    [InlineData("return Ok();")]
    [InlineData("if (update.Entry == null) return Ok(); foreach (var e in update.Entry) Each(e); return Ok();")]
    [InlineData("var last = update.Entry.Last(); foreach (var e in update.Entry) Each(e); return Ok(last.Id);")]
    [InlineData("var names = new[] { \"a\" }; foreach (var e in update.Entry) Each(e); return Ok(names[0] + names.First());")]
    public void Does_not_trigger(string statements) =>
        WebhookPrograms.Check("DLG0604", WebhookPrograms.Attributed, WebhookPrograms.Action(statements, "private void Each(Entry entry) { foreach (var c in entry.Changes) foreach (var m in c.Value.Messages) log.LogInformation(m.Id); }"));

    [Fact]
    public void A_test_of_the_parser_is_none() => WebhookPrograms.Check("DLG0604", WebhookPrograms.Attributed, """
        public sealed class FactAttribute : Attribute { }
        public sealed class ParserTests
        {
            [Fact]
            public void Reads() { var update = JsonSerializer.Deserialize<Update>("{}"); Console.WriteLine(update.Entry[0].Changes[0].Value.Messages[0].From); }
        }
        """);

    [Fact]
    public void A_property_of_the_update_that_gives_the_first() => WebhookPrograms.Check("DLG0604", """
        public class Update { [JsonPropertyName("entry")] public List<Entry> Entry { get; set; } = new(); [JsonIgnore] public Inbound? First => Entry.[|FirstOrDefault|]()?.Changes.[|FirstOrDefault|]()?.Value.Messages.[|FirstOrDefault|](); }
        public class Entry { [JsonPropertyName("changes")] public List<Change> Changes { get; set; } = new(); }
        public class Change { [JsonPropertyName("value")] public Value Value { get; set; } = new(); }
        public class Value { [JsonPropertyName("messages")] public List<Inbound> Messages { get; set; } = new(); }
        public class Inbound { [JsonPropertyName("from")] public string From { get; set; } = ""; [JsonPropertyName("id")] public string Id { get; set; } = ""; }
        """, WebhookPrograms.Action("var m = update.First; if (m == null) return Ok(); await store.SaveAsync(m.Id, m.From); return Ok();"));
}
