using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Rules;

/// <summary>DLG0203: which loop is the one to be paced, and which goes over recipients at all.</summary>
public sealed class LoopsOverDataTests
{
    private static void Check(string program) => new TestProgram("DLG0203", "using System.Data; using System.Threading.Channels;\n" + program
        .Replace("$send", "PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"template\", template = new { name = \"x\", language = new { code = \"en\" } } })", StringComparison.Ordinal)).Check();

    [Theory]
    [InlineData("public class Blast(HttpClient http) { public void Run(DataTable customers) { foreach (DataRow line in customers.Rows) { [|Act|](line[\"phone\"].ToString()!); } } void Act(string to) => http.$send.Wait(); }")]
    [InlineData("public class Blast(HttpClient http) { public async Task Run(List<string> rows) { foreach (string row in rows) await [|Act|](row.Split(';')[0]); } Task Act(string to) => http.$send; }")]
    [InlineData("public class Blast(HttpClient http) { public async Task Run(string to, List<string> files) { foreach (string file in files) await Act(to, file); } Task Act(string to, string file) => http.$send; }")]
    [InlineData("public class Album { public string To { get; set; } = \"\"; public List<string> Images { get; set; } = new(); } public class Blast(HttpClient http) { public async Task Run(Album album) { foreach (string image in album.Images) await Act(album.To, image); } Task Act(string to, string image) => http.$send; }")]
    [InlineData("public class Blast(HttpClient http) { public void Run(DataTable customers) { foreach (DataRow line in customers.Rows) { string phone = line[\"phone\"].ToString()!; string clean = \"+\" + phone.Trim(); [|Act|](clean); } } void Act(string to) => http.$send.Wait(); }")]
    [InlineData("public class Blast(HttpClient http) { public async Task Run(List<string> rows) { foreach (string row in rows) { string[] parts = row.Split(';'); await [|Act|](parts[0]); } } Task Act(string to) => http.$send; }")]
    [InlineData("public class Blast(HttpClient http) { public async Task Run(string phone, List<string> files) { foreach (string file in files) { string to = phone.Trim(); string link = \"https://a.example/\" + file; await Act(to, link); } } Task Act(string to, string file) => http.$send; }")]
    public void Rows_are_recipients_unless_they_are_parts_of_one_message(string program) => Check(program);

    [Theory]
    [InlineData("public class Alert { public List<string> Phones { get; set; } = new(); } public class Watch(HttpClient http) { public async Task RunAsync(List<Alert> alerts) { foreach (var a in alerts) await OneAsync(a); } private async Task OneAsync(Alert a) { foreach (var phone in a.Phones) { await [|SayAsync|](phone); } } private Task SayAsync(string to) => http.$send; }")]
    [InlineData("public class Watch(HttpClient http) { public async Task RunAsync(List<List<string>> all) { foreach (var phones in all) await OneAsync(phones); } private async Task OneAsync(List<string> phones) { foreach (var to in phones) { await http.$send; await Task.Delay(100); } } }")]
    // A retry inside the method is no loop over recipients.
    [InlineData("public class Watch(HttpClient http) { public async Task RunAsync(List<string> phones) { foreach (var p in phones) await [|OneAsync|](p); } private async Task OneAsync(string to) { for (int i = 0; i < 3; i++) { var r = await http.$send; if (r.IsSuccessStatusCode) return; } } }")]
    [InlineData("public class Watch(HttpClient http) { public async Task RunAsync(List<string> phones) { foreach (var p in phones) { await [|OneAsync|](p); } } private async Task OneAsync(string to) { await http.$send; } }")]
    public void The_innermost_loop_decides(string program) => Check(program);

    [Theory]
    [InlineData("public record Person(string Phone); public interface IStore { IAsyncEnumerable<Person> AllAsync(); } public class Loops(HttpClient http, IStore store) { public async Task B() { await foreach (var p in store.AllAsync()) { string to = p.Phone; await http.{|DLG0203:$send|}; } } }")]
    [InlineData("public class Loops(HttpClient http) { private async IAsyncEnumerable<string> Numbers() { await Task.Yield(); yield return \"4915112345678\"; } public async Task B() { await foreach (var to in Numbers()) await http.{|DLG0203:$send|}; } }")]
    [InlineData("public class Loops(HttpClient http) { public async Task D(ChannelReader<string> reader) { await foreach (var to in reader.ReadAllAsync()) await http.$send; } }")]
    [InlineData("public interface INumberQueue { IAsyncEnumerable<string> ReadAllAsync(); } public class Loops(HttpClient http, INumberQueue queue) { public async Task D() { await foreach (var to in queue.ReadAllAsync()) await http.$send; } }")]
    public void Await_foreach_consumes_only_queues(string program) => Check(program.Replace("{|DLG0203:$send|}", "[|PostAsJsonAsync|](\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"template\", template = new { name = \"x\", language = new { code = \"en\" } } })", StringComparison.Ordinal));

