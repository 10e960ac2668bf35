using System.Text;

namespace Lumen.Couriers.WhatsApp;

/// <summary>Hands messages to 360dialog; the number and the key are set up in Program.cs.</summary>
public sealed class WhatsAppClient(HttpClient http, ILogger<WhatsAppClient> logger)
{
    public async Task SendAsync(object message)
    {
        using HttpResponseMessage response = await http.PostAsJsonAsync("messages", message);
        await CheckAsync(response);
    }

    public async Task SendJsonAsync(string json)
    {
        using StringContent content = new(json, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await http.PostAsync("messages", content);
        await CheckAsync(response);
    }

    private async Task CheckAsync(HttpResponseMessage response)
    {
        if (!response.IsSuccessStatusCode)
        {
            logger.LogError("360dialog refused the message: {Status} {Body}", response.StatusCode, await response.Content.ReadAsStringAsync());
            throw new HttpRequestException("360dialog refused the message.", null, response.StatusCode);
        }
    }
}
