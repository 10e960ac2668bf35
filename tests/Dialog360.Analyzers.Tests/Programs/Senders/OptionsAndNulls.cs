using Microsoft.Extensions.Options; using Microsoft.Extensions.Logging;
public class WhatsAppOptions { public string BaseUrl { get; set; } = "https://waba-v2.360dialog.io"; public string ApiKey { get; set; } }
public class WhatsAppMessenger
{
    private readonly HttpClient _c; private readonly ILogger _l;
    public WhatsAppMessenger(HttpClient c, IOptions<WhatsAppOptions> o, ILogger<WhatsAppMessenger> l) { _c = c; _l = l; _c.BaseAddress = new Uri(o.Value.BaseUrl); _c.DefaultRequestHeaders.Add("D360-API-KEY", o.Value.ApiKey); }
    public async Task<MessageResponse> SendTemplateAsync(string to, string template, string lang, params string[] args)
    {
        var payload = new Dictionary<string, object> { ["messaging_product"] = "whatsapp", ["to"] = to, ["type"] = "template", ["template"] = new Dictionary<string, object> { ["name"] = template, ["language"] = new { code = lang } } };
        var res = await _c.PostAsJsonAsync("/messages", payload);
        var str = await res.Content.ReadAsStringAsync();
        if (!res.IsSuccessStatusCode)
        {
            _l.LogError("WhatsApp {Status} {Body}", res.StatusCode, str);
            return null;
        }
        return JsonSerializer.Deserialize<MessageResponse>(str);
    }
    public async Task<MessageResponse> SendTextAsync(string to, string body)
    {
        var res = await _c.PostAsJsonAsync("/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body } });
        return await res.Content.{|DLG0302:ReadFromJsonAsync|}<MessageResponse>();
    }
    public async Task Bulk(List<string> all) { foreach (var a in all) await SendTemplateAsync(a, "promo", "en"); }
    public async Task One(string a) { await {|DLG0301:SendTextAsync|}(a, "hi"); }
    public async Task<string> Two(string a) { var r = await SendTextAsync(a, "hi"); if (r?.error != null) throw new Exception(r.error.message); return r.messages[0].id; }
}
public class MessageResponse { public List<M> messages { get; set; } public E error { get; set; } } public class M { public string id { get; set; } } public class E { public int code { get; set; } public string message { get; set; } }
