
namespace Dialog360.Analyzers.Tests.Sending.Control;

/// <summary>Form e of DLG0201: callers answer for what they hand over.</summary>
public sealed class CallerTests
{
    private const string Sessions = """
        public interface ISessions { bool IsSessionOpen(string to); void EnsureSessionOpen(string to); }
        """;

    public static TheoryData<string> Programs => new()
    {
        // The only caller checks.
        "public sealed class A(IWhatsApp w, ISessions s, IStore d) { public Task Run() { string to = d.Find(1).Phone; return s.IsSessionOpen(to) ? Say(to) : Task.CompletedTask; } private Task Say(string to) => w.SendTextAsync(to, \"hi\"); }",
        // One of two callers checks.
        "public sealed class A(IWhatsApp w, ISessions s, IStore d) { public Task Run() { string to = d.Find(1).Phone; return s.IsSessionOpen(to) ? Say(to) : Task.CompletedTask; } public Task Other() => [|Say|](d.Find(2).Phone); private Task Say(string to) => w.SendTextAsync(to, \"hi\"); }",
        // No caller at all: the send itself.
        "public sealed class A(IWhatsApp w) { public Task Say(string to) => w.[|SendTextAsync|](to, \"hi\"); }",
        "public sealed class A(IWhatsApp w) { public Task Say(Customer customer) => w.[|SendTextAsync|](customer.Phone, \"hi\"); }",
        // Several hops, the check at the top.
        "public sealed class A(B b, ISessions s, IStore d) { public async Task Run() { foreach (Customer c in d.Customers) { if (!s.IsSessionOpen(c.Phone)) continue; await b.Notify(c); } } } public sealed class B(C c) { public Task Notify(Customer customer) => c.Deliver(customer.Phone, \"hi\"); } public sealed class C(IWhatsApp w) { public Task Deliver(string phone, string text) => w.SendTextAsync(phone, text); }",
        // Several hops, no check: at the top.
        "public sealed class A(B b, IStore d) { public async Task Run() { foreach (Customer c in d.Customers) await b.[|Notify|](c); } } public sealed class B(C c) { public Task Notify(Customer customer) => c.Deliver(customer.Phone, \"hi\"); } public sealed class C(IWhatsApp w) { public Task Deliver(string phone, string text) => w.SendTextAsync(phone, text); }",
        // The check in the middle.
        "public sealed class A(B b, IStore d) { public async Task Run() { foreach (Customer c in d.Customers) await b.Notify(c); } } public sealed class B(C c, ISessions s) { public Task Notify(Customer customer) { s.EnsureSessionOpen(customer.Phone); return c.Deliver(customer.Phone, \"hi\"); } } public sealed class C(IWhatsApp w) { public Task Deliver(string phone, string text) => w.SendTextAsync(phone, text); }",
        // Through an interface.
        "public interface INotifier { Task Notify(string to); } public sealed class N(IWhatsApp w) : INotifier { public Task Notify(string to) => w.SendTextAsync(to, \"hi\"); } public sealed class A(INotifier n, IStore d) { public Task Run() => n.[|Notify|](d.Find(1).Phone); }",
        "public interface INotifier { Task Notify(string to); } public sealed class N(IWhatsApp w) : INotifier { public Task Notify(string to) => w.SendTextAsync(to, \"hi\"); } public sealed class A(INotifier n, IStore d, ISessions s) { public Task Run() { string to = d.Find(1).Phone; if (s.IsSessionOpen(to)) return n.Notify(to); return Task.CompletedTask; } }",
        // Through an abstract base.
        "public abstract class Step { public abstract Task Run(Customer c); } public sealed class Hello(IWhatsApp w) : Step { public override Task Run(Customer c) => w.SendTextAsync(c.Phone, \"hi\"); } public sealed class A(Step step, IStore d) { public Task Go() => step.[|Run|](d.Find(1)); }",
        // Normalized on the way.
        "public sealed class A(IWhatsApp w, IStore d) { public Task Run() => [|Say|](d.Find(1).Phone); private Task Say(string to) => w.SendTextAsync(Clean(to), \"hi\"); private static string Clean(string to) => \"+\" + to.Replace(\" \", \"\"); }",
        // Looked up by a parameter: not computed from it.
        "public sealed class A(IWhatsApp w, IStore d) { public Task Run() => Say(7); private Task Say(int id) => w.[|SendTextAsync|](d.Find(id).Phone, \"hi\"); }",
        // ... but a guard around every call counts.
        "public sealed class A(IWhatsApp w, IStore d, ISessions s) { public Task Run() => s.IsSessionOpen(\"x\") ? Say(7) : Task.CompletedTask; private Task Say(int id) => w.SendTextAsync(d.Find(id).Phone, \"hi\"); }",
        // ... around some does not.
        "public sealed class A(IWhatsApp w, IStore d, ISessions s) { public Task Run() => s.IsSessionOpen(\"x\") ? Say(7) : Task.CompletedTask; public Task Other() => Say(8); private Task Say(int id) => w.[|SendTextAsync|](d.Find(id).Phone, \"hi\"); }",
        // Method groups and lambdas over sequences.
        "public sealed class A(IWhatsApp w, IStore d) { public Task Run() => Task.WhenAll(d.Customers.ToList().Select([|Say|])); private Task Say(Customer c) => w.SendTextAsync(c.Phone, \"hi\"); }",
        "public sealed class A(IWhatsApp w, IStore d) { public Task Run() => Task.WhenAll(d.Customers.ToList().Select(c => w.[|SendTextAsync|](c.Phone, \"hi\"))); }",
        "public sealed class A(IWhatsApp w, IStore d, ISessions s) { public Task Run() => Task.WhenAll(d.Customers.ToList().Where(c => s.IsSessionOpen(c.Phone)).Select(c => w.SendTextAsync(c.Phone, \"hi\"))); }",
        // A helper that runs what it is given only while the session is open.
        "public sealed class A(IWhatsApp w, IStore d, ISessions s) { public Task Run() { string to = d.Find(1).Phone; return WhileOpen(to, () => w.SendTextAsync(to, \"hi\")); } private async Task WhileOpen(string to, Func<Task> send) { if (s.IsSessionOpen(to)) await send(); } }",
        "public sealed class A(IWhatsApp w, IStore d) { public Task Run() { string to = d.Find(1).Phone; return Retry(() => w.[|SendTextAsync|](to, \"hi\")); } private async Task Retry(Func<Task> send) { for (int i = 0; i < 3; i++) await send(); } }",
        // A private helper that takes the whole message.
        "public sealed class A(HttpClient h, IStore d) { public Task Hello() => [|Post|](new { messaging_product = \"whatsapp\", to = d.Find(1).Phone, type = \"text\", text = new { body = \"hi\" } }); public Task Template() => Post(new { messaging_product = \"whatsapp\", to = d.Find(1).Phone, type = \"template\", template = new { name = \"x\", language = new { code = \"en\" } } }); private Task Post(object payload) => h.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", payload); }",
        // A message from a factory.
        "public sealed class A(HttpClient h, IStore d) { public Task Hello() => [|Post|](Text(d.Find(1).Phone, \"hi\")); private static object Text(string to, string body) => new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body } }; private Task Post(object payload) => h.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", payload); }",
        // The type is a parameter.
        "public sealed class A(HttpClient h, IStore d) { public Task Hello() => [|Send|](d.Find(1).Phone, \"image\", new { link = \"https://x.example/a.png\" }); private Task Send(string to, string type, object content) => h.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new Dictionary<string, object> { [\"messaging_product\"] = \"whatsapp\", [\"to\"] = to, [\"type\"] = type, [type] = content }); }",
        "public sealed class A(HttpClient h, IStore d) { public Task Hello() => Send(d.Find(1).Phone, \"template\", new { name = \"x\" }); private Task Send(string to, string type, object content) => h.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new Dictionary<string, object> { [\"messaging_product\"] = \"whatsapp\", [\"to\"] = to, [\"type\"] = type, [type] = content }); }",
        // One arm of a message that is written once.
        "public sealed class A(HttpClient h, IStore d, ISessions s) { public Task Run() { string to = d.Find(1).Phone; object payload = s.IsSessionOpen(to) ? new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"hi\" } } : new { messaging_product = \"whatsapp\", to, type = \"template\", template = new { name = \"x\" } }; return h.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", payload); } }",
        "public sealed class A(HttpClient h, IStore d, ISessions s) { public Task Run() { string to = d.Find(1).Phone; object payload = s.IsSessionOpen(to) ? new { messaging_product = \"whatsapp\", to, type = \"template\", template = new { name = \"x\" } } : new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"hi\" } }; return h.[|PostAsJsonAsync|](\"https://waba-v2.360dialog.io/messages\", payload); } }",
        // Circles of calls.
        "public sealed class A(IWhatsApp w, IStore d) { public Task Run() => [|Ping|](d.Find(1).Phone, 3); private Task Ping(string to, int n) => n == 0 ? w.SendTextAsync(to, \"hi\") : Pong(to, n - 1); private Task Pong(string to, int n) => Ping(to, n); }",
        "public sealed class A(IWhatsApp w) { private Task Ping(string to, int n) => n == 0 ? w.SendTextAsync(to, \"hi\") : Pong(to, n - 1); private Task Pong(string to, int n) => Ping(to, n); }",
        // Top-level program.
        "IWhatsApp w = new WhatsApp(); await w.[|SendTextAsync|](args[0], \"hi\");",
        "IWhatsApp w = new WhatsApp(); if (args[0] == \"open\") await Say(args[1]); Task Say(string to) => w.[|SendTextAsync|](\"+4915112345678\", to);",
        // Partial methods and classes.
        "public sealed partial class A(IWhatsApp w, IStore d) { public Task Run() { Say(d.Find(1).Phone); return Task.CompletedTask; } partial void Say(string to); } public sealed partial class A { partial void Say(string to) => _ = w.SendTextAsync(to, \"hi\"); }".Replace("Say(d.", "[|Say|](d."),
        // Foreign gateway: no send.
        "public sealed class A(HttpClient h, IStore d) { public Task Run() => h.PostAsJsonAsync(\"https://gateway.example/messages\", new { messaging_product = \"whatsapp\", to = d.Find(1).Phone, type = \"text\", text = new { body = \"hi\" } }); }",
        // Templates, read receipts.
        "public sealed class A(IWhatsApp w, IStore d) { public Task Run() => w.SendTemplateAsync(d.Find(1).Phone, \"x\"); }",
        "public sealed class A(HttpClient h) { public Task Read(string id) => h.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", status = \"read\", message_id = id }); }",
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public void AreFollowed(string program) => SessionProgram.Check(program.Contains("SendTextAsync") ? program : program + Unused, Sessions);

    private const string Unused = """
         public sealed class Unused(IWhatsApp whatsApp, ISessions sessions) { public void Run(string to) { sessions.EnsureSessionOpen(to); whatsApp.SendTextAsync(to, "hi"); } }
        """;
}
