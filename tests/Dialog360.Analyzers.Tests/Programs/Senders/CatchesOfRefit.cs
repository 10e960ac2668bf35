using Refit; using Microsoft.Extensions.Logging;
public interface IWa { [Post("/messages")] Task<JsonElement> Send([Body] object m); }
public class R(IWa wa, ILogger<R> log)
{
    public async Task A(string to)
    {
        try { await wa.Send(new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); }
        catch (ApiException e) when (e.StatusCode == HttpStatusCode.BadRequest) { var b = await e.GetContentAsAsync<Dictionary<string, JsonElement>>(); log.LogWarning("{B}", b["error"]); }
        catch (ApiException e) { log.LogError("{S} {C}", e.StatusCode, e.Content); }
    }
    public async Task<int> B(string to)
    {
        try { await wa.Send(new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); return 0; }
        catch (ApiException e) { return JsonNode.{|DLG0302:Parse|}(e.Content)["error"]["code"].GetValue<int>(); }
    }
    public async Task<int> C(string to)
    {
        try { await wa.Send(new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } }); return 0; }
        catch (ApiException e) { try { return JsonNode.Parse(e.Content)["error"]["code"].GetValue<int>(); } catch (JsonException) { return -1; } }
    }
}
