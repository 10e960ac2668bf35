using MediatR; using Microsoft.Extensions.Logging;
public record SendReminder(string Phone, DateTime At) : IRequest<bool>;
public class SendReminderHandler(IHttpClientFactory factory) : IRequestHandler<SendReminder, bool>
{
    public async Task<bool> Handle(SendReminder request, CancellationToken cancellationToken)
    {
        var client = factory.CreateClient("360dialog");
        var response = await client.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to = request.Phone, type = "template", template = new { name = "reminder", language = new { code = "de" } } }, cancellationToken);
        return response.IsSuccessStatusCode;
    }
}
public class ReminderJob(IMediator mediator, ILogger<ReminderJob> log)
{
    public async Task RunAsync(IEnumerable<(string Phone, DateTime At)> due)
    {
        foreach (var (phone, at) in due)
            if (!await mediator.Send(new SendReminder(phone, at))) log.LogWarning("not sent");
    }
    public async Task RunBlindAsync(IEnumerable<(string Phone, DateTime At)> due) { foreach (var (phone, at) in due) await mediator.Send(new SendReminder(phone, at)); }
}
