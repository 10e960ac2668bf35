using Bellavista.Hotel.Sessions;
using WABA360Dialog;

namespace Bellavista.Hotel.Clients;

public sealed class SdkSender(IGuestBook guests, IConfiguration configuration)
{
    private readonly WABA360DialogSandboxClient _client = new(configuration["Dialog360:SandboxKey"]!);

    public async Task ShowTheWayAsync(string room)
    {
        Guest guest = await guests.InRoomAsync(room);
        CheckContactsResult check = await _client.CheckContactsAsync([guest.Phone]);
        string? waId = check.Contacts[0].WaId;
        if (waId is null)
        {
            return;
        }

        if (guest.HasOpenSession(DateTimeOffset.UtcNow))
        {
            await _client.SendMessageAsync(MessageObjectFactory.CreateLocationMessage(waId, 46.4102, 9.0251, "Hotel Bellavista", "Lungolago 1"));
        }
        else
        {
            await _client.SendMessageAsync(MessageObjectFactory.CreateTemplateMessage(waId, "hotel", "directions", WhatsAppLanguage.EN));
        }
    }
}
