// throws for every answer of 360dialog that is no success (WhatsApp)
public class ThrowingHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        var r = await base.SendAsync(request, ct);
        if (!r.IsSuccessStatusCode) throw new HttpRequestException(await r.Content.ReadAsStringAsync(ct), null, r.StatusCode);
        return r;
    }
}
public class Receipts(HttpClient http)
{
    private const string Url = "https://waba-v2.360dialog.io/messages";
    public async Task MarkRead(string id) { await http.PostAsJsonAsync(Url, new { messaging_product = "whatsapp", status = "read", message_id = id }); }
    public async Task Typing(string id) { await http.PostAsJsonAsync(Url, new { messaging_product = "whatsapp", status = "read", message_id = id, typing_indicator = new { type = "text" } }); }
    public async Task React(string to, string id) { var r = await http.PostAsJsonAsync(Url, new { messaging_product = "whatsapp", to, type = "reaction", reaction = new { message_id = id, emoji = "👍" } }); r.EnsureSuccessStatusCode(); }
}
