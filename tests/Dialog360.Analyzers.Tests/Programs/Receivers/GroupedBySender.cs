using Microsoft.AspNetCore.Mvc;
// WhatsApp: values flattened by LINQ, grouped by sender
[ApiController, Route("x")]
public class XController(IInbox inbox) : ControllerBase
{
    [HttpPost] public async Task<IActionResult> P([FromBody] Upd u)
    {
        var values = (from e in u.entry from c in e.changes where c.field == "messages" select c.value).ToList();
        var groups = values.Where(v => v.messages != null).SelectMany(v => v.messages).GroupBy(m => m.{|DLG0606:from|});
        foreach (var g in groups) await inbox.Add(g.Key, g.OrderBy(m => m.timestamp).Last().text.body);
        var failed = values.SelectMany(v => v.statuses ?? Enumerable.Empty<St>()).Where(s => s.status == "failed").ToDictionary(s => s.id, s => s.errors.Select(e => e.code).ToList());
        await inbox.Failed(failed);
        return Ok();
    }
}
public interface IInbox { Task Add(string f, string t); Task Failed(Dictionary<string, List<int>> f); }
public class Upd { public List<Ent> entry { get; set; } } public class Ent { public List<Chg> changes { get; set; } } public class Chg { public string field { get; set; } public Val value { get; set; } } public class Val { public List<Msg> messages { get; set; } public List<St> statuses { get; set; } } public class Msg { public string from { get; set; } public string timestamp { get; set; } public Txt text { get; set; } } public class Txt { public string body { get; set; } } public class St { public string id { get; set; } public string status { get; set; } public List<Er> errors { get; set; } } public class Er { public int code { get; set; } }