    [Theory]
    [InlineData("for (int i = 0; i < 5; i++) await [|Say|](Next());")]
    [InlineData("while (More()) { await [|Say|](Next()); }")]
    [InlineData("for (int i = 0; i < 5; i++) { await Say(Next()); await Task.Delay(1000); }")]
    public void The_element_need_not_be_used(string statements) => Check("public class Loops(HttpClient http) { private string Next() => \"\"; private bool More() => true; private Task Say(string to) => http.$send; public async Task Run() { " + statements + " } }");

    [Theory]
    [InlineData("public class Hook(Desk desk) { public async Task Run(Newtonsoft.Json.Linq.JObject o) { foreach (var e in o[\"entry\"]!) foreach (var c in e[\"changes\"]!) await One(c[\"value\"]!); } async Task One(Newtonsoft.Json.Linq.JToken v) { foreach (var m in v[\"messages\"]!) await desk.Say((string)m[\"from\"]!); } }")]
    [InlineData("public class Hook(Desk desk) { public async Task Run(JsonElement o) { foreach (var e in o.GetProperty(\"entry\").EnumerateArray()) foreach (var c in e.GetProperty(\"changes\").EnumerateArray()) await One(c.GetProperty(\"value\")); } async Task One(JsonElement v) { foreach (var m in v.GetProperty(\"messages\").EnumerateArray()) await desk.Say(m.GetProperty(\"from\").GetString()!); } }")]
    [InlineData("public class Hook(Desk desk) { public async Task Run(JsonNode o) { foreach (var e in o[\"entry\"]!.AsArray()) foreach (var c in e?[\"changes\"]?.AsArray() ?? []) await One(c![\"value\"]!); } async Task One(JsonNode v) { foreach (var m in v[\"messages\"]?.AsArray() ?? []) await desk.Say((string)m![\"from\"]!); } }")]
    [InlineData("public class Hook(Desk desk) { public async Task Run(dynamic o) { foreach (var e in o.entry) foreach (var c in e.changes) await One((object)c.value); } async Task One(dynamic v) { foreach (var m in v.messages) await desk.Say((string)m.from); } }")]
    [InlineData("public class Job(Desk desk) { public async Task Run(Newtonsoft.Json.Linq.JObject o) { foreach (var e in o[\"customers\"]!) await desk.[|Say|]((string)e[\"phone\"]!); } }")]
    [InlineData("public class Job(Desk desk) { public async Task Run(JsonElement o) { foreach (var e in o.GetProperty(\"customers\").EnumerateArray()) await desk.[|Say|](e.GetProperty(\"phone\").GetString()!); } }")]
    public void An_update_read_as_JSON_is_no_list_of_recipients(string program) => Check("public class Desk(HttpClient http) { public async Task Say(string to) => (await http.$send).EnsureSuccessStatusCode(); } " + program);

    [Theory]
    [InlineData("public class Blast(HttpClient http) { public async Task Run(List<object> items) { var tasks = items.Select(m => http.[|PostAsJsonAsync|](\"https://waba-v2.360dialog.io/messages\", m)); await Task.WhenAll(tasks); } }")]
    [InlineData("public class Blast(HttpClient http) { public async Task Run(List<object> messages) { foreach (var m in messages) await http.[|PostAsync|](\"https://waba-v2.360dialog.io/messages\", new StringContent(JsonSerializer.Serialize(m))); } }")]
    [InlineData("public class Blast(HttpClient http) { public async Task Run(List<object> messages) { foreach (var m in messages) { await http.PostAsync(\"https://waba-v2.360dialog.io/messages\", new StringContent(JsonSerializer.Serialize(m))); await Task.Delay(50); } } }")]
    [InlineData("public class Blast(HttpClient http) { public async Task Run(List<object> items) { var tasks = items.Select(m => http.PostAsJsonAsync(\"https://mail.example.com/messages\", m)); await Task.WhenAll(tasks); } }")]
    [InlineData("public interface IContent { string Type { get; } } public class Blast(HttpClient http) { public async Task Run(List<string> phones, IContent content) { foreach (string to in phones) await http.[|PostAsJsonAsync|](\"https://waba-v2.360dialog.io/messages\", new Dictionary<string, object> { [\"messaging_product\"] = \"whatsapp\", [\"to\"] = to, [\"type\"] = content.Type, [content.Type] = content }); } }")]
    [InlineData("public class Blast(HttpClient http) { public async Task Run(List<string> ids, string kind) { foreach (string id in ids) await http.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new Dictionary<string, object> { [\"messaging_product\"] = \"whatsapp\", [\"status\"] = \"read\", [\"message_id\"] = id, [kind] = id }); } }")]
    public void Messages_that_were_made_before(string program) => Check(program);

