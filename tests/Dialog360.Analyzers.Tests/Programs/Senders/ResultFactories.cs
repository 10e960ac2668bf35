using Microsoft.Extensions.Logging;
public abstract record Outcome { public sealed record Sent(string Id) : Outcome; public sealed record Rejected(int Code, string Title) : Outcome; public sealed record Down : Outcome; public static Outcome From(int code, string t) => code >= 500 ? new Down() : new Rejected(code, t); }
public class Gateway(HttpClient http, ILogger<Gateway> log)
{
    public async Task<Outcome> SendAsync(string to)
    {
        using var r = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } });
        if (r.IsSuccessStatusCode) return new Outcome.Sent((await r.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("messages")[0].GetProperty("id").GetString());
        return Outcome.From((int)r.StatusCode, await r.Content.ReadAsStringAsync());
    }
    public async Task<Outcome> LoggedAsync(string to)
    {
        using var r = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } });
        if (r.IsSuccessStatusCode) return new Outcome.Sent("x");
        return Failed((int)r.StatusCode);
    }
    private Outcome Failed(int s) { log.LogWarning("refused {S}", s); return Outcome.From(s, ""); }
    public async Task A(string to) { await {|DLG0301:SendAsync|}(to); }
    public async Task B(string to) { await LoggedAsync(to); }
    public async Task C(string to) { switch (await SendAsync(to)) { case Outcome.Rejected { Code: 131047 }: Console.WriteLine("closed"); break; case Outcome.Down: await Task.Delay(1000); break; } }
    public async Task<bool> D(string to) => await SendAsync(to) is Outcome.Sent;
    public async Task E(string to) { await {|DLG0301:D|}(to); }
}
