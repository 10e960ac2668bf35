using RestSharp; using Newtonsoft.Json; using Newtonsoft.Json.Linq;
public class WabaClient
{
    private readonly RestClient _client;
    public WabaClient(string key) { _client = new RestClient("https://waba-v2.360dialog.io"); _client.AddDefaultHeader("D360-API-KEY", key); }
    private RestResponse Post(object body)
    {
        var req = new RestRequest("messages", Method.Post);
        req.AddStringBody(JsonConvert.SerializeObject(body), DataFormat.Json);
        return _client.Execute(req);
    }
    public bool SendText(string to, string text)
    {
        var res = Post(new { messaging_product = "whatsapp", to, type = "text", text = new { body = text } });
        return {|DLG0308:res.StatusCode == HttpStatusCode.Created|};
    }
    public string SendTemplate(string to, string name)
    {
        var res = Post(new { messaging_product = "whatsapp", to, type = "template", template = new { name, language = new { code = "pt_BR" } } });
        var jo = JObject.{|DLG0302:Parse|}(res.Content);
        if (jo["error"] != null) throw new ApplicationException(jo["error"]["message"].ToString());
        return jo["messages"][0]["id"].ToString();
    }
    public void Notify(IEnumerable<string> phones) { foreach (var p in phones) {|DLG0301:SendText|}(p, "Olá"); }
    public void NotifyLogged(IEnumerable<string> phones) { foreach (var p in phones) { if (!SendText(p, "Olá")) Console.WriteLine("falhou " + p); } }
}
