using Microsoft.AspNetCore.Builder; using Microsoft.AspNetCore.Http; using Microsoft.Extensions.DependencyInjection;
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHttpClient("wa", c => { c.BaseAddress = new Uri("https://waba-v2.360dialog.io/"); c.DefaultRequestHeaders.Add("D360-API-KEY", builder.Configuration["D360"]); });
var app = builder.Build();
app.MapPost("/notify/{phone}", async (string phone, IHttpClientFactory f) =>
{
    await f.CreateClient("wa").{|DLG0301:PostAsJsonAsync|}("messages", new { messaging_product = "whatsapp", to = phone, type = "template", template = new { name = "hello_world", language = new { code = "en_US" } } });
    return Results.NoContent();
});
app.MapPost("/notify2/{phone}", async (string phone, IHttpClientFactory f) =>
{
    var r = await f.CreateClient("wa").PostAsJsonAsync("messages", new { messaging_product = "whatsapp", to = phone, type = "template", template = new { name = "hello_world", language = new { code = "en_US" } } });
    return r.IsSuccessStatusCode ? Results.NoContent() : Results.Problem(await r.Content.ReadAsStringAsync(), statusCode: 502);
});
app.MapPost("/proxy", async (JsonElement body, IHttpClientFactory f) =>
{
    var r = await f.CreateClient("wa").PostAsJsonAsync("messages", new { messaging_product = "whatsapp", to = body.GetProperty("to").GetString(), type = "text", text = new { body = "x" } });
    return Results.Content(await r.Content.ReadAsStringAsync(), "application/json", statusCode: (int)r.StatusCode);
});
app.Run();
