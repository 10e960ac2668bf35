// error handling for 360dialog on premises (WhatsApp)
public class GatewayError { [JsonPropertyName("meta")] public GatewayMeta Meta { get; set; } [JsonPropertyName("errors")] public List<ApiErr> Errors { get; set; } }
public class GatewayMeta { [JsonPropertyName("success")] public bool Success { get; set; } [JsonPropertyName({|DLG0303:"http_code"|})] public int HttpCode { get; set; } [JsonPropertyName({|DLG0303:"developer_message"|})] public string DeveloperMessage { get; set; } }
public class ApiErr { [JsonPropertyName("code")] public int Code { get; set; } [JsonPropertyName("title")] public string Title { get; set; } [JsonPropertyName("details")] public string Details { get; set; } }
public class OldClient(HttpClient http)
{
    public async Task<string> Send(string to, string text)
    {
        var r = await http.PostAsJsonAsync("https://waba-sandbox.360dialog.io/v1/messages", new { to, type = "text", text = new { body = text } });
        var body = await r.Content.ReadAsStringAsync();
        if (r.IsSuccessStatusCode) return JsonDocument.Parse(body).RootElement.GetProperty("messages")[0].GetProperty("id").GetString();
        var e = JsonSerializer.{|DLG0302:Deserialize|}<GatewayError>(body);
        if ({|DLG0304:e.Meta.HttpCode == 401|}) throw new UnauthorizedAccessException(e.Meta.DeveloperMessage);
        if ({|DLG0304:e.Meta.HttpCode >= 500|}) throw new HttpRequestException(e.Meta.DeveloperMessage);
        var first = e.Errors[0];
        if ({|DLG0306:first.Code == 1005|}) throw new InvalidOperationException("access denied");
        if (first.Code == 1006) return null;
        if (first.Code == 1005) throw new InvalidOperationException(first.Details);
        throw new Exception(first.Title);
    }
}
