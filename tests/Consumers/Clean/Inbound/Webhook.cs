using System.Text.Json.Serialization;
using System.Threading.Channels;
using Bellavista.Hotel.Sessions;
using Microsoft.AspNetCore.Mvc;

namespace Bellavista.Hotel.Inbound;

public sealed record GuestUpdate([property: JsonPropertyName("entry")] List<GuestEntry> Entry);

public sealed record GuestEntry([property: JsonPropertyName("changes")] List<GuestChange> Changes);

public sealed record GuestChange([property: JsonPropertyName("value")] GuestValue Value);

public sealed record GuestValue(
    [property: JsonPropertyName("messages")] List<GuestMessage>? Messages,
    [property: JsonPropertyName("statuses")] List<GuestStatus>? Statuses);

public sealed record GuestMessage(
    [property: JsonPropertyName("from")] string From,
    [property: JsonPropertyName("from_user_id")] string? UserId,
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("type")] string Type);

public sealed record GuestStatus(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("recipient_id")] string RecipientId,
    [property: JsonPropertyName("errors")] List<GuestError>? Errors);

public sealed record GuestError([property: JsonPropertyName("code")] int Code, [property: JsonPropertyName("title")] string Title);

[Route("webhook")]
public sealed class WebhookController(Channel<GuestUpdate> updates) : ControllerBase
{
    [HttpPost]
    public async Task<IActionResult> PostAsync([FromBody] GuestUpdate update)
    {
        await updates.Writer.WriteAsync(update);
        return Ok();
    }
}

public sealed class UpdateWorker(
    Channel<GuestUpdate> updates,
    IGuestBook guests,
    Clients.TypedClient typed,
    Clients.NamedClient named,
    Clients.FlurlSender flurl,
    ILogger<UpdateWorker> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (GuestUpdate update in updates.Reader.ReadAllAsync(stoppingToken))
        {
            foreach (GuestEntry entry in update.Entry)
            {
                foreach (GuestChange change in entry.Changes)
                {
                    await HandleAsync(change.Value);
                }
            }
        }
    }

    private async Task HandleAsync(GuestValue value)
    {
        foreach (GuestStatus status in value.Statuses ?? [])
        {
            foreach (GuestError error in status.Errors ?? [])
            {
                logger.LogError("{Id} for {Recipient} failed: {Code} {Title}", status.Id, status.RecipientId, error.Code, error.Title);
            }
        }

        foreach (GuestMessage message in value.Messages ?? [])
        {
            logger.LogInformation("{User} wrote.", message.UserId);
            await guests.WroteAsync(message.From, DateTimeOffset.UtcNow);
            await typed.MarkAsReadAsync(message.Id);
            if (message.Type == "location")
            {
                await named.ShowTheWayAsync(message);
            }
            else if (message.Type == "text")
            {
                await named.ReplyAsync(message, "We shall be with you in a minute.");
            }
            else
            {
                await flurl.WelcomeAsync(message);
            }
        }
    }
}
