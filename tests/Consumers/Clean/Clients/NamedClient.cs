using System.Net.Http.Headers;
using System.Text;
using Bellavista.Hotel.Messages;

namespace Bellavista.Hotel.Clients;

/// <summary>A named HttpClient and a request of its own.</summary>
public sealed class NamedClient(IHttpClientFactory factory, IConfiguration configuration)
{
    public async Task ReplyAsync(Inbound.GuestMessage message, string text)
    {
        HttpClient http = factory.CreateClient("d360");
        using HttpRequestMessage request = new(HttpMethod.Post, "https://waba-v2.360dialog.io/messages")
        {
            Content = new StringContent(CloudMessages.Note(message.From, text), Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("D360-API-KEY", configuration["Dialog360:ApiKey"]);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using HttpResponseMessage response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    public async Task ShowTheWayAsync(Inbound.GuestMessage message)
    {
        HttpClient http = factory.CreateClient("d360");
        http.DefaultRequestHeaders.Add("D360-API-KEY", configuration["Dialog360:ApiKey"]);
        using StringContent content = new(CloudMessages.Location(message.From), Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await http.PostAsync("https://waba-v2.360dialog.io/messages", content);
        response.EnsureSuccessStatusCode();
    }
}
