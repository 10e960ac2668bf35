namespace Dialog360.Analyzers.Tests.Sending.Control;

/// <summary>Pieces of applications, as people write them.</summary>
public sealed class ApplicationTests
{
    private const string Frame = """
        using System.Threading.Channels;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.AspNetCore.Http;
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.Extensions.Hosting;
        using Microsoft.Extensions.Logging;

        """;

    private static void Check(string program) => SessionProgram.Check(Frame + program);

    [Fact]
    public void AGuardClassWithADatabaseQuery() => Check("""
        public sealed class SessionClosedException : Exception { }
        public sealed class WindowGuard(IStore store)
        {
            private static readonly TimeSpan Window = TimeSpan.FromHours(24);
            public async Task EnsureAsync(string phone)
            {
                Customer? last = await Task.FromResult(store.Customers.Where(c => c.Phone == phone).OrderByDescending(c => c.LastInboundAt).FirstOrDefault());
                if (last is null || DateTimeOffset.UtcNow - last.LastInboundAt > Window) throw new SessionClosedException();
            }
        }
        public sealed class Handler(WindowGuard guard, IWhatsApp whatsApp, IStore store)
        {
            public async Task Handle(int id)
            {
                Customer customer = store.Find(id);
                await guard.EnsureAsync(customer.Phone);
                await whatsApp.SendTextAsync(customer.Phone, "hi");
            }
            public async Task Swallow(int id)
            {
                Customer customer = store.Find(id);
                try { await guard.EnsureAsync(customer.Phone); } catch (SessionClosedException) { }
                await whatsApp.[|SendTextAsync|](customer.Phone, "hi");
            }
            public async Task Caught(int id)
            {
                Customer customer = store.Find(id);
                try { await guard.EnsureAsync(customer.Phone); await whatsApp.SendTextAsync(customer.Phone, "hi"); }
                catch (SessionClosedException) { await whatsApp.SendTemplateAsync(customer.Phone, "x"); }
            }
        }
        """);

    [Fact]
    public void AnEntityWithTheWindow() => Check("""
        public sealed class Conversation
        {
            public string Phone { get; set; } = "";
            public DateTimeOffset? WindowExpiresAt { get; private set; }
            public DateTimeOffset LastMessageAt { get; set; }
            public void Received(DateTimeOffset at) => WindowExpiresAt = at.AddHours(24);
            public bool CanSendFreeForm(DateTimeOffset now) => WindowExpiresAt is { } until && until > now;
            public bool Reachable => DateTimeOffset.UtcNow < WindowExpiresAt;
        }
        public interface IConversations { Conversation Get(int id); IEnumerable<Conversation> All(); }
        public sealed class Handler(IWhatsApp whatsApp, IConversations conversations)
        {
            public Task One(int id) { var c = conversations.Get(id); return c.CanSendFreeForm(DateTimeOffset.UtcNow) ? whatsApp.SendTextAsync(c.Phone, "hi") : whatsApp.SendTemplateAsync(c.Phone, "x"); }
            public async Task Two(int id) { var c = conversations.Get(id); if (!c.Reachable) return; await whatsApp.SendTextAsync(c.Phone, "hi"); }
            public async Task Three() { foreach (var c in conversations.All().Where(x => x.Reachable)) await whatsApp.SendTextAsync(c.Phone, "hi"); }
            public async Task Four() { foreach (var c in conversations.All().Where(x => !x.Reachable)) await whatsApp.[|SendTextAsync|](c.Phone, "hi"); }
            public async Task Five() { foreach (var c in conversations.All()) { if (c.WindowExpiresAt < DateTimeOffset.UtcNow) { await whatsApp.SendTemplateAsync(c.Phone, "x"); continue; } await whatsApp.SendTextAsync(c.Phone, "hi"); } }
        }
        """);

    [Fact]
    public void EndpointsOfStaffAndWebhooks() => Check("""
        public sealed record Request(string Phone, string Text);
        public sealed class Inbound { [JsonPropertyName("from")] public string Sender { get; set; } = ""; public string type { get; set; } = ""; public string timestamp { get; set; } = ""; }
        public sealed record Hook(List<Inbound> messages);
        public static class Endpoints
        {
            public static void Map(WebApplication app)
            {
                app.MapPost("/send", async (Request request, IWhatsApp whatsApp) => { await whatsApp.[|SendTextAsync|](request.Phone, request.Text); return Results.Ok(); });
                app.MapPost("/hook", async (Hook hook, IWhatsApp whatsApp) => { foreach (Inbound m in hook.messages) await whatsApp.SendTextAsync(m.Sender, "hi"); return Results.Ok(); });
                app.MapPost("/staff", Staff);
            }
            private static async Task<IResult> Staff(Request request, IWhatsApp whatsApp) { await whatsApp.[|SendTextAsync|](request.Phone, request.Text); return Results.Ok(); }
        }
        [ApiController] public sealed class Messages(IWhatsApp whatsApp) : ControllerBase
        {
            [HttpPost] public async Task<IActionResult> Send([FromBody] Request request) { await whatsApp.[|SendTextAsync|](request.Phone, request.Text); return Ok(); }
        }
        """);

