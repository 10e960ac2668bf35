using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Sending.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Tests.Sending;

/// <summary>Which methods lead to sends: those with a marked name, and no others, so that nobody follows the calls of the rest.</summary>
public sealed class SendingMembersTests
{
    private const string Client = """
        public interface IChat { Task SendTextAsync(string to, string body); }
        public class Chat : IChat
        {
            private readonly HttpClient _http = new();
            public Task [|SendTextAsync|](string to, string body) => _http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body } });
        }
        """;

    [Theory]
    [InlineData("class A { IChat chat; Task [|Remind|](string to) => chat.SendTextAsync(to, \"x\"); Task [|Daily|]() => Remind(\"491701234567\"); Task Other() => Task.CompletedTask; }")]
    [InlineData("class A { Chat chat; void [|Start|]() => Task.Run(() => chat.SendTextAsync(\"1\", \"x\")); void [|Both|]() { void Inner() => Start(); Inner(); } }")]
    [InlineData("class A { Chat chat; Func<string, Task> _send; void [|Set|]() { _send = to => chat.SendTextAsync(to, \"x\"); } Task [|Use|]() => _send(\"1\"); }")]
    [InlineData("class A { Chat chat; event Action<string> Sent; Task [|Go|](string to) => chat.SendTextAsync(to, \"x\"); void Go2(string to) { } void [|Set|]() { Sent += Log; Sent += x => Go(x); } void [|Raise|]() => Sent(\"1\"); void Log(string s) { } }")]
    [InlineData("class A { Chat chat; public [|A|](string to) { chat.SendTextAsync(to, \"x\"); } } class B { A [|Make|]() => new A(\"1\"); A [|Make2|]() { A made = new(\"1\"); return made; } object Plain() => new object(); }")]
    [InlineData("abstract class Job { public abstract Task Run(); public virtual Task Stop() => Task.CompletedTask; } class SendJob(Chat chat) : Job { public override Task [|Run|]() => chat.SendTextAsync(\"1\", \"x\"); } class Host { Task [|Loop|](Job job) => job.Run(); Task End(Job job) => job.Stop(); }")]
    public void Callers_lead_to_the_send(string rest) => Check(Client + rest);

    [Theory]
    [InlineData("class A : IDisposable { Chat chat; public void [|Dispose|]() => chat.SendTextAsync(\"1\", \"x\"); } class B { void Close(System.IO.Stream stream) => stream.Dispose(); }")]
    [InlineData("class A { Chat chat; public Task [|ToString|](string to) => chat.SendTextAsync(to, \"x\"); } class B { string Name(object value) => value.ToString(); }")]
    [InlineData("class Mail { public Task SendTextAsync(string to, string body) => Task.CompletedTask; } class B { Task Go(Mail mail) => mail.SendTextAsync(\"a\", \"b\"); }")]
    [InlineData("class B { Task Fetch(HttpClient http) => http.PostAsJsonAsync(\"/orders\", new { id = 1, lines = new[] { 2 } }); Task Load(HttpClient http) => Fetch(http); }")]
    [InlineData("class B { Task Fetch(HttpClient http, string id) => http.PostAsJsonAsync(\"https://shop.example/orders\", new { id }); }")]
    [InlineData("class B { Task Fetch(HttpClient http) => http.SendAsync(new HttpRequestMessage(HttpMethod.Get, \"/x\")); }")]
    public void The_same_name_elsewhere_leads_nowhere(string rest) => Check(Client + rest);

    [Theory]
    [InlineData("record Job(string To); class Worker { Chat chat; Channel<Job> jobs; async Task [|Drain|]() { await foreach (Job job in jobs.Reader.ReadAllAsync()) { await chat.SendTextAsync(job.To, \"x\"); } } void [|Put|](string to) => jobs.Writer.TryWrite(new Job(to)); } record Row(int Id); class Other { Channel<Row> rows; void Put(Row row) => rows.Writer.TryWrite(row); }")]
    [InlineData("class Worker { Chat chat; ConcurrentQueue<(string To, string Body)> jobs; void [|Drain|]() { while (jobs.TryDequeue(out (string To, string Body) job)) { chat.SendTextAsync(job.To, job.Body); } } void [|Put|](string to) => jobs.Enqueue((to, \"x\")); void Count(List<int> list) => list.Add(1); }")]
    public void Who_fills_a_queue_that_a_sender_drains_leads_to_the_send(string rest) =>
        Check("using System.Threading.Channels; using System.Collections.Concurrent;\n" + Client + rest);

    [Fact]
    public void A_body_that_callers_give_may_be_a_message() => Check("""
        class Api { HttpClient http; public Task [|Post|]<T>(string url, T body) => http.PostAsJsonAsync(url, body); }
        class A { Api api; Task [|Send|](object message) => api.Post("/x", message); Task Nothing() => Task.CompletedTask; }
        """);

    [Fact]
    public void A_marked_method_is_a_send() => Check("""
        sealed class RequiresOpenSessionAttribute : Attribute { }
        interface IGateway { [RequiresOpenSession] Task [|Write|](string to); Task Read(string to); }
        class A { IGateway gateway; Task [|Send|](string to) => gateway.Write(to); Task Get(string to) => gateway.Read(to); }
        """);

    [Fact]
    public void Without_a_send_nothing_leads_to_one() => Check("""
        class A { Task Save(System.IO.Stream stream) => stream.WriteAsync(new byte[1], 0, 1); Task Twice(System.IO.Stream stream) => Save(stream); }
        """);

    private static void Check(string source)
    {
        SendingProgram program = SendingProgram.Of(source);
        SendingMembers members = SendingMembers.Of(ProgramModel.Of(program.Compilation), CancellationToken.None);
        IEnumerable<SyntaxToken> involved = program.Tree.GetRoot().DescendantNodes()
            .Where(static node => node is BaseMethodDeclarationSyntax)
            .Where(members.Involve)
            .Select(static node => node is MethodDeclarationSyntax method ? method.Identifier : ((ConstructorDeclarationSyntax)node).Identifier);
        Assert.Equal(Names(program, program.Marks), Names(program, involved.Select(static token => token.Span)));
    }

    private static IEnumerable<string> Names(SendingProgram program, IEnumerable<TextSpan> spans) =>
        spans.OrderBy(static span => span.Start).Select(span => program.Tree.GetText().ToString(span));
}
