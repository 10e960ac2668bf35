using Microsoft.Azure.Functions.Worker; using Microsoft.Azure.Functions.Worker.Http; using Microsoft.Extensions.Logging;
namespace Bot.Functions;
public class WhatsAppWebhook
{
    private readonly ILogger<WhatsAppWebhook> _logger; private readonly IInboundQueue _queue;
    public WhatsAppWebhook(ILogger<WhatsAppWebhook> logger, IInboundQueue queue) { _logger = logger; _queue = queue; }

    [Function(nameof(WhatsAppWebhook))]
    public async Task<HttpResponseData> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "whatsapp")] HttpRequestData req, FunctionContext ctx)
    {
        if (req.Method == "GET")
        {
            if (req.Query["hub.verify_token"] != Environment.GetEnvironmentVariable("VERIFY")) return req.CreateResponse(HttpStatusCode.Forbidden);
            var ok = req.CreateResponse(HttpStatusCode.OK);
            await ok.WriteStringAsync(req.Query["hub.challenge"]!);
            return ok;
        }
        WebhookNotification notification;
        try { notification = await req.ReadFromJsonAsync<WebhookNotification>(); }
        catch (JsonException ex) { _logger.LogWarning(ex, "bad json"); return {|DLG0601:req.CreateResponse(HttpStatusCode.BadRequest)|}; }
        if (notification?.Entry is not { Count: > 0 })
        {
            var bad = req.CreateResponse();
            bad.StatusCode = {|DLG0601:HttpStatusCode.UnprocessableEntity|};
            return bad;
        }
        foreach (var value in notification.Entry.SelectMany(e => e.Changes).Select(c => c.Value))
        {
            foreach (var message in value.Messages ?? []) await _queue.EnqueueAsync(message);
            foreach (var status in value.Statuses ?? [])
                foreach (var error in status.Errors ?? []) _logger.LogError("{Id} {Code}", status.Id, error.Code);
        }
        return req.CreateResponse(HttpStatusCode.OK);
    }
}
public interface IInboundQueue { Task EnqueueAsync(WaMessage m); }
public record WebhookNotification([property: JsonPropertyName("entry")] List<WaEntry> Entry);
public record WaEntry([property: JsonPropertyName("changes")] List<WaChange> Changes);
public record WaChange([property: JsonPropertyName("value")] WaValue Value);
public record WaValue([property: JsonPropertyName("messages")] List<WaMessage> Messages, [property: JsonPropertyName("statuses")] List<WaStatus> Statuses);
public record WaMessage([property: JsonPropertyName("from")] string From, [property: JsonPropertyName("id")] string Id, [property: JsonPropertyName("type")] string Type);
public record WaStatus([property: JsonPropertyName("id")] string Id, [property: JsonPropertyName("status")] string Status, [property: JsonPropertyName("recipient_id")] string RecipientId, [property: JsonPropertyName("errors")] List<WaError> Errors);
public record WaError([property: JsonPropertyName("code")] int Code);
