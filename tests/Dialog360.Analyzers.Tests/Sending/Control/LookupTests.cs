using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Sending.Control;

/// <summary>DLG0202: on-premises messages to numbers that nobody looked up.</summary>
public sealed class LookupTests
{
    private const string Frame = """
        public sealed class Customer { public string Phone { get; set; } = ""; public string WaId { get; set; } = ""; }
        public interface IStore { Customer Find(int id); IEnumerable<Customer> All(); }
        public sealed class Inbound { public string from { get; set; } = ""; public string type { get; set; } = ""; public string timestamp { get; set; } = ""; }
        public sealed class Answer { public List<Found> contacts { get; set; } = new(); }
        public sealed class Found { public string input { get; set; } = ""; public string status { get; set; } = ""; public string wa_id { get; set; } = ""; }
        """;

    private const string Text = "new { to, type = \"text\", text = new { body = \"hi\" } }";
    private const string Template = "new { to, type = \"template\", template = new { name = \"x\", language = new { code = \"en\", policy = \"deterministic\" } } }";

    private static void Check(string members, string? options = null) => new TestProgram(
        "DLG0202",
        $$"""
        public sealed class Sender
        {
            private const string Base = "https://waba.360dialog.io";
            private readonly HttpClient http = new HttpClient();
            private readonly IStore store = null!;
            {{members.Replace("TEXT", Text).Replace("TEMPLATE", Template).Replace("POST", "http.PostAsJsonAsync").Replace("REPORT", "http.[|PostAsJsonAsync|]")}}
        }
        """,
        Frame).Check(editorConfig: options);

