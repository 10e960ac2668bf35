using Microsoft.AspNetCore.Mvc;
[Route("waba/callback")]
public class CallbackController : Controller
{
    private readonly Repo repo;
    public CallbackController(Repo repo) => this.repo = repo;
    [HttpPost]
    public async Task<ActionResult> Callback([FromBody] WabaCallback cb)
    {
        if (cb.messages != null)
        {
            foreach (var m in cb.messages)
                await repo.Insert(m.from, m.text?.body);
        }
        if (cb.statuses != null)
        {
            foreach (var s in cb.{|DLG0603:statuses|}) await repo.Status(s.id, s.status);
        }
        return {|DLG0601:NoContent()|};
    }
}
public class Repo { public Task Insert(string a, string b) => Task.CompletedTask; public Task Status(string a, string b) => Task.CompletedTask; }
public class WabaCallback { public WabaContact[] contacts { get; set; } public WabaMessage[] messages { get; set; } public WabaStatus[] statuses { get; set; } }
public class WabaContact { public string wa_id { get; set; } } public class WabaMessage { public string from { get; set; } public string id { get; set; } public string type { get; set; } public WabaText text { get; set; } } public class WabaText { public string body { get; set; } }
public class WabaStatus { public string id { get; set; } public string status { get; set; } public string recipient_id { get; set; } }
