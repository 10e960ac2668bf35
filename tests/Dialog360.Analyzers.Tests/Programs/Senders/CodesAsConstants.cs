public static class WhatsAppErrorCodes { public const int ReEngagement = 470; public const int SpamRate = 471; public const int CloudReEngagement = 131047; public const int Undeliverable = 131026; }
public class CloudSender(HttpClient http)
{
    public async Task<SendState> SendAsync(string to, string body)
    {
        using var res = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body } });
        if (res.StatusCode is HttpStatusCode.OK) return SendState.Sent;
        if ((int)res.StatusCode == 429) return SendState.Retry;
        try
        {
            var json = await res.Content.ReadFromJsonAsync<JsonElement>();
            var code = json.GetProperty("error").GetProperty("code").GetInt32();
            return code switch
            {
                WhatsAppErrorCodes.CloudReEngagement => SendState.NeedsTemplate,
                WhatsAppErrorCodes.Undeliverable => SendState.Drop,
                {|DLG0307:WhatsAppErrorCodes.SpamRate|} => SendState.Retry,
                _ => SendState.Failed,
            };
        }
        catch (JsonException) { return SendState.Failed; }
    }
    public bool IsClosed(int status) => status == 470;
}
public enum SendState { Sent, Retry, NeedsTemplate, Drop, Failed }