    private const string Hook = """
        public class Msg { public string From { get; set; } = ""; public string Type { get; set; } = ""; public string Timestamp { get; set; } = ""; }
        public static class Bodies { public static object Text(string to, string line) => new { messaging_product = "whatsapp", to, type = "text", text = new { body = line } }; }
        public class Desk(HttpClient http) { public async Task Post(object body) => (await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", body)).EnsureSuccessStatusCode(); }
        """;

    [Theory]
    [InlineData("public class Hook(Desk desk) { public async Task ReceiveAsync(Msg message) { List<object> answers = new(); answers.Add(Bodies.Text(message.From, \"Hello\")); answers.Add(Bodies.Text(message.From, \"How can I help?\")); foreach (var answer in answers) { await desk.Post(answer); } } }")]
    [InlineData("public class Hook(Desk desk) { public async Task ReceiveAsync(Msg message) { foreach (string line in new[] { \"Hello\", \"Bye\" }) await desk.Post(Bodies.Text(message.From, line)); } }")]
    [InlineData("public class Hook(Desk desk) { public Task ReceiveAsync(Msg message) => Say(message.From, new List<string> { \"Hello\" }); private async Task Say(string to, List<string> all) { foreach (string line in all) await desk.Post(Bodies.Text(to, line)); } }")]
    [InlineData("public class Hook(HttpClient http) { public async Task ReceiveAsync(JsonElement value) { foreach (var contact in value.GetProperty(\"contacts\").EnumerateArray()) await http.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", recipient = contact.GetProperty(\"user_id\").GetString(), type = \"text\", text = new { body = \"x\" } }); } }")]
    [InlineData("public class Job(HttpClient http) { public async Task RunAsync(JsonElement value) { foreach (var guest in value.GetProperty(\"guests\").EnumerateArray()) await http.[|PostAsJsonAsync|](\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", recipient = guest.GetProperty(\"user_id\").GetString(), type = \"text\", text = new { body = \"x\" } }); } }")]
    [InlineData("public class Job(Desk desk) { public Task RunAsync(List<string> phones) => Say(phones); private async Task Say(List<string> all) { foreach (string to in all) await desk.[|Post|](Bodies.Text(to, \"Hello\")); } }")]
    [InlineData("public class Job(Desk desk) { public async Task RunAsync(List<string> phones) { List<object> all = new(); foreach (string p in phones) all.Add(Bodies.Text(p, \"Hello\")); foreach (var body in all) await desk.[|Post|](body); } }")]
    // What is known to be no message goes to the same address.
    [InlineData("public class Reader(Desk desk) { public async Task ReadAsync(List<string> ids) { foreach (string id in ids) await desk.Post(new { messaging_product = \"whatsapp\", status = \"read\", message_id = id }); } }")]
    public void Several_answers_to_one_sender(string program) => Check(Hook + program);

    [Theory]
    [InlineData("public class Notices(HttpClient http, IMapping mapping) { public async Task AllAsync(List<string> phones) { foreach (string phone in phones) await http.PostJsonTextAsync(\"https://hooks.example.com/messages\", mapping.Map<object>(phone)); } }")]
    [InlineData("public class Notices(HttpClient http) { public async Task AllAsync(List<string> ids) { foreach (string id in ids) await http.PostJsonTextAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", status = \"read\", message_id = id }); } }")]
    public void Unknown_objects_through_a_helper_that_gets_the_address(string program) => Check("""
        public interface IMapping { T Map<T>(object source); }
        public static class HttpHelper
        {
            public static async Task<string> PostJsonTextAsync(this HttpClient http, string address, object body)
            {
                var response = await http.PostAsync(address, new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json"));
                return await response.Content.ReadAsStringAsync();
            }
        }
        """ + program);
}