    [Theory]
    [InlineData("public async Task Run() { string to = store.Find(1).Phone; await REPORT(Base + \"/v1/messages\", TEXT); }")]
    [InlineData("public async Task Run() { string to = store.Find(1).Phone; await REPORT(Base + \"/v1/messages\", TEMPLATE); }")]
    [InlineData("public async Task Run() { string to = store.Find(1).Phone; await REPORT(\"https://waba.360dialog.io/v1/messages\", TEXT); }")]
    [InlineData("public async Task Run(string to) { await REPORT(Base + \"/v1/messages\", TEXT); }")]
    [InlineData("public async Task Run() { string to = store.Find(1).Phone; await REPORT(Base + \"/v1/messages\", TEXT); await POST(Base + \"/v1/contacts\", new { contacts = new[] { to } }); }")]
    [InlineData("public async Task Run() { string to = store.Find(1).Phone; await POST(Base + \"/v1/media\", new { }); await REPORT(Base + \"/v1/messages\", TEXT); }")]
    [InlineData("public Task Run() => [|Send|](store.Find(1).Phone); private Task Send(string to) => POST(Base + \"/v1/messages\", TEXT);")]
    [InlineData("public async Task Run() { string to = store.Find(1).Phone; await Check(to); await Send(to); } public Task Other() => [|Send|](store.Find(2).Phone); private Task Check(string to) => POST(Base + \"/v1/contacts\", new { contacts = new[] { to } }); private Task Send(string to) => POST(Base + \"/v1/messages\", TEXT);")]
    [InlineData("public async Task Run() { foreach (Customer c in store.All()) await [|Send|](c.Phone); } private Task Send(string to) => Deliver(\"+\" + to); private Task Deliver(string to) => POST(Base + \"/v1/messages\", TEXT);")]
    [InlineData("public async Task Run() { string to = store.Find(1).Phone; if (to.Length > 3) await REPORT(Base + \"/v1/messages\", TEXT); else await POST(Base + \"/v1/contacts\", new { contacts = new[] { to } }); }")]
    [InlineData("public async Task Run() { string to = store.Find(1).Phone; await Other(to); await REPORT(Base + \"/v1/messages\", TEXT); } private Task Other(string to) => Task.CompletedTask;")]
    [InlineData("public async Task Run() { string to = store.Find(1).Phone; await http.[|SendAsync|](new HttpRequestMessage(HttpMethod.Post, Base + \"/v1/messages\") { Content = JsonContent.Create(TEXT) }); }")]
    [InlineData("public async Task Run() { string to = store.Find(1).Phone; string json = JsonSerializer.Serialize(TEXT); await http.[|PostAsync|](Base + \"/v1/messages\", new StringContent(json, Encoding.UTF8, \"application/json\")); }")]
    [InlineData("public async Task Run() { await http.[|PostAsync|](Base + \"/v1/messages\", new StringContent(\"{\\\"to\\\":\\\"4915112345678\\\",\\\"type\\\":\\\"text\\\",\\\"text\\\":{\\\"body\\\":\\\"hi\\\"}}\")); }")]
    [InlineData("public async Task Run() { string to = store.Find(1).Phone; string url = Base + \"/v1/contacts\"; await REPORT(Base + \"/v1/messages\", TEXT); _ = url; }")]
    [InlineData("public async Task Run() { string to = store.Find(1).Phone; try { await REPORT(Base + \"/v1/messages\", TEXT); } catch (HttpRequestException) { await POST(Base + \"/v1/contacts\", new { contacts = new[] { to } }); } }")]
    [InlineData("public Task Run(Customer customer) { string to = customer.Phone; return REPORT(Base + \"/v1/messages\", TEXT); }")]
    [InlineData("public Task Run() { string to = store.Find(1).Phone; return Task.Run(() => REPORT(Base + \"/v1/messages\", TEXT)); }")]
    [InlineData("public Task Run() => Task.WhenAll(store.All().Select(c => [|Send|](c.Phone))); private Task Send(string to) => POST(Base + \"/v1/messages\", TEXT);")]
    [InlineData("public async Task Run() { string to = store.Find(1).Phone; await [|Send|](to); async Task Send(string to) => await POST(Base + \"/v1/messages\", TEXT); }")]
    [InlineData("public Task Run(string to) => [|Post|](TEXT); private Task Post(object payload) => POST(Base + \"/v1/messages\", payload);")]
    [InlineData("public Task Run() { string to = store.Find(1).Phone; return [|Post|](Make(to)); } private static object Make(string to) => TEXT; private Task Post(object payload) => POST(Base + \"/v1/messages\", payload);")]
    [InlineData("public Task Run() { string to = store.Find(1).Phone; return REPORT(Base + \"/v1/messages\", new { to, recipient_type = \"individual\", type = \"image\", image = new { link = \"https://x.example/a.png\" } }); }")]
    [InlineData("public Task Run(bool test) { string to = store.Find(1).Phone; return REPORT((test ? \"https://waba-sandbox.360dialog.io\" : Base) + \"/v1/messages\", TEXT); }")]
    [InlineData("public Task Run() => REPORT(Base + \"/v1/messages\", new { to = \"4915112345678\", type = \"text\", text = new { body = \"hi\" } });")]
    [InlineData("public async Task Run() { string to = store.Find(1).Phone; await POST(\"https://crm.example/v1/contacts\", new { to }); await REPORT(Base + \"/v1/messages\", TEXT); }")]
    [InlineData("public async Task Run() { string to = store.Find(1).Phone; await Crm(\"v1/contacts\", new { to }); await REPORT(Base + \"/v1/messages\", TEXT); } private Task Crm(string path, object body) => POST(\"https://crm.example/\" + path, body);")]
    [InlineData("public async Task Run() { string to = store.Find(1).Phone; await Save(to); await REPORT(Base + \"/v1/messages\", TEXT); } private Task Save(string to) => new HttpClient { BaseAddress = new Uri(\"https://crm.example/\") }.PostAsJsonAsync(\"v1/contacts\", new { to });")]
    [InlineData("public async Task Run() { string to = store.Find(1).Phone; await POST(Base + \"/v1/contacts/\" + to + \"/block\", new { reason = \"spam\" }); await REPORT(Base + \"/v1/messages\", TEXT); }")]
    [InlineData("public async Task Run(JsonElement hook) { string to = store.Find(1).Phone; JsonElement all = hook.GetProperty(\"contacts\"); if (all.GetArrayLength() > 3) await REPORT(Base + \"/v1/messages\", TEXT); }")]
    [InlineData("public async Task Run() { string to = store.Find(1).Phone; Console.WriteLine(Base + \"/v1/contacts\"); await REPORT(Base + \"/v1/messages\", TEXT); }")]
    [InlineData("public async Task Run() { string to = store.Find(1).Phone; HttpRequestMessage unused = new(HttpMethod.Post, Base + \"/v1/contacts\"); unused.Headers.Add(\"x\", \"y\"); await REPORT(Base + \"/v1/messages\", TEXT); }")]
    public void IsReported(string members) => Check(members);