    [Fact]
    public void ScheduledWorkers() => Check("""
        public sealed class Reminders(IStore store, IWhatsApp whatsApp, ILogger<Reminders> logger) : BackgroundService
        {
            protected override async Task ExecuteAsync(CancellationToken stop)
            {
                using PeriodicTimer timer = new(TimeSpan.FromHours(24));
                while (await timer.WaitForNextTickAsync(stop))
                {
                    foreach (Customer customer in await store.AllAsync())
                    {
                        try
                        {
                            await whatsApp.[|SendTextAsync|](customer.Phone, "Your appointment is tomorrow");
                        }
                        catch (Exception error)
                        {
                            logger.LogError(error, "code {Code}", 131047);
                        }
                    }
                }
            }
        }
        public sealed class Careful(IStore store, IWhatsApp whatsApp) : BackgroundService
        {
            protected override async Task ExecuteAsync(CancellationToken stop)
            {
                while (!stop.IsCancellationRequested)
                {
                    DateTimeOffset cutoff = DateTimeOffset.UtcNow.AddHours(-23.5);
                    var open = from c in store.Customers where c.LastInboundAt >= cutoff select c;
                    foreach (Customer customer in open.ToList())
                    {
                        await whatsApp.SendTextAsync(customer.Phone, "hi");
                    }

                    await Task.Delay(TimeSpan.FromMinutes(5), stop);
                }
            }
        }
        """);

    [Fact]
    public void AStrategyBehindAnInterface() => Check("""
        public interface INotifier { Task<bool> NotifyAsync(Customer customer, string text); }
        public sealed class MailNotifier : INotifier { public Task<bool> NotifyAsync(Customer customer, string text) => Task.FromResult(true); }
        public sealed class ChatNotifier(IWhatsApp whatsApp) : INotifier
        {
            public async Task<bool> NotifyAsync(Customer customer, string text)
            {
                HttpResponseMessage answer = await whatsApp.SendTextAsync(customer.Phone, text);
                return answer.IsSuccessStatusCode;
            }
        }
        public sealed class Shop(IEnumerable<INotifier> notifiers, IStore store)
        {
            public async Task Shipped(int id) { foreach (INotifier n in notifiers) await n.[|NotifyAsync|](store.Find(id), "shipped"); }
            public async Task Answered(int id) { Customer c = store.Find(id); if (c.HasOpenWindow is false) return; foreach (INotifier n in notifiers) await n.NotifyAsync(c, "shipped"); }
        }
        """);

    [Fact]
    public void ASwitchOverTheKindOfMessage() => Check("""
        public enum Mode { FreeForm, Template }
        public sealed class Rules { public Mode ModeFor(Customer c) => DateTimeOffset.UtcNow - c.LastInboundAt < TimeSpan.FromHours(24) ? Mode.FreeForm : Mode.Template; }
        public sealed class Sender(IWhatsApp whatsApp, IStore store, Rules rules)
        {
            public async Task Run(int id)
            {
                Customer customer = store.Find(id);
                switch (rules.ModeFor(customer))
                {
                    case Mode.FreeForm: await whatsApp.SendTextAsync(customer.Phone, "hi"); break;
                    case Mode.Template: await whatsApp.SendTemplateAsync(customer.Phone, "x"); break;
                }
            }
        }
        """);

    [Fact]
    public void AResultThatCarriesTheState() => Check("""
        public sealed record WindowState(bool Open, string Reason);
        public interface IWindowService { Task<WindowState> GetAsync(string phone); }
        public sealed class Sender(IWhatsApp whatsApp, IStore store, IWindowService windows)
        {
            public async Task Run(int id)
            {
                string phone = store.Find(id).Phone;
                WindowState state = await windows.GetAsync(phone);
                if (!state.Open) { await whatsApp.SendTemplateAsync(phone, "x"); return; }
                await whatsApp.SendTextAsync(phone, "hi");
            }
            public async Task Wrong(int id)
            {
                string phone = store.Find(id).Phone;
                WindowState state = await windows.GetAsync(phone);
                if (state.Open) { await whatsApp.SendTemplateAsync(phone, "x"); return; }
                await whatsApp.[|SendTextAsync|](phone, "hi");
            }
        }
        """);

