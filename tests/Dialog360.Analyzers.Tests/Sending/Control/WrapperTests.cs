namespace Dialog360.Analyzers.Tests.Sending.Control;

/// <summary>The ways in which projects wrap the send: who completes the message, and who knows the recipient.</summary>
public sealed class WrapperTests
{
    private const string Text = "new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"hi\" } }";

    [Theory]
    [InlineData("private Task Post<T>(T payload) => http.PostAsJsonAsync(Url, payload); public Task Run() { string to = store.Find(1).Phone; return [|Post|](TEXT); }")]
    [InlineData("private Task Post(string json) => http.PostAsync(Url, new StringContent(json, Encoding.UTF8, \"application/json\")); public Task Run() { string to = store.Find(1).Phone; return [|Post|](JsonSerializer.Serialize(TEXT)); }")]
    [InlineData("private Task Post(string json) => http.PostAsync(Url, new StringContent(json, Encoding.UTF8, \"application/json\")); public Task Run() { string to = store.Find(1).Phone; return [|Post|]($$\"\"\"{\"messaging_product\":\"whatsapp\",\"to\":\"{{to}}\",\"type\":\"text\",\"text\":{\"body\":\"hi\"} }\"\"\"); }")]
    [InlineData("private Task Post(HttpRequestMessage request) => http.SendAsync(request); private Task Say(string to) { var request = new HttpRequestMessage(HttpMethod.Post, Url) { Content = JsonContent.Create(TEXT) }; return http.SendAsync(request); } public Task Run() => [|Say|](store.Find(1).Phone);")]
    [InlineData("private Task Say(string to) { string json = \"{\\\"messaging_product\\\":\\\"whatsapp\\\",\\\"to\\\":\\\"\" + to + \"\\\",\\\"type\\\":\\\"text\\\",\\\"text\\\":{\\\"body\\\":\\\"hi\\\"}}\"; return http.PostAsync(Url, new StringContent(json)); } public Task Run() => [|Say|](store.Find(1).Phone);")]
    [InlineData("public sealed class Msg { public string messaging_product = \"whatsapp\"; public string to { get; set; } = \"\"; public string type { get; set; } = \"text\"; public Body? text { get; set; } } public sealed class Body { public string body { get; set; } = \"\"; } private Task Post(Msg m) => http.PostAsJsonAsync(Url, m); public Task Run() => [|Post|](new Msg { to = store.Find(1).Phone, text = new Body { body = \"hi\" } });")]
    [InlineData("private Task Say(string to, string? template) { object payload = template is null ? TEXT : new { messaging_product = \"whatsapp\", to, type = \"template\", template = new { name = template } }; return http.PostAsJsonAsync(Url, payload); } public Task Run() => [|Say|](store.Find(1).Phone, null);")]
    [InlineData("private Task SayAll(IEnumerable<string> numbers) => Task.WhenAll(numbers.Select(to => http.PostAsJsonAsync(Url, TEXT))); public Task Run() => [|SayAll|](store.Customers.Select(c => c.Phone));")]
    [InlineData("private async Task SayAll(List<Customer> all) { foreach (Customer c in all) { string to = c.Phone; await http.PostAsJsonAsync(Url, TEXT); } } public async Task Run() => await [|SayAll|](await store.AllAsync());")]
    [InlineData("private Task Say(string to) => http.PostAsJsonAsync(Url, TEXT); public Task Run() => [|Say|](to: store.Find(1).Phone);")]
    [InlineData("private async Task<bool> Say(string to) { for (int i = 0; i < 3; i++) { var r = await http.PostAsJsonAsync(Url, TEXT); if (r.IsSuccessStatusCode) return true; await Task.Delay(1000); } return false; } public Task Run() => [|Say|](store.Find(1).Phone);")]
    [InlineData("private Task Say(string to, bool template) => template ? http.PostAsJsonAsync(Url, new { messaging_product = \"whatsapp\", to, type = \"template\", template = new { name = \"x\" } }) : http.PostAsJsonAsync(Url, TEXT); public Task Run() => [|Say|](store.Find(1).Phone, false);")]
    [InlineData("private Task Say(string to) => http.PostAsJsonAsync(Url, TEXT); public Task Run() { Task work = [|Say|](store.Find(1).Phone); return work; }")]
    [InlineData("private static string Normalize(string number) { var digits = new string(number.Where(char.IsDigit).ToArray()); return \"+\" + digits; } private Task Say(string number) { string to = Normalize(number); return http.PostAsJsonAsync(Url, TEXT); } public Task Run() => [|Say|](store.Find(1).Phone);")]
    public void AreFollowed(string members) => SessionProgram.CheckAlone($$"""
        public sealed class Sender(HttpClient http, IStore store)
        {
            private const string Url = "https://waba-v2.360dialog.io/messages";
            {{members.Replace("TEXT", Text)}}
        }
        """);

