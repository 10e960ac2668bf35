using Dialog360.Analyzers.Duties.Engine;
using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Sending.Control;

/// <summary>Who answers for a send: callers that decorate it, that do not bind, that nobody runs, or that are in other projects.</summary>
public sealed class SenderCallTests
{
    private const string Free = "new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"We are open today.\" } }";
    private const string Url = "\"https://graph.facebook.com/v21.0/1/messages\"";

    private static void Check(string program, bool isLibrary = false, bool mayHaveErrors = false) =>
        new TestProgram("DLG0201", program.Replace("$free", Free).Replace("$url", Url)) { IsLibrary = isLibrary }.Check(mayHaveErrors);

    [Theory]
    // The check is in a decorator of the same interface, which takes the other implementation.
    [InlineData("""
        public interface ISender { Task SayAsync(string to); Task TemplateAsync(string to); }
        public interface ISessions { Task<bool> IsOpenAsync(string phone); }
        public class Raw(HttpClient http) : ISender
        {
            public Task SayAsync(string to) => http.PostAsJsonAsync($url, $free);
            public Task TemplateAsync(string to) => Task.CompletedTask;
        }
        public class Checked(Raw inner, ISessions sessions) : ISender
        {
            public async Task SayAsync(string to) { if (await sessions.IsOpenAsync(to)) await inner.SayAsync(to); else await inner.TemplateAsync(to); }
            public Task TemplateAsync(string to) => inner.TemplateAsync(to);
        }
        public class Orders(ISender sender) { public Task Shipped(string phone) => sender.SayAsync(phone); }
        """)]
    // It takes the interface, and a second decorator only logs.
    [InlineData("""
        public interface ISender { Task SayAsync(string to); }
        public sealed class Raw : ISender { private readonly HttpClient http = new(); public Task SayAsync(string to) => http.PostAsJsonAsync($url, $free); }
        public sealed class Logged : ISender
        {
            private readonly ISender next;
            public Logged(ISender next) { this.next = next; }
            public Task SayAsync(string to) { Console.WriteLine(to); return next.SayAsync(to); }
        }
        public sealed class Careful : ISender
        {
            private readonly ISender next;
            private readonly Func<string, DateTime> lastInbound;
            public Careful(ISender next, Func<string, DateTime> lastInbound) { this.next = next; this.lastInbound = lastInbound; }
            public Task SayAsync(string to)
            {
                if (DateTime.UtcNow - lastInbound(to) > TimeSpan.FromHours(24)) throw new InvalidOperationException("closed");
                return next.SayAsync(to);
            }
        }
        public static class Job { public static Task Run(ISender sender, string phone) => sender.SayAsync(phone); }
        """)]
    [InlineData("""
        public interface ISender { Task SayAsync(string to); }
        public sealed class Raw : ISender { private readonly HttpClient http = new(); public Task SayAsync(string to) => http.PostAsJsonAsync($url, $free); }
        public sealed class Logged : ISender
        {
            private readonly ISender next;
            public Logged(ISender next) { this.next = next; }
            public Task SayAsync(string to) { Console.WriteLine(to); return next.SayAsync(to); }
        }
        public static class Job { public static Task Run(ISender sender, string phone) => sender.[|SayAsync|](phone); }
        """)]
    // Past the decorator.
    [InlineData("""
        public interface ISender { Task SayAsync(string to); }
        public interface ISessions { bool IsOpen(string phone); }
        public class Raw(HttpClient http) : ISender { public Task SayAsync(string to) => http.PostAsJsonAsync($url, $free); }
        public class Checked(ISender inner, ISessions sessions) : ISender { public async Task SayAsync(string to) { if (sessions.IsOpen(to)) await inner.SayAsync(to); } }
        public class Orders(Raw raw) { public Task Shipped(string phone) => raw.[|SayAsync|](phone); }
        """)]
    public void Decorators(string program) => Check(program);

