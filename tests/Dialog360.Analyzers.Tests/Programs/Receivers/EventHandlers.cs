using Microsoft.AspNetCore.Mvc; using Microsoft.Extensions.Logging;
// 360dialog webhook, generic event dispatcher
public interface IEventHandler<T> { Task HandleAsync(T e, CancellationToken ct); }
public record InboundText(string From, string Body, string Id); public record DeliveryFailed(string Id, int Code);
[ApiController, Route("v1/dialog360")]
public class Dialog360Controller(IEventHandler<InboundText> texts, IEventHandler<DeliveryFailed> failures, ILogger<Dialog360Controller> log) : ControllerBase
{
    [HttpPost("events")]
    public async Task<IActionResult> Events([FromBody] Envelope envelope, CancellationToken ct)
    {
        foreach (var value in Values(envelope))
        {
            foreach (var m in value.Messages ?? Array.Empty<Msg>())
                if (m is { Type: "text", Text: { } text }) await texts.HandleAsync(new InboundText(m.{|DLG0606:From|}, text.Body, m.Id), ct);
            foreach (var s in value.Statuses ?? Array.Empty<Sts>())
                if (s.Status == "failed") await failures.HandleAsync(new DeliveryFailed(s.Id, s.Errors is [var e, ..] ? e.Code : -1), ct);
        }
        return Ok();
    }
    private static IEnumerable<Val> Values(Envelope e) { foreach (var entry in e.Entry) foreach (var c in entry.Changes) if (c.Field == "messages") yield return c.Value; }
}
public class Envelope { public List<Ent> Entry { get; set; } = new(); } public class Ent { public List<Chg> Changes { get; set; } = new(); } public class Chg { public string Field { get; set; } public Val Value { get; set; } } public class Val { public Msg[] Messages { get; set; } public Sts[] Statuses { get; set; } }
public class Msg { public string From { get; set; } public string Id { get; set; } public string Type { get; set; } public Txt Text { get; set; } } public class Txt { public string Body { get; set; } } public class Sts { public string Id { get; set; } public string Status { get; set; } public Err[] Errors { get; set; } } public class Err { public int Code { get; set; } }
