using Microsoft.AspNetCore.Builder; using Microsoft.AspNetCore.Http; using Microsoft.AspNetCore.Routing; using Microsoft.Extensions.Logging;
public static class WhatsAppEndpoints
{
    public static RouteGroupBuilder MapWhatsApp(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/whatsapp").WithTags("WhatsApp");
        group.MapGet("/", Verify);
        group.MapPost("/", HandleUpdate).AllowAnonymous();
        return group;
    }
    private static IResult Verify(string hub_mode, string hub_challenge) => Results.Text(hub_challenge);
    private static async Task<Microsoft.AspNetCore.Http.HttpResults.Results<Microsoft.AspNetCore.Http.HttpResults.Ok, Microsoft.AspNetCore.Http.HttpResults.BadRequest<string>>> HandleUpdate(Notification n, IOrders orders, ILogger<Notification> log)
    {
        if (n.Entry.Length == 0) return {|DLG0601:TypedResults.BadRequest("empty")|};
        foreach (var c in n.Entry.SelectMany(e => e.Changes))
        {
            foreach (var s in c.Value.Statuses ?? [])
            {
                var reason = s switch { { Status: "failed", Errors: [var first, ..] } => first.Title, _ => null };
                log.LogInformation("{Id} {S} {R}", s.Id, s.Status, reason);
            }
            foreach (var m in c.Value.Messages ?? [])
            {
                if (m.Type != "text") continue;
                await orders.AddAsync(m.{|DLG0606:From|}, m.Id);
            }
        }
        return TypedResults.Ok();
    }
}
public interface IOrders { Task AddAsync(string phone, string id); }
public record Notification(NEntry[] Entry); public record NEntry(NChange[] Changes); public record NChange(NValue Value); public record NValue(NMsg[] Messages, NStatus[] Statuses); public record NMsg(string From, string Id, string Type); public record NStatus(string Id, string Status, NError[] Errors); public record NError(int Code, string Title);
