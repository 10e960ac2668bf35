using Microsoft.AspNetCore.Builder; using Microsoft.AspNetCore.Http; using Microsoft.Extensions.DependencyInjection; using Microsoft.Extensions.Logging;
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHttpClient();
var app = builder.Build();
var verifyToken = builder.Configuration["WhatsApp:VerifyToken"];
app.MapGet("/webhook", (HttpRequest request) =>
{
    if (request.Query["hub.verify_token"] == verifyToken) return Results.Content(request.Query["hub.challenge"]);
    return Results.Unauthorized();
});
app.{|DLG0607:MapPost|}("/webhook", async (HttpRequest request, IHttpClientFactory factory) =>
{
    var json = await JsonNode.ParseAsync(request.Body);
    var message = json?["entry"]?{|DLG0604:[0]|}?["changes"]?{|DLG0604:[0]|}?["value"]?["messages"]?{|DLG0604:[0]|};
    if (message is null) return Results.Ok();
    var from = message[{|DLG0606:"from"|}]!.GetValue<string>();
    var text = message["text"]?["body"]?.GetValue<string>();
    var client = factory.CreateClient();
    client.DefaultRequestHeaders.Add("D360-API-KEY", Environment.GetEnvironmentVariable("D360"));
    var response = await client.{|DLG0602:PostAsJsonAsync|}("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to = from, type = "text", text = new { body = "You said: " + text } });
    if (!response.IsSuccessStatusCode) app.Logger.LogError("send failed {Status}", response.StatusCode);
    return Results.Ok();
});
app.Run();
