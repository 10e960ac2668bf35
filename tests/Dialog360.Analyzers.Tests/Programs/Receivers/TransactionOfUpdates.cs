using Microsoft.AspNetCore.Builder; using Microsoft.AspNetCore.Http; using Microsoft.Extensions.Logging;
// WhatsApp hook with a results union and a db transaction
public static class Hook
{
    public static void Map(WebApplication app) => app.MapPost("/wa", Handle);
    static async Task<IResult> Handle(HttpRequest request, Db db, ILoggerFactory lf)
    {
        var log = lf.CreateLogger("wa");
        var doc = await request.ReadFromJsonAsync<JsonDocument>();
        if (doc is null) return {|DLG0601:Results.StatusCode(StatusCodes.Status400BadRequest)|};
        await using var tx = await db.BeginAsync();
        try
        {
            foreach (var v in doc.RootElement.GetProperty("entry").EnumerateArray().SelectMany(e => e.GetProperty("changes").EnumerateArray()).Select(c => c.GetProperty("value")))
            {
                if (v.TryGetProperty("statuses", out var st))
                    foreach (var s in st.EnumerateArray())
                        await db.ExecAsync("update msg set state=@s, err=@e where id=@i", s.GetProperty("status").GetString(), s.TryGetProperty("errors", out var er) ? er[0].GetProperty("code").GetInt32() : null, s.GetProperty("id").GetString());
                if (!v.TryGetProperty("messages", out var ms)) continue;
                foreach (var m in ms.EnumerateArray()) await db.ExecAsync("insert", m.GetProperty("from_user_id").GetString(), m.GetRawText());
            }
            await tx.CommitAsync();
        }
        catch (Exception e) { log.LogError(e, "x"); await tx.RollbackAsync(); return {|DLG0601:TypedResults.StatusCode(503)|}; }
        return Results.Ok();
    }
}
public class Db { public Task<Tx> BeginAsync() => null; public Task ExecAsync(string sql, params object[] a) => null; } public class Tx : IAsyncDisposable { public Task CommitAsync() => null; public Task RollbackAsync() => null; public ValueTask DisposeAsync() => default; }
