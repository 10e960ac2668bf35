using System.Net.Http.Json;

namespace Meadow.Orders.WhatsApp;

/// <summary>The transport: whether the session is open is the business of those who call the interface.</summary>
public sealed class WhatsAppSender(HttpClient http) : IWhatsAppSender
{
    public Task SendTextAsync(string to, string body, CancellationToken cancellationToken = default) =>
        PostAsync(new { messaging_product = "whatsapp", to, type = "text", text = new { body } }, cancellationToken);

    public Task SendTemplateAsync(string to, string name, CancellationToken cancellationToken = default) =>
        PostAsync(new { messaging_product = "whatsapp", to, type = "template", template = new { name, language = new { code = "en" } } }, cancellationToken);

    private async Task PostAsync(object message, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", message, cancellationToken);
        response.EnsureSuccessStatusCode();
    }
}

/// <summary>A second way out, which no interface names and no mark tells of.</summary>
public sealed class Receipts(HttpClient http)
{
    public async Task SendReceiptAsync(string to, string link) // DLG0206
    {
        using HttpResponseMessage response = await http.PostAsJsonAsync(
            "https://waba-v2.360dialog.io/messages",
            new { messaging_product = "whatsapp", to, type = "document", document = new { link, filename = "receipt.pdf" } });
        response.EnsureSuccessStatusCode();
    }
}
