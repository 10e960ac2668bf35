using System.Text.RegularExpressions;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Sending.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Tests.Sending;

/// <summary>Which methods lead to sends, by names alone: at least those with a marked name, and none of files that cannot mean them.</summary>
public sealed class SendingMembersTests
{
    private static readonly Regex Marked = new(@"\[\|(\w+)\|\]");

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
    [InlineData("class A : IDisposable { Chat chat; public void Dispose() => chat.SendTextAsync(\"1\", \"x\"); }", "class B { void Close(System.IO.Stream stream) => stream.Dispose(); }")]
    [InlineData("class A { Chat chat; public Task Tell(string to) => chat.SendTextAsync(to, \"x\"); }", "class B { string Tell(object value) => value.ToString(); string Twice() => Tell(1) + Tell(2); }")]
    [InlineData("class A { Chat chat; }", "class Mail { public Task SendTextAsync(string address, string body) => Task.CompletedTask; } class B { Task Go(Mail mail) => mail.SendTextAsync(\"a\", \"b\"); }")]
    public void The_same_name_in_a_file_that_does_not_know_the_type_leads_nowhere(string sender, string other)
    {
        SendingProgram program = SendingProgram.Of(Client + sender);
        SyntaxTree elsewhere = CSharpSyntaxTree.ParseText(other, (CSharpParseOptions)program.Tree.Options, "Other.cs");
        SendingMembers members = SendingMembers.Of(ProgramModel.Of(program.Compilation.AddSyntaxTrees(elsewhere)), CancellationToken.None);
        Assert.DoesNotContain(elsewhere.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>(), members.Involve);
        Assert.Equal(Concern.None, members.ConcernOf(elsewhere));
    }

    [Theory]
    [InlineData("class Sender { public Chat Chat; public async Task SendAll() => await Chat.SendTextAsync(\"1\", \"x\"); }", "class B { Sender s; Task Run() { var sender = s; return sender.SendAll(); } }")]
    [InlineData("class Hub { public static Chat Main; }", "class B { void Run() { var c = Hub.Main; c.SendTextAsync(\"1\", \"x\"); } }")]
    [InlineData("class Hub { public Chat this[int i] => null; } static class Hubs { public static Hub All; }", "class B { void Run() { var h = Hubs.All; h[1].SendTextAsync(\"1\", \"x\"); } }")]
    [InlineData("class A { Chat chat; public static A operator +(A a, string to) { a.chat.SendTextAsync(to, \"x\"); return a; } } static class Hub { public static A All; }", "class B { void Run() { var a = Hub.All; a += \"1\"; } }")]
    [InlineData("class A { Chat chat = new(); public A(string to) { chat.SendTextAsync(to, \"x\"); } } class Box { public A Value; }", "class B { void Run(Box box) => box.Value = new(\"1\"); }")]
    [InlineData("class A { protected Chat chat = new(); public A(string to) { chat.SendTextAsync(to, \"x\"); } }", "class B : A { B() : base(\"1\") { } } class C { A a; void Run() { } }")]
    [InlineData("class A : IDisposable { Chat chat; public void Dispose() => chat.SendTextAsync(\"1\", \"x\"); } static class Hub { public static A Make() => new(); }", "class B { void Run() { using var a = Hub.Make(); } }")]
    [InlineData("class A { Chat chat; public void Deconstruct(out int a, out int b) { a = b = 1; chat.SendTextAsync(\"1\", \"x\"); } } static class Hub { public static A Make() => new(); }", "class B { void Run() { var (a, b) = Hub.Make(); } }")]
    [InlineData("class A { Chat chat; public IEnumerator<int> GetEnumerator() { chat.SendTextAsync(\"1\", \"x\"); yield return 1; } } static class Hub { public static A All; }", "class B { void Run() { foreach (var i in Hub.All) { } } }")]
    [InlineData("class A { Chat chat; public Task Tell() => chat.SendTextAsync(\"1\", \"x\"); }", "using Other = A; class B { Other o; Task Run() => o.T\\u0065ll(); }")]
    [InlineData("class A { Chat chat; public Task @event() => chat.SendTextAsync(\"1\", \"x\"); }", "class B { A a; Task Run() => a.@event(); }")]
    public void Calls_without_a_name_are_found(string sender, string other)
    {
        SendingProgram program = SendingProgram.Of(Client + sender);
        SyntaxTree elsewhere = CSharpSyntaxTree.ParseText(other, (CSharpParseOptions)program.Tree.Options, "Other.cs");
        SendingMembers members = SendingMembers.Of(ProgramModel.Of(program.Compilation.AddSyntaxTrees(elsewhere)), CancellationToken.None);
        SyntaxNode caller = elsewhere.GetRoot().DescendantNodes().First(static node => node is BaseMethodDeclarationSyntax);
        Assert.True(members.Involve(caller), caller.ToString());
    }

