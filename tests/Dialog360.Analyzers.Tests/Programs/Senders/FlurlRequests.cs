using Flurl; using Flurl.Http;
public class FlurlWhatsApp
{
    private readonly string _key;
    public FlurlWhatsApp(string key) => _key = key;
    private IFlurlRequest Req(string path) => "https://waba-v2.360dialog.io".AppendPathSegment(path).WithHeader("D360-API-KEY", _key);
    public async Task<string> Text(string to, string body)
    {
        try
        {
            var r = await Req("messages").PostJsonAsync(new { messaging_product = "whatsapp", to, type = "text", text = new { body } }).ReceiveJson<Sent>();
            return r.messages[0].id;
        }
        catch (FlurlHttpException ex)
        {
            var e = await ex.{|DLG0302:GetResponseJsonAsync|}<Err>();
            if (e.error.code == 131047) return null;
            throw;
        }
    }
    public async Task Any(string to)
    {
        await Req("messages").AllowAnyHttpStatus().{|DLG0301:PostJsonAsync|}(new { messaging_product = "whatsapp", to, type = "template", template = new { name = "x", language = new { code = "en" } } });
    }
    public async Task AnyChecked(string to)
    {
        var r = await Req("messages").AllowAnyHttpStatus().PostJsonAsync(new { messaging_product = "whatsapp", to, type = "template", template = new { name = "x", language = new { code = "en" } } });
        if (r.StatusCode >= 400) throw new Exception(await r.GetStringAsync());
    }
}
public class Sent { public List<SentM> messages { get; set; } } public class SentM { public string id { get; set; } } public class Err { public ErrB error { get; set; } } public class ErrB { public int code { get; set; } public string message { get; set; } }
