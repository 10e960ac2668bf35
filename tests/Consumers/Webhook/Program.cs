using System.Text.Json;
using System.Threading.Channels;
using Harbour.Lettings;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddControllers();
builder.Services.AddSingleton<Journal>();
builder.Services.AddSingleton(Channel.CreateUnbounded<Update>());
builder.Services.AddHostedService<UpdateWorker>();

WebApplication app = builder.Build();
app.MapControllers();
app.MapGet("/journal/{receiver}", (string receiver, Journal journal) => journal.Of(receiver));

// Right: every level is looped over, a status is asked for its errors, and the answer is always 200.
app.MapPost("/elements", (JsonElement body, Journal journal) =>
{
    if (!body.TryGetProperty("entry", out JsonElement entries))
    {
        return Results.Ok();
    }

    foreach (JsonElement change in entries.EnumerateArray().SelectMany(entry => entry.GetProperty("changes").EnumerateArray()))
    {
        if (change.GetProperty("value").TryGetProperty("messages", out JsonElement messages))
        {
            foreach (JsonElement message in messages.EnumerateArray())
            {
                journal.Add("elements", message.GetProperty("id").GetString(), message.TryGetProperty("from_user_id", out JsonElement user) ? user.GetString() : null);
            }
        }

        if (change.GetProperty("value").TryGetProperty("statuses", out JsonElement statuses))
        {
            foreach (JsonElement status in statuses.EnumerateArray())
            {
                if (status.TryGetProperty("errors", out JsonElement errors))
                {
                    journal.Add("elements", status.GetProperty("id").GetString(), errors[0].GetProperty("code").GetRawText());
                }
            }
        }
    }

    return Results.Ok();
});

// Wrong: the first message of the first change of the first entry, which need not be there.
app.MapPost("/json", (JsonElement body, Journal journal) => // DLG0607
{
    var message = body.GetProperty("entry")[0].GetProperty("changes")[0].GetProperty("value").GetProperty("messages")[0]; // DLG0604, DLG0604, DLG0604, DLG0605
    journal.Add("json", message.GetProperty("id").GetString(), message.TryGetProperty("from_user_id", out JsonElement user) ? user.GetString() : null);
    return Results.Ok();
});

app.Run();