    [Theory]
    [InlineData("public async Task Run() { string to = store.Find(1).Phone; await POST(Base + \"/v1/contacts\", new { blocking = \"wait\", contacts = new[] { to } }); await POST(Base + \"/v1/messages\", TEXT); }")]
    [InlineData("public async Task Run() { string to = await Look(store.Find(1).Phone); await POST(Base + \"/v1/messages\", TEXT); } private async Task<string> Look(string phone) { var answer = await (await POST(Base + \"/v1/contacts\", new { contacts = new[] { phone } })).Content.ReadFromJsonAsync<Answer>(); return answer!.contacts[0].wa_id; }")]
    [InlineData("public async Task Run() { string to = store.Find(1).Phone; await POST($\"{Base}/v1/contacts\", new { contacts = new[] { to } }); await POST(Base + \"/v1/messages\", TEMPLATE); }")]
    [InlineData("public async Task Run() { string to = store.Find(1).Phone; await http.SendAsync(new HttpRequestMessage(HttpMethod.Post, Base + \"/v1/contacts\")); await POST(Base + \"/v1/messages\", TEXT); }")]
    [InlineData("public async Task Run() { await Known(store.Find(1).Phone); await Send(store.Find(1).Phone); } private Task Known(string to) => POST(Base + \"/v1/contacts\", new { contacts = new[] { to } }); private Task Send(string to) => POST(Base + \"/v1/messages\", TEXT);")]
    [InlineData("public async Task Run(Inbound message) { string to = message.from; await POST(Base + \"/v1/messages\", TEXT); }")]
    [InlineData("public Task Run(Inbound message) => Send(message.from); private Task Send(string to) => POST(Base + \"/v1/messages\", TEXT);")]
    [InlineData("public async Task Run(Answer answer) { foreach (Found found in answer.contacts) { string to = found.wa_id; await POST(Base + \"/v1/messages\", TEXT); } }")]
    [InlineData("public Task Run() { string to = store.Find(1).WaId; return POST(Base + \"/v1/messages\", TEXT); }")]
    [InlineData("public async Task Run(JsonElement answer) { string to = answer.GetProperty(\"contacts\")[0].GetProperty(\"wa_id\").GetString()!; await POST(Base + \"/v1/messages\", TEXT); }")]
    [InlineData("public Task Run() { string to = store.Find(1).Phone; return POST(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"hi\" } }); }")]
    [InlineData("public Task Run() { string to = store.Find(1).Phone; return POST(\"https://graph.facebook.com/v19.0/1/messages\", new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"hi\" } }); }")]
    [InlineData("public Task Run(string url) { string to = store.Find(1).Phone; return POST(url, TEXT); }")]
    [InlineData("public Task Run() { string to = store.Find(1).Phone; return POST(\"https://gateway.example/v1/messages\", TEXT); }")]
    [InlineData("public Task Run(string id) => http.PutAsJsonAsync(Base + \"/v1/messages/\" + id, new { status = \"read\" });")]
    [InlineData("public async Task Run() { string phone = store.Find(1).Phone; await Prepare(phone); string to = phone; await POST(Base + \"/v1/messages\", TEXT); } private Task Prepare(string p) => Inner(p); private Task Inner(string p) => POST(Base + \"/v1/contacts\", new { contacts = new[] { p } });")]
    [InlineData("public async Task Run() { foreach (Customer c in store.All()) { await POST(Base + \"/v1/contacts\", new { contacts = new[] { c.Phone } }); await Send(c.Phone); } } private Task Send(string to) => POST(Base + \"/v1/messages\", TEXT);")]
    [InlineData("public async Task Run() { string[] all = store.All().Select(c => c.Phone).ToArray(); await POST(Base + \"/v1/contacts\", new { contacts = all }); foreach (string to in all) await POST(Base + \"/v1/messages\", TEXT); }")]
    [InlineData("public async Task Run() { string to = store.Find(1).Phone; if (!await Exists(to)) return; await POST(Base + \"/v1/messages\", TEXT); } private async Task<bool> Exists(string to) => (await POST(Base + \"/v1/contacts\", new { contacts = new[] { to } })).IsSuccessStatusCode;")]
    [InlineData("public async Task Run() { string to = store.Find(1).Phone; await CheckContactsAsync(to); await POST(Base + \"/v1/messages\", TEXT); } private Task CheckContactsAsync(string to) => Task.CompletedTask;")]
    [InlineData("public Task Run() { string to = store.Find(1).Phone; return POST(\"/v1/something\", TEXT); }")]
    [InlineData("public async Task Run() { await Known(store.Find(1).Phone); await Task.Run(async () => { string to = store.Find(1).Phone; await POST(Base + \"/v1/messages\", TEXT); }); } private Task Known(string to) => POST(Base + \"/v1/contacts\", new { contacts = new[] { to } });")]
    [InlineData("public async Task Run() { await Known(\"x\"); await Say(1); } private Task Known(string to) => POST(Base + \"/v1/contacts\", new { contacts = new[] { to } }); private Task Say(int id) { string to = store.Find(id).Phone; return POST(Base + \"/v1/messages\", TEXT); }")]
    [InlineData("private async Task Ping(string to) { await Pong(to); await POST(Base + \"/v1/messages\", TEXT); } private Task Pong(string to) => Ping(to);")]
    [InlineData("public Task Run() => http.GetAsync(Base + \"/v1/health\");")]
    [InlineData("public void Run() { string to = store.Find(1).Phone; using (var web = new WebClient()) { web.UploadString(Base + \"/v1/contacts\", \"{}\"); web.UploadString(Base + \"/v1/messages\", JsonSerializer.Serialize(TEXT)); } }")]
    [InlineData("public void Run() { string to = store.Find(1).Phone; WebRequest ask = WebRequest.Create(Base + \"/v1/contacts\"); ask.GetResponse(); var send = WebRequest.Create(Base + \"/v1/messages\"); using var writer = new System.IO.StreamWriter(send.GetRequestStream()); writer.Write(JsonSerializer.Serialize(TEXT)); }")]
    [InlineData("public async Task Run() { string to = store.Find(1).Phone; await Call(\"contacts\", new { contacts = new[] { to } }); await Call(\"messages\", TEXT); } private Task Call(string path, object body) => POST(Base + \"/v1/\" + path, body);")]
    [InlineData("public async Task Run() { string to = store.Find(1).Phone; await Call(HttpMethod.Post, \"/v1/contacts\", new { contacts = new[] { to } }); await Call(HttpMethod.Post, \"/v1/messages\", TEXT); } private Task Call(HttpMethod method, string path, object body) { var request = new HttpRequestMessage(method, Base + path) { Content = JsonContent.Create(body) }; return http.SendAsync(request); }")]
    [InlineData("public async Task Run() { string to = store.Find(1).Phone; await POST($\"{Environment.GetEnvironmentVariable(\"WABA\")}/v1/contacts\", new { contacts = new[] { to } }); await POST(Base + \"/v1/messages\", TEXT); }")]
    [InlineData("public async Task Run() { string to = store.Find(1).Phone; await POST(\"/v1/contacts?x=1\", new { contacts = new[] { to } }); await POST(\"https://waba.360dialog.io/v1/messages\", TEXT); }")]
    [InlineData("public Task Run() { string to = store.Find(1).Phone; return POST(Base + \"/v1/messages\", new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"hi\" } }); }")]
    [InlineData("public Task Run(string to) => Send(new { messaging_product = \"whatsapp\", to, type = \"template\", template = new { name = \"x\", language = new { code = \"en\" } } }); private Task Send(object message) => POST(Base + \"/v1/messages\", message);")]
    public void IsSilent(string members) => Check(members);