    [Theory]
    [InlineData("private Task Post(object payload) => http.PostAsJsonAsync(Url, payload); public Task Run(string id) => Post(new { messaging_product = \"whatsapp\", status = \"read\", message_id = id });")]
    [InlineData("private Task Post(object payload) => http.PostAsJsonAsync(\"https://hooks.slack.example/x\", payload); public Task Run() { string to = store.Find(1).Phone; return Post(TEXT); }")]
    [InlineData("private Task Post(object payload) => http.PostAsJsonAsync(Url, payload); public Task Run(object payload) => Post(payload);")]
    [InlineData("private Task Say(string to, string type) => http.PostAsJsonAsync(Url, new Dictionary<string, object> { [\"messaging_product\"] = \"whatsapp\", [\"to\"] = to, [\"type\"] = type }); public Task Run(string type) => Say(store.Find(1).Phone, type);")]
    public void AreNoSends(string members) => AreFollowed(members);

    [Theory]
    [InlineData("string to = store.Find(1).Phone; var payload = IsSessionOpen(to) ? BuildText(to) : BuildTemplate(to); await http.PostAsJsonAsync(Url, payload);")]
    [InlineData("string to = store.Find(1).Phone; await http.PostAsJsonAsync(Url, IsSessionOpen(to) ? BuildText(to) : BuildTemplate(to));")]
    [InlineData("string to = store.Find(1).Phone; object payload; if (IsSessionOpen(to)) payload = BuildText(to); else payload = BuildTemplate(to); await http.PostAsJsonAsync(Url, payload);")]
    [InlineData("string to = store.Find(1).Phone; await http.PostAsJsonAsync(Url, BuildEither(to));")]
    [InlineData("string to = store.Find(1).Phone; var payload = IsSessionOpen(to) ? BuildTemplate(to) : BuildText(to); await http.[|PostAsJsonAsync|](Url, payload);")]
    [InlineData("string to = store.Find(1).Phone; var payload = to.Length > 3 ? BuildText(to) : BuildTemplate(to); await http.[|PostAsJsonAsync|](Url, payload);")]
    [InlineData("string to = store.Find(1).Phone; bool open = IsSessionOpen(to); Console.WriteLine(open); await http.[|PostAsJsonAsync|](Url, BuildText(to));")]
    [InlineData("await http.[|PostAsync|](Url, new ByteArrayContent(\"{ \\\"messaging_product\\\": \\\"whatsapp\\\", \\\"to\\\": \\\"4915112345678\\\", \\\"type\\\": \\\"text\\\", \\\"text\\\": { \\\"body\\\": \\\"x\\\" } }\"u8.ToArray()));")]
    [InlineData("await http.PostAsync(Url, new ByteArrayContent(\"{ \\\"messaging_product\\\": \\\"whatsapp\\\", \\\"to\\\": \\\"4915112345678\\\", \\\"type\\\": \\\"template\\\", \\\"template\\\": { \\\"name\\\": \\\"x\\\", \\\"language\\\": { \\\"code\\\": \\\"en\\\" } } }\"u8.ToArray()));")]
    public void AreChosenByTheMethodThatMakesThem(string statements) => SessionProgram.CheckAlone($$"""
        public sealed class Sender(HttpClient http, IStore store)
        {
            private const string Url = "https://waba-v2.360dialog.io/messages";
            private static bool IsSessionOpen(string to) => to.Length > 5;
            private static object BuildText(string to) => {{Text}};
            private static object BuildTemplate(string to) => new { messaging_product = "whatsapp", to, type = "template", template = new { name = "x", language = new { code = "en" } } };
            private static object BuildEither(string to) => IsSessionOpen(to) ? BuildText(to) : BuildTemplate(to);
            public async Task Run() { {{statements}} }
        }
        """);

    [Theory]
    [InlineData("Message message; if (IsSessionOpen(phone)) { message = new Message(); message.to = phone; message.text = new Body(); } else { message = new Message(); message.to = phone; message.type = \"template\"; message.template = new Template(); }")]
    [InlineData("Message message; if (IsSessionOpen(phone)) { message = new Message { to = phone, type = \"text\" }; message.text = new Body(); } else { message = new Message { to = phone, type = \"template\" }; message.template = new Template(); }")]
    public void AreFilledInTwoBranches(string statements) => SessionProgram.CheckAlone($$"""
        public sealed class Body { public string body { get; set; } = "hi"; }
        public sealed class Template { public string name { get; set; } = "x"; }
        public sealed class Message { public string messaging_product = "whatsapp"; public string to { get; set; } = ""; public string type { get; set; } = "text"; public Body? text { get; set; } public Template? template { get; set; } }
        public sealed class Sender(HttpClient http, IStore store)
        {
            private static bool IsSessionOpen(string to) => to.Length > 5;
            public async Task Run() { string phone = store.Find(1).Phone; {{statements}} await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", message); }
        }
        """);
}