    [Theory]
    [InlineData("public class Hook { private readonly HttpClient http = new(); private Task Send(string to) => http.PostAsJsonAsync($url, $free); }")]
    [InlineData("public class Hook { private readonly HttpClient http = new(); private Task Send() { string to = \"4915112345678\"; return http.PostAsJsonAsync($url, $free); } }")]
    [InlineData("public class Hook { private readonly HttpClient http = new(); private Task A(string to) => Send(to); private Task B(string to) => A(to); private Task Send(string to) => http.PostAsJsonAsync($url, $free); }")]
    [InlineData("public class Hook { private readonly HttpClient http = new(); private Task A(string to, int n) => n > 0 ? A(to, n - 1) : http.PostAsJsonAsync($url, $free); }")]
    [InlineData("public class Hook { private readonly HttpClient http = new(); public void Run() { async Task Send(string to) => await http.PostAsJsonAsync($url, $free); } }")]
    // Something may run these.
    [InlineData("public class Hook { private readonly HttpClient http = new(); public void Run(Action<Func<string, Task>> run) => run(A); private Task A(string to) => Task.CompletedTask; public Task Send(string to) => http.[|PostAsJsonAsync|]($url, $free); }")]
    [InlineData("public class Hook { private readonly HttpClient http = new(); private Task Send() { string to = \"4915112345678\"; return http.[|PostAsJsonAsync|]($url, $free); } public Task Run() => Send(); }")]
    [InlineData("public class Page { private readonly HttpClient http = new(); private string to = \"4915112345678\"; private async void OnClick(object sender, EventArgs e) => await http.[|PostAsJsonAsync|]($url, $free); }")]
    [InlineData("public class Hook { private readonly HttpClient http = new(); private Task Send() { string to = \"4915112345678\"; return http.[|PostAsJsonAsync|]($url, $free); } public string Job => nameof(Send); }")]
    public void Dead_code(string program) => Check(program);

    [Theory]
    // The only caller replies, but does not bind.
    [InlineData("""
        public interface IAssistant { Task<Missing.Answer> AnswerAsync(string? question); }
        public class Hook(HttpClient http, IAssistant assistant)
        {
            public async Task ReceiveAsync(JsonElement message)
            {
                var answer = await assistant.AnswerAsync(message.GetProperty("text").GetProperty("body").GetString());
                await ReplyAsync(message.GetProperty("from").GetString()!, answer.Text);
            }
            private async Task ReplyAsync(string to, string text) => await http.PostAsJsonAsync($url, $free);
        }
        """)]
    [InlineData("""
        public class Hook { private readonly HttpClient http = new(); public Task SendAsync(string to, int count) => http.PostAsJsonAsync($url, $free); }
        public class Job { private readonly Hook hook = new(); public Task Run(Unknown u) => hook.SendAsync(u.Phone, u.Count, ); }
        """)]
    [InlineData("""
        public class Hook { private readonly HttpClient http = new(); public Task SendAsync(string to, int count) => http.PostAsJsonAsync($url, $free); }
        public class Job { public Task Run(Unknown hook) => hook.SendAsync("x", 1); }
        """)]
    // Another number of arguments; a caller that is seen.
    [InlineData("""
        public class Hook { private readonly HttpClient http = new(); public Task SendAsync(string to, int count) => http.[|PostAsJsonAsync|]($url, $free); }
        public class Job { public Task Run(Unknown hook) => hook.SendAsync("x", 1, 2, 3); }
        """)]
    [InlineData("""
        public class Hook { private readonly HttpClient http = new(); public Task SendAsync(string to, int count) => http.PostAsJsonAsync($url, $free); }
        public class Job { private readonly Hook hook = new(); public Task Run(Unknown u) => hook.SendAsync(u.Phone, u.Count); public Task Other() => hook.[|SendAsync|]("4915112345678", 1); }
        """)]
    public void Calls_that_do_not_bind(string program) => Check(program, mayHaveErrors: true);

