using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Rules;

/// <summary>What real programs do wrong when they send, cause by cause in three styles of other teams or more; what is right in the same style stays silent.</summary>
public sealed class CausesInSendsTests
{
    private const string Cloud = "https://waba-v2.360dialog.io/messages";

    [Theory]
    // User ids as recipients.
    [InlineData("DLG0112,DLG0201", """
        public class Contact { [JsonPropertyName("wa_id")] public string? Number { get; set; } [JsonPropertyName("user_id")] public string? Id { get; set; } }
        public class Inbound { [JsonPropertyName("from")] public string? From { get; set; } [JsonPropertyName("from_user_id")] public string? UserId { get; set; } [JsonPropertyName("id")] public string Id { get; set; } = ""; [JsonPropertyName("timestamp")] public string At { get; set; } = ""; [JsonPropertyName("text")] public object? Text { get; set; } }
        public class Desk(HttpClient http)
        {
            private const string Tester = "DE.8273645510293847";
            public Task A() => Post(new { messaging_product = "whatsapp", to = {|DLG0112:Tester|}, type = "template", template = new { name = "a", language = new { code = "de" } } });
            public Task B(Inbound m) => Post(new { messaging_product = "whatsapp", to = {|DLG0112:m.UserId|}, type = "text", text = new { body = "Thanks" } });
            public Task C(Contact c) => Post(new { messaging_product = "whatsapp", to = {|DLG0112:c.Id|}, type = "template", template = new { name = "a", language = new { code = "de" } } });
            private async Task Post(object message) => (await http.PostAsJsonAsync("$url", message)).EnsureSuccessStatusCode();
        }
        """)]
    [InlineData("DLG0112,DLG0201", """
        public class Inbound { [JsonPropertyName("from")] public string? From { get; set; } [JsonPropertyName("from_user_id")] public string? UserId { get; set; } [JsonPropertyName("id")] public string Id { get; set; } = ""; [JsonPropertyName("timestamp")] public string At { get; set; } = ""; [JsonPropertyName("text")] public object? Text { get; set; } }
        public class Desk(HttpClient http)
        {
            public Task A() => Post(new { messaging_product = "whatsapp", recipient = "DE.8273645510293847", type = "template", template = new { name = "a", language = new { code = "de" } } });
            public Task B(Inbound m) => Post(new { messaging_product = "whatsapp", recipient = m.UserId, type = "text", text = new { body = "Thanks" } });
            public Task C() => Post(new { messaging_product = "whatsapp", recipient_type = "group", to = "Y2FwaV9ncm91cDoxNzA1NTU1MDEzOToxMjAz", type = "template", template = new { name = "a", language = new { code = "de" } } });
            public Task D(User user) => Post(new { messaging_product = "whatsapp", to = user.user_id, type = "template", template = new { name = "a", language = new { code = "de" } } });
            private async Task Post(object message) => (await http.PostAsJsonAsync("$url", message)).EnsureSuccessStatusCode();
        }
        public class User { public string user_id { get; set; } = ""; public string password { get; set; } = ""; }
        """)]
    [InlineData("DLG0112", """
        public class Desk(HttpClient http)
        {
            private Task Say(string to) => http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "template", template = new { name = "a", language = new { code = "en" } } });
            public Task A() => Say({|DLG0112:"US.ENT.9387462019283746"|});
            public Task B() => Say("+49 (170) 123-4567");
            public Task C(JsonElement message) => Say(message.GetProperty("from").GetString()!);
        }
        """)]
    public void User_ids_belong_in_recipient(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    [Theory]
    // Private methods that nobody runs.
    [InlineData("DLG0201", """
        public class Desk
        {
            private readonly HttpClient _http = new();
            private readonly System.Timers.Timer _timer = new(1000);
            public Desk() => _timer.Elapsed += OnElapsed;
            private async Task Unused(string to) => await Helper(to);
            private async Task Helper(string to) { await _http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); }
            private void OnElapsed(object? sender, System.Timers.ElapsedEventArgs e)
            {
                _ = _http.[|PostAsJsonAsync|]("$url", new { messaging_product = "whatsapp", to = "4915112345678", type = "text", text = new { body = "x" } });
            }
        }
        """)]
    [InlineData("DLG0201", """
        public class Desk
        {
            private readonly HttpClient _http = new();
            private async Task Ping(string to, int n) { if (n > 0) await Pong(to, n - 1); else await _http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); }
            private Task Pong(string to, int n) => Ping(to, n);
            public void Run(string to)
            {
                async Task Later() => await _http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } });
            }
        }
        """)]
    [InlineData("DLG0201", """
        public class Desk
        {
            private readonly HttpClient _http = new();
            private readonly Timer _timer;
            public Desk() => _timer = new Timer(Tick, null, 0, 1000);
            private void Tick(object? state) => _ = [|Say|]("4915112345678");
            private Task Say(string to) => _http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } });
        }
        """)]
    public void Dead_code_sends_nothing(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    [Theory]
    // Lambdas and local functions inside try, catch and finally.
    [InlineData("DLG0201", """
        public class Mailing(HttpClient http, Func<string, Task<DateTimeOffset>> lastInbound)
        {
            public async Task Run(List<string> phones)
            {
                using var gate = new SemaphoreSlim(3);
                try
                {
                    var tasks = phones.Select(async phone =>
                    {
                        await gate.WaitAsync();
                        try { if (DateTimeOffset.UtcNow - await lastInbound(phone) < TimeSpan.FromHours(24)) await http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to = phone, type = "text", text = new { body = "x" } }); }
                        finally { gate.Release(); }
                    });
                    await Task.WhenAll(tasks);
                }
                catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.TooManyRequests) { Console.WriteLine(e); }
                finally { Console.WriteLine("done"); }
            }
        }
        """)]
    [InlineData("DLG0201", """
        public class Mailing(HttpClient http, ISessions sessions)
        {
            public async Task Run(List<string> phones)
            {
                try { await Task.Delay(1); }
                catch (Exception) { phones.ForEach(async phone => await http.[|PostAsJsonAsync|]("$url", new { messaging_product = "whatsapp", to = phone, type = "text", text = new { body = "x" } })); }
                finally { foreach (var phone in phones) { Func<Task> send = async () => { if (await sessions.HasOpenWindowAsync(phone)) await http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to = phone, type = "text", text = new { body = "y" } }); }; await send(); } }
            }
        }
        public interface ISessions { Task<bool> HasOpenWindowAsync(string phone); }
        """)]
    [InlineData("DLG0201", """
        public class Mailing(HttpClient http, ISessions sessions)
        {
            public async Task Run(string phone)
            {
                for (int attempt = 0; attempt < 3; attempt++)
                {
                    try { await Once(); return; }
                    catch (TaskCanceledException) when (attempt < 2) { await Task.Delay(100); }
                }
                async Task Once()
                {
                    if (!await sessions.IsSessionOpenAsync(phone)) throw new InvalidOperationException("closed");
                    (await http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to = phone, type = "text", text = new { body = "x" } })).EnsureSuccessStatusCode();
                }
            }
        }
        public interface ISessions { Task<bool> IsSessionOpenAsync(string phone); }
        """)]
    public void Functions_inside_try(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    [Theory]
    // What a collection takes in is sent only where somebody drains it.
    [InlineData("DLG0201", """
        public class Customer { public int Id { get; set; } public string Mobile { get; set; } = ""; }
        public class Context { public Set<Customer> Customers { get; } = new(); }
        public class Set<T> { public void Add(T item) { } public T? Find(int id) => default; }
        public interface INotifier { Task GreetAsync(Customer customer); }
        public class Notifier(HttpClient http) : INotifier
        {
            public async Task GreetAsync(Customer customer) => (await http.[|PostAsJsonAsync|]("$url", new { messaging_product = "whatsapp", to = customer.Mobile, type = "text", text = new { body = "Hi" } })).EnsureSuccessStatusCode();
        }
        public class SignUp(Context db, Dictionary<string, Customer> known)
        {
            public void Register(string phone) { var c = new Customer { Mobile = phone }; db.Customers.Add(c); known.TryAdd(phone, c); known[phone] = c; }
        }
        """)]
    [InlineData("DLG0201", """
        public record Answer(string To, string Text);
        public class Outbox(System.Threading.Channels.Channel<Answer> channel, HttpClient http)
        {
            public async Task RunAsync(CancellationToken stop)
            {
                await foreach (var answer in channel.Reader.ReadAllAsync(stop)) (await http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to = answer.To, type = "text", text = new { body = answer.Text } })).EnsureSuccessStatusCode();
            }
        }
        public class Hook(System.Threading.Channels.Channel<Answer> channel)
        {
            public async Task ReceiveAsync(JsonElement update)
            {
                foreach (var message in update.GetProperty("entry")[0].GetProperty("changes")[0].GetProperty("value").GetProperty("messages").EnumerateArray())
                    await channel.Writer.WriteAsync(new Answer(message.GetProperty("from").GetString()!, "Thanks"));
            }
        }
        """)]
    [InlineData("DLG0201", """
        public record Answer(string To, string Text);
        public class Outbox(System.Threading.Channels.Channel<Answer> channel, HttpClient http)
        {
            public async Task RunAsync(CancellationToken stop)
            {
                while (await channel.Reader.WaitToReadAsync(stop)) while (channel.Reader.TryRead(out var answer)) (await http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to = answer.To, type = "text", text = new { body = answer.Text } })).EnsureSuccessStatusCode();
            }
        }
        public class Nightly(System.Threading.Channels.Channel<Answer> channel, List<string> phones)
        {
            public async Task RunAsync() { foreach (var phone in phones) await channel.Writer.[|WriteAsync|](new Answer(phone, "See you tomorrow")); }
        }
        """)]
    public void Stores_are_no_queues(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    [Theory]
    // One flow, one report, at the caller.
    [InlineData("DLG0201", """
        public class Sender(HttpClient http)
        {
            public async Task Say(string phone, string text)
            {
                string digits = System.Text.RegularExpressions.Regex.Replace(phone, @"\D", "");
                string to = digits switch { { Length: 10 } => "90" + digits, ['0', ..] => "90" + digits[1..], _ => digits };
                (await http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "text", text = new { body = text } })).EnsureSuccessStatusCode();
            }
        }
        public class Job(Sender sender, List<string> numbers) { public Task Run() => sender.[|Say|](numbers[0], "tomorrow"); }
        """)]
    [InlineData("DLG0201", """
        public class Sender(HttpClient http)
        {
            public async Task Say(string phone, string text)
            {
                if (!TryClean(phone, out var to)) return;
                (await http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "text", text = new { body = text } })).EnsureSuccessStatusCode();
            }
            private static bool TryClean(string phone, out string clean) { clean = phone.Replace("+", ""); return clean.Length > 6; }
        }
        public class Hook(Sender sender) { public Task Receive(JsonElement message) => sender.Say(message.GetProperty("from").GetString()!, "Thanks"); }
        """)]
    [InlineData("DLG0201", """
        public class Sender(HttpClient http)
        {
            public async Task Say(string phone, string text)
            {
                var clean = new StringBuilder();
                foreach (var c in phone) if (char.IsDigit(c)) clean.Append(c);
                var to = clean.ToString();
                if (to.StartsWith("00")) to = to.Substring(2);
                (await http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "text", text = new { body = text } })).EnsureSuccessStatusCode();
            }
        }
        public class Job(Sender sender, List<string> numbers) { public async Task Run() { foreach (var n in numbers) { await sender.[|Say|](n, "tomorrow"); await Task.Delay(100); } } }
        """)]
    public void Numbers_put_right_step_by_step(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    [Theory]
    // The recipient travels in an object.
    [InlineData("DLG0201", """
        public record Note(string To, string Line) { public static Note For(string number) => new(number, ""); }
        public class Desk(HttpClient http)
        {
            public async Task SayAsync(Note note) => (await http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to = note.To, type = "text", text = new { body = note.Line } })).EnsureSuccessStatusCode();
        }
        public class Hook(Desk desk)
        {
            public Task ReceiveAsync(JsonElement message) => desk.SayAsync(Note.For(message.GetProperty("from").GetString()!) with { Line = "Welcome" });
        }
        """)]
    [InlineData("DLG0201", """
        public class Note { public string To { get; set; } = ""; public string Line { get; set; } = ""; }
        public class Notes(List<string> managers) { public Note Alarm(string number) => new() { To = managers[0], Line = number + " wrote" }; }
        public class Desk(HttpClient http)
        {
            public async Task SayAsync(Note note) => (await http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to = note.To, type = "text", text = new { body = note.Line } })).EnsureSuccessStatusCode();
        }
        public class Hook(Desk desk, Notes notes)
        {
            public Task ReceiveAsync(JsonElement message) => desk.[|SayAsync|](notes.Alarm(message.GetProperty("from").GetString()!));
        }
        """)]
    [InlineData("DLG0201", """
        public class Note { public Note(string number) => To = "+" + number; public string To { get; } public string? Line { get; set; } }
        public class Desk(HttpClient http)
        {
            public async Task SayAsync(Note note) => (await http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to = note.To, type = "text", text = new { body = note.Line } })).EnsureSuccessStatusCode();
        }
        public class Hook(Desk desk)
        {
            public async Task ReceiveAsync(JsonElement message) { var note = new Note(message.GetProperty("from").GetString()!); note.Line = "Welcome"; await desk.SayAsync(note); }
        }
        """)]
    public void Recipients_in_objects_that_factories_make(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    [Theory]
    // Objects that carry a received message, and quotes.
    [InlineData("DLG0201", """
        public class IncomingMessage { public string MessageId { get; set; } = ""; public string SenderPhone { get; set; } = ""; public DateTime ReceivedAt { get; set; } public string Body { get; set; } = ""; }
        public class Bot(HttpClient http)
        {
            public Task Handle(IncomingMessage incoming) => Post(new { messaging_product = "whatsapp", to = incoming.SenderPhone, type = "text", text = new { body = "You said " + incoming.Body } });
            private async Task Post(object message) => (await http.PostAsJsonAsync("$url", message)).EnsureSuccessStatusCode();
        }
        """)]
    [InlineData("DLG0201", """
        public class Parcel { public string Id { get; set; } = ""; public string From { get; set; } = ""; public string To { get; set; } = ""; public DateTime Time { get; set; } }
        public class Order { public string Id { get; set; } = ""; public string Phone { get; set; } = ""; public DateTime CreatedAt { get; set; } public string Text { get; set; } = ""; }
        public class Desk(HttpClient http)
        {
            public Task A(Parcel parcel) => http.[|PostAsJsonAsync|]("$url", new { messaging_product = "whatsapp", to = parcel.From, type = "text", text = new { body = "sent" } });
            public Task B(Order order) => http.[|PostAsJsonAsync|]("$url", new { messaging_product = "whatsapp", to = order.Phone, type = "text", text = new { body = "ready" } });
        }
        """)]
    [InlineData("DLG0201", """
        public class Desk(HttpClient http)
        {
            public Task A(string to, string wamid) => http.[|PostAsJsonAsync|]("$url", new { messaging_product = "whatsapp", to, context = new { message_id = wamid }, type = "text", text = new { body = "x" } });
            public Task B(string to, JsonElement message) => http.PostAsJsonAsync("$url", new Dictionary<string, object?> { ["messaging_product"] = "whatsapp", ["to"] = to, ["context"] = new { message_id = message.GetProperty("id").GetString() }, ["type"] = "text", ["text"] = new { body = "x" } });
        }
        """)]
    public void Answers_to_received_messages(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    [Theory]
    // Numbers that the webhook stored.
    [InlineData("DLG0201,DLG0203", """
        public class Guests { public Dictionary<string, string> Numbers { get; } = new(); }
        public class Hook(Guests guests) { public void Receive(JsonElement message) => guests.Numbers["x"] = message.GetProperty("from").GetString()!; }
        public class Night(Guests guests, HttpClient http)
        {
            public async Task Run() { foreach (var number in guests.Numbers.Values) await http.{|DLG0203:{|DLG0201:PostAsJsonAsync|}|}("$url", new { messaging_product = "whatsapp", to = number, type = "text", text = new { body = "x" } }); }
        }
        """)]
    [InlineData("DLG0201", """
        public class Visit { public string Number { get; set; } = ""; }
        public class Hook(Greeter greeter) { public Task Receive(JsonElement message) { var visit = new Visit { Number = message.GetProperty("from").GetString()! }; return greeter.Greet(visit); } }
        public class Greeter(HttpClient http) { public Task Greet(Visit visit) => http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to = visit.Number, type = "text", text = new { body = "x" } }); }
        """)]
    [InlineData("DLG0201", """
        public class Hook(HttpClient http)
        {
            public void Receive(JsonElement message)
            {
                var from = message.GetProperty("from").GetString()!;
                _ = Task.Run(async () => { while (true) { await http.[|PostAsJsonAsync|]("$url", new { messaging_product = "whatsapp", to = from, type = "text", text = new { body = "Still there?" } }); await Task.Delay(TimeSpan.FromHours(6)); } });
            }
        }
        """)]
    public void Stored_numbers_are_no_replies(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    [Theory]
    // Rows of tables and files, rows of list messages.
    [InlineData("DLG0203", """
        using System.IO;
        public class Blast(HttpClient http)
        {
            private Task Say(string to) => http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "template", template = new { name = "a", language = new { code = "en" } } });
            public async Task A(System.Data.IDataReader reader) { while (reader.Read()) await [|Say|](reader.GetString(0)); }
            public async Task B(string path) { foreach (var line in File.ReadLines(path)) await [|Say|](line.Split(';')[1]); }
            public async Task C(System.Data.DataSet set) { foreach (System.Data.DataRow row in set.Tables[0].Rows) await [|Say|]((string)row["phone"]); }
        }
        """)]
    [InlineData("DLG0203", """
        public record Dish(string Id, string Name);
        public class Menu(HttpClient http)
        {
            public async Task Send(string to, List<Dish> dishes)
            {
                var rows = new List<object>();
                foreach (var dish in dishes) rows.Add(new { id = dish.Id, title = dish.Name });
                await http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "interactive", interactive = new { type = "list", body = new { text = "x" }, action = new { button = "b", sections = new[] { new { title = "t", rows } } } } });
            }
        }
        """)]
    [InlineData("DLG0203", """
        public class Blast(HttpClient http)
        {
            private Task Say(string to) => http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "template", template = new { name = "a", language = new { code = "en" } } });
            public async Task A(System.Data.DataTable table) { using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(50)); foreach (System.Data.DataRow row in table.Rows) { await pace.WaitForNextTickAsync(); await Say((string)row["phone"]); } }
            public void B(System.Data.DataTable table) { foreach (System.Data.DataRow row in table.Rows) { Say((string)row["phone"]).Wait(); Thread.Sleep(100); } }
        }
        """)]
    public void Rows_of_data_are_recipients(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    [Theory]
    // Loops around methods that loop.
    [InlineData("DLG0203", """
        public interface IAlerts { Task SendAll(IEnumerable<string> phones); }
        public class Alerts(HttpClient http) : IAlerts
        {
            public async Task SendAll(IEnumerable<string> phones) { foreach (var phone in phones) await [|One|](phone); }
            private Task One(string to) => http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "template", template = new { name = "a", language = new { code = "en" } } });
        }
        public class Watch(IAlerts alerts) { public async Task Run(List<List<string>> groups) { foreach (var group in groups) foreach (var half in group.Chunk(2)) await alerts.SendAll(half); } }
        """)]
    [InlineData("DLG0203", """
        public class Alerts(HttpClient http)
        {
            public async Task SendAll(IEnumerable<string> phones) { foreach (var phone in phones) { await One(phone); await Task.Delay(50); } }
            private Task One(string to) => http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "template", template = new { name = "a", language = new { code = "en" } } });
            public async Task Run(List<List<string>> groups) { foreach (var group in groups) await SendAll(group); }
        }
        """)]
    [InlineData("DLG0203", """
        public class Alerts(HttpClient http)
        {
            private async Task<bool> One(string to)
            {
                for (int attempt = 0; attempt < 3; attempt++) { var r = await http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "template", template = new { name = "a", language = new { code = "en" } } }); if (r.IsSuccessStatusCode) return true; }
                return false;
            }
            public async Task Run(List<string> phones) { foreach (var phone in phones) await [|One|](phone); }
        }
        """)]
    public void Innermost_loop_decides(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    [Theory]
    // Answers, and notes to others about a message.
    [InlineData("DLG0203", """
        public class Inbound { [JsonPropertyName("from")] public string From { get; set; } = ""; [JsonPropertyName("id")] public string Id { get; set; } = ""; [JsonPropertyName("timestamp")] public string Timestamp { get; set; } = ""; [JsonPropertyName("text")] public object? Text { get; set; } }
        public class Bot(HttpClient http)
        {
            public async Task Handle(Inbound inbound) { foreach (var line in new[] { "Hello", "How can I help?" }) await http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to = inbound.From, type = "text", text = new { body = line } }); }
        }
        """)]
    [InlineData("DLG0203", """
        public class Bot(HttpClient http)
        {
            public async Task Handle(JsonElement message, List<string> staff) { var from = message.GetProperty("from").GetString(); foreach (var person in staff) await http.[|PostAsJsonAsync|]("$url", new { messaging_product = "whatsapp", to = person, type = "template", template = new { name = "note", language = new { code = "en" }, components = new[] { new { type = "body", parameters = new[] { new { type = "text", text = from } } } } } }); }
        }
        """)]
    [InlineData("DLG0203", """
        public class Bot(HttpClient http)
        {
            public async Task Handle(JsonElement value) { foreach (var message in value.GetProperty("messages").EnumerateArray()) { var to = message.GetProperty("from").GetString(); foreach (var part in Parts(message)) await http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "text", text = new { body = part } }); } }
            private static IEnumerable<string> Parts(JsonElement message) { yield return "Thanks"; yield return message.GetProperty("id").GetString()!; }
        }
        """)]
    public void Several_answers_to_one_sender(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    [Theory]
    // Bodies of which nothing is known.
    [InlineData("DLG0203", """
        public interface IMapper { T Map<T>(object source); }
        public class Outgoing { public string To { get; set; } = ""; }
        public class Desk(HttpClient http, IMapper mapper)
        {
            private const string Api = "https://waba-v2.360dialog.io/messages";
            private async Task Post(object body) { var r = await http.PostAsJsonAsync(Api, body); r.EnsureSuccessStatusCode(); }
            public async Task Run(List<object> orders) { foreach (var order in orders) await [|Post|](mapper.Map<Outgoing>(order)); }
        }
        """)]
    [InlineData("DLG0203", """
        public class Desk(HttpClient http, string url)
        {
            private async Task Post(string address, object body) { var r = await http.PostAsJsonAsync(address, body); r.EnsureSuccessStatusCode(); }
            public async Task A(List<object> orders) { foreach (var order in orders) await Post("https://api.example.org/messages", order); }
            public async Task B(List<object> orders) { foreach (var order in orders) await Post(url, order); }
        }
        """)]
    [InlineData("DLG0203,DLG0301", """
        public class Desk(HttpClient http)
        {
            public async Task A(List<object> orders) { foreach (var order in orders) await http.{|DLG0203:{|DLG0301:PostAsJsonAsync|}|}("$url", order); }
            public async Task B(object order) { (await http.PostAsJsonAsync("$url", order)).EnsureSuccessStatusCode(); }
        }
        """)]
    public void Unknown_objects_to_a_known_address(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    [Theory]
    // Half-typed callers.
    [InlineData("DLG0201", """
        public class Sender(HttpClient http)
        {
            internal async Task Say(string to, string text) => (await http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "text", text = new { body = text } })).EnsureSuccessStatusCode();
        }
        public class Job(Sender sender) { public Task Run(Missing.Order order) => sender.Say(order.Phone, Texts.Of(order)); }
        """)]
    [InlineData("DLG0201", """
        public class Sender(HttpClient http)
        {
            public async Task Say(string to, string text) => (await http.[|PostAsJsonAsync|]("$url", new { messaging_product = "whatsapp", to, type = "text", text = new { body = text } })).EnsureSuccessStatusCode();
        }
        public class Job(Other other) { public Task Run() => other.Say(); }
        """)]
    [InlineData("DLG0201", """
        public class Sender(HttpClient http)
        {
            public async Task Say(string to, string text) => (await http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "text", text = new { body = text } })).EnsureSuccessStatusCode();
        }
        public class Hook(Sender sender) { public Task Receive(JsonElement m) => sender.Say(m.GetProperty("from").GetString()!, "x"); public Task Half(int id) => sender.Say(Find(id).Phone, "y"); }
        """)]
    public void Calls_that_do_not_bind(string rules, string program) => Check(rules, program, mayHaveErrors: true);

    [Theory]
    // Implementations around an implementation.
    [InlineData("DLG0201", """
        public abstract class Guarded
        {
            protected abstract Task SendCore(string to, string text);
            protected abstract Task<bool> IsSessionOpen(string to);
            public async Task Send(string to, string text) { if (await IsSessionOpen(to)) await SendCore(to, text); }
        }
        public class WhatsApp(HttpClient http) : Guarded
        {
            protected override Task<bool> IsSessionOpen(string to) => Task.FromResult(to.Length > 0);
            protected override async Task SendCore(string to, string text) => (await http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "text", text = new { body = text } })).EnsureSuccessStatusCode();
        }
        public class Job(Guarded sender, List<string> phones) { public async Task Run() { foreach (var p in phones) { await sender.Send(p, "x"); await Task.Delay(100); } } }
        """)]
    [InlineData("DLG0201", """
        public interface ISender { Task Say(string to, string text); }
        public class WhatsApp(HttpClient http) : ISender { public async Task Say(string to, string text) => (await http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "text", text = new { body = text } })).EnsureSuccessStatusCode(); }
        public class Logging(ISender inner) : ISender { public async Task Say(string to, string text) { Console.WriteLine("sending"); await inner.Say(to, text); Console.WriteLine("sent"); } }
        public class Job(ISender sender, List<string> phones) { public Task Run() => sender.[|Say|](phones[0], "x"); }
        """)]
    [InlineData("DLG0201", """
        public interface ISender { Task Say(string to, string text); }
        public interface IInbox { Task<DateTimeOffset?> LastInboundAsync(string to); }
        public class WhatsApp(HttpClient http) : ISender { public async Task Say(string to, string text) => (await http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "text", text = new { body = text } })).EnsureSuccessStatusCode(); }
        public class Logging(ISender inner) : ISender { public Task Say(string to, string text) { Console.WriteLine("sending"); return inner.Say(to, text); } }
        public class WithinWindow(ISender inner, IInbox inbox) : ISender
        {
            public async Task Say(string to, string text)
            {
                var last = await inbox.LastInboundAsync(to);
                if (last is null || DateTimeOffset.UtcNow - last > TimeSpan.FromHours(24)) throw new InvalidOperationException("send a template");
                await inner.Say(to, text);
            }
        }
        public class Job(ISender sender, List<string> phones) { public Task Run() => sender.Say(phones[0], "x"); }
        """)]
    public void Decorators_guard(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    [Theory]
    // await foreach.
    [InlineData("DLG0203", """
        public class Loops(HttpClient http)
        {
            private Task Say(string to) => http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "template", template = new { name = "a", language = new { code = "en" } } });
            private async IAsyncEnumerable<string> Numbers() { await Task.Yield(); yield return "491"; }
            public async Task A() { await foreach (var n in Numbers().ConfigureAwait(false)) await [|Say|](n); }
            public async Task B(IAsyncEnumerable<string[]> pages) { await foreach (var page in pages) foreach (var n in page) await [|Say|](n); }
        }
        """)]
    [InlineData("DLG0203", """
        public class Loops(HttpClient http)
        {
            private Task Say(string to) => http.PostAsJsonAsync("$url", new { messaging_product = "whatsapp", to, type = "template", template = new { name = "a", language = new { code = "en" } } });
            public async Task A(System.Threading.Channels.Channel<string> c) { await foreach (var n in c.Reader.ReadAllAsync()) await Say(n); }
            public async Task B(IAsyncEnumerable<string> numbers) { await foreach (var n in numbers) { await Say(n); await Task.Delay(20); } }
            public async Task C(System.Collections.Concurrent.BlockingCollection<string> queue) { foreach (var n in queue.GetConsumingEnumerable()) await Say(n); }
        }
        """)]
    [InlineData("DLG0203", """
        public interface IStore { IAsyncEnumerable<IReadOnlyList<string>> PagesAsync(int size, CancellationToken stop); }
        public class Campaign(HttpClient http, IStore store)
        {
            public async Task Run(CancellationToken stop)
            {
                await foreach (var page in store.PagesAsync(100, stop).WithCancellation(stop))
                {
                    await Task.WhenAll(page.Select(to => http.[|PostAsJsonAsync|]("$url", new { messaging_product = "whatsapp", to, type = "template", template = new { name = "a", language = new { code = "en" } } }, stop)));
                }
            }
        }
        """)]
    public void Streams_are_loops_channels_are_not(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    [Theory]
    // Replies that go to a user id.
    [InlineData("DLG0201", """
        public class Bot(HttpClient http)
        {
            public Task A(JsonNode value) => Post(new { messaging_product = "whatsapp", recipient = (string?)value["contacts"]![0]!["user_id"], type = "text", text = new { body = "x" } });
            public Task B(JsonElement message) => Post(new { messaging_product = "whatsapp", recipient = message.GetProperty("from_parent_user_id").GetString(), type = "text", text = new { body = "x" } });
            private async Task Post(object message) => (await http.PostAsJsonAsync("$url", message)).EnsureSuccessStatusCode();
        }
        """)]
    [InlineData("DLG0201", """
        public class Guest { public string UserId { get; set; } = ""; }
        public class Night(HttpClient http, List<Guest> guests)
        {
            public async Task Run() => (await http.[|PostAsJsonAsync|]("$url", new { messaging_product = "whatsapp", recipient = guests[0].UserId, type = "text", text = new { body = "x" } })).EnsureSuccessStatusCode();
        }
        """)]
    [InlineData("DLG0201,DLG0108", """
        public class Bot(HttpClient http)
        {
            public async Task Reply(JsonElement message)
            {
                string? to = message.TryGetProperty("from", out var from) ? from.GetString() : null;
                var body = new JsonObject { ["messaging_product"] = "whatsapp", ["type"] = "text", ["text"] = new JsonObject { ["body"] = "x" } };
                if (to is not null) body["to"] = to; else body["recipient"] = message.GetProperty("from_user_id").GetString();
                (await http.PostAsJsonAsync("$url", body)).EnsureSuccessStatusCode();
            }
        }
        """)]
    public void Replies_by_user_id(string rules, string program) => Check(rules, program, mayHaveErrors: false);

    /// <param name="rules">The rules to compare, separated by commas; <c>[|...|]</c> is the first of them.</param>
    /// <param name="program">The files, separated by lines of three hyphens.</param>
    private static void Check(string rules, string program, bool mayHaveErrors) =>
        new TestProgram(rules, program.Replace("$url", Cloud, StringComparison.Ordinal).Split("\n---\n")).Check(mayHaveErrors);
}