    [Fact]
    public void AThrowingServiceCalledThroughItsInterface() => Check("""
        public interface IWindowPolicy { void Check(Customer customer); bool MayTalk(Customer customer); }
        public sealed class WindowPolicy(TimeProvider clock) : IWindowPolicy
        {
            public void Check(Customer customer) { if (!MayTalk(customer)) throw new InvalidOperationException("template"); }
            public bool MayTalk(Customer customer) { TimeSpan gap = clock.GetUtcNow() - customer.LastInboundAt; return gap < TimeSpan.FromDays(1); }
        }
        public sealed class Sender(IWhatsApp whatsApp, IStore store, IWindowPolicy policy)
        {
            public async Task A(int id) { Customer c = store.Find(id); policy.Check(c); await whatsApp.SendTextAsync(c.Phone, "hi"); }
            public async Task B(int id) { Customer c = store.Find(id); if (policy.MayTalk(c)) await whatsApp.SendTextAsync(c.Phone, "hi"); }
            public async Task C(int id) { Customer c = store.Find(id); if (!policy.MayTalk(c)) await whatsApp.[|SendTextAsync|](c.Phone, "hi"); }
            public async Task D(int id) { Customer c = store.Find(id); bool may = policy.MayTalk(c); if (!may) { await whatsApp.SendTemplateAsync(c.Phone, "x"); return; } await whatsApp.SendTextAsync(c.Phone, "hi"); }
            public async Task E(IEnumerable<int> ids) { foreach (Customer c in ids.Select(store.Find).Where(policy.MayTalk)) await whatsApp.SendTextAsync(c.Phone, "hi"); }
        }
        """);

    [Fact]
    public void SpanishNamesAndResults() => Check("""
        public sealed record Resultado(bool Exito, int Codigo);
        public sealed class Cliente { public string Telefono { get; set; } = ""; public DateTime? UltimoMensajeEntrante { get; set; } public bool VentanaServicioAbierta(DateTime ahora) => UltimoMensajeEntrante.HasValue && ahora - UltimoMensajeEntrante.Value < TimeSpan.FromHours(24); }
        public interface IClientes { Cliente Buscar(int id); }
        public sealed class Avisos(HttpClient http, IClientes clientes, IWhatsApp whatsApp)
        {
            private async Task<Resultado> EnviarTexto(string telefono, string cuerpo)
            {
                string json = JsonSerializer.Serialize(new { messaging_product = "whatsapp", to = telefono, type = "text", text = new { body = cuerpo } });
                HttpResponseMessage r = await http.PostAsync("https://waba-v2.360dialog.io/messages", new StringContent(json, Encoding.UTF8, "application/json"));
                return new Resultado(r.IsSuccessStatusCode, (int)r.StatusCode);
            }
            public async Task Uno(int id) { Cliente c = clientes.Buscar(id); await [|EnviarTexto|](c.Telefono, "hola"); }
            public async Task Dos(int id) { Cliente c = clientes.Buscar(id); if (c.VentanaServicioAbierta(DateTime.UtcNow)) await EnviarTexto(c.Telefono, "hola"); }
            public async Task Tres(int id) { Cliente c = clientes.Buscar(id); Resultado r = await EnviarTexto(c.Telefono, "hola"); if (r.Codigo == 131047) await whatsApp.SendTemplateAsync(c.Telefono, "x"); }
            public async Task Cuatro(int id) { Cliente c = clientes.Buscar(id); if (c.UltimoMensajeEntrante < DateTime.UtcNow.AddHours(-24)) { await whatsApp.SendTemplateAsync(c.Telefono, "x"); } else { await EnviarTexto(c.Telefono, "hola"); } }
            public Task Cinco(string telefono, bool sesionAbierta) => sesionAbierta ? whatsApp.SendTextAsync(telefono, "hola") : Task.CompletedTask;
        }
        """);

    [Fact]
    public void SdkClientsAndFields() => Check("""
        public sealed class Alarm(IWhatsApp whatsApp)
        {
            private readonly string[] staff = { "+4915112345678" };
            public Task Raise() => Task.WhenAll(staff.Select(number => whatsApp.[|SendTextAsync|](number, "alarm")));
            public async Task RaiseAll(IEnumerable<string> numbers) { foreach (string number in numbers) await whatsApp.[|SendTextAsync|](number, "alarm"); }
            public void Fire(string number) { _ = Task.Run(() => whatsApp.[|SendTextAsync|](number, "alarm")); }
            public async Task Wait(string number) { await Task.WhenAny(whatsApp.[|SendTextAsync|](number, "alarm"), Task.Delay(1000)); }
        }
        """);
}
