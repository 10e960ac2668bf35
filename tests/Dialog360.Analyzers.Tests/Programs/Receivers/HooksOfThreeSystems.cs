using Microsoft.AspNetCore.Mvc; using Microsoft.Extensions.Logging;
// Hooks of Stripe, Twilio and WhatsApp side by side
[ApiController, Route("hooks")]
public class HooksController : ControllerBase
{
    private readonly IOrders orders; private readonly ILogger<HooksController> log; private readonly HttpClient crm;
    public HooksController(IOrders o, ILogger<HooksController> l, HttpClient c) { orders = o; log = l; crm = c; }
    [HttpPost("stripe")] public async Task<IActionResult> Stripe([FromBody] JsonElement e)
    {
        if (e.GetProperty("type").GetString() != "payment_intent.succeeded") return BadRequest();
        await orders.PaidAsync(e.GetProperty("data").GetProperty("object").GetProperty("id").GetString());
        return Accepted();
    }
    [HttpPost("twilio")] public IActionResult Twilio([FromForm] string From, [FromForm] string Body) { if (string.IsNullOrEmpty(Body)) return BadRequest(); log.LogInformation("{F}", From); return NoContent(); }
    [HttpPost("whatsapp")] public async Task<IActionResult> {|DLG0607:WhatsApp|}([FromBody] JsonElement body)
    {
        if (!body.TryGetProperty("entry", out var entry)) return {|DLG0601:UnprocessableEntity()|};
        foreach (var change in entry.EnumerateArray().SelectMany(x => x.GetProperty("changes").EnumerateArray()))
        {
            var messages = change.GetProperty("value").{|DLG0605:GetProperty|}("messages");
            foreach (var m in messages.EnumerateArray())
                await crm.{|DLG0602:PostAsJsonAsync|}("https://crm.example/leads", new { phone = m.{|DLG0606:GetProperty|}("from").GetString(), text = m.GetProperty("text").GetProperty("body").GetString() });
        }
        return Ok();
    }
}
public interface IOrders { Task PaidAsync(string id); }
