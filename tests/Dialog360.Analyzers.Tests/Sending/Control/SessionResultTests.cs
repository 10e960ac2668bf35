namespace Dialog360.Analyzers.Tests.Sending.Control;

/// <summary>Forms a and b of DLG0201: verdicts in objects and tuples, overrides, times that our own messages set.</summary>
public sealed class SessionResultTests
{
    private const string Members = """
        public sealed class Result
        {
            public bool IsSuccess { get; init; }
            public bool IsFailure => !IsSuccess;
            public string? Error { get; init; }
            public static Result Fail(string error) => new() { Error = error };
            public static Result Success() => new() { IsSuccess = true };
        }
        public enum Kind { Text, Template }
        public sealed record Plan(Kind Kind, string To);
        private Result Validate(Customer c)
        {
            if (c.LastInboundAt < DateTimeOffset.UtcNow.AddHours(-24)) return Result.Fail("closed");
            return Result.Success();
        }
        private Result Number(Customer c) => c.Phone.Length < 8 ? Result.Fail("short") : Result.Success();
        private Task<Result> ValidateAsync(Customer c) => Task.FromResult(DateTimeOffset.UtcNow - c.LastInboundAt < TimeSpan.FromHours(24) ? Result.Success() : Result.Fail("closed"));
        private Plan Decide(Customer c) => DateTimeOffset.UtcNow - c.LastInboundAt < TimeSpan.FromHours(24) ? new Plan(Kind.Text, c.Phone) : new Plan(Kind.Template, c.Phone);
        private (bool Ok, string Reason) Look(Customer c) => DateTimeOffset.UtcNow - c.LastInboundAt < TimeSpan.FromHours(24) ? (true, "") : (false, "closed");
        private bool force, urgent;
        private bool IsUrgent(Customer c) => c.OptedIn;
        """;

