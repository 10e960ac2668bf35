namespace Dialog360.Analyzers.Tests.Sending.Control;

/// <summary>Form d of DLG0201: the recipient is read from an inbound message.</summary>
public sealed class ReplyTests
{
    private const string Webhook = """
        public sealed class Hook { [JsonPropertyName("entry")] public List<Entry> Entry { get; set; } = new(); }
        public sealed class Entry { [JsonPropertyName("changes")] public List<Change> Changes { get; set; } = new(); }
        public sealed class Change { [JsonPropertyName("value")] public Value Value { get; set; } = new(); }
        public sealed class Value
        {
            [JsonPropertyName("messages")] public List<Inbound> Messages { get; set; } = new();
            [JsonPropertyName("contacts")] public List<Contact> Contacts { get; set; } = new();
        }
        public sealed class Inbound
        {
            [JsonPropertyName("from")] public string Sender { get; set; } = "";
            [JsonPropertyName("type")] public string Kind { get; set; } = "";
            [JsonPropertyName("timestamp")] public string At { get; set; } = "";
            [JsonPropertyName("text")] public InboundText? Text { get; set; }
        }
        public sealed class InboundText { [JsonPropertyName("body")] public string Body { get; set; } = ""; }
        public sealed class Contact { [JsonPropertyName("wa_id")] public string Id { get; set; } = ""; [JsonPropertyName("profile")] public object? Profile { get; set; } }
        public sealed record Mail(string From, string To, string Subject);
        public sealed record Envelope(string Who, string What);
        """;

    private static void Check(string members) => SessionProgram.Check(
        $$"""
        public sealed class Receiver
        {
            private readonly IWhatsApp whatsApp;
            private readonly IStore store;
            public Receiver(IWhatsApp whatsApp, IStore store) { this.whatsApp = whatsApp; this.store = store; }
            {{members}}
        }
        """,
        Webhook);

    [Theory]
    [InlineData("public async Task Post(Hook hook) { foreach (var e in hook.Entry) foreach (var c in e.Changes) foreach (var m in c.Value.Messages) await whatsApp.SendTextAsync(m.Sender, \"hi\"); }")]
    [InlineData("public async Task Post(Hook hook) { string from = hook.Entry[0].Changes[0].Value.Messages[0].Sender; await whatsApp.SendTextAsync(from, \"hi\"); }")]
    [InlineData("public async Task Post(Hook hook) { var value = hook.Entry.First().Changes.First().Value; await whatsApp.SendTextAsync(value.Contacts[0].Id, \"hi\"); }")]
    [InlineData("public async Task Post(JsonElement body) { foreach (JsonElement m in body.GetProperty(\"messages\").EnumerateArray()) await whatsApp.SendTextAsync(m.GetProperty(\"from\").GetString()!, \"hi\"); }")]
    [InlineData("public async Task Post(JsonElement m) { if (m.TryGetProperty(\"from\", out JsonElement from)) await whatsApp.SendTextAsync(from.GetString() ?? \"\", \"hi\"); }")]
    [InlineData("public async Task Post(string json) { JsonNode node = JsonNode.Parse(json)!; await whatsApp.SendTextAsync(node[\"messages\"]![0]![\"from\"]!.GetValue<string>(), \"hi\"); }")]
    [InlineData("public async Task Post(Newtonsoft.Json.Linq.JObject body) => await whatsApp.SendTextAsync((string)body.SelectToken(\"entry[0].changes[0].value.messages[0].from\")!, \"hi\");")]
    [InlineData("public async Task Post(Hook hook) { foreach (var m in hook.Entry.SelectMany(e => e.Changes).SelectMany(c => c.Value.Messages)) await Answer(m); } private Task Answer(Inbound m) => whatsApp.SendTextAsync(\"+\" + m.Sender.Trim(), \"hi\");")]
    [InlineData("public async Task Post(Hook hook) { foreach (var m in hook.Entry[0].Changes[0].Value.Messages) await Answer(m.Sender, m.Text!.Body); } private Task Answer(string phone, string text) => Say(phone, text); private Task Say(string to, string text) => whatsApp.SendTextAsync(to, text);")]
    [InlineData("public async Task Post(Hook hook) { foreach (string from in hook.Entry[0].Changes[0].Value.Messages.Select(m => m.Sender).Distinct()) await whatsApp.SendTextAsync(from, \"hi\"); }")]
    [InlineData("public async Task Post(Hook hook) { foreach (var group in hook.Entry[0].Changes[0].Value.Messages.GroupBy(m => m.Sender)) await whatsApp.SendTextAsync(group.Key, \"hi\"); }")]
    [InlineData("public async Task Post(Hook hook) { var (from, text) = Read(hook); await whatsApp.SendTextAsync(from, text); } private static (string From, string Text) Read(Hook hook) { var m = hook.Entry[0].Changes[0].Value.Messages[0]; return (m.Sender, m.Text!.Body); }")]
    [InlineData("public async Task Post(Hook hook) { Envelope mine = Read(hook); await whatsApp.SendTextAsync(mine.Who, mine.What); } private static Envelope Read(Hook hook) { var m = hook.Entry[0].Changes[0].Value.Messages[0]; return new Envelope(m.Sender, m.Text!.Body); }")]
    [InlineData("public async Task Post(Hook hook) { if (hook.Entry[0].Changes[0].Value.Messages is [{ Sender: var from }, ..]) await whatsApp.SendTextAsync(from, \"hi\"); }")]
    [InlineData("public async Task Post(Hook hook) { var m = hook.Entry[0].Changes[0].Value.Messages[0]; _ = Task.Run(async () => await whatsApp.SendTextAsync(m.Sender, \"hi\")); await Task.Yield(); }")]
    [InlineData("public async Task Post(dynamic body) => await whatsApp.SendTextAsync((string)body.messages[0].from, \"hi\");")]
    [InlineData("public async Task Post(Hook hook) { Func<string, Task> say = to => whatsApp.SendTextAsync(to, \"hi\"); await say(hook.Entry[0].Changes[0].Value.Messages[0].Sender); }")]
    [InlineData("public async Task Post(Hook hook) { await Say(hook.Entry[0].Changes[0].Value.Messages[0].Sender); Task Say(string to) => whatsApp.SendTextAsync(to, \"hi\"); }")]
    // Tuples in a sequence.
    [InlineData("public async Task Post(Hook hook) { var all = hook.Entry[0].Changes[0].Value.Messages.Select(m => (m.Sender, m.Text!.Body)).ToList(); foreach (var (phone, body) in all) await whatsApp.SendTextAsync(phone, body); }")]
    [InlineData("public async Task Post(Hook hook) { var all = from m in hook.Entry[0].Changes[0].Value.Messages select (Phone: m.Sender, m.Text!.Body); foreach (var pair in all) await whatsApp.SendTextAsync(pair.Phone, pair.Body); }")]
    // The key of a JToken is an object.
    [InlineData("public async Task Post(Newtonsoft.Json.Linq.JToken m) => await whatsApp.SendTextAsync((string)m[\"from\"]!, \"hi\");")]
    [InlineData("public async Task Post(Newtonsoft.Json.Linq.JObject o) { foreach (var m in o[\"messages\"]!) { string tel = m[\"from\"]!.ToString(); await whatsApp.SendTextAsync(tel, \"hi\"); } }")]
    [InlineData("public async Task Post(Newtonsoft.Json.Linq.JToken m) => await whatsApp.SendTextAsync(m.Value<string>(\"from\")!, \"hi\");")]
    public void IsAReply(string members) => Check(members);

