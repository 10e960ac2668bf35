using Hangfire; using Microsoft.AspNetCore.Mvc;
[ApiController, Route("wa")]
public class WaController : ControllerBase
{
    private readonly IBackgroundJobClient _jobs;
    public WaController(IBackgroundJobClient jobs) => _jobs = jobs;
    [HttpPost]
    public IActionResult {|DLG0607:In|}([FromBody] JsonElement payload)
    {
        var json = payload.GetRawText();
        _jobs.Enqueue<WaJob>(j => j.HandleAsync(json));
        return {|DLG0601:Accepted()|};
    }
}
public class WaJob(IHttpClientFactory f)
{
    public async Task HandleAsync(string json)
    {
        var root = JsonNode.Parse(json);
        foreach (var entry in root["entry"].AsArray())
        foreach (var change in entry["changes"].AsArray())
        {
            var messages = change["value"]["messages"]?.AsArray();
            if (messages is null) continue;
            foreach (var m in messages)
            {
                var to = (string)m[{|DLG0606:"from"|}];
                using var r = await f.CreateClient("d360").PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "ok" } });
                r.EnsureSuccessStatusCode();
            }
        }
    }
}
