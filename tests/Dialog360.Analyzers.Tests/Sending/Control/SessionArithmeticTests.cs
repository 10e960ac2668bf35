namespace Dialog360.Analyzers.Tests.Sending.Control;

/// <summary>Form a of DLG0201: now minus a past time against 24 hours.</summary>
public sealed class SessionArithmeticTests
{
    public static TheoryData<string, string> Guarded => new()
    {
        { "if (DateTimeOffset.UtcNow - customer.LastInboundAt < TimeSpan.FromHours(24)) await whatsApp.SendTextAsync(customer.Phone, \"hi\");", "" },
        { "if (DateTimeOffset.UtcNow - customer.LastInboundAt >= TimeSpan.FromHours(24)) return; await whatsApp.SendTextAsync(customer.Phone, \"hi\");", "" },
        { "if ((DateTimeOffset.UtcNow - customer.LastInboundAt).TotalHours > 24) throw new InvalidOperationException(); await whatsApp.SendTextAsync(customer.Phone, \"hi\");", "" },
        { "if (customer.LastInboundAt > clock.GetUtcNow().AddHours(-24)) await whatsApp.SendTextAsync(customer.Phone, \"hi\");", "" },
        { "if (customer.LastInboundAt.AddDays(1) > clock.GetUtcNow()) { await whatsApp.SendTextAsync(customer.Phone, \"hi\"); } else { await whatsApp.SendTemplateAsync(customer.Phone, \"x\"); }", "" },
        { "TimeSpan age = clock.GetUtcNow() - customer.LastInboundAt; if (age.TotalMinutes < 1440) await whatsApp.SendTextAsync(customer.Phone, \"hi\");", "" },
        { "var cutoff = DateTimeOffset.UtcNow.Subtract(Window); if (customer.LastInboundAt < cutoff) { await whatsApp.SendTemplateAsync(customer.Phone, \"x\"); return; } await whatsApp.SendTextAsync(customer.Phone, \"hi\");", "private static readonly TimeSpan Window = TimeSpan.FromHours(23) + TimeSpan.FromMinutes(55);" },
        { "bool ok = DateTimeOffset.UtcNow.ToUnixTimeSeconds() - customer.LastInboundAt.ToUnixTimeSeconds() < 86400; if (ok) await whatsApp.SendTextAsync(customer.Phone, \"hi\");", "" },
        { "if (Fresh(customer)) await whatsApp.SendTextAsync(customer.Phone, \"hi\");", "private static bool Fresh(Customer c) => c.LastSeen is { } seen && DateTimeOffset.UtcNow - seen < TimeSpan.FromDays(1);" },
        { "if (!Fresh(customer)) return; await whatsApp.SendTextAsync(customer.Phone, \"hi\");", "private bool Fresh(Customer c) { if (c.LastSeen is null) return false; if (clock.GetUtcNow() - c.LastSeen > Limit) { return false; } return true; } private TimeSpan Limit { get; } = TimeSpan.FromHours(24);" },
        { "if (Age(customer) < Limit) await whatsApp.SendTextAsync(customer.Phone, \"hi\");", "private const int Limit = 24; private double Age(Customer c) => (DateTimeOffset.UtcNow - c.LastInboundAt).TotalHours;" },
        { "switch (DateTimeOffset.UtcNow - customer.LastInboundAt) { case { TotalHours: < 24 }: await whatsApp.SendTextAsync(customer.Phone, \"hi\"); break; default: await whatsApp.SendTemplateAsync(customer.Phone, \"x\"); break; }", "" },
        { "await ((clock.GetUtcNow() - customer.LastInboundAt).TotalHours is < 24 ? whatsApp.SendTextAsync(customer.Phone, \"hi\") : whatsApp.SendTemplateAsync(customer.Phone, \"x\"));", "" },
        { "foreach (Customer c in store.Customers.Where(x => x.LastInboundAt > DateTimeOffset.UtcNow.AddHours(-24))) await whatsApp.SendTextAsync(c.Phone, \"hi\");", "" },
        { "foreach (Customer c in store.Customers) { if (c.LastInboundAt < DateTimeOffset.UtcNow.AddHours(-24)) continue; await whatsApp.SendTextAsync(c.Phone, \"hi\"); }", "" },
        { "bool open = false; if (clock.GetUtcNow() - customer.LastInboundAt < TimeSpan.FromHours(24)) open = true; if (open) await whatsApp.SendTextAsync(customer.Phone, \"hi\");", "" },
        { "if (store.Customers.Any(c => c.Phone == customer.Phone && c.LastInboundAt > DateTimeOffset.UtcNow.AddHours(-24))) await whatsApp.SendTextAsync(customer.Phone, \"hi\");", "" },
        { "if (DateTimeOffset.UtcNow - customer.LastInboundAt < TimeSpan.FromHours(6)) await whatsApp.SendTextAsync(customer.Phone, \"hi\");", "" },
        { "Guard(customer); await whatsApp.SendTextAsync(customer.Phone, \"hi\");", "private void Guard(Customer c) { if (DateTimeOffset.UtcNow - c.LastInboundAt > TimeSpan.FromHours(24)) throw new InvalidOperationException(); }" },
        { "if (customer.OptedIn && DateTimeOffset.UtcNow - customer.LastInboundAt < TimeSpan.FromHours(24)) await whatsApp.SendTextAsync(customer.Phone, \"hi\");", "" },
        { "var text = clock.GetUtcNow() - customer.LastInboundAt < TimeSpan.FromHours(24) ? \"hi\" : null; if (text is not null) await whatsApp.SendTextAsync(customer.Phone, text);", "" },
        { "try { if (clock.GetUtcNow() - customer.LastInboundAt < TimeSpan.FromHours(24)) await whatsApp.SendTextAsync(customer.Phone, \"hi\"); } catch (Exception e) { log(e.Message); } finally { log(\"done\"); }", "" },
        { "if (DateTimeOffset.UtcNow - await times.LastInboundAsync(customer.Phone) < TimeSpan.FromHours(23)) await whatsApp.SendTextAsync(customer.Phone, \"hi\");", "public interface ITimes { Task<DateTimeOffset> LastInboundAsync(string to); Task<DateTimeOffset> LastSentAsync(string to); ValueTask<DateTime?> LastMessageOfCustomerAsync(string to); } private readonly ITimes times = null!;" },
        { "if ((clock.GetUtcNow() - (await times.LastInboundAsync(customer.Phone))).TotalHours > 24) return; await whatsApp.SendTextAsync(customer.Phone, \"hi\");", "public interface ITimes { Task<DateTimeOffset> LastInboundAsync(string to); Task<DateTimeOffset> LastSentAsync(string to); ValueTask<DateTime?> LastMessageOfCustomerAsync(string to); } private readonly ITimes times = null!;" },
        { "if (await times.LastMessageOfCustomerAsync(customer.Phone) > DateTime.UtcNow.AddHours(-24)) await whatsApp.SendTextAsync(customer.Phone, \"hi\");", "public interface ITimes { Task<DateTimeOffset> LastInboundAsync(string to); Task<DateTimeOffset> LastSentAsync(string to); ValueTask<DateTime?> LastMessageOfCustomerAsync(string to); } private readonly ITimes times = null!;" },
    };

