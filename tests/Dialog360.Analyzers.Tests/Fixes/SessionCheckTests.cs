namespace Dialog360.Analyzers.Tests.Fixes;

/// <summary>DLG0201: which check in scope the guard asks, with which arguments, and which way round.</summary>
public sealed class SessionCheckTests
{
    private const string Client = """
        public interface IWhatsApp
        {
            Task SendTextAsync(string to, string body);
            Task SendTemplateAsync(string to, string name);
        }

        public sealed class WhatsApp : IWhatsApp
        {
            private readonly HttpClient http = new HttpClient();
            public Task SendTextAsync(string to, string body) => http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body } });
            public Task SendTemplateAsync(string to, string name) => http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "template", template = new { name, language = new { code = "en" } } });
        }
        """;

    private static string Model(string customer = "", string types = "") => $$"""
        public sealed class Order { public Guid Id { get; set; } public Customer Customer { get; set; } = new(); }
        public sealed class Customer { public Guid Id { get; set; } public string Phone { get; set; } = ""; public DateTimeOffset? LastOrderAt { get; set; } {{customer}} }
        public interface IStore { Customer Find(int id); Order Order(int id); }
        {{types}}
        """;

    private static string Job(string members = "", string head = "Job(IStore store, IWhatsApp whatsApp)", string statement = "await whatsApp.SendTextAsync(customer.Phone, \"hi\"); // hello", string signature = "async Task RunAsync(int id, CancellationToken cancellation)") => $$"""
        public sealed class {{head}}
        {
            {{members}}

            public {{signature}}
            {
                Customer customer = store.Find(id);
                Order order = store.Order(id);
                {{statement}}
            }
        }
        """;

    private static Task<string> FixAsync(string file, string model) => SessionFixBench.FixAsync(file, "guard-session", Client, model);

    /// <summary>Methods of the class itself, and how they are asked.</summary>
    public static TheoryData<string, string> Own => new()
    {
        { "private bool IsSessionOpen(string to) => to.Length > 1;", "if (IsSessionOpen(customer.Phone))" },
        { "private static bool IsSessionExpired(string phone) => phone.Length > 1;", "if (!IsSessionExpired(customer.Phone))" },
        { "private Task<bool> HasOpenWindowAsync(string to, CancellationToken token) => Task.FromResult(true);", "if (await HasOpenWindowAsync(customer.Phone, cancellation))" },
        { "private ValueTask<bool> WindowClosedAsync(string to, CancellationToken token = default) => new(true);", "if (!await WindowClosedAsync(customer.Phone, cancellation))" },
        { "private bool InSessionWindow(Customer who) => true; private bool sessionDirty;", "if (InSessionWindow(customer))" },
        { "private bool IsWindowOpen(Guid customerId) => true;", "if (IsWindowOpen(customer.Id))" },
        { "private bool IsWindowOpen(DateTimeOffset now, Customer customer) => true;", "if (IsWindowOpen(DateTimeOffset.UtcNow, customer))" },
        { "private bool IsWindowOpen(string tenant, string phone) => true; private string tenant = \"a\";", "if (IsWindowOpen(tenant, customer.Phone))" },
        { "private bool RequiresTemplate(string phone) => true;", "if (!RequiresTemplate(customer.Phone))" },
        { "private bool VentanaAbierta(string telefono) => true;", "if (VentanaAbierta(customer.Phone))" },
        { "private readonly Dictionary<string, DateTimeOffset> inbound = new(); private bool MayWrite(string phone) => DateTimeOffset.UtcNow - inbound[phone] < TimeSpan.FromHours(24);", "if (MayWrite(customer.Phone))" },
        { "[ChecksSession] private bool Consult(string phone) => true; private sealed class ChecksSessionAttribute : Attribute { }", "if (Consult(customer.Phone))" },
        { "private bool IsSessionOpen(int id) => true;", "if (IsSessionOpen(id))" },
        { "private bool IsSessionOpen(string customerPhone) => true;", "if (IsSessionOpen(customer.Phone))" },
        { "private readonly Dictionary<string, bool> sessionCache = new(); private bool IsSessionOpen(string phone) { sessionCache[phone] = true; sessionCache.Remove(phone); return true; }", "if (IsSessionOpen(customer.Phone))" },
        { "private async Task<bool> IsSessionOpenAsync(string phone) { using var stream = System.IO.File.OpenRead(phone); var all = new List<string>(); all.Add(phone); await stream.FlushAsync(); return all.Count > 0; }", "if (await IsSessionOpenAsync(customer.Phone))" },
        { "private readonly Dictionary<string, DateTime> last = new(); private bool MayWrite(string phone) => last[phone].AddHours(24) > DateTime.UtcNow;", "if (MayWrite(customer.Phone))" },
    };

