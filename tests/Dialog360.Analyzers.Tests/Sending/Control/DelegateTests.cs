namespace Dialog360.Analyzers.Tests.Sending.Control;

/// <summary>Form e of DLG0201: lambdas and method groups, whose callers are seen or not.</summary>
public sealed class DelegateTests
{
    private const string Inbound = """
        public sealed class Inbound { public string from { get; set; } = ""; public string id { get; set; } = ""; public string type { get; set; } = ""; public string text { get; set; } = ""; }
        public sealed class Tools { public static async Task Each<T>(IEnumerable<T> items, Func<T, Task> act) { foreach (T item in items) await act(item); } }
        """;

    [Theory]
    // Kept where nobody sees them called: silent.
    [InlineData("private readonly Dictionary<string, Func<string, Task>> commands; public Job(IWhatsApp w) { commands = new() { { \"menu\", to => w.SendTextAsync(to, \"menu\") }, { \"bye\", async to => { await w.SendTextAsync(to, \"bye\"); } } }; }")]
    [InlineData("private readonly Dictionary<string, Func<string, Task>> commands = new(); public Job(IWhatsApp w) { commands[\"menu\"] = to => w.SendTextAsync(to, \"menu\"); commands.Add(\"bye\", to => w.SendTextAsync(to, \"bye\")); }")]
    [InlineData("private readonly IWhatsApp w; private readonly Dictionary<string, Func<string, Task>> commands; public Job(IWhatsApp w) { this.w = w; commands = new() { [\"menu\"] = Menu }; } private Task Menu(string to) => w.SendTextAsync(to, \"menu\");")]
    [InlineData("private readonly Func<string, Task> say; public Job(IWhatsApp w) { say = to => w.SendTextAsync(to, \"hi\"); }")]
    [InlineData("public Func<string, Task> Sayer(IWhatsApp w) => to => w.SendTextAsync(to, \"hi\");")]
    [InlineData("public static event Func<string, Task>? Asked; private readonly IWhatsApp w; public Job(IWhatsApp w) { this.w = w; Asked += Say; Asked += to => w.SendTextAsync(to, \"hi\"); } private Task Say(string to) => w.SendTextAsync(to, \"hi\"); public static Task Ask(string to) => Asked!(to);")]
    [InlineData("public void Run(IWhatsApp w) { Func<string, Task> say = to => w.SendTextAsync(to, \"hi\"); Keep(say); } private void Keep(object o) { }")]
    // A source method calls them with what it was given: who gives it answers.
    [InlineData("public Task Run(IWhatsApp w, List<string> phones) => Tools.Each(phones, p => w.[|SendTextAsync|](p, \"hi\"));")]
    [InlineData("public Task Run(IWhatsApp w, IStore store) => Tools.Each(store.Customers, c => w.[|SendTextAsync|](c.Phone, \"hi\"));")]
    [InlineData("public Task Run(IWhatsApp w, List<Inbound> messages) => Tools.Each(messages, m => w.SendTextAsync(m.from, \"hi\"));")]
    [InlineData("public Task Run(IWhatsApp w, List<Inbound> messages) => Tools.Each(messages.Select(m => m.from), to => w.SendTextAsync(to, \"hi\"));")]
    [InlineData("public Task Run(IWhatsApp w, List<Customer> all) => Tools.Each(all, async c => { if (c.HasOpenWindow) await w.SendTextAsync(c.Phone, \"hi\"); });")]
    [InlineData("public Task Run(IWhatsApp w, List<Customer> all) => Tools.Each(all, async c => { if (!c.HasOpenWindow) await w.[|SendTextAsync|](c.Phone, \"hi\"); });")]
    [InlineData("public Task All(IWhatsApp w, IStore store) => [|Run|](w, store.Find(1).Phone); private Task Run(IWhatsApp w, string phone) => With(phone, p => w.SendTextAsync(p, \"hi\")); private Task With(string value, Func<string, Task> act) => act(value);")]
    // Another assembly calls them: an entry point.
    [InlineData("public void Map(Microsoft.AspNetCore.Builder.WebApplication app, IWhatsApp w) => Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions.MapPost(app, \"/say\", (string to) => w.[|SendTextAsync|](to, \"hi\"));")]
    [InlineData("public void Run(IWhatsApp w, Inbound m) => ThreadPool.QueueUserWorkItem(state => w.SendTextAsync((string)state!, \"hi\"), m.from);")]
    [InlineData("public void Run(IWhatsApp w, IStore store) => ThreadPool.QueueUserWorkItem(state => w.[|SendTextAsync|]((string)state!, \"hi\"), store.Find(1).Phone);")]
    // Called beside the declaration, and by each other.
    [InlineData("public Task Run(IWhatsApp w, IStore store) { Func<string, Task> say = to => w.[|SendTextAsync|](to, \"hi\"); return say(store.Find(1).Phone); }")]
    [InlineData("public Task Run(IWhatsApp w, IStore store, string phone) { Func<string, Task> a = null!; Func<string, Task> b = null!; a = to => b(to); b = async to => { await w.SendTextAsync(to, \"hi\"); await a(to); }; return store.Find(1).HasOpenWindow ? a(phone) : Task.CompletedTask; }")]
    [InlineData("public async Task Run(IWhatsApp w, IStore store) { Customer c = store.Find(1); Func<Task> say = () => w.SendTextAsync(c.Phone, \"hi\"); if (c.HasOpenWindow) await say(); }")]
    [InlineData("public async Task Run(IWhatsApp w, IStore store) { Customer c = store.Find(1); Func<Task> say = () => w.[|SendTextAsync|](c.Phone, \"hi\"); if (c.HasOpenWindow) log(1); await say(); } private void log(int i) { }")]
    [InlineData("public async Task Run(IWhatsApp w, IStore store) { Customer c = store.Find(1); Func<Task> say = () => w.[|SendTextAsync|](c.Phone, \"hi\"); if (c.HasOpenWindow) await say(); await say(); }")]
    // Handed on to where it came from.
    [InlineData("public Task Run(IWhatsApp w, IStore store) => Do(() => w.[|SendTextAsync|](store.Find(1).Phone, \"hi\")); private Task Do(Func<Task> act) => Do(() => act());")]
    // Behind a generic dispatcher stand handlers of other items too.
    [InlineData("public interface IHandler<T> { Task Handle(T item); } public sealed record Wrote(string From, string Text); public sealed record Left(string Phone); public sealed class OnWrote(IWhatsApp w) : IHandler<Wrote> { public Task Handle(Wrote item) => w.SendTextAsync(item.From, \"hi\"); } public sealed class OnLeft(IWhatsApp w) : IHandler<Left> { public Task Handle(Left item) => w.SendTextAsync(item.Phone, \"hi\"); } public sealed class Bus(IServiceProvider p) { public async Task Publish<T>(T item) { foreach (IHandler<T> h in (IEnumerable<IHandler<T>>)p.GetService(typeof(IEnumerable<IHandler<T>>))!) await h.Handle(item); } } public Task Hook(Bus bus, Inbound m) => bus.Publish(new Wrote(m.from, m.text)); public Task Cart(Bus bus, IStore store) => bus.[|Publish|](new Left(store.Find(1).Phone));")]
    // A text that can be set is data, whatever its holder is called.
    [InlineData("public sealed class FlowContext { public string Phone { get; set; } = \"\"; } public Task Run(IWhatsApp w, IStore store) => [|Step|](w, new FlowContext { Phone = store.Find(1).Phone }); private Task Step(IWhatsApp w, FlowContext context) => w.SendTextAsync(context.Phone, \"hi\");")]
    public void AreFollowed(string members) => SessionProgram.Check($$"""public sealed class Job { {{members}} }""", Inbound);
}
