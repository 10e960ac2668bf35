using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Sending.Control;

/// <summary>Whom a message goes to: user ids, senders of received messages, stored numbers, numbers that are put right on the way.</summary>
public sealed class RecipientTests
{
    private const string Url = "\"https://waba-v2.360dialog.io/messages\"";

    private static void Check(string program) => new TestProgram("DLG0201", program.Replace("$url", Url).Replace("$text", "type = \"text\", text = new { body = \"x\" }")).Check();

    [Theory]
    // By the user id of who wrote.
    [InlineData("public Task Run(JsonElement inbound) => http.PostAsJsonAsync($url, new { messaging_product = \"whatsapp\", recipient = inbound.GetProperty(\"from_user_id\").GetString(), $text });")]
    [InlineData("public Task Run(JsonElement inbound) => http.PostAsJsonAsync($url, new { messaging_product = \"whatsapp\", recipient = inbound.GetProperty(\"from\").GetString(), $text });")]
    [InlineData("public Task Run(JsonElement inbound) => http.PostAsJsonAsync($url, new { messaging_product = \"whatsapp\", recipient = inbound.GetProperty(\"from_parent_user_id\").GetString(), $text });")]
    [InlineData("public async Task Run(JsonElement inbound) { var to = inbound.TryGetProperty(\"from\", out var f) ? f.GetString() : null; var recipient = inbound.GetProperty(\"from_user_id\").GetString(); await http.PostAsJsonAsync($url, new { messaging_product = \"whatsapp\", to, recipient, $text }); }")]
    [InlineData("public async Task Run(JsonElement value) { foreach (var contact in value.GetProperty(\"contacts\").EnumerateArray()) await http.PostAsJsonAsync($url, new { messaging_product = \"whatsapp\", recipient = contact.GetProperty(\"user_id\").GetString(), $text }); }")]
    [InlineData("public async Task Run(JsonNode value) => await http.PostAsJsonAsync($url, new { messaging_product = \"whatsapp\", recipient = (string)value[\"contacts\"]![0]![\"user_id\"]!, $text });")]
    [InlineData("public sealed class Inbound { [JsonPropertyName(\"from_user_id\")] public string Who { get; set; } = \"\"; [JsonPropertyName(\"timestamp\")] public string At { get; set; } = \"\"; } public Task Run(Inbound m) => http.PostAsJsonAsync($url, new { messaging_product = \"whatsapp\", recipient = m.Who, $text });")]
    [InlineData("public Task Run(JsonElement account) => http.[|PostAsJsonAsync|]($url, new { messaging_product = \"whatsapp\", recipient = account.GetProperty(\"user_id\").GetString(), $text });")]
    [InlineData("public Task Run(string bsuid) => http.[|PostAsJsonAsync|]($url, new { messaging_product = \"whatsapp\", recipient = bsuid, $text });")]
    [InlineData("public sealed class Account { public string UserId { get; set; } = \"\"; public string Mail { get; set; } = \"\"; } public Task Run(List<Account> all) => http.[|PostAsJsonAsync|]($url, new { messaging_product = \"whatsapp\", recipient = all[0].UserId, $text });")]
    public void User_ids(string members) => Check($"public sealed class Bot {{ private readonly HttpClient http = new(); {members} }}");

    [Theory]
    // Direct Send.
    [InlineData("category = \"utility\",", false)]
    [InlineData("category = \"AUTHENTICATION\",", false)]
    [InlineData("category = kind,", false)]
    [InlineData("category = \"service\",", true)]
    [InlineData("category = \"marketing\",", true)]
    [InlineData("", true)]
    public void Categories(string category, bool isFound) => Check($$"""
        public sealed class Bot
        {
            private readonly HttpClient http = new();
            public Task Run(string phone, string kind) => http.{{(isFound ? "[|PostAsJsonAsync|]" : "PostAsJsonAsync")}}($url, new { messaging_product = "whatsapp", to = phone, {{category}} $text });
        }
        """);

    [Fact]
    public void A_category_that_callers_give() => Check("""
        public sealed class Bot
        {
            private readonly HttpClient http = new();
            private Task Send(string to, string category) => http.PostAsJsonAsync($url, new { messaging_product = "whatsapp", to, category, $text });
            public Task Ready(string phone) => Send(phone, "utility");
            public Task Chat(string phone) => [|Send|](phone, "service");
        }
        """);

    private const string Post = """
        public interface IPost { Task PostAsync(object body); }
        public sealed class Post(HttpClient http) : IPost { public Task PostAsync(object body) => http.PostAsJsonAsync($url, body); }
        """;