    [Theory]
    [MemberData(nameof(Own))]
    public async Task AsksTheOwnMethod(string members, string expected) => AssertUsed(await FixAsync(Job(members), Model()), expected);

    /// <summary>What is held or comes in, and how it is asked.</summary>
    public static TheoryData<string, string, string, string> Held => new()
    {
        { "Job(IStore store, IWhatsApp whatsApp, ISessions sessions)", "", "public interface ISessions { bool IsOpen(string to); }", "if (sessions.IsOpen(customer.Phone))" },
        { "Job", "private readonly ISessions _sessions; private readonly IStore store; private readonly IWhatsApp whatsApp; public Job(ISessions sessions, IStore store, IWhatsApp whatsApp) { _sessions = sessions; this.store = store; this.whatsApp = whatsApp; }", "public interface ISessions { Task<bool> IsOpenAsync(string to, CancellationToken token); }", "if (await _sessions.IsOpenAsync(customer.Phone, cancellation))" },
        { "Job(IStore store, IWhatsApp whatsApp, WindowService windows)", "public WindowService Windows { get; } = windows;", "public sealed class WindowService { public ValueTask<bool> ExpiredAsync(Guid id) => new(true); }", "if (!await Windows.ExpiredAsync(customer.Id))" },
        { "Job(IStore store, IWhatsApp whatsApp, ISessions sessions)", "", "public interface IChecks { bool IsOpen(Customer customer); } public interface ISessions : IChecks { }", "if (sessions.IsOpen(customer))" },
        { "Job(IStore store, IWhatsApp whatsApp, IPolicy policy)", "", "public interface IPolicy { bool CanSendFreeForm(string phone, DateTime now); }", "if (policy.CanSendFreeForm(customer.Phone, DateTime.UtcNow))" },
        { "Job(IStore store, IWhatsApp whatsApp, SessionBase sessions)", "", "public abstract class SessionRoot { public bool IsActive(string waId) => true; } public abstract class SessionBase : SessionRoot { }", "if (sessions.IsActive(customer.Phone))" },
    };

    [Theory]
    [MemberData(nameof(Held))]
    public async Task AsksAServiceThatIsHeld(string head, string members, string types, string expected) => AssertUsed(await FixAsync(Job(members, head), Model(types: types)), expected);

