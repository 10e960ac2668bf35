using Microsoft.Extensions.Logging;
public interface INotificationChannel { Task<NotificationResult> NotifyAsync(Guid userId, string text); }
public class NotificationResult { public bool Succeeded { get; init; } public string Reason { get; init; } public static NotificationResult Ok() => new() { Succeeded = true }; public static NotificationResult Fail(string r) => new() { Reason = r }; }
public class EmailChannel : INotificationChannel { public Task<NotificationResult> NotifyAsync(Guid userId, string text) => Task.FromResult(NotificationResult.Ok()); }
public class WhatsAppChannel(IHttpClientFactory f, IUsers users) : INotificationChannel
{
    public async Task<NotificationResult> NotifyAsync(Guid userId, string text)
    {
        var to = await users.PhoneAsync(userId);
        if (to is null) return NotificationResult.Fail("no phone");
        using var req = new HttpRequestMessage(HttpMethod.Post, "https://waba-v2.360dialog.io/messages") { Content = JsonContent.Create(new { messaging_product = "whatsapp", to, type = "text", text = new { body = text } }) };
        req.Headers.Add("D360-API-KEY", "x");
        using var res = await f.CreateClient().SendAsync(req);
        return res.IsSuccessStatusCode ? NotificationResult.Ok() : NotificationResult.Fail(await res.Content.ReadAsStringAsync());
    }
}
public class Notifier(IEnumerable<INotificationChannel> channels, ILogger<Notifier> log)
{
    public async Task NotifyAllAsync(Guid user, string text) { foreach (var c in channels) await c.{|DLG0301:NotifyAsync|}(user, text); }
    public async Task NotifyCheckedAsync(Guid user, string text) { foreach (var c in channels) { var r = await c.NotifyAsync(user, text); if (!r.Succeeded) log.LogWarning("{R}", r.Reason); } }
}
public class Direct(WhatsAppChannel wa) { public async Task Hi(Guid u) { await wa.{|DLG0301:NotifyAsync|}(u, "hi"); } }
public interface IUsers { Task<string> PhoneAsync(Guid id); }
