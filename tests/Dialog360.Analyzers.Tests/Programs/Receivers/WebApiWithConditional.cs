using System.Web.Http; using Newtonsoft.Json;
// WhatsApp webhook .NET Framework 4.7
public class WebhookController : ApiController
{
    [HttpPost] public IHttpActionResult {|DLG0607:Post|}([FromBody] Root root)
    {
        if (root == null) { return {|DLG0601:BadRequest("empty")|}; }
        try
        {
            Message m = root.Entry{|DLG0604:[0]|}.Changes{|DLG0604:[0]|}.Value.Messages != null && root.Entry[0].Changes[0].Value.Messages.Count > 0 ? root.Entry[0].Changes[0].Value.Messages{|DLG0604:[0]|} : null;
            if (m != null) new Repo().Save(m.{|DLG0606:From|}, m.Id);
            return Ok();
        }
        catch (Exception ex) { return {|DLG0601:InternalServerError(ex)|}; }
    }
}
public class Repo { public void Save(string f, string i) { } }
public class Root { [JsonProperty("entry")] public List<Entry> Entry { get; set; } } public class Entry { [JsonProperty("changes")] public List<Change> Changes { get; set; } } public class Change { [JsonProperty("value")] public Value Value { get; set; } } public class Value { [JsonProperty("messages")] public List<Message> Messages { get; set; } } public class Message { [JsonProperty("from")] public string From { get; set; } [JsonProperty("id")] public string Id { get; set; } }
