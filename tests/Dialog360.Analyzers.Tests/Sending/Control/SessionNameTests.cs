using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Duties.Session;
using Dialog360.Analyzers.Sending.Time;
using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Sending.Control;

/// <summary>Form b of DLG0201: names that say session and open, options, attributes.</summary>
public sealed class SessionNameTests
{
    private const string Members = """
        private readonly ISessions sessions = null!;
        private DateTimeOffset windowExpiresAt;
        private bool userSessionActive, isDbSessionOpen, loginWindowOpen, ventanaAbierta, janelaAberta, sitzungOffen;
        private SessionStatus Status(string to) => default;
        private Task<bool> Within24HoursAsync(string to) => Task.FromResult(true);
        private Task<(bool IsOpen, DateTimeOffset Until)> SessionOfAsync(string to) => Task.FromResult((true, DateTimeOffset.MaxValue));
        private bool TryGetOpenSession(string to, out object session) { session = this; return true; }
        private bool CanSend(string to) => true;
        private bool RequiresTemplate(string to) => false;
        private readonly HashSet<string> openWindows = new();
        private int minutesSinceLastInbound;
        public enum Mode { FreeForm, TemplateOnly }
        private readonly ICache cache = null!;
        private Mode kind;
        public interface ICache { Task<bool> ExistsAsync(string key); Task<string?> GetStringAsync(string key); }
        public enum SessionStatus { Open, Closed }
        public interface ISessions
        {
            Task<bool> IsSessionOpenAsync(string to);
            Task<SessionInfo?> GetActiveSessionAsync(string to);
            bool IsExpired(string to);
            SessionInfo Of(string to);
            void EnsureSessionOpen(string to);
            TimeSpan RemainingOf(string to);
            Mode ModeFor(string to);
            [ChecksSession] bool Ask(string to);
            [ChecksSession] void Demand(string to);
        }
        private Talk? TalkOf(string to) => null;
        public sealed class Talk { public DateTimeOffset? SessionExpiresAt { get; set; } public DateTimeOffset? OfferExpiresAt { get; set; } }
        public sealed record SessionInfo(bool IsActive, DateTimeOffset ExpiresAt, string State);
        public sealed class ChecksSessionAttribute : Attribute { }
        """;

