using Microsoft.AspNetCore.Builder; using Microsoft.AspNetCore.Http; using Microsoft.Extensions.DependencyInjection;
// WhatsApp + LLM bot
var app = WebApplication.CreateBuilder(args).Build();
app.{|DLG0607:MapPost|}("/whatsapp", async (Update update, ChatClient chat, Waba waba, CancellationToken ct) =>
{
    foreach (var m in update.entry.SelectMany(e => e.changes).SelectMany(c => c.value.messages ?? []))
    {
        if (m.type != "text") continue;
        var answer = await chat.{|DLG0602:CompleteAsync|}(m.text.body, ct);
        await waba.{|DLG0602:SendAsync|}(m.{|DLG0606:from|}, answer);
    }
    return Results.Ok();
});
app.Run();
public class ChatClient(HttpClient http) { public async Task<string> CompleteAsync(string p, CancellationToken ct) { var r = await http.PostAsJsonAsync("https://api.openai.com/v1/chat", new { p }, ct); return await r.Content.ReadAsStringAsync(ct); } }
public class Waba(HttpClient http) { public async Task SendAsync(string to, string body) { var r = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body } }); r.EnsureSuccessStatusCode(); } }
public class Update { public Entry[] entry { get; set; } = []; } public class Entry { public Change[] changes { get; set; } = []; } public class Change { public Value value { get; set; } } public class Value { public Msg[] messages { get; set; } } public class Msg { public string from { get; set; } public string id { get; set; } public string type { get; set; } public Txt text { get; set; } } public class Txt { public string body { get; set; } }