    [Theory]
    // Objects that carry a received message.
    [InlineData("public record Person(string Number, string Name); public abstract record Received(string Id, string To, Person From, long Timestamp); public record ReceivedText(string Id, string To, Person From, long Timestamp, string Body) : Received(Id, To, From, Timestamp);", "ReceivedText m", "m.From.Number")]
    [InlineData("public class ChatMessage { public string From { get; set; } = \"\"; public string To { get; set; } = \"\"; public string Text { get; set; } = \"\"; public DateTime SentAt { get; set; } }", "ChatMessage m", "m.From")]
    [InlineData("public class IncomingMessage { public string From { get; set; } = \"\"; public string Recipient { get; set; } = \"\"; public DateTimeOffset ReceivedAt { get; set; } }", "IncomingMessage m", "\"+\" + m.From")]
    [InlineData("public class IncomingMessage { public string MessageId { get; set; } = \"\"; public string SenderPhone { get; set; } = \"\"; public DateTime ReceivedAt { get; set; } public string Body { get; set; } = \"\"; }", "IncomingMessage m", "m.SenderPhone")]
    [InlineData("public record WhatsAppMessage(string Id, string Sender, string Text, DateTimeOffset Timestamp);", "WhatsAppMessage m", "m.Sender")]
    [InlineData("public record Invoice(string Id, string Sender, string Text, DateTimeOffset Timestamp);", "Invoice m", "[m.Sender")]
    [InlineData("public record Draft(string Id, string SenderPhone, string Text);", "Draft m", "[m.SenderPhone")]
    [InlineData("public class Parcel { public string From { get; set; } = \"\"; public string To { get; set; } = \"\"; public string Text { get; set; } = \"\"; public DateTime SentAt { get; set; } }", "Parcel m", "[m.From")]
    [InlineData("public class SmsMessage { public string From { get; set; } = \"\"; public string To { get; set; } = \"\"; public string Body { get; set; } = \"\"; public DateTime SentAt { get; set; } }", "SmsMessage m", "[m.From")]
    [InlineData("public class OutboundMessage { public string From { get; set; } = \"\"; public string To { get; set; } = \"\"; public string Body { get; set; } = \"\"; public DateTime SentAt { get; set; } }", "OutboundMessage m", "[m.To")]
    public void Received_messages(string type, string parameter, string recipient)
    {
        bool isFound = recipient[0] == '[';
        Check(Post + type + $"public static class Answers {{ public static Task AnswerAsync(this IPost post, {parameter}) => post.{(isFound ? "[|PostAsync|]" : "PostAsync")}(new {{ messaging_product = \"whatsapp\", to = {recipient.TrimStart('[')}, $text }}); }}");
    }

    [Theory]
    // What quotes the message that it answers is a reply, whoever it goes to.
    [InlineData("public class InboundText { public string Id { get; set; } = \"\"; public DateTime At { get; set; } }", "InboundText m, string chat", "m.Id", false)]
    [InlineData("", "JsonElement m, string chat", "m.GetProperty(\"id\").GetString()", false)]
    [InlineData("public class Ticket { public string Id { get; set; } = \"\"; public string Phone { get; set; } = \"\"; }", "Ticket m, string chat", "m.Id", true)]
    [InlineData("", "string m, string chat", "m", true)]
    public void Quotes(string type, string parameters, string id, bool isFound) => Check(Post + type + $$"""
        public static class Answers
        {
            public static Task AnswerAsync(IPost post, {{parameters}}) =>
                post.{{(isFound ? "[|PostAsync|]" : "PostAsync")}}(new { messaging_product = "whatsapp", to = chat, context = new { message_id = {{id}} }, $text });
        }
        """);

    private const string Stored = """
        public record Ask(string Name, string Number);
        public class Guest { public string Name { get; set; } = ""; public string ChatId { get; set; } = ""; }
        public class Book { public List<Guest> Guests { get; set; } = new(); }
        public class Herald(HttpClient http) { public Task SayAsync(string to) => http.PostAsJsonAsync($url, new { messaging_product = "whatsapp", to, $text }); }
        public class Reception(Book book)
        {
            public void Register(Ask r) { var g = book.Guests.FirstOrDefault(x => x.Name == r.Name); if (g == null) book.Guests.Add(new Guest { Name = r.Name, ChatId = r.Number }); else g.ChatId = r.Number; }
        }
        public class Hook(Reception reception, Herald herald)
        {
            public async Task ReceiveAsync(JsonElement root)
            {
                var from = root.GetProperty("entry")[0].GetProperty("changes")[0].GetProperty("value").GetProperty("messages")[0].GetProperty("from").GetString()!;
                reception.Register(new Ask("x", from));
                await herald.SayAsync(from);
            }
        }
        """;

