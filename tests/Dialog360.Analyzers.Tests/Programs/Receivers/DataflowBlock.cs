using System.Threading.Tasks.Dataflow; using Microsoft.AspNetCore.Mvc;
// WhatsApp updates go to a block
public class UpdateQueue
{
    private readonly ActionBlock<string> block; private readonly IReplier replier;
    public UpdateQueue(IReplier replier) { this.replier = replier; block = new ActionBlock<string>(ProcessAsync); }
    public bool Post(string json) => block.Post(json);
    private async Task ProcessAsync(string json)
    {
        var update = Newtonsoft.Json.JsonConvert.DeserializeObject<Upd>(json);
        var msg = update.entry{|DLG0604:[0]|}.changes{|DLG0604:[0]|}.value.messages{|DLG0604:[0]|};
        await replier.Reply(msg.{|DLG0606:from|}, msg.text.body);
    }
}
public interface IReplier { Task Reply(string to, string text); }
[ApiController, Route("wa")] public class WaController(UpdateQueue q) : ControllerBase { [HttpPost] public async Task<IActionResult> Post() { var json = await new StreamReader(Request.Body).ReadToEndAsync(); return q.Post(json) ? Ok() : StatusCode(503); } }
public class Upd { public List<Ent> entry { get; set; } } public class Ent { public List<Chg> changes { get; set; } } public class Chg { public Val value { get; set; } } public class Val { public List<Msg> messages { get; set; } } public class Msg { public string from { get; set; } public string id { get; set; } public Txt text { get; set; } } public class Txt { public string body { get; set; } }
