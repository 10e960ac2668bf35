using System.Threading.Channels; using Microsoft.AspNetCore.Builder; using Microsoft.AspNetCore.Http; using Microsoft.AspNetCore.Mvc; using Microsoft.Extensions.DependencyInjection; using Microsoft.Extensions.Hosting; using Microsoft.Extensions.Logging;
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSingleton(Channel.CreateBounded<JsonDocument>(1000));
builder.Services.AddHostedService<UpdateWorker>();
var app = builder.Build();
app.MapPost("/hooks/wa", WaHooks.Post);
app.Run();
static class WaHooks
{
    public static async Task<IResult> Post(HttpContext ctx, [FromServices] Channel<JsonDocument> channel)
    {
        var doc = await JsonDocument.ParseAsync(ctx.Request.Body);
        await channel.Writer.WriteAsync(doc);
        return Results.Ok();
    }
}
class UpdateWorker(Channel<JsonDocument> channel, ILogger<UpdateWorker> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var doc in channel.Reader.ReadAllAsync(stoppingToken))
        {
            try { Handle(doc.RootElement); } catch (Exception e) { log.LogError(e, "update"); }
        }
    }
    private void Handle(JsonElement root)
    {
        foreach (var entry in root.GetProperty("entry").EnumerateArray())
        foreach (var change in entry.GetProperty("changes").EnumerateArray())
        {
            var value = change.GetProperty("value");
            if (value.TryGetProperty("messages", out var messages))
                foreach (var m in messages.EnumerateArray())
                    log.LogInformation("from {From}", m.{|DLG0606:GetProperty|}("from").GetString());
            if (value.{|DLG0603:TryGetProperty|}("statuses", out var statuses))
                foreach (var s in statuses.EnumerateArray())
                    if (s.GetProperty("status").GetString() == "failed") log.LogError("not delivered {Id}", s.GetProperty("id").GetString());
        }
    }
}
// part of the WhatsApp bridge
