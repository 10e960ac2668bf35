public static class Http
{
    static readonly HttpClient c = new HttpClient();
    public static string PostJson(string url, string json, string key)
    {
        var req = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        req.Headers.Add("D360-API-KEY", key);
        var res = c.{|DLG0301:SendAsync|}(req).Result;
        return res.Content.ReadAsStringAsync().Result;
    }
}
public class WhatsApp
{
    public void Saludo(string to)
    {
        var respuesta = Http.PostJson("https://waba-v2.360dialog.io/messages", "{\"messaging_product\":\"whatsapp\",\"to\":\"" + to + "\",\"type\":\"template\",\"template\":{\"name\":\"saludo\",\"language\":{\"code\":\"es\"}}}", "k");
        Console.WriteLine(respuesta);
    }
}
