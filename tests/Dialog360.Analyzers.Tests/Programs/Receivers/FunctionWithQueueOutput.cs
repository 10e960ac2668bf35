using Microsoft.Azure.Functions.Worker; using Microsoft.Azure.Functions.Worker.Http;
// WhatsApp, isolated, with a queue as output and a second function that works
public class MultiOutput { [QueueOutput("wa")] public string Message { get; set; } public HttpResponseData Response { get; set; } }
public class Functions(IBot bot)
{
    [Function("In")] public async Task<MultiOutput> In([HttpTrigger(AuthorizationLevel.Function, "post")] HttpRequestData req)
    {
        var json = await req.ReadAsStringAsync();
        return new MultiOutput { Message = json, Response = req.CreateResponse(HttpStatusCode.OK) };
    }
    [Function("Work")] public async Task Work([QueueTrigger("wa")] string json)
    {
        var u = JsonSerializer.Deserialize<Upd>(json);
        foreach (var v in u.Entry.SelectMany(e => e.Changes).Select(c => c.Value))
        {
            foreach (var m in v.Messages ?? []) await bot.Handle(m.{|DLG0606:From|}, m.Text?.Body);
            foreach (var s in v.{|DLG0603:Statuses|} ?? []) await bot.State(s.Id, s.Status);
        }
    }
}
public interface IBot { Task Handle(string f, string t); Task State(string i, string s); }
public record Upd([property: JsonPropertyName("entry")] List<Ent> Entry); public record Ent([property: JsonPropertyName("changes")] List<Chg> Changes); public record Chg([property: JsonPropertyName("value")] Val Value); public record Val([property: JsonPropertyName("messages")] List<Msg> Messages, [property: JsonPropertyName("statuses")] List<St> Statuses); public record Msg([property: JsonPropertyName("from")] string From, [property: JsonPropertyName("text")] Txt Text); public record Txt([property: JsonPropertyName("body")] string Body); public record St([property: JsonPropertyName("id")] string Id, [property: JsonPropertyName("status")] string Status, [property: JsonPropertyName("recipient_id")] string To);
