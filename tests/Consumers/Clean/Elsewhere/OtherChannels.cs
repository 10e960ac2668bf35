namespace Bellavista.Hotel.Elsewhere;

public sealed record Pin(double Latitude, double Longitude, string Type);

/// <summary>Telegram, text messages, e-mail and maps: not WhatsApp, and none of the analyzers' business.</summary>
public sealed class OtherChannels(HttpClient http)
{
    private const string Mars = "https://maps.bellavista.example/mars%2520north.png";

    public static Pin OffTheMap { get; } = new(181.5, 420, "image");

    public async Task TelegramAsync(string chat, string text)
    {
        using HttpResponseMessage response = await http.PostAsJsonAsync("https://api.telegram.org/bot/sendMessage", new { chat_id = chat, text });
        response.EnsureSuccessStatusCode();
    }

    public async Task TextMessageAsync(string to, string body)
    {
        using HttpResponseMessage response = await http.PostAsJsonAsync(
            "https://rest.messagebird.com/messages",
            new { to, type = "text", text = new { body }, originator = "Bellavista" });
        response.EnsureSuccessStatusCode();
    }

    public Task MailAsync(string to) => SendAsync(new { to, type = "image", image = Mars });

    public static object Planet() => new { type = "location", location = new { latitude = 4.5, longitude = 226.2, body = "Mars" } };

    private Task SendAsync(object mail) => http.PostAsJsonAsync("https://mail.bellavista.example/queue", mail);
}