    [Theory]
    // An object that says which way the method went.
    [InlineData("Result ok = Validate(customer); if (!ok.IsSuccess) return; await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("Result ok = Validate(customer); if (ok.IsFailure) return; await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("if ((await ValidateAsync(customer)).IsSuccess) await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("if (Validate(customer) is { IsSuccess: true }) await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("Plan plan = Decide(customer); if (plan.Kind == Kind.Text) await whatsApp.SendTextAsync(plan.To, \"hi\"); else await whatsApp.SendTemplateAsync(plan.To, \"x\");")]
    [InlineData("Plan plan = Decide(customer); switch (plan.Kind) { case Kind.Text: await whatsApp.SendTextAsync(plan.To, \"hi\"); break; default: await whatsApp.SendTemplateAsync(plan.To, \"x\"); break; }")]
    [InlineData("(bool ok, string reason) = Look(customer); if (!ok) return; await whatsApp.SendTextAsync(customer.Phone, reason);")]
    // The cases of a tuple.
    [InlineData("bool fresh = customer.HasOpenWindow; switch (fresh, urgent) { case (true, _): await whatsApp.SendTextAsync(customer.Phone, \"hi\"); break; case (false, true): await whatsApp.SendTemplateAsync(customer.Phone, \"x\"); break; }")]
    [InlineData("await ((customer.HasOpenWindow, urgent) switch { (false, _) => whatsApp.SendTemplateAsync(customer.Phone, \"x\"), _ => whatsApp.SendTextAsync(customer.Phone, \"hi\") });")]
    // More than one condition.
    [InlineData("if (customer.HasOpenWindow && urgent) await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("if (!urgent || !customer.HasOpenWindow) return; await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("if (!customer.OptedIn) return; if (customer.HasOpenWindow) await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("if (urgent) { if (customer.HasOpenWindow) await whatsApp.SendTextAsync(customer.Phone, \"hi\"); } else log(\"later\");")]
    [InlineData("if (customer.LastSeen == null || customer.HasOpenWindow) await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("if (DateTimeOffset.Compare(customer.LastInboundAt.AddDays(1), DateTimeOffset.UtcNow) > 0) await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    [InlineData("if (customer.LastInboundAt.AddDays(1).CompareTo(DateTimeOffset.UtcNow) < 0) return; await whatsApp.SendTextAsync(customer.Phone, \"hi\");")]
    public void IsAGuard(string statements) => SessionProgram.CheckJob(statements, Members);

    [Theory]
    [InlineData("Result ok = Validate(customer); if (ok.IsSuccess) return; await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");")]
    [InlineData("Result ok = Validate(customer); if (!ok.IsFailure) return; await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");")]
    [InlineData("Result ok = Number(customer); if (!ok.IsSuccess) return; await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");")]
    [InlineData("Validate(customer); await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");")]
    [InlineData("Plan plan = Decide(customer); if (plan.Kind == Kind.Template) await whatsApp.[|SendTextAsync|](plan.To, \"hi\");")]
    [InlineData("Plan plan = Decide(customer); if (plan.To != \"\") await whatsApp.[|SendTextAsync|](plan.To, \"hi\");")]
    [InlineData("(bool ok, string reason) = Look(customer); if (ok) return; await whatsApp.[|SendTextAsync|](customer.Phone, reason);")]
    [InlineData("bool fresh = customer.HasOpenWindow; switch (fresh, urgent) { case (false, _): await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\"); break; default: break; }")]
    [InlineData("switch (customer.OptedIn, urgent) { case (true, true): await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\"); break; }")]
    // A condition that lifts the check.
    [InlineData("if (customer.HasOpenWindow || force) await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");")]
    [InlineData("if (force || customer.HasOpenWindow) await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");")]
    [InlineData("if (!customer.HasOpenWindow && !IsUrgent(customer)) return; await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");")]
    [InlineData("if (!force && !customer.HasOpenWindow) return; await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");")]
    [InlineData("if (!force) { if (!customer.HasOpenWindow) return; } await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");")]
    [InlineData("bool allowed = customer.HasOpenWindow || customer.OptedIn; if (allowed) await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");")]
    [InlineData("if (customer.Phone != \"\" && (customer.HasOpenWindow || force)) await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");")]
    [InlineData("if (DateTimeOffset.Compare(customer.LastInboundAt.AddDays(1), DateTimeOffset.UtcNow) < 0) await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");")]
    public void IsNoGuard(string statements) => SessionProgram.CheckJob(statements, Members);

    [Theory]
    // Our own message sets the time.
    [InlineData("if (DateTimeOffset.UtcNow - chat.LastMessageAt > TimeSpan.FromHours(24)) return; await whatsApp.[|SendTextAsync|](chat.Phone, \"hi\"); chat.LastMessageAt = DateTimeOffset.UtcNow;")]
    [InlineData("if (chat.LastActivity < DateTimeOffset.UtcNow.AddDays(-1)) return; HttpResponseMessage answer = await whatsApp.[|SendTextAsync|](chat.Phone, \"hi\"); if (answer.IsSuccessStatusCode) chat.LastActivity = DateTimeOffset.UtcNow;")]
    // The name says whose message it is.
    [InlineData("if (DateTimeOffset.UtcNow - chat.LastInboundAt > TimeSpan.FromHours(24)) return; await whatsApp.SendTextAsync(chat.Phone, \"hi\"); chat.LastInboundAt = chat.LastInboundAt.AddTicks(1);")]
    // Set before the send, or where nothing is sent.
    [InlineData("if (DateTimeOffset.UtcNow - chat.LastMessageAt > TimeSpan.FromHours(24)) return; await whatsApp.SendTextAsync(chat.Phone, \"hi\");")]
    // Set after the answer to what has come in.
    [InlineData("if (DateTimeOffset.UtcNow - chat.LastSeenAt > TimeSpan.FromHours(24)) return; await whatsApp.SendTextAsync(chat.Phone, \"hi\");")]
    public void TellsByWhoSetsTheTime(string statements) => SessionProgram.Check($$"""
        public sealed class Chat { public string Phone { get; set; } = ""; public DateTimeOffset LastMessageAt { get; set; } public DateTimeOffset LastInboundAt { get; set; } public DateTimeOffset LastActivity { get; set; } public DateTimeOffset LastSeenAt { get; set; } }
        public sealed class Inbound { public string from { get; set; } = ""; public string id { get; set; } = ""; public string type { get; set; } = ""; }
        public sealed class Job(IWhatsApp whatsApp)
        {
            public async Task Run(Chat chat) { {{statements}} }
            public async Task Received(Chat chat, Inbound message) { await whatsApp.SendTextAsync(message.from, "thanks"); chat.LastSeenAt = DateTimeOffset.UtcNow; }
            public void Wrote(Chat chat) { chat.LastMessageAt = DateTimeOffset.UtcNow; chat.LastInboundAt = DateTimeOffset.UtcNow; chat.LastActivity = DateTimeOffset.UtcNow; }
        }
        """);
}
