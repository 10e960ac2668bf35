using Refit;
public interface ID360Api
{
    [Post("/messages")] Task<SendResult> Send([Body] WaText message, [Header("D360-API-KEY")] string key);
    [Post("/messages")] Task<IApiResponse<SendResult>> TrySend([Body] WaText message, [Header("D360-API-KEY")] string key);
    [Post("/messages")] Task<HttpResponseMessage> Raw([Body] WaText message, [Header("D360-API-KEY")] string key);
}
public class WaText { public string messaging_product { get; set; } = "whatsapp"; public string to { get; set; } public string type { get; set; } = "text"; public WaBody text { get; set; } } public class WaBody { public string body { get; set; } }
public class SendResult { public List<Id> messages { get; set; } } public class Id { public string id { get; set; } }
public class RefitSender
{
    private readonly ID360Api api = RestService.For<ID360Api>("https://waba-v2.360dialog.io");
    public async Task A(string to) { await api.Send(new WaText { to = to, text = new WaBody { body = "x" } }, Key); }
    public async Task B(string to) { await api.{|DLG0301:TrySend|}(new WaText { to = to, text = new WaBody { body = "x" } }, Key); }
    public async Task C(string to) { var r = await api.TrySend(new WaText { to = to, text = new WaBody { body = "x" } }, Key); if (!r.IsSuccessStatusCode) throw r.Error; }
    public async Task D(string to) { using var r = await api.{|DLG0301:Raw|}(new WaText { to = to, text = new WaBody { body = "x" } }, Key); Console.WriteLine(await r.Content.ReadAsStringAsync()); }
    public async Task<string> E(string to)
    {
        try { return (await api.Send(new WaText { to = to, text = new WaBody { body = "x" } }, Key)).messages[0].id; }
        catch (ApiException ex) { var e = await ex.{|DLG0302:GetContentAsAsync|}<Dictionary<string, JsonElement>>(); return e["error"].GetProperty("message").GetString(); }
    }
    private static string Key => Environment.GetEnvironmentVariable("K");
}
