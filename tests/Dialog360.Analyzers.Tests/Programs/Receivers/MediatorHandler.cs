using MediatR; using Microsoft.AspNetCore.Mvc;
namespace Shop.WhatsApp;
public record ProcessWebhookCommand(WebhookDto Payload) : IRequest<Unit2>; public struct Unit2 { }
[ApiController, Route("webhooks/360dialog")]
public class Dialog360WebhookController(IMediator mediator) : ControllerBase
{
    [HttpPost]
    public async Task<IActionResult> Post([FromBody] WebhookDto dto, CancellationToken ct)
    {
        await mediator.Send(new ProcessWebhookCommand(dto), ct);
        return Ok();
    }
}
public class ProcessWebhookCommandHandler(ISessions sessions, ISender360 sender) : IRequestHandler<ProcessWebhookCommand, Unit2>
{
    public async Task<Unit2> Handle(ProcessWebhookCommand request, CancellationToken cancellationToken)
    {
        var value = request.Payload.Entry.{|DLG0604:First|}().Changes.{|DLG0604:First|}().Value;
        if (value.Statuses?.Any() == true)
        {
            var status = value.{|DLG0603:Statuses|}.{|DLG0604:First|}();
            await sessions.UpdateStatusAsync(status.Id, status.Status);
            return default;
        }
        var message = value.Messages.{|DLG0604:First|}();
        var session = await sessions.GetAsync(message.{|DLG0606:From|});
        await sender.ReplyAsync(message.From, session.NextQuestion);
        return default;
    }
}
public interface ISessions { Task UpdateStatusAsync(string id, string s); Task<Session> GetAsync(string from); }
public class Session { public string NextQuestion { get; set; } }
public interface ISender360 { Task ReplyAsync(string to, string text); }
public class WebhookDto { [JsonPropertyName("entry")] public List<EntryDto> Entry { get; set; } }
public class EntryDto { [JsonPropertyName("changes")] public List<ChangeDto> Changes { get; set; } }
public class ChangeDto { [JsonPropertyName("value")] public ValueDto Value { get; set; } }
public class ValueDto { [JsonPropertyName("messages")] public List<MessageDto> Messages { get; set; } [JsonPropertyName("statuses")] public List<StatusDto> Statuses { get; set; } }
public class MessageDto { [JsonPropertyName("from")] public string From { get; set; } [JsonPropertyName("id")] public string Id { get; set; } [JsonPropertyName("text")] public TextDto Text { get; set; } }
public class TextDto { [JsonPropertyName("body")] public string Body { get; set; } }
public class StatusDto { [JsonPropertyName("id")] public string Id { get; set; } [JsonPropertyName("status")] public string Status { get; set; } [JsonPropertyName("recipient_id")] public string RecipientId { get; set; } }
