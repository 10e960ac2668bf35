using Bellavista.Hotel.Messages;
using Bellavista.Hotel.Sessions;
using Refit;

namespace Bellavista.Hotel.Clients;

public interface IDialogApi
{
    [Post("/messages")]
    Task<HttpResponseMessage> SendAsync([Body] object message, [Header("D360-API-KEY")] string key);
}

public sealed class RefitSender(IDialogApi api, IGuestBook guests, IConfiguration configuration)
{
    public async Task SendStickerAsync(string room)
    {
        Guest guest = await guests.InRoomAsync(room);
        if (!guest.HasOpenSession(DateTimeOffset.UtcNow))
        {
            return;
        }

        using HttpResponseMessage response = await api.SendAsync(CloudMessages.Sticker(guest.Phone), configuration["Dialog360:ApiKey"]!);
        response.EnsureSuccessStatusCode();
    }
}
