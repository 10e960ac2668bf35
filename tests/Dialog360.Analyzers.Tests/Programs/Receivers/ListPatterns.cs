using Microsoft.AspNetCore.Builder; using Microsoft.AspNetCore.Http;
// WhatsApp inbound by patterns
public static class Api
{
    public static void Map(WebApplication app, Func<string, string, Task> reply)
    {
        app.{|DLG0607:MapPost|}("/in", async (Upd u) =>
        {
            if (u is { Entry: [{|DLG0604:{ Changes: [{|DLG0604:{ Value.Messages: [{|DLG0604:{ From: var from, Text.Body: var body }|}, ..] }|}, ..] }|}, ..] }) await reply(from, body);
            return Results.Ok();
        });
        app.MapPost("/in2", (Upd u) => u.Entry.Length > 0 ? Results.Ok() : {|DLG0601:Results.NotFound()|});
    }
}
public record Upd(Ent[] Entry); public record Ent(Chg[] Changes); public record Chg(Val Value); public record Val(Msg[] Messages, St[] Statuses); public record Msg(string From, string Id, Txt Text, string From_User_Id); public record Txt(string Body); public record St(string Id, string Status, Er[] Errors); public record Er(int Code);
