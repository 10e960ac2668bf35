using Microsoft.AspNetCore.Mvc; using Microsoft.Extensions.Logging;
[ApiController]
public class BotController : ControllerBase
{
    private readonly IBotEngine _bot; private readonly ILogger<BotController> _l;
    public BotController(IBotEngine b, ILogger<BotController> l) { _bot = b; _l = l; }
    [HttpPost("/bot/whatsapp")]
    public async Task<IActionResult> {|DLG0607:Incoming|}(WhatsAppUpdate update)
    {
        if (!ModelState.IsValid) return {|DLG0601:BadRequest(ModelState)|};
        var handled = await _bot.{|DLG0602:HandleAsync|}(update);
        return handled ? Ok() : {|DLG0601:StatusCode(StatusCodes2.Status500InternalServerError)|};
    }
}
public static class StatusCodes2 { public const int Status500InternalServerError = 500; }
public interface IBotEngine { Task<bool> HandleAsync(WhatsAppUpdate u); }
public class BotEngine(HttpClient http, IAi ai) : IBotEngine
{
    public async Task<bool> HandleAsync(WhatsAppUpdate u)
    {
        var msg = u?.Entry?.{|DLG0604:FirstOrDefault|}()?.Changes?.{|DLG0604:FirstOrDefault|}()?.Value?.Messages?.{|DLG0604:FirstOrDefault|}();
        if (msg == null) return true;
        var answer = await ai.AskAsync(msg.Text.Body);
        var res = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", recipient_type = "individual", to = msg.{|DLG0606:From|}, type = "text", text = new { body = answer } });
        return res.IsSuccessStatusCode;
    }
}
public interface IAi { Task<string> AskAsync(string q); }
public class WhatsAppUpdate { public List<UEntry> Entry { get; set; } } public class UEntry { public List<UChange> Changes { get; set; } } public class UChange { public UValue Value { get; set; } } public class UValue { public List<UMessage> Messages { get; set; } } public class UMessage { public string From { get; set; } public string Id { get; set; } public string Type { get; set; } public UText Text { get; set; } } public class UText { public string Body { get; set; } }
