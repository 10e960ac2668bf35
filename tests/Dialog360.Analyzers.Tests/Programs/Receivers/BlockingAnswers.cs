using Microsoft.AspNetCore.Mvc;
[Route("hook")]
public class HookController : Controller
{
    private readonly WhatsAppService ws; private readonly AppDb db;
    public HookController(WhatsAppService ws, AppDb db) { this.ws = ws; this.db = db; }
    [HttpPost]
    public IActionResult {|DLG0607:Index|}([FromBody] Root root)
    {
        try
        {
            foreach (var entry in root.entry)
            {
                foreach (var change in entry.changes)
                {
                    if (change.value.messages == null || !change.value.messages.Any()) continue;
                    foreach (var message in change.value.messages)
                    {
                        db.Insert(message.id, message.{|DLG0606:from|});
                        ws.SendAsync(message.from, "Gracias, en breve le atendemos").{|DLG0602:Wait|}();
                    }
                }
            }
            return Ok();
        }
        catch (HttpRequestException)
        {
            return {|DLG0601:StatusCode(502)|};
        }
    }
}
public class AppDb { public void Insert(string a, string b) { } }
public class WhatsAppService(HttpClient h) { public async Task SendAsync(string to, string body) { var r = await h.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body } }); r.EnsureSuccessStatusCode(); } }
public class Root { public List<REntry> entry { get; set; } } public class REntry { public List<RChange> changes { get; set; } } public class RChange { public RValue value { get; set; } public string field { get; set; } } public class RValue { public List<RMessage> messages { get; set; } public List<RContact> contacts { get; set; } } public class RMessage { public string from { get; set; } public string id { get; set; } public string timestamp { get; set; } public string type { get; set; } } public class RContact { public string wa_id { get; set; } }
