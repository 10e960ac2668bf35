using Microsoft.AspNetCore.Mvc; using Microsoft.Extensions.Logging;
[ApiController, Route("api/webhook")]
public class WebhookController : ControllerBase
{
    private readonly ChatService chat; private readonly ILogger<WebhookController> logger;
    public WebhookController(ChatService chat, ILogger<WebhookController> logger) { this.chat = chat; this.logger = logger; }
    [HttpPost]
    public async Task<string> {|DLG0607:Post|}([FromBody] WebHookResponseModel data)
    {
        if (data.entry != null && data.entry{|DLG0604:[0]|}.changes != null && data.entry[0].changes{|DLG0604:[0]|}.value != null && data.entry[0].changes[0].value.messages != null && data.entry[0].changes[0].value.messages{|DLG0604:[0]|}.text != null)
        {
            string id_wa = data.entry[0].changes[0].value.messages[0].id;
            string tel = data.entry[0].changes[0].value.messages[0].{|DLG0606:from|};
            string mensaje = data.entry[0].changes[0].value.messages[0].text.body;
            if (await chat.Exists(id_wa)) return "EVENT_RECEIVED";
            await chat.{|DLG0602:Answer|}(tel, mensaje);
        }
        return "EVENT_RECEIVED";
    }
}
public class ChatService
{
    private static readonly HttpClient client = new HttpClient();
    public Task<bool> Exists(string id) => Task.FromResult(false);
    public async Task Answer(string to, string q)
    {
        var resp = await client.PostAsync("https://waba-v2.360dialog.io/messages", new StringContent("{ \"messaging_product\": \"whatsapp\", \"to\": \"" + to + "\", \"type\": \"text\", \"text\": { \"body\": \"Hola\" } }", Encoding.UTF8, "application/json"));
        if (!resp.IsSuccessStatusCode) Console.Error.WriteLine(resp.StatusCode);
    }
}
public class WebHookResponseModel { public Entry[] entry { get; set; } } public class Entry { public Change[] changes { get; set; } } public class Change { public Value value { get; set; } } public class Value { public int ad_id { get; set; } public Messages[] messages { get; set; } } public class Messages { public string id { get; set; } public string from { get; set; } public Text text { get; set; } } public class Text { public string body { get; set; } }