    public static TheoryData<string, string> NotGuarded => new()
    {
        { "await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");", "" },
        { "if (DateTimeOffset.UtcNow - customer.LastInboundAt > TimeSpan.FromHours(24)) await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");", "" },
        { "if (DateTimeOffset.UtcNow - customer.LastInboundAt < TimeSpan.FromHours(24)) await whatsApp.SendTemplateAsync(customer.Phone, \"x\"); else await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");", "" },
        { "if (DateTimeOffset.UtcNow - customer.LastInboundAt < TimeSpan.FromHours(24)) return; await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");", "" },
        { "if (DateTimeOffset.UtcNow - customer.LastInboundAt < TimeSpan.FromHours(24)) log(\"fresh\"); await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");", "" },
        { "await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\"); if (DateTimeOffset.UtcNow - customer.LastInboundAt > TimeSpan.FromHours(24)) return; log(\"x\");", "" },
        { "if (clock.GetUtcNow() - tokenFetchedAt > TimeSpan.FromHours(24)) { tokenFetchedAt = clock.GetUtcNow(); } await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");", "private DateTimeOffset tokenFetchedAt;" },
        { "if (clock.GetUtcNow() - cacheFilledAt < TimeSpan.FromHours(24)) await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");", "private DateTimeOffset cacheFilledAt;" },
        { "if (appointment - DateTimeOffset.UtcNow <= TimeSpan.FromHours(24)) await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");", "private DateTimeOffset appointment;" },
        { "if (DateTimeOffset.UtcNow >= startsAt.AddHours(-24)) await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");", "private DateTimeOffset startsAt;" },
        { "if (DateTimeOffset.UtcNow - customer.LastSentAt < TimeSpan.FromHours(24)) await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");", "" },
        { "if (DateTimeOffset.UtcNow - lastReminder > TimeSpan.FromHours(24)) await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");", "private DateTimeOffset lastReminder;" },
        { "if (DateTimeOffset.UtcNow - customer.LastInboundAt < TimeSpan.FromDays(3)) await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");", "" },
        { "if (DateTimeOffset.UtcNow - customer.CreatedAt < TimeSpan.FromHours(1)) await whatsApp.[|SendTextAsync|](\"+4915112345678\", \"hi\");", "" },
        { "if (customer.OptedIn) await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");", "" },
        { "foreach (Customer c in store.Customers.Where(x => x.LastInboundAt < DateTimeOffset.UtcNow.AddHours(-24))) await whatsApp.[|SendTextAsync|](c.Phone, \"hi\");", "" },
        { "Guard(customer); await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");", "private void Guard(Customer c) { if (DateTimeOffset.UtcNow - c.LastInboundAt > TimeSpan.FromHours(24)) log(\"late\"); }" },
        { "await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\"); Guard(customer);", "private void Guard(Customer c) { if (DateTimeOffset.UtcNow - c.LastInboundAt > TimeSpan.FromHours(24)) throw new InvalidOperationException(); }" },
        { "Guard(customer); await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");", "private void Guard(Customer c) { if (DateTimeOffset.UtcNow - c.LastInboundAt < TimeSpan.FromHours(24)) throw new InvalidOperationException(); }" },
        { "try { Guard(customer); } catch (InvalidOperationException) { log(\"late\"); } await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");", "private void Guard(Customer c) { if (DateTimeOffset.UtcNow - c.LastInboundAt > TimeSpan.FromHours(24)) throw new InvalidOperationException(); }" },
        { "if (Stale(customer)) await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");", "private bool Stale(Customer c) => DateTimeOffset.UtcNow - c.LastInboundAt > TimeSpan.FromHours(24);" },
        { "if (customer.OptedIn) Guard(customer); await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");", "private void Guard(Customer c) { if (DateTimeOffset.UtcNow - c.LastInboundAt > TimeSpan.FromHours(24)) throw new InvalidOperationException(); }" },
        { "if (DateTimeOffset.UtcNow - await times.LastSentAsync(customer.Phone) < TimeSpan.FromHours(24)) await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");", "public interface ITimes { Task<DateTimeOffset> LastInboundAsync(string to); Task<DateTimeOffset> LastSentAsync(string to); ValueTask<DateTime?> LastMessageOfCustomerAsync(string to); } private readonly ITimes times = null!;" },
        { "if (DateTimeOffset.UtcNow - await times.LastInboundAsync(customer.Phone) > TimeSpan.FromHours(24)) await whatsApp.[|SendTextAsync|](customer.Phone, \"hi\");", "public interface ITimes { Task<DateTimeOffset> LastInboundAsync(string to); Task<DateTimeOffset> LastSentAsync(string to); ValueTask<DateTime?> LastMessageOfCustomerAsync(string to); } private readonly ITimes times = null!;" },
    };

    [Theory]
    [MemberData(nameof(Guarded))]
    public void IsAGuard(string statements, string members) => SessionProgram.CheckJob(statements, members);

    [Theory]
    [MemberData(nameof(NotGuarded))]
    public void IsNoGuard(string statements, string members) => SessionProgram.CheckJob(statements, members);
}
