using Microsoft.AspNetCore.Mvc;
// a base class for webhooks of WhatsApp, derived per brand
public abstract class WebhookControllerBase<TUpdate> : ControllerBase where TUpdate : class
{
    [HttpPost] public async Task<IActionResult> Receive([FromBody] TUpdate update) { if (update is null) return {|DLG0601:BadRequest()|}; await ProcessAsync(update); return Ok(); }
    protected abstract Task ProcessAsync(TUpdate update);
}
[Route("brand/a")] public class BrandAController(Brands brands) : WebhookControllerBase<Upd>
{
    protected override async Task ProcessAsync(Upd update)
    {
        foreach (var e in update.entry) foreach (var c in e.changes)
        {
            var m = c.value.messages?.{|DLG0604:FirstOrDefault|}();
            if (m != null) await brands.Add("a", m.{|DLG0606:from|}, m.id);
            foreach (var s in c.value.{|DLG0603:statuses|} ?? new()) await brands.State(s.id, s.status);
        }
    }
}
public class Brands { public Task Add(string b, string f, string i) => null; public Task State(string i, string s) => null; }
public class Upd { public List<Ent> entry { get; set; } } public class Ent { public List<Chg> changes { get; set; } } public class Chg { public Val value { get; set; } } public class Val { public List<Msg> messages { get; set; } public List<St> statuses { get; set; } } public class Msg { public string from { get; set; } public string id { get; set; } public string type { get; set; } } public class St { public string id { get; set; } public string status { get; set; } public string recipient_id { get; set; } }
