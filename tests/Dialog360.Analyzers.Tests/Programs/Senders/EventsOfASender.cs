public class Sender
{
    public event EventHandler<string> Failed; public event EventHandler<string> Sent;
    private readonly HttpClient http = new() { BaseAddress = new Uri("https://waba-v2.360dialog.io/") };
    public async Task<bool> SendAsync(string to, string text)
    {
        var r = await http.PostAsync("messages", JsonContent.Create(new { messaging_product = "whatsapp", to, type = "text", text = new { body = text } }));
        if (r.IsSuccessStatusCode) Sent?.Invoke(this, to); else Failed?.Invoke(this, await r.Content.ReadAsStringAsync());
        return r.IsSuccessStatusCode;
    }
    public async Task<bool> QuietAsync(string to)
    {
        using var r = await http.PostAsync("messages", JsonContent.Create(new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }));
        if (!r.IsSuccessStatusCode) LastError = (int)r.StatusCode;
        return r.IsSuccessStatusCode;
    }
    public int LastError { get; private set; }
    public async Task A(string to) { await SendAsync(to, "x"); await QuietAsync(to); }
    public async Task<int> B(string[] all) { var n = 0; foreach (var t in all) n += await QuietAsync(t) ? 1 : 0; return n; }
}
