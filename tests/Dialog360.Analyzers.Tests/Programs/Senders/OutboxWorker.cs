using System.Threading.Channels; using Microsoft.Extensions.Hosting; using Microsoft.Extensions.Logging;
public record OutMsg(string To, string Template, string Lang);
public class OutboxWorker(Channel<OutMsg> channel, IHttpClientFactory factory, ILogger<OutboxWorker> log, IOutbox outbox) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var http = factory.CreateClient("360dialog");
        await foreach (var m in channel.Reader.ReadAllAsync(stoppingToken))
        {
            var res = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to = m.To, type = "template", template = new { name = m.Template, language = new { code = m.Lang } } }, stoppingToken);
            if (res.StatusCode == HttpStatusCode.TooManyRequests) { await Task.Delay(2000, stoppingToken); await channel.Writer.WriteAsync(m, stoppingToken); continue; }
            if (!res.IsSuccessStatusCode)
            {
                var err = await res.Content.{|DLG0302:ReadFromJsonAsync|}<JsonNode>(stoppingToken);
                var code = err?["error"]?["code"]?.GetValue<int>();
                {|DLG0305:switch|} (code)
                {
                    case 131026: await outbox.DropAsync(m.To); break;
                    case 131047: await outbox.DropAsync(m.To); break;
                    case 132001: log.LogCritical("template {T} missing", m.Template); break;
                }
            }
        }
    }
}
public interface IOutbox { Task DropAsync(string to); }
