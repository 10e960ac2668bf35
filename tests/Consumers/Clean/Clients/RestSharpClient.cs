using Bellavista.Hotel.Messages;
using Bellavista.Hotel.Sessions;
using RestSharp;

namespace Bellavista.Hotel.Clients;

public sealed class RestSharpClient(IGuestBook guests, IConfiguration configuration) : IDisposable
{
    private readonly RestClient _client = new("https://waba-v2.360dialog.io");

    public async Task SendBreakfastAsync(string room)
    {
        Guest guest = await guests.InRoomAsync(room);
        if (guest.LastInboundAt is null || DateTimeOffset.UtcNow - guest.LastInboundAt.Value >= TimeSpan.FromDays(1))
        {
            return;
        }

        RestRequest request = new("messages", Method.Post);
        request.AddHeader("D360-API-KEY", configuration["Dialog360:ApiKey"]!);
        request.AddJsonBody(CloudMessages.Breakfast(guest.Phone));
        RestResponse response = await _client.ExecuteAsync(request);
        if (!response.IsSuccessful)
        {
            throw new InvalidOperationException($"{response.StatusCode}: {response.Content}");
        }
    }

    public void Dispose() => _client.Dispose();
}
