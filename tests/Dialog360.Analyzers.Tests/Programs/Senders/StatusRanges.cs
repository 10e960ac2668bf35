public class P(HttpClient http)
{
    Task<HttpResponseMessage> S(string to) => http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } });
    public async Task<string> A(string to) { var r = await S(to); if ((int)r.StatusCode / 100 != 2) throw new Exception(); return await r.Content.ReadAsStringAsync(); }
    public async Task<string> B(string to) { var r = await S(to); return (int)r.StatusCode switch { >= 200 and < 300 => "ok", >= 400 and < 500 => "rejected", _ => "down" }; }
    public async Task C(string to) { var r = await S(to); if (r.StatusCode >= HttpStatusCode.BadRequest) Console.WriteLine(r.ReasonPhrase); }
    public async Task<JsonElement> D(string to) { var r = await S(to); if ((int)r.StatusCode is >= 200 and <= 299) return await r.Content.ReadFromJsonAsync<JsonElement>(); throw new Exception(await r.Content.ReadAsStringAsync()); }
    public async Task<JsonElement> E(string to) { var r = await S(to); if ((int)r.StatusCode >= 500) throw new Exception("down"); return await r.Content.ReadFromJsonAsync<JsonElement>(); }
    public async Task F(string to) { var r = await {|DLG0301:S|}(to); Console.WriteLine("sent at " + r.Headers.Date); }
    public async Task<bool> G(string to) { var r = await S(to); return {|DLG0308:r.StatusCode.Equals(HttpStatusCode.Created)|}; }
    public async Task<bool> H(string to) { var r = await S(to); return {|DLG0308:r.StatusCode.ToString() == "Created"|}; }
    public async Task<bool> I(string to) { var r = await S(to); return (int)r.StatusCode is {|DLG0308:201|}; }
}
