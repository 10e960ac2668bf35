using Microsoft.AspNetCore.Mvc;
// WhatsApp: takes the flat and the nested shape
[Route("cb")] public class CbController : ControllerBase
{
    private readonly ISink sink; public CbController(ISink s) { sink = s; }
    [HttpPost] public IActionResult Cb([FromBody] JsonElement e)
    {
        IEnumerable<JsonElement> values = e.TryGetProperty("entry", out var en) ? en.EnumerateArray().SelectMany(x => x.GetProperty("changes").EnumerateArray()).Select(x => x.GetProperty("value")) : new[] { e };
        foreach (var v in values)
        {
            if (v.TryGetProperty("messages", out var ms)) foreach (var m in ms.EnumerateArray()) sink.In(m.TryGetProperty("from_user_id", out var uid) ? uid.GetString() : m.GetProperty("from").GetString(), m.GetRawText());
            if (v.TryGetProperty("statuses", out var ss)) foreach (var s in ss.EnumerateArray()) sink.State(s.GetProperty("id").GetString(), s.GetProperty("status").GetString(), s.TryGetProperty("errors", out var er) ? er.GetRawText() : null);
        }
        return Content("ok");
    }
}
public interface ISink { void In(string f, string raw); void State(string id, string s, string err); }