    [Theory]
    [InlineData("if (await sessions.IsSessionOpenAsync(customer.Phone)) await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("if (!await sessions.IsSessionOpenAsync(customer.Phone)) return; await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("if (await sessions.IsSessionOpenAsync(customer.Phone) is false) throw new InvalidOperationException(); await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("if (await sessions.IsSessionOpenAsync(customer.Phone) == false) return; await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("bool open = await sessions.IsSessionOpenAsync(customer.Phone).ConfigureAwait(false); if (open) await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("if (sessions.IsSessionOpenAsync(customer.Phone).Result) await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("var session = await sessions.GetActiveSessionAsync(customer.Phone); if (session == null) return; await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("if (await sessions.GetActiveSessionAsync(customer.Phone) is { IsActive: true }) await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("if (sessions.Of(customer.Phone).IsActive) await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("if (sessions.IsExpired(customer.Phone)) return; await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("if (sessions.Of(customer.Phone).State == \"closed\") return; await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("if (sessions.Of(customer.Phone).ExpiresAt > DateTimeOffset.UtcNow) await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("if (DateTimeOffset.UtcNow >= windowExpiresAt) return; await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("if (customer.HasOpenWindow) await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("if (customer is { HasOpenWindow: true }) await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("if (Status(customer.Phone) == SessionStatus.Open) await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("if (Status(customer.Phone) is not SessionStatus.Open) return; await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("switch (Status(customer.Phone)) { case SessionStatus.Open: await whatsApp.SendTextAsync(customer.Phone, \"hi\"); break; case SessionStatus.Closed: await whatsApp.SendTemplateAsync(customer.Phone, \"x\"); break; }")]
    [InlineData("await (Status(customer.Phone) switch { SessionStatus.Open => whatsApp.SendTextAsync(customer.Phone, \"hi\"), _ => whatsApp.SendTemplateAsync(customer.Phone, \"x\") });")]
    [InlineData("if (await Within24HoursAsync(customer.Phone)) await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("var (isOpen, until) = await SessionOfAsync(customer.Phone); if (isOpen) await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("if (TryGetOpenSession(customer.Phone, out _)) await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("if (RequiresTemplate(customer.Phone)) await whatsApp.SendTemplateAsync(customer.Phone, \"x\"); else await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("if (ventanaAbierta) await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("if (!janelaAberta) return; await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("if (sitzungOffen) await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("if (openWindows.Contains(customer.Phone)) await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("sessions.EnsureSessionOpen(customer.Phone); await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("if (sessions.Ask(customer.Phone)) await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("sessions.Demand(customer.Phone); await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("if (customer.LastSeen is null || sessions.RemainingOf(customer.Phone) <= TimeSpan.Zero) return; await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("if (minutesSinceLastInbound > 1440) return; await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("if (sessions.ModeFor(customer.Phone) != Mode.FreeForm) return; await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("Mode mode = sessions.ModeFor(customer.Phone); if (mode is not Mode.FreeForm) throw new InvalidOperationException(); await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("switch (sessions.ModeFor(customer.Phone)) { case Mode.FreeForm: await whatsApp.SendTextAsync(customer.Phone, \"hi\"); break; case Mode.TemplateOnly: await whatsApp.SendTemplateAsync(customer.Phone, \"x\"); break; }")]
    [InlineData("if (!await cache.ExistsAsync(\"wa:session:\" + customer.Phone)) return; await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("string? since = await cache.GetStringAsync($\"window-{customer.Phone}\"); if (since == null) { await whatsApp.SendTemplateAsync(customer.Phone, \"x\"); return; } await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("if (TalkOf(customer.Phone) is { SessionExpiresAt: { } end } && end > DateTimeOffset.UtcNow) await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("if (TalkOf(customer.Phone)?.SessionExpiresAt is DateTimeOffset end && end > DateTimeOffset.UtcNow) await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("var end = TalkOf(customer.Phone)?.SessionExpiresAt; if (end > DateTimeOffset.UtcNow) await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("if (TalkOf(customer.Phone) is not { SessionExpiresAt: var end } || end is null || end < DateTimeOffset.UtcNow) return; await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    public void IsAGuard(string statements) => SessionProgram.CheckJob(statements, Members);

    [Theory]
    [InlineData("if (await sessions.IsSessionOpenAsync(customer.Phone)) return; await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");")]
    [InlineData("if (!await sessions.IsSessionOpenAsync(customer.Phone)) await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");")]
    [InlineData("await sessions.IsSessionOpenAsync(customer.Phone); await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");")]
    [InlineData("bool open = await sessions.IsSessionOpenAsync(customer.Phone); if (open) log(\"open\"); await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");")]
    [InlineData("await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\"); if (!await sessions.IsSessionOpenAsync(customer.Phone)) return; log(\"x\");")]
    [InlineData("if (sessions.IsExpired(customer.Phone)) await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");")]
    [InlineData("if (sessions.RemainingOf(customer.Phone) > TimeSpan.Zero) return; await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");")]
    [InlineData("if (sessions.ModeFor(customer.Phone) == Mode.FreeForm) return; await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");")]
    [InlineData("if (kind == Mode.FreeForm) await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");")]
    [InlineData("if (!await cache.ExistsAsync(\"optin:\" + customer.Phone)) return; await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");")]
    [InlineData("if (!await cache.ExistsAsync(\"user-session:\" + customer.Phone)) return; await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");")]
    [InlineData("if (minutesSinceLastInbound > 1440) await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");")]
    [InlineData("if (userSessionActive) await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");")]
    [InlineData("if (isDbSessionOpen) await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");")]
    [InlineData("if (loginWindowOpen) await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");")]
    [InlineData("if (RequiresTemplate(customer.Phone)) await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");")]
    [InlineData("if (Status(customer.Phone) == SessionStatus.Closed) await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");")]
    [InlineData("switch (Status(customer.Phone)) { case SessionStatus.Closed: await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\"); break; default: return; }")]
    [InlineData("if (CanSend(customer.Phone)) await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");")]
    [InlineData("if (DateTimeOffset.UtcNow > windowExpiresAt) await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");")]
    [InlineData("await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\"); sessions.EnsureSessionOpen(customer.Phone);")]
    [InlineData("if (!customer.HasOpenWindow) await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");")]
    [InlineData("bool asked = sessions.Ask(customer.Phone); await whatsApp.[|SendTextAsync|](customer.Phone, asked.ToString());")]
    [InlineData("if (TalkOf(customer.Phone) is { OfferExpiresAt: { } end } && end > DateTimeOffset.UtcNow) await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");")]
    [InlineData("if (TalkOf(customer.Phone) is { SessionExpiresAt: { } end } && end < DateTimeOffset.UtcNow) await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");")]
    [InlineData("var end = TalkOf(customer.Phone)?.OfferExpiresAt; if (end > DateTimeOffset.UtcNow) await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");")]
    public void IsNoGuard(string statements) => SessionProgram.CheckJob(statements, Members);

    [Theory]
    [InlineData("IsSessionOpenAsync", SessionSense.Open)]
    [InlineData("HasOpenWindow", SessionSense.Open)]
    [InlineData("CanSendFreeForm", SessionSense.Open)]
    [InlineData("IsWindowExpired", SessionSense.Closed)]
    [InlineData("RequiresTemplate", SessionSense.Closed)]
    [InlineData("TemplateOnly", SessionSense.Closed)]
    [InlineData("Within24Hours", SessionSense.Open)]
    [InlineData("IsOutside24Hours", SessionSense.Closed)]
    [InlineData("VentanaServicioAbierta", SessionSense.Open)]
    [InlineData("janelaAberta", SessionSense.Open)]
    [InlineData("sessaoVencida", SessionSense.Closed)]
    [InlineData("SesiónActiva", SessionSense.Open)]
    [InlineData("pencereAçık", SessionSense.Open)]
    [InlineData("fenêtreOuverte", SessionSense.Open)]
    [InlineData("FensterOffen", SessionSense.Open)]
    [InlineData("conversation_active", SessionSense.Open)]
    [InlineData("CanReply", SessionSense.Open)]
    [InlineData("IsSessionNotOpen", SessionSense.Closed)]
    [InlineData("sessionopen", SessionSense.Open)]
    [InlineData("IsDatabaseSessionOpen", SessionSense.None)]
    [InlineData("IsUserSessionActive", SessionSense.None)]
    [InlineData("IsMaintenanceWindowOpen", SessionSense.None)]
    [InlineData("HttpSessionValid", SessionSense.None)]
    [InlineData("IsOpen", SessionSense.None)]
    [InlineData("SessionId", SessionSense.None)]
    [InlineData("IsActive", SessionSense.None)]
    [InlineData("UseTemplateEngine", SessionSense.None)]
    [InlineData("Reminder24Hours", SessionSense.None)]
    public void ReadsNames(string name, object expected) =>
        Assert.Equal(expected, SessionNames.SenseOf(NameWords.Of(name), []));

    [Theory]
    [InlineData("IsActive", "session", SessionSense.Open)]
    [InlineData("IsOpenAsync", "whatsAppWindow", SessionSense.Open)]
    [InlineData("Expired", "ConversationState", SessionSense.Closed)]
    [InlineData("HasConsent", "session", SessionSense.None)]
    [InlineData("CanBeArchived", "conversation", SessionSense.None)]
    [InlineData("IsActive", "userSession", SessionSense.None)]
    [InlineData("IsActive", "customer", SessionSense.None)]
    public void ReadsNamesWithWhatTheyBelongTo(string name, string holder, object expected) =>
        Assert.Equal(expected, SessionNames.SenseOf(NameWords.Of(name), NameWords.Of(holder)));

    [Theory]
    [InlineData("dialog360.session_check_methods = CanSend")]
    [InlineData("dialog360.session_check_methods = Other, Job.CanSend")]
    public void TakesChecksFromOptions(string options) => new TestProgram(
        "DLG0201",
        """
        public sealed class Job(IWhatsApp whatsApp, IStore store)
        {
            public async Task Run(int id)
            {
                Customer customer = store.Find(id);
                if (CanSend(customer)) await whatsApp.SendTextAsync(customer.Phone, "hi");
            }

            private bool CanSend(Customer customer) => customer.OptedIn;
        }
        """,
        SessionProgram.Client,
        SessionProgram.Store).Check(editorConfig: options);

    [Theory]
    [InlineData("dialog360.free_form_methods = Hola.Enviar", "")]
    [InlineData("dialog360.api = auto", "[RequiresOpenSession]")]
    public void TakesSendsFromOptionsAndAttributes(string options, string attribute) => new TestProgram(
        "DLG0201",
        $$"""
        // whatsapp
        public interface IHola { {{attribute}} Task Enviar(string telefono, string texto); }
        public sealed class Hola : IHola { {{attribute}} public Task Enviar(string telefono, string texto) => Task.CompletedTask; }
        public sealed class RequiresOpenSessionAttribute : Attribute { }

        public sealed class Job(Hola hola, Func<string> next)
        {
            public Task Run() => hola.[|Enviar|](next(), "hola");
            public Task Guarded(bool sesionAbierta) => sesionAbierta ? hola.Enviar(next(), "hola") : Task.CompletedTask;
        }
        """).Check(editorConfig: options);
}
