using Microsoft.AspNetCore.Mvc; using Microsoft.Extensions.Logging;
public interface IUpdateHandler { bool CanHandle(WaValue value); Task HandleAsync(WaValue value, CancellationToken ct); }
public class MessageHandler(IConversations conversations) : IUpdateHandler
{
    public bool CanHandle(WaValue value) => value.Messages?.Count > 0;
    public async Task HandleAsync(WaValue value, CancellationToken ct) { foreach (var m in value.Messages!) await conversations.AppendAsync(m.UserId ?? m.From, m.Text?.Body, ct); }
}
public class StatusHandler(IDeliveries deliveries, ILogger<StatusHandler> log) : IUpdateHandler
{
    public bool CanHandle(WaValue value) => value.Statuses?.Count > 0;
    public async Task HandleAsync(WaValue value, CancellationToken ct)
    {
        foreach (var s in value.Statuses!)
        {
            if (s.Status == "failed") await deliveries.FailAsync(s.Id, s.Errors?.FirstOrDefault()?.Code ?? 0, ct);
            else await deliveries.AdvanceAsync(s.Id, s.Status, ct);
        }
    }
}
[ApiController, Route("whatsapp")]
public class WhatsAppController(IEnumerable<IUpdateHandler> handlers) : ControllerBase
{
    [HttpPost]
    public async Task<OkResult> Post(WaUpdate update, CancellationToken ct)
    {
        foreach (var value in update.Entry.SelectMany(e => e.Changes, (_, c) => c.Value))
            foreach (var handler in handlers.Where(h => h.CanHandle(value)))
                await handler.HandleAsync(value, ct);
        return Ok();
    }
}
public interface IConversations { Task AppendAsync(string who, string text, CancellationToken ct); } public interface IDeliveries { Task FailAsync(string id, int code, CancellationToken ct); Task AdvanceAsync(string id, string s, CancellationToken ct); }
public class WaUpdate { [JsonPropertyName("entry")] public List<WaEntry> Entry { get; set; } = []; } public class WaEntry { [JsonPropertyName("changes")] public List<WaChange> Changes { get; set; } = []; } public class WaChange { [JsonPropertyName("value")] public WaValue Value { get; set; } = new(); }
public class WaValue { [JsonPropertyName("messages")] public List<WaMessage> Messages { get; set; } [JsonPropertyName("statuses")] public List<WaStatus> Statuses { get; set; } } public class WaMessage { [JsonPropertyName("from")] public string From { get; set; } [JsonPropertyName("from_user_id")] public string UserId { get; set; } [JsonPropertyName("text")] public WaText Text { get; set; } } public class WaText { [JsonPropertyName("body")] public string Body { get; set; } }
public class WaStatus { [JsonPropertyName("id")] public string Id { get; set; } [JsonPropertyName("status")] public string Status { get; set; } [JsonPropertyName("recipient_id")] public string To { get; set; } [JsonPropertyName("errors")] public List<WaErr> Errors { get; set; } } public class WaErr { [JsonPropertyName("code")] public int Code { get; set; } }