    [Theory]
    // A number that was stored when the customer once wrote.
    [InlineData("public class Evening(Book book, Herald herald) { public async Task RemindAsync() { foreach (var g in book.Guests.Where(x => x.Name != \"\")) await herald.[|SayAsync|](g.ChatId); } }")]
    [InlineData("public class Evening(Book book, Herald herald) { public Task RemindAsync() => [|One|](book.Guests[0]); private Task One(Guest g) => herald.SayAsync(g.ChatId); }")]
    // A conversation that a message has begun.
    [InlineData("public class Talk { private string to = \"\"; private readonly Herald herald = new(new HttpClient()); public async Task ReceiveAsync(JsonElement m) { to = m.GetProperty(\"from\").GetString()!; await Step(); } private Task Step() => herald.SayAsync(to); }")]
    [InlineData("public class Talk { private readonly string to; public Talk(string to) { this.to = to; } public Task Go(Herald herald) => herald.SayAsync(to); } public class Other { public Task ReceiveAsync(JsonElement m, Herald herald) => new Talk(m.GetProperty(\"from\").GetString()!).Go(herald); }")]
    public void Stored_numbers(string program) => Check(Stored + program);

    [Theory]
    // What a list or table takes in is no queue.
    [InlineData("public class Store { public List<Account> Accounts { get; } = new(); } public class SignUp(Store store) { public void Register(string phone) => store.Accounts.Add(new Account { Phone = phone }); }")]
    [InlineData("public class DbSet<T> { public void Add(T item) { } } public class Store { public DbSet<Account> Accounts { get; } = new(); } public class SignUp(Store store) { public void Register(string phone) => store.Accounts.Add(new Account { Phone = phone }); }")]
    [InlineData("public class SignUp { private readonly HashSet<Account> known = new(); public void Register(string phone) => known.Add(new Account { Phone = phone }); }")]
    public void Collections_are_no_queues(string program) => Check("""
        public class Account { public string Phone { get; set; } = ""; }
        public interface INotify { Task WelcomeAsync(Account account); }
        public class Notify(HttpClient http) : INotify { public Task WelcomeAsync(Account account) => http.[|PostAsJsonAsync|]($url, new { messaging_product = "whatsapp", to = account.Phone, $text }); }
        """ + program);

    [Theory]
    [InlineData("System.Collections.Concurrent.BlockingCollection<Account>", "foreach (var a in queue.GetConsumingEnumerable()) await Send(a.Phone);")]
    [InlineData("System.Collections.Concurrent.ConcurrentBag<Account>", "while (queue.TryTake(out var a)) await Send(a.Phone);")]
    public void Collections_that_a_worker_drains_are(string queue, string drain) => Check($$"""
        public class Account { public string Phone { get; set; } = ""; }
        public class Worker(HttpClient http, {{queue}} queue)
        {
            public async Task Run() { {{drain}} }
            private Task Send(string to) => http.PostAsJsonAsync($url, new { messaging_product = "whatsapp", to, $text });
            public void Register(string phone) => queue.[|Add|](new Account { Phone = phone });
        }
        """);

    [Theory]
    // One flow, one report, at the caller.
    [InlineData("string to = phone.Trim(); if (to.StartsWith(\"0\")) to = \"49\" + to.Substring(1);", "to")]
    [InlineData("string to = phone; while (to.StartsWith(\"0\")) { to = to.Substring(1); }", "to")]
    [InlineData("string to; try { to = phone.Split('@')[0]; } catch (Exception) { to = phone; }", "to")]
    [InlineData("string digits = System.Text.RegularExpressions.Regex.Replace(phone, @\"\\D\", \"\"); string to = digits switch { { Length: 10 } => \"90\" + digits, ['0', ..] => \"90\" + digits[1..], _ => digits };", "to")]
    [InlineData("if (!TryClean(phone, out var to)) return false; static bool TryClean(string number, out string clean) { clean = number.Replace(\"+\", \"\"); return clean.Length > 6; }", "to")]
    [InlineData("var digits = new StringBuilder(); foreach (var c in phone) { if (char.IsDigit(c)) digits.Append(c); } var to = digits.ToString(); if (to.StartsWith(\"00\")) to = to.Substring(2);", "to")]
    [InlineData("""
        var clean = new string(phone.Where(char.IsDigit).ToArray());
        if (!clean.StartsWith("90") && clean.Length == 10) { clean = "90" + clean; }
        else if (!clean.StartsWith("90")) { clean = "90" + clean.TrimStart('0'); }
        """, "clean")]
    public void Numbers_that_are_put_right(string statements, string recipient) => Check($$"""
        public class Doc { public string Phone { get; set; } = ""; }
        public class Sender
        {
            private readonly HttpClient http = new();
            public async Task<bool> Say(string phone)
            {
                {{statements}}
                var r = await http.PostAsJsonAsync($url, new { messaging_product = "whatsapp", to = {{recipient}}, $text });
                return r.IsSuccessStatusCode;
            }
            public async Task<bool> Remind(Doc d) => await Say(d.Phone);
        }
        public class Job(Sender s, List<Doc> docs) { public async Task Run() { await s.[|Remind|](docs[0]); } }
        public class Hook(Sender s) { public Task Receive(JsonElement m) => s.Say(m.GetProperty("from").GetString()!); }
        """);

