using Microsoft.Extensions.Logging;
public class Retrying(HttpClient http, ILogger<Retrying> log)
{
    public async Task<bool> SendAsync(string to, CancellationToken ct)
    {
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            using var res = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "template", template = new { name = "x", language = new { code = "en" } } }, ct);
            if (res.IsSuccessStatusCode) return true;
            var text = await res.Content.ReadAsStringAsync(ct);
            var type = res.Content.Headers.ContentType?.MediaType;
            var code = type is "application/json" ? JsonNode.Parse(text)?["error"]?["code"]?.GetValue<int>() : null;
            if (code is 130429 or 131016 or 131056 || (int)res.StatusCode >= 500) { await Task.Delay(TimeSpan.FromSeconds(Math.Pow(4, attempt)), ct); continue; }
            log.LogError("failed {Status} {Text}", res.StatusCode, text);
            return false;
        }
        return false;
    }
    public async Task Run(string to) { await SendAsync(to, default); }
}
