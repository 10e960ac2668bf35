using Microsoft.Extensions.Logging;
namespace Acme.Messaging;
public sealed class Dialog360Exception(HttpStatusCode status, Dialog360Error error) : Exception(error.Title) { public HttpStatusCode Status => status; public Dialog360Error Error => error; }
public sealed class Dialog360Error { [JsonPropertyName("code")] public int Code { get; set; } [JsonPropertyName("title")] public string Title { get; set; } [JsonPropertyName("message")] public string Message { get; set; } [JsonPropertyName("error_data")] public ErrorData Data { get; set; } }
public sealed class ErrorData { [JsonPropertyName("details")] public string Details { get; set; } }
public sealed class Envelope { [JsonPropertyName("error")] public Dialog360Error Error { get; set; } }
public sealed class Dialog360Client(HttpClient http, ILogger<Dialog360Client> logger)
{
    public async Task<string> SendAsync(object message, CancellationToken ct = default)
    {
        using var response = await http.PostAsJsonAsync("messages", message, ct);
        if (response.IsSuccessStatusCode)
        {
            var sent = await response.Content.ReadFromJsonAsync<SentResponse>(ct);
            return sent!.Messages[0].Id;
        }
        var body = await response.Content.ReadAsStringAsync(ct);
        logger.LogWarning("360dialog said {Status}: {Body}", (int)response.StatusCode, body);
        Dialog360Error error;
        try { error = JsonSerializer.Deserialize<Envelope>(body)?.Error ?? new() { Title = body }; }
        catch (JsonException) { error = new() { Title = body }; }
        throw new Dialog360Exception(response.StatusCode, error);
    }
}
public sealed class SentResponse { [JsonPropertyName("messages")] public List<SentMessage> Messages { get; set; } = []; } public sealed class SentMessage { [JsonPropertyName("id")] public string Id { get; set; } = ""; }
public sealed class Campaign(Dialog360Client client)
{
    static Campaign() { var h = new HttpClient { BaseAddress = new Uri("https://waba-v2.360dialog.io") }; }
    public async Task<bool> TryAsync(string to)
    {
        try { await client.SendAsync(new { messaging_product = "whatsapp", to, type = "template", template = new { name = "promo", language = new { code = "de" } } }); return true; }
        catch (Dialog360Exception e) when (e.Error.Code is 131026 or 131050) { return false; }
        catch (Dialog360Exception e) when ({|DLG0307:e.Error.Code == 471|}) { await Task.Delay(1000); return false; }
        catch (Dialog360Exception e) { switch (e.Error.Code) { case 131047: return false; case 131056: await Task.Delay(6000); return false; default: throw; } }
    }
    public async Task RunAsync(IEnumerable<string> phones) { foreach (var p in phones) await TryAsync(p); }
}