    [Theory]
    [InlineData("public async Task Post(Hook hook) { await whatsApp.[|SendTextAsync|](\"+4915112345678\", hook.Entry[0].Changes[0].Value.Messages[0].Sender); }")]
    [InlineData("public async Task Post(Hook hook) { await whatsApp.[|SendTextAsync|](store.Find(1).Phone, \"a customer wrote\"); }")]
    [InlineData("public async Task Read(Mail mail) { await whatsApp.[|SendTextAsync|](mail.From, \"hi\"); }")]
    [InlineData("public async Task Remind() { foreach (Customer c in store.Customers) await whatsApp.[|SendTextAsync|](c.Phone, \"hi\"); }")]
    [InlineData("public async Task Post(Hook hook) { await Follow(hook.Entry[0].Changes[0].Value.Messages[0].Sender); } private async Task Follow(string to) { while (true) { await whatsApp.[|SendTextAsync|](to, \"still there?\"); await Task.Delay(TimeSpan.FromHours(5)); } }")]
    [InlineData("public async Task Post(Hook hook) { await Task.Delay(TimeSpan.FromDays(2)); await whatsApp.[|SendTextAsync|](hook.Entry[0].Changes[0].Value.Messages[0].Sender, \"still there?\"); }")]
    [InlineData("public async Task Post(Hook hook) { await Answer(hook.Entry[0].Changes[0].Value.Messages[0].Sender); } public Task Nag() => [|Answer|](store.Find(1).Phone); private Task Answer(string to) => whatsApp.SendTextAsync(to, \"hi\");")]
    [InlineData("public async Task Post(Newtonsoft.Json.Linq.JToken m) => await whatsApp.[|SendTextAsync|]((string)m[\"phone\"]!, \"hi\");")]
    [InlineData("public async Task Post(Hook hook) { var all = hook.Entry[0].Changes[0].Value.Messages.Select(m => (m.Sender, m.Text!.Body)).ToList(); foreach (var (phone, body) in all) await whatsApp.[|SendTextAsync|](body, phone); }")]
    public void IsNoReply(string members) => Check(members);
}
