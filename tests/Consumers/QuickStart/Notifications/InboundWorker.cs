using System.Threading.Channels;
using Lumen.Couriers.WhatsApp;

namespace Lumen.Couriers.Notifications;

/// <summary>Answers customers: whoever has just written may be answered freely.</summary>
public sealed class InboundWorker(Channel<WebhookUpdate> inbox, ParcelStore parcels, WhatsAppClient whatsApp, ILogger<InboundWorker> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (WebhookUpdate update in inbox.Reader.ReadAllAsync(stoppingToken))
        {
            foreach (WebhookValue value in update.Entries.SelectMany(entry => entry.Changes).Select(change => change.Value))
            {
                foreach (MessageStatus status in value.Statuses ?? [])
                {
                    foreach (StatusError error in status.Errors ?? [])
                    {
                        logger.LogWarning("Message {Id} failed: {Code} {Title}", status.Id, error.Code, error.Title);
                    }
                }

                foreach (InboundMessage message in value.Messages ?? [])
                {
                    parcels.CustomerWrote(message.From, DateTimeOffset.UtcNow); // DLG0606
                    await AnswerAsync(message);
                }
            }
        }
    }

    private async Task AnswerAsync(InboundMessage message)
    {
        switch (message.Text?.Body)
        {
            case "where":
                await whatsApp.SendAsync(Replies.Depot(message.From));
                await whatsApp.SendAsync(Replies.Locker(message.From));
                await whatsApp.SendJsonAsync(Replies.PickupPoint(message.From));
                break;
            case "photo":
                await whatsApp.SendAsync(Replies.ProofOfDelivery(message.From));
                await whatsApp.SendJsonAsync(Replies.VoiceNote(message.From, message.Id));
                await whatsApp.SendAsync(Replies.ThankYouSticker(message.From));
                break;
            case "label":
                await whatsApp.SendAsync(Replies.Label(message.From, "return label.pdf"));
                await whatsApp.SendAsync(Replies.Receipt(message.From));
                await whatsApp.SendJsonAsync(Replies.Manifest(message.From));
                break;
            default:
                await whatsApp.SendAsync(new OutboundMessage
                {
                    Recipient = message.From,
                    Kind = "text",
                    Text = new TextContent("Write where, photo or label."),
                });
                break;
        }
    }
}