    [Theory]
    [InlineData("record Job(string To); class Worker { Chat chat; Channel<Job> jobs; async Task [|Drain|]() { await foreach (Job job in jobs.Reader.ReadAllAsync()) { await chat.SendTextAsync(job.To, \"x\"); } } void [|Put|](string to) => jobs.Writer.TryWrite(new Job(to)); } record Row(int Id); class Other { Channel<Row> rows; void Put(Row row) => rows.Writer.TryWrite(row); }")]
    [InlineData("class Worker { Chat chat; ConcurrentQueue<(string To, string Body)> jobs; void [|Drain|]() { while (jobs.TryDequeue(out (string To, string Body) job)) { chat.SendTextAsync(job.To, job.Body); } } void [|Put|](string to) => jobs.Enqueue((to, \"x\")); void Count(List<int> list) => list.Add(1); }")]
    public void Who_fills_a_queue_that_a_sender_drains_leads_to_the_send(string rest) =>
        Check("using System.Threading.Channels; using System.Collections.Concurrent;\n" + Client + rest);

    [Fact]
    public void A_body_that_callers_give_may_be_a_message() => Check("""
        class Api { HttpClient http; public Task [|Post|]<T>(string url, T body) => http.PostAsJsonAsync(url, body); }
        class A { Api api; Task [|Send|](object message) => api.Post("/x", message); Task Nothing() => Task.CompletedTask; public Task [|Hello|](string to) => Send(new { to, type = "text" }); }
        class B { A a; Task [|Greet|](string phone) => a.Hello(phone); }
        """);

    [Fact]
    public void Clients_that_carry_no_message_are_left_alone() => CheckAll("""
        class Api { HttpClient http; public Task Post<T>(string url, T body) => http.PostAsJsonAsync(url, body); }
        class A { Api api; Task Save(object order) => api.Post("/orders", order); Task Twice(object order) => Save(order); }
        """);

    [Fact]
    public void Who_only_uses_the_same_client_is_left_alone() => CheckAll(
        "class Api { HttpClient http; public Task [|Post|]<T>(string url, T body) => http.PostAsJsonAsync(url, body); }",
        """class A { Api api; public Task [|Hello|](string to) => api.Post("/x", new { to, type = "text" }); }""",
        """class B { Api api; Task Save(object order) => api.Post("/orders", order); Task Twice(object order) => Save(order); }""");

    [Fact]
    public void A_client_that_is_set_up_elsewhere_for_WhatsApp_carries_messages() => CheckAll(
        "class Gateway { HttpClient http; public Gateway(HttpClient http) { this.http = http; } public Task [|Post|](object body) => http.PostAsJsonAsync(\"messages\", body); }",
        "class Other { HttpClient http; public Task Post(object body) => http.PostAsJsonAsync(\"orders\", body); }",
        """class Program { static void [|Main|]() { Services.Add<Gateway>(client => client.BaseAddress = new Uri("https://waba-v2.360dialog.io/")); Services.Add<Other>(client => { }); } }""",
        "class Caller { Gateway gateway; Task [|Send|](object message) => gateway.Post(message); }",
        "class Saver { Other other; Task Save(object order) => other.Post(order); }");

    [Fact]
    public void A_client_that_is_made_by_name_carries_what_its_name_was_set_up_for() => CheckAll(
        "class Gateway { IHttpClientFactory factory; public Task [|Post|](object body) => factory.CreateClient(\"messaging\").PostAsJsonAsync(\"messages\", body); }",
        "class Other { IHttpClientFactory factory; public Task Post(object body) => factory.CreateClient(\"orders\").PostAsJsonAsync(\"orders\", body); }",
        """class Program { static void [|Main|]() { Services.AddHttpClient("messaging", client => client.BaseAddress = new Uri("https://waba-v2.360dialog.io/")); Services.AddHttpClient("orders", client => { }); } }""");

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
        Assert.Subset(Names(program, involved.Select(static token => token.Span)).ToHashSet(), Names(program, program.Marks).ToHashSet());
    }

    /// <summary>The files are parts of one program; exactly the marked methods and constructors are involved.</summary>
    private static void CheckAll(params string[] files)
    {
        Compilation compilation = SendingProgram.Of("internal static class Services { public static void Add<T>(Action<HttpClient> set) { } public static void AddHttpClient(this object services, string name, Action<HttpClient> set) { } }").Compilation;
        CSharpParseOptions options = (CSharpParseOptions)compilation.SyntaxTrees.First().Options;
        SyntaxTree[] trees = [.. files.Select((file, number) => CSharpSyntaxTree.ParseText(Marked.Replace(file, "$1"), options, $"File{number}.cs"))];
        SendingMembers members = SendingMembers.Of(ProgramModel.Of(compilation.AddSyntaxTrees(trees)), CancellationToken.None);
        string[] involved = [.. trees.SelectMany(static tree => tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>()).Where(members.Involve).Select(static method => method.Identifier.ValueText).Order(StringComparer.Ordinal)];
        Assert.Equal(files.SelectMany(static file => Marked.Matches(file).Select(static match => match.Groups[1].Value)).Order(StringComparer.Ordinal), involved);
    }

    private static IEnumerable<string> Names(SendingProgram program, IEnumerable<TextSpan> spans) =>
        spans.OrderBy(static span => span.Start).Select(span => program.Tree.GetText().ToString(span));
}
