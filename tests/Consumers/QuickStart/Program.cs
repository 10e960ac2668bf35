using System.Threading.Channels;
using Lumen.Couriers;
using Lumen.Couriers.Notifications;
using Lumen.Couriers.Depot;
using Lumen.Couriers.WhatsApp;

if (args is ["depot"])
{
    return await DepotSender.RunAsync();
}

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddHttpClient<WhatsAppClient>((services, http) =>
{
    http.BaseAddress = new Uri("https://waba-v2.360dialog.io/");
    http.DefaultRequestHeaders.Add("D360-API-KEY", services.GetRequiredService<IConfiguration>()["WhatsApp:ApiKey"]);
});
builder.Services.AddSingleton<ParcelStore>();
builder.Services.AddSingleton(Channel.CreateUnbounded<WebhookUpdate>());
builder.Services.AddHostedService<InboundWorker>();
builder.Services.AddHostedService<DeliveryReminders>();

WebApplication app = builder.Build();

// The work is done by InboundWorker: 360dialog wants its answer at once.
app.MapPost("/whatsapp/webhook", async (WebhookUpdate update, Channel<WebhookUpdate> inbox) =>
{
    await inbox.Writer.WriteAsync(update);
    return Results.Ok();
});

app.MapPost("/parcels/{number}/out-for-delivery", async (string number, ParcelStore parcels, WhatsAppClient whatsApp) =>
{
    Parcel parcel = parcels.Find(number);
    await whatsApp.SendAsync(new // DLG0201
    {
        messaging_product = "whatsapp",
        to = parcel.Phone,
        type = "text",
        text = new { body = "Your parcel is out for delivery." },
    });
    return Results.Accepted();
});

app.MapPost("/parcels/{number}/delivered", async (string number, ParcelStore parcels, WhatsAppClient whatsApp) =>
{
    Parcel parcel = parcels.Find(number);
    if (DateTimeOffset.UtcNow - parcel.LastInboundAt < TimeSpan.FromHours(24))
    {
        await whatsApp.SendAsync(new
        {
            messaging_product = "whatsapp",
            to = parcel.Phone,
            type = "text",
            text = new { body = "Your parcel has arrived. How did we do?" },
        });
    }
    else
    {
        await whatsApp.SendAsync(new
        {
            messaging_product = "whatsapp",
            to = parcel.Phone,
            type = "template",
            template = new { name = "parcel_delivered", language = new { code = "en" } },
        });
    }

    return Results.Accepted();
});

await app.RunAsync();
return 0;
