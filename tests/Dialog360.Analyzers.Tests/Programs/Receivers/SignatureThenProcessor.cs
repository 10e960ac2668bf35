using Microsoft.AspNetCore.Mvc; using Microsoft.AspNetCore.Http; using System.Security.Cryptography; using Microsoft.Extensions.Logging; using System.Text.Json;
[ApiController]
[Route("api/v1/[controller]")]
public class WhatsappWebhookController : ControllerBase
{
    private readonly IWebhookProcessor _processor; private readonly ILogger _log; private readonly string _secret;
    public WhatsappWebhookController(IWebhookProcessor p, ILogger<WhatsappWebhookController> l, Microsoft.Extensions.Configuration.IConfiguration c) { _processor = p; _log = l; _secret = c["secret"]; }
    [HttpPost]
    public async Task<IActionResult> ReceiveAsync(CancellationToken ct)
    {
        Request.EnableBuffering();
        using var reader = new StreamReader(Request.Body, leaveOpen: true);
        var raw = await reader.ReadToEndAsync(ct);
        if (!Request.Headers.TryGetValue("X-Hub-Signature-256", out var sig)) return Unauthorized();
        using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(_secret));
        var hash = "sha256=" + Convert.ToHexString(hmac.ComputeHash(Encoding.UTF8.GetBytes(raw))).ToLowerInvariant();
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(hash), Encoding.UTF8.GetBytes(sig!))) { _log.LogWarning("bad sig"); return StatusCode(403); }
        var update = JsonSerializer.Deserialize<Upd>(raw, new JsonSerializerOptions { PropertyNameCaseInsensitive = true });
        await _processor.ProcessAsync(update, ct);
        return Ok();
    }
}
public interface IWebhookProcessor { Task ProcessAsync(Upd u, CancellationToken ct); }
public class WebhookProcessor(IDb db, ILogger<WebhookProcessor> log) : IWebhookProcessor
{
    public async Task ProcessAsync(Upd u, CancellationToken ct)
    {
        foreach (var change in u.Entry.SelectMany(x => x.Changes))
        {
            switch (change.Field)
            {
                case "messages" when change.Value.Messages is { Length: > 0 }:
                    foreach (var m in change.Value.Messages) await db.AddMessageAsync(m.FromUserId ?? m.From, m.Id);
                    break;
                case "messages" when change.Value.Statuses is { Length: > 0 } statuses:
                    foreach (var s in statuses)
                    {
                        await db.SetStatusAsync(s.Id, s.Status);
                        if (s.Errors is { Length: > 0 }) log.LogWarning("{@Errors}", s.Errors);
                    }
                    break;
            }
        }
    }
}
public interface IDb { Task AddMessageAsync(string who, string id); Task SetStatusAsync(string id, string s); }
public class Upd { public Ent[] Entry { get; set; } } public class Ent { public Chg[] Changes { get; set; } } public class Chg { public string Field { get; set; } public Val Value { get; set; } }
public class Val { public Msg[] Messages { get; set; } public St[] Statuses { get; set; } } public class Msg { public string From { get; set; } [JsonPropertyName("from_user_id")] public string FromUserId { get; set; } public string Id { get; set; } }
public class St { public string Id { get; set; } public string Status { get; set; } [JsonPropertyName("recipient_id")] public string RecipientId { get; set; } public Er[] Errors { get; set; } } public class Er { public int Code { get; set; } public string Title { get; set; } }
