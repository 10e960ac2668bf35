// error mapping for WhatsApp
public sealed class WaError
{
    public int Code { get; init; } public string Title { get; init; } public string Details { get; init; }
    public bool IsTransient => Code switch { 130429 or 131016 or 131056 or 133004 => true, _ => false };
    public bool IsRecipient => Code is 131026 or 131030 or 131045;
    public bool NeedsTemplate => Code == 131047 || Code == 470;
    public static WaError Parse(string json)
    {
        try
        {
            var root = JsonDocument.Parse(json).RootElement;
            if (root.TryGetProperty("error", out var e) && e.ValueKind == JsonValueKind.Object) return new WaError { Code = e.GetProperty("code").GetInt32(), Title = e.GetProperty("message").GetString() };
            if (root.TryGetProperty("errors", out var es)) return new WaError { Code = es[0].GetProperty("code").GetInt32(), Title = es[0].GetProperty("title").GetString(), Details = es[0].TryGetProperty("details", out var d) ? d.GetString() : null };
            if (root.TryGetProperty("meta", out var m)) return new WaError { Code = (m.TryGetProperty("httpCode", out var h) ? h : m.GetProperty("http_code")).GetInt32(), Title = (m.TryGetProperty("developerMessage", out var dm) ? dm : m.GetProperty("developer_message")).GetString() };
            return new WaError { Title = json };
        }
        catch (Exception) { return new WaError { Title = json }; }
    }
}
public class Use(HttpClient http)
{
    public async Task Send(string to)
    {
        var r = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } });
        if (r.IsSuccessStatusCode) return;
        var e = WaError.Parse(await r.Content.ReadAsStringAsync());
        if (e.NeedsTemplate) Console.WriteLine("template"); else if (!e.IsTransient) throw new Exception(e.Title);
    }
}