    [Theory]
    // In a lambda or local function inside a try, the handlers of the function around it are none of its own.
    [InlineData("""
        public class Mailing
        {
            private readonly HttpClient http = new();
            public async Task RunAsync(List<string> phones, bool verbose)
            {
                if (verbose) Console.WriteLine("start");
                try
                {
                    if (phones.Count > 3) Console.WriteLine("many");
                    if (phones.Count > 30) Console.WriteLine("very many");
                    await Task.WhenAll(phones.Select(async to => { if (to.Length > 5) { await http.{|DLG0203:[|PostAsJsonAsync|]|}($url, $free); } }));
                }
                catch (Exception e) { Console.WriteLine(e.Message); }
            }
        }
        """)]
    [InlineData("""
        public interface ISessions { Task<bool> IsSessionOpenAsync(string phone); }
        public class Mailing(HttpClient http, ISessions sessions)
        {
            public async Task RunAsync(List<string> phones, bool verbose)
            {
                if (verbose) Console.WriteLine("start");
                try
                {
                    await Task.WhenAll(phones.Select(async to =>
                    {
                        if (to.Length == 0) return;
                        if (!await sessions.IsSessionOpenAsync(to)) { Console.WriteLine("closed: " + to); return; }
                        await http.PostAsJsonAsync($url, $free);
                    }));
                }
                catch (Exception e) { Console.WriteLine(e.Message); }
            }
        }
        """)]
    [InlineData("""
        public interface ISessions { bool IsSessionOpen(string phone); }
        public class Mailing(HttpClient http, ISessions sessions)
        {
            public async Task RunAsync(List<string> phones)
            {
                try
                {
                    foreach (string phone in phones) await One(phone);
                    async Task One(string to)
                    {
                        if (!sessions.IsSessionOpen(to)) { Console.WriteLine(to); return; }
                        await http.PostAsJsonAsync($url, $free);
                    }
                }
                catch (Exception e) { Console.WriteLine(e.Message); }
                finally { Console.WriteLine("done"); }
            }
        }
        """)]
    [InlineData("""
        public class Mailing(HttpClient http)
        {
            public void Run(List<string> phones)
            {
                try
                {
                    phones.ForEach(to =>
                    {
                        try { if (to.Length > 5) { http.[|PostAsJsonAsync|]($url, $free).Wait(); } }
                        finally { if (to.Length > 6) Console.WriteLine("end"); }
                    });
                }
                catch (AggregateException e) when (e.InnerExceptions.Count > 1) { throw; }
            }
        }
        """)]
    public void Functions_inside_try(string program) => Check(program);

    [Theory]
    [InlineData("public class Client { private readonly HttpClient http = new(); public Task SendAsync(string to) => http.PostAsJsonAsync($url, $free); }", true)]
    [InlineData("public class Client { private readonly HttpClient http = new(); public Task SendAsync(string to) => http.[|PostAsJsonAsync|]($url, $free); }", false)]
    [InlineData("internal class Client { private readonly HttpClient http = new(); public Task SendAsync(string to) => http.[|PostAsJsonAsync|]($url, $free); }", true)]
    [InlineData("[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"App\")] internal class Client { private readonly HttpClient http = new(); public Task SendAsync(string to) => http.PostAsJsonAsync($url, $free); }", true)]
    [InlineData("public interface ISender { Task SendAsync(string to); } internal class Client : ISender { private readonly HttpClient http = new(); public Task SendAsync(string to) => http.PostAsJsonAsync($url, $free); }", true)]
    [InlineData("public class Client { private readonly HttpClient http = new(); public async Task SendAllAsync() { foreach (string to in System.IO.File.ReadAllLines(\"numbers.txt\")) await http.[|PostAsJsonAsync|]($url, $free); } }", true)]
    [InlineData("[Microsoft.AspNetCore.Mvc.ApiController] public class Texts : Microsoft.AspNetCore.Mvc.ControllerBase { private readonly HttpClient http = new(); [Microsoft.AspNetCore.Mvc.HttpPost] public Task Send(string to) => http.[|PostAsJsonAsync|]($url, $free); }", true)]
    public void Callers_in_other_projects(string program, bool isLibrary) => Check(program, isLibrary);
}
