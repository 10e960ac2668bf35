using System.Web.Http;
// WhatsApp (Web API)
public class HookController : ApiController
{
    private readonly System.Threading.Channels.Channel<string> q = System.Threading.Channels.Channel.CreateUnbounded<string>();
    [HttpPost] public async Task<HttpResponseMessage> Post()
    {
        var body = await Request.Content.ReadAsStringAsync();
        var o = Newtonsoft.Json.Linq.JObject.Parse(body);
        if (o["entry"] == null) {|DLG0601:throw|} new HttpResponseException(HttpStatusCode.BadRequest);
        foreach (var e in o["entry"]) foreach (var c in e["changes"])
        {
            foreach (var m in c["value"]["messages"] ?? new Newtonsoft.Json.Linq.JArray()) await q.Writer.WriteAsync((string)m["from_user_id"] + m["id"]);
            foreach (var s in c["value"]["statuses"] ?? new Newtonsoft.Json.Linq.JArray()) if (s["errors"] != null) await q.Writer.WriteAsync((string)s["errors"][0]["title"]);
        }
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("ok") };
    }
}
