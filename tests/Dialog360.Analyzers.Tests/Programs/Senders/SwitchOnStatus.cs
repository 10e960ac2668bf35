using Microsoft.Extensions.Logging;
public class S(HttpClient http, ILogger<S> log, IRetry retry)
{
    public async Task SendAsync(string to)
    {
        using var r = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } });
        switch ((int)r.StatusCode)
        {
            case 200: break;
            case 429: await retry.LaterAsync(to); break;
            case 401: throw new UnauthorizedAccessException();
            default: log.LogError("{S}", r.StatusCode); break;
        }
    }
    public async Task<string> DetailAsync(string to)
    {
        using var r = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } });
        if (r.StatusCode == HttpStatusCode.BadRequest)
        {
            var e = await r.Content.ReadFromJsonAsync<JsonElement>();
            return e.GetProperty("error").GetProperty("code").GetInt32() switch { 131047 => "closed", 131026 => "gone", var c => "code " + c };
        }
        if (r.StatusCode == HttpStatusCode.InternalServerError)
        {
            var e = await r.Content.ReadFromJsonAsync<JsonElement>();
            return e.ToString();
        }
        r.EnsureSuccessStatusCode();
        return "ok";
    }
}
public interface IRetry { Task LaterAsync(string to); }
