public class Stats { public int Sent, Failed; }
public class Sender(HttpClient http, Stats stats)
{
    public async Task<bool> SendAsync(string to)
    {
        var r = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } });
        if (r.IsSuccessStatusCode) Interlocked.Increment(ref stats.Sent); else Interlocked.Increment(ref stats.Failed);
        return r.IsSuccessStatusCode;
    }
    private int failures;
    public async Task<bool> CountAsync(string to)
    {
        var r = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } });
        if (!r.IsSuccessStatusCode) failures++;
        return r.IsSuccessStatusCode;
    }
    public int Failures => failures;
    public async Task Run(string to) { await SendAsync(to); await CountAsync(to); }
}
