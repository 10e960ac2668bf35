using Lumen.Couriers.WhatsApp;

namespace Lumen.Couriers.Notifications;

/// <summary>Reminds customers of parcels that wait for them.</summary>
public sealed class DeliveryReminders(ParcelStore parcels, WhatsAppClient whatsApp) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using PeriodicTimer timer = new(TimeSpan.FromMinutes(15));
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (Parcel parcel in parcels.DueBefore(DateTimeOffset.UtcNow.AddHours(2)))
            {
                await RemindAsync(parcel); // DLG0201
                await OfferNewSlotAsync(parcel);
                await WarnAsync(parcel); // DLG0201
                await Task.Delay(TimeSpan.FromMilliseconds(50), stoppingToken);
            }
        }
    }

    private async Task RemindAsync(Parcel parcel)
    {
        OutboundMessage message = new()
        {
            Recipient = parcel.Phone,
            Kind = "text",
            Text = new TextContent("Your parcel arrives within two hours."),
        };
        await whatsApp.SendAsync(message);
    }

    private async Task OfferNewSlotAsync(Parcel parcel)
    {
        if (!IsSessionOpen(parcel))
        {
            return;
        }

        await whatsApp.SendAsync(new OutboundMessage
        {
            Recipient = parcel.Phone,
            Kind = "text",
            Text = new TextContent("Not at home? Answer with a time that suits you."),
        });
    }

    private async Task WarnAsync(Parcel parcel)
    {
        string json = $$"""
            {
              "messaging_product": "whatsapp",
              "to": "{{parcel.Phone}}",
              "type": "text",
              "text": { "body": "Last day: your parcel goes back tomorrow." }
            }
            """;
        await whatsApp.SendJsonAsync(json);
    }

    private static bool IsSessionOpen(Parcel parcel) => DateTimeOffset.UtcNow - parcel.LastInboundAt < TimeSpan.FromHours(24);
}
