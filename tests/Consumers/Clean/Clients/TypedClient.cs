using Bellavista.Hotel.Messages;
using Bellavista.Hotel.Sessions;

namespace Bellavista.Hotel.Clients;

/// <summary>A typed HttpClient. Free-form messages go out only while the guest's session is open.</summary>
public sealed class TypedClient(HttpClient http, IGuestBook guests, ILogger<TypedClient> logger)
{
    public async Task<bool> OfferLateCheckOutAsync(string room)
    {
        Guest guest = await guests.InRoomAsync(room);
        object message = guest.HasOpenSession(DateTimeOffset.UtcNow)
            ? CloudMessages.Choices(guest.Phone)
            : CloudMessages.Template(guest.Phone, "late_check_out", "en", guest.Name);
        return await PostAsync(message);
    }

    public async Task<bool> SendBillAsync(string room, string number)
    {
        Guest guest = await guests.InRoomAsync(room);
        if (!guest.HasOpenSession(DateTimeOffset.UtcNow))
        {
            return await PostAsync(CloudMessages.Template(guest.Phone, "bill_ready", "en", number));
        }

        return await PostAsync(CloudMessages.Bill(guest.Phone, number));
    }

    public Task<bool> MarkAsReadAsync(string messageId) => PostAsync(CloudMessages.Read(messageId));

    private async Task<bool> PostAsync(object message)
    {
        using HttpResponseMessage response = await http.PostAsJsonAsync("messages", message);
        if (!response.IsSuccessStatusCode)
        {
            logger.LogError("360dialog answered {Status}: {Body}", response.StatusCode, await response.Content.ReadAsStringAsync());
        }

        return response.IsSuccessStatusCode;
    }
}