    private const string Notes = """
        public class Note { public string To { get; set; } = ""; public string Line { get; set; } = ""; }
        public interface INotes { Note Welcome(string number); }
        public class Notes : INotes { public Note Welcome(string number) { return new Note { To = number, Line = "Welcome" }; } }
        public interface IDesk { Task SayAsync(Note note); }
        public class Desk(HttpClient http) : IDesk { public Task SayAsync(Note note) => http.PostAsJsonAsync($url, new { messaging_product = "whatsapp", to = note.To, type = "text", text = new { body = note.Line } }); }
        """;

    [Theory]
    // The recipient is in an object that a factory of the project makes.
    [InlineData("public class Hook(INotes notes, IDesk desk) { public Task ReceiveAsync(JsonElement m) => GreetAsync(m.GetProperty(\"from\").GetString()!); private async Task GreetAsync(string number) { var note = notes.Welcome(number); await desk.SayAsync(note); } }")]
    [InlineData("public class Hook(INotes notes, IDesk desk) { public Task ReceiveAsync(JsonElement m) => desk.SayAsync(notes.Welcome(m.GetProperty(\"from\").GetString()!)); }")]
    [InlineData("public class Job(INotes notes, IDesk desk, List<string> numbers) { public Task Run() => [|GreetAsync|](numbers[0]); private async Task GreetAsync(string number) => await desk.SayAsync(notes.Welcome(number)); }")]
    [InlineData("public class Job(INotes notes, IDesk desk) { public Task Run() => [|GreetAsync|](System.IO.File.ReadAllText(\"number\")); private async Task GreetAsync(string number) { Note note = notes.Welcome(number); await desk.SayAsync(note); } }")]
    public void Objects_that_factories_make(string program) => Check(Notes + program);

    [Theory]
    // The recipient is in the copy of a record, or in what it is copied from.
    [InlineData("public record Memo(string To, string Line) { public static Memo For(string number) => new(number, \"\"); } public class Board(HttpClient http) { public Task SayAsync(Memo memo) => http.PostAsJsonAsync($url, new { messaging_product = \"whatsapp\", to = memo.To, type = \"text\", text = new { body = memo.Line } }); } public class Hook(Board board) { public Task ReceiveAsync(JsonElement m) => board.SayAsync(Memo.For(m.GetProperty(\"from\").GetString()!) with { Line = \"Welcome\" }); }")]
    [InlineData("public record Memo(string To, string Line); public class Board(HttpClient http) { public Task SayAsync(Memo memo) => http.PostAsJsonAsync($url, new { messaging_product = \"whatsapp\", to = memo.To, type = \"text\", text = new { body = memo.Line } }); } public class Job(Board board, Memo usual, List<string> numbers) { public Task RunAsync() => board.[|SayAsync|](usual with { To = numbers[0] }); }")]
    public void Copies_of_records(string program) => Check(program);

    [Theory]
    [InlineData("public Task Receive(JsonElement m) => Send(m.GetProperty(\"from\").GetRawText()); private Task Send(string to) => Post($\"{{\\\"messaging_product\\\":\\\"whatsapp\\\",\\\"to\\\":{to},\\\"type\\\":\\\"text\\\",\\\"text\\\":{{\\\"body\\\":\\\"x\\\"}}}}\");")]
    [InlineData("public Task Run(List<string> numbers) => [|Send|](numbers[0]); private Task Send(string to) => Post($\"{{\\\"messaging_product\\\":\\\"whatsapp\\\",\\\"to\\\":{to},\\\"type\\\":\\\"text\\\",\\\"text\\\":{{\\\"body\\\":\\\"x\\\"}}}}\");")]
    [InlineData("public Task Receive(JsonElement m) => Send(m.GetProperty(\"from\").GetString()!); private Task Send(string to) => Post(\"{\\\"messaging_product\\\":\\\"whatsapp\\\",\\\"to\\\":\" + JsonSerializer.Serialize(to) + \",\\\"type\\\":\\\"text\\\",\\\"text\\\":{\\\"body\\\":\\\"x\\\"}}\");")]
    public void Holes_without_quotes(string members) => Check($$"""
        public sealed class Bot
        {
            private readonly HttpClient http = new();
            private Task Post(string json) => http.PostAsync($url, new StringContent(json, Encoding.UTF8, "application/json"));
            {{members}}
        }
        """);
}
