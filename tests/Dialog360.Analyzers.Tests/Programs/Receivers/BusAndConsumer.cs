using MassTransit; using Microsoft.AspNetCore.Mvc;
public record WhatsAppUpdateReceived(string Json);
[ApiController, Route("hooks")]
public class HooksController(IPublishEndpoint bus) : ControllerBase
{
    [HttpPost("wa")]
    public async Task<IActionResult> Receive()
    {
        using var reader = new StreamReader(Request.Body);
        await bus.Publish(new WhatsAppUpdateReceived(await reader.ReadToEndAsync()));
        return Ok();
    }
}
public class WhatsAppUpdateConsumer(IInboxStore inbox, IDeliveryStore deliveries) : IConsumer<WhatsAppUpdateReceived>
{
    public async Task Consume(ConsumeContext<WhatsAppUpdateReceived> context)
    {
        var update = JsonSerializer.Deserialize<Update>(context.Message.Json);
        foreach (var v in update.Entry.SelectMany(e => e.Changes).Where(c => c.Field == "messages").Select(c => c.Value))
        {
            foreach (var m in v.Messages ?? Enumerable.Empty<InMsg>()) await inbox.AddAsync(m.FromUserId, m.From, m.Id);
            foreach (var s in v.Statuses ?? Enumerable.Empty<OutStatus>()) await deliveries.SetAsync(s.Id, s.Status, s.Errors?.Select(e => e.Code).ToArray());
        }
    }
}
public interface IInboxStore { Task AddAsync(string user, string phone, string id); } public interface IDeliveryStore { Task SetAsync(string id, string s, int[] errors); }
public class Update { [JsonPropertyName("entry")] public Entry[] Entry { get; set; } } public class Entry { [JsonPropertyName("changes")] public Change[] Changes { get; set; } } public class Change { [JsonPropertyName("field")] public string Field { get; set; } [JsonPropertyName("value")] public Value Value { get; set; } }
public class Value { [JsonPropertyName("messages")] public InMsg[] Messages { get; set; } [JsonPropertyName("statuses")] public OutStatus[] Statuses { get; set; } } public class InMsg { [JsonPropertyName("from")] public string From { get; set; } [JsonPropertyName("from_user_id")] public string FromUserId { get; set; } [JsonPropertyName("id")] public string Id { get; set; } }
public class OutStatus { [JsonPropertyName("id")] public string Id { get; set; } [JsonPropertyName("status")] public string Status { get; set; } [JsonPropertyName("recipient_id")] public string To { get; set; } [JsonPropertyName("errors")] public OutError[] Errors { get; set; } } public class OutError { [JsonPropertyName("code")] public int Code { get; set; } }
