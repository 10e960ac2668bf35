public readonly record struct Result<T>(T Value, string Error) { public bool IsOk => Error is null; public static Result<T> Ok(T v) => new(v, null); public static Result<T> Fail(string e) => new(default, e); public Result<T> OnFail(Action<string> a) { if (!IsOk) a(Error); return this; } public R Match<R>(Func<T, R> ok, Func<string, R> fail) => IsOk ? ok(Value) : fail(Error); }
public class FpSender(HttpClient http)
{
    public async Task<Result<string>> SendAsync(string to)
    {
        var r = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "text", text = new { body = "x" } });
        if (!r.IsSuccessStatusCode) return Result<string>.Fail(await r.Content.ReadAsStringAsync());
        var d = await r.Content.ReadFromJsonAsync<JsonElement>();
        return Result<string>.Ok(d.GetProperty("messages")[0].GetProperty("id").GetString());
    }
    public async Task A(string to) { (await SendAsync(to)).OnFail(Console.Error.WriteLine); }
    public async Task<int> B(string to) => (await SendAsync(to)).Match(_ => 0, _ => 1);
    public async Task C(string to) { await {|DLG0301:SendAsync|}(to); }
    public async Task D(string to) { var r = await SendAsync(to); if (r is { IsOk: false, Error: var e }) throw new Exception(e); }
}