    [Theory]
    [InlineData("public Task Run() { string to = store.Find(1).Phone; return POST(\"https://waba-sandbox.360dialog.io/v1/messages\", TEXT); }")]
    [InlineData("public Task Run() => Send(store.Find(1).Phone); private Task Send(string to) => POST(\"https://waba-sandbox.360dialog.io/v1/messages\", TEXT);")]
    [InlineData("public Task Run(string to) => Send(TEXT); private Task Send(object message) => POST(\"https://waba-sandbox.360dialog.io/v1/messages\", message);")]
    public void IsSilentOnTheSandbox(string members)
    {
        Check(members);
        Check(members, "dialog360.api = on_premises");
    }

    [Theory]
    [InlineData("public Task Run() { string to = store.Find(1).Phone; return REPORT($\"{Environment.GetEnvironmentVariable(\"WABA\")}/v1/messages\", TEXT); }")]
    public void IsReportedOnHostsOfTheOwnWithTheOption(string members) => Check(members, "dialog360.api = on_premises");

    [Theory]
    [InlineData("dialog360.contacts_lookup = off")]
    [InlineData("dialog360.DLG0202.contacts_lookup = off")]
    [InlineData("dialog360.contact_lookup_methods = Sender.Resolve")]
    public void TakesOptions(string options) =>
        Check("public async Task Run() { string to = Resolve(store.Find(1).Phone); await POST(Base + \"/v1/messages\", TEXT); } private string Resolve(string phone) => phone;", options);
}
