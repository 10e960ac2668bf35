using Polly;
public class Resilient(HttpClient http, ResiliencePipeline<HttpResponseMessage> pipeline)
{
    public async Task A(string to) { await pipeline.ExecuteAsync(async ct => await http.{|DLG0301:PostAsJsonAsync|}("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }, ct)); }
    public async Task B(string to) { var r = await pipeline.ExecuteAsync(async ct => await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }, ct)); r.EnsureSuccessStatusCode(); }
    public async Task<bool> C(string to) { using var r = await pipeline.ExecuteAsync(async ct => await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }, ct)); return r.IsSuccessStatusCode; }
    public async Task D(string to) { await {|DLG0301:C|}(to); }
}
