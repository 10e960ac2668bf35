using System.Text;
using System.Text.Json;

namespace Lumen.Couriers.Depot;

/// <summary>
/// Tries the templates out on the WhatsApp client that the depot still runs itself, at the address in <c>DEPOT_CLIENT</c>, to the number in
/// <c>DEPOT_PHONE</c>: <c>dotnet run -- depot</c>.
/// </summary>
public static class DepotSender
{
    private static string Phone => Environment.GetEnvironmentVariable("DEPOT_PHONE") ?? string.Empty;

    public static async Task<int> RunAsync()
    {
        using HttpClient http = new() { BaseAddress = new Uri(Environment.GetEnvironmentVariable("DEPOT_CLIENT")!) };
        http.DefaultRequestHeaders.Add("D360-API-KEY", Environment.GetEnvironmentVariable("DEPOT_KEY"));

        bool sent = await SendHelloAsync(http);
        sent &= await SendOrderAsync(http);
        sent &= await SendCheckedAsync(http);
        return sent ? 0 : 1;
    }

    private static async Task<bool> SendHelloAsync(HttpClient http)
    {
        string phone = Phone;
        string json = $"{{ \"to\": \"{phone}\", \"type\": \"template\", \"template\": {{ \"name\": \"hello\", \"language\": {{ \"code\": \"en\" }} }} }}";
        using HttpResponseMessage response = await http.PostAsync( // DLG0202
            "/v1/messages",
            new StringContent(json, Encoding.UTF8, "application/json"));
        return response.IsSuccessStatusCode;
    }

    private static async Task<bool> SendOrderAsync(HttpClient http)
    {
        string phone = Phone;
        var message = new Dictionary<string, object>
        {
            { "to", phone },
            { "type", "template" },
            { "template", new { name = "order_update", language = new { code = "en", policy = "deterministic" } } },
        };
        using HttpResponseMessage response = await http.PostAsJsonAsync("/v1/messages", message); // DLG0202
        return response.IsSuccessStatusCode;
    }

    private static async Task<bool> SendCheckedAsync(HttpClient http)
    {
        string phone = Phone;
        string? waId = await LookUpAsync(http, phone);
        if (waId is null)
        {
            return false;
        }

        using HttpResponseMessage response = await http.PostAsJsonAsync(
            "/v1/messages",
            new { to = waId, type = "template", template = new { name = "hello", language = new { code = "en", policy = "deterministic" } } });
        return response.IsSuccessStatusCode;
    }

    private static async Task<string?> LookUpAsync(HttpClient http, string phone)
    {
        using HttpResponseMessage response = await http.PostAsJsonAsync(
            "/v1/contacts",
            new { blocking = "wait", contacts = new[] { phone } });
        if (!response.IsSuccessStatusCode)
        {
            return null;
        }

        using JsonDocument answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        JsonElement contact = answer.RootElement.GetProperty("contacts")[0];
        return contact.TryGetProperty("wa_id", out JsonElement waId) ? waId.GetString() : null;
    }
}