    /// <summary>Members of the customer, other types, and how they are asked.</summary>
    public static TheoryData<string, string, string> Entities => new()
    {
        { "public bool IsSessionOpen { get; set; }", "", "if (customer.IsSessionOpen)" },
        { "public bool SessionExpired;", "", "if (!customer.SessionExpired)" },
        { "public DateTimeOffset WindowExpiresAt { get; set; }", "", "if (customer.WindowExpiresAt > DateTimeOffset.UtcNow)" },
        { "public DateTime? SessionUntil { get; set; }", "", "if (customer.SessionUntil > DateTime.UtcNow)" },
        { "public DateTimeOffset? LastInboundAt { get; set; } public DateTimeOffset LastSentAt;", "", "if (DateTimeOffset.UtcNow - customer.LastInboundAt < TimeSpan.FromHours(24))" },
        { "public DateTime LastCustomerMessageAt { get; set; }", "", "if (DateTime.UtcNow - customer.LastCustomerMessageAt < TimeSpan.FromHours(24))" },
        { "public bool CanSendFreeForm(DateTimeOffset now) => true;", "", "if (customer.CanSendFreeForm(DateTimeOffset.UtcNow))" },
        { "public bool HasOpenWindow() => true;", "", "if (customer.HasOpenWindow())" },
        { "public Conversation Conversation { get; set; } = new();", "public sealed class Conversation { public bool IsActive { get; set; } }", "if (customer.Conversation.IsActive)" },
    };

