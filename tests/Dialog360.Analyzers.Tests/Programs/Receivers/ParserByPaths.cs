using Microsoft.AspNetCore.Mvc; using Newtonsoft.Json; using Newtonsoft.Json.Linq;
public class IncomingMessage { public string Phone; public string Body; public string Name; }
public static class Dialog360Parser
{
    public static IncomingMessage Parse(string json)
    {
        var jo = JObject.Parse(json);
        var value = jo.SelectToken("entry{|DLG0604:[0]|}.changes{|DLG0604:[0]|}.value");
        var m = value?.SelectToken("messages{|DLG0604:[0]|}");
        if (m == null) return null;
        return new IncomingMessage { Phone = m.{|DLG0606:Value|}<string>("from"), Body = m.SelectToken("text.body")?.ToString(), Name = value.SelectToken("contacts[0].profile.name")?.ToString() };
    }
}
[Route("d360")]
public class D360Controller : ControllerBase
{
    private readonly IChatFlow flow;
    public D360Controller(IChatFlow flow) { this.flow = flow; }
    [HttpPost("in")]
    public async Task<IActionResult> {|DLG0607:In|}()
    {
        string raw; using (var r = new StreamReader(Request.Body)) raw = await r.ReadToEndAsync();
        var msg = Dialog360Parser.Parse(raw);
        if (msg == null) return Ok();
        await flow.NextAsync(msg.Phone, msg.Body);
        return Ok();
    }
}
public interface IChatFlow { Task NextAsync(string p, string b); }
