using System.Net.Http.Json;
using System.Text.Json;

namespace Riverside.Clinic.Gateway;

/// <summary>The only class that talks to 360dialog's Cloud API. Whoever calls it decides whether a message may be sent.</summary>
public sealed class WhatsAppGateway(HttpClient http, ILogger<WhatsAppGateway> logger) : IMessageGateway
{
    public async Task SendTextAsync(string to, string body, CancellationToken cancellationToken = default)
    {
        SendResult result = await TrySendTextAsync(to, body, cancellationToken);
        if (!result.Accepted)
        {
            throw new InvalidOperationException($"The text was refused with {result.ErrorCode}.");
        }
    }

    public Task<SendResult> TrySendTextAsync(string to, string body, CancellationToken cancellationToken = default) =>
        PostAsync(new { messaging_product = "whatsapp", recipient_type = "individual", to, type = "text", text = new { body } }, cancellationToken);

    public async Task SendImageAsync(string to, string link, string? caption = null) =>
        await PostOrThrowAsync(new { messaging_product = "whatsapp", to, type = "image", image = new { link, caption } });

    public async Task SendDocumentAsync(string to, string link, string fileName) =>
        await PostOrThrowAsync(new { messaging_product = "whatsapp", to, type = "document", document = new { link, filename = fileName } });

    public async Task SendLocationAsync(string to, double latitude, double longitude, string name) =>
        await PostOrThrowAsync(new { messaging_product = "whatsapp", to, type = "location", location = new { latitude, longitude, name } });

    public async Task SendTemplateAsync(string to, string template, params string[] values) =>
        await PostOrThrowAsync(new
        {
            messaging_product = "whatsapp",
            to,
            type = "template",
            template = new
            {
                name = template,
                language = new { code = "en" },
                components = new[]
                {
                    new { type = "body", parameters = values.Select(value => new { type = "text", text = value }).ToArray() },
                },
            },
        });

    private async Task PostOrThrowAsync(object message)
    {
        SendResult result = await PostAsync(message, CancellationToken.None);
        if (!result.Accepted)
        {
            throw new InvalidOperationException($"The message was refused with {result.ErrorCode}.");
        }
    }

    private async Task<SendResult> PostAsync(object message, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", message, cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            return new SendResult(true, null);
        }

        string body = await response.Content.ReadAsStringAsync(cancellationToken);
        logger.LogWarning("360dialog answered {Status}: {Body}", response.StatusCode, body);
        return new SendResult(false, ReadCode(body));
    }

    private static int? ReadCode(string body)
    {
        try
        {
            using JsonDocument answer = JsonDocument.Parse(body);
            return answer.RootElement.TryGetProperty("error", out JsonElement error) && error.TryGetProperty("code", out JsonElement code)
                ? code.GetInt32()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