    [Theory]
    [MemberData(nameof(Entities))]
    public async Task AsksTheCustomer(string customer, string types, string expected)
    {
        AssertUsed(await FixAsync(Job(), Model(customer, types)), expected);
        AssertUsed(await FixAsync(Job(statement: "string to = customer.Phone; await whatsApp.SendTextAsync(to, \"hi\"); // hello"), Model(customer, types)), expected);
        AssertUsed(await FixAsync(Job(statement: "await whatsApp.SendTextAsync(order.Customer.Phone, \"hi\"); // hello"), Model(customer, types)), expected.Replace("customer.", "order.Customer.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("public static class SessionWindow { public static bool IsOpen(string phone) => true; }", "if (SessionWindow.IsOpen(customer.Phone))")]
    [InlineData("namespace Rules { public static class Windows { public static bool IsClosed(Customer customer) => true; } }", "if (!Rules.Windows.IsClosed(customer))")]
    public async Task AsksAStaticHelper(string types, string expected) => AssertUsed(await FixAsync(Job(), Model(types: types)), expected);

    [Fact]
    public async Task AsksAParameter() =>
        AssertUsed(await FixAsync(Job(signature: "async Task RunAsync(int id, bool sessionOpen)"), Model()), "if (sessionOpen)");

    /// <summary>What looks like a check and does not fit: members of the job, members of the customer, other types.</summary>
    public static TheoryData<string, string, string> Unfit => new()
    {
        { "private bool IsSessionOpen(string tenantId) => true;", "", "" },
        { "private bool IsSessionOpen(Order order, byte[] key) => true;", "", "" },
        { "private bool IsSessionOpen() => true;", "", "" },
        { "private bool IsDatabaseSessionOpen(string phone) => true;", "", "" },
        { "private string IsSessionOpen(string phone) => phone;", "", "" },
        { "private void OpenSession(string phone) { }", "", "" },
        { "private bool IsSessionOpen(ref string phone) => true;", "", "" },
        { "private readonly HttpClient http = new HttpClient(); private async Task<bool> SendSeatFreeAsync(string phone) { if (DateTime.UtcNow - store.Find(1).LastOrderAt > TimeSpan.FromHours(24)) return false; using var response = await http.PostAsync(\"https://example.com\", null); return response.IsSuccessStatusCode; }", "", "" },
        { "private bool TryOpenSession(string phone) => true;", "", "" },
        { "private Task<bool> CloseExpiredSessionAsync(string phone) => Task.FromResult(true);", "", "" },
        { "private bool AbrirVentana(string telefono) => true;", "", "" },
        { "private readonly Dictionary<string, DateTime> _last = new(); private bool Purge(string phone) { if (!_last.TryGetValue(phone, out var last) || DateTime.UtcNow - last <= TimeSpan.FromHours(24)) return false; _last.Remove(phone); return true; }", "", "" },
        { "private int asked; private bool WindowExpired(string phone) { asked++; return phone.Length > 1; }", "", "" },
        { "private bool IsWindowOpen(string phone) => Next(phone); private bool Next(string phone) { Numbers.Last = phone; return true; } private static class Numbers { public static string Last = \"\"; }", "", "" },
        { "private bool openSession;", "", "" },
        { "private bool IsSessionOpen(string country) => true;", "public string Country { get; set; } = \"\";", "" },
        { "private bool IsSessionOpen(string branch) => true;", "", "" },
        { "private bool IsSessionOpen(string orderNumber) => true;", "", "" },
        { "private bool IsWindowOpen(Guid branchId) => true; private Guid branchId;", "", "" },
        { "private readonly Other other = new(); private sealed class Other { public bool IsSessionOpen { get; set; } public bool HasOpenWindow() => true; }", "", "" },
        { "", "private bool IsSessionOpen { get; set; }", "" },
        { "", "public DateTimeOffset AppointmentUntil { get; set; }", "" },
        { "", "public DateTimeOffset LastMessageAt { get; set; } public DateTimeOffset LastReplySentAt { get; set; } public string LastInbound { get; set; } = \"\";", "" },
        { "", "", "public static class Registration { public static bool IsOpen(string phone) => true; }" },
        { "", "", "public static class Hidden { private static bool IsSessionOpen(string phone) => true; public static bool Use() => IsSessionOpen(\"\"); }" },
    };

    [Theory]
    [MemberData(nameof(Unfit))]
    public async Task AddsAStubWhereNothingFits(string members, string customer, string types)
    {
        string text = await FixAsync(Job(members), Model(customer, types));
        Assert.Contains("NotImplementedException", text, StringComparison.Ordinal);
        Assert.Contains("(customer.Phone))", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WaitsForNothingWhereNothingMayWait()
    {
        string text = await FixAsync(Job("private Task<bool> HasOpenWindowAsync(string to) => Task.FromResult(true);", signature: "void Run(int id)", statement: "whatsApp.SendTextAsync(customer.Phone, \"hi\").Wait();"), Model());
        Assert.Contains("if (IsSessionOpen(customer.Phone))", text, StringComparison.Ordinal);
    }

    /// <summary>Recipients that are computed, and what the check is asked.</summary>
    public static TheoryData<string, string> Computed => new()
    {
        { "await whatsApp.SendTextAsync(\"+\" + customer.Phone, \"hi\");", "IsSessionOpen(\"+\" + customer.Phone)" },
        { "await whatsApp.SendTextAsync($\"+{customer.Phone}\", \"hi\");", "IsSessionOpen($\"+{customer.Phone}\")" },
        { "await whatsApp.SendTextAsync(customer.Phone.TrimStart('+'), \"hi\");", "IsSessionOpen(customer.Phone.TrimStart('+'))" },
        { "await whatsApp.SendTextAsync(order.Customer.Phone, \"hi\");", "IsSessionOpen(order.Customer.Phone)" },
        { "string[] all = { customer.Phone }; await whatsApp.SendTextAsync(all[0], \"hi\");", "IsSessionOpen(all[0])" },
    };

    [Theory]
    [MemberData(nameof(Computed))]
    public async Task AsksForARecipientThatIsComputed(string statement, string expected) =>
        Assert.Contains(expected, await FixAsync(Job(statement: statement), Model()), StringComparison.Ordinal);

    [Theory]
    [InlineData("await whatsApp.SendTextAsync(Next(), \"hi\");", "private int count; private string Next() => (count++).ToString();")]
    [InlineData("await whatsApp.SendTextAsync(await LoadAsync(), \"hi\");", "private Task<string> LoadAsync() => Task.FromResult(\"\");")]
    public async Task DoesNotComputeARecipientTwice(string statement, string members) => await SessionFixBench.LeavesAsync(Job(members, statement: statement), "guard-session", Client, Model());

    private static void AssertUsed(string text, string expected)
    {
        Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.DoesNotContain("NotImplementedException", text, StringComparison.Ordinal);
        Assert.Contains("// hello", text, StringComparison.Ordinal);
    }
}
