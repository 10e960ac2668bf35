public class Bulk
{
    private readonly HttpClient client; private readonly SemaphoreSlim gate = new(5);
    public Bulk(HttpClient client) { this.client = client; }
    private async Task<HttpResponseMessage> Send(string to)
    {
        await gate.WaitAsync();
        try { return await client.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "template", template = new { name = "x", language = new { code = "en" } } }); }
        finally { gate.Release(); }
    }
    private async Task<bool> Ok(string to) => (await Send(to)).IsSuccessStatusCode;
    public async Task A(string[] all) { await Task.WhenAll(all.Select({|DLG0301:Send|})); }
    public async Task B(string[] all) { var answers = await Task.WhenAll(all.Select(Send)); foreach (var a in answers) if (!a.IsSuccessStatusCode) Console.WriteLine(a.StatusCode); }
    public async Task C(string[] all) { var tasks = all.Select({|DLG0301:Ok|}).ToList(); await Task.WhenAll(tasks); }
    public async Task D(string[] all) { var tasks = all.Select(Ok).ToList(); await Task.WhenAll(tasks); Console.WriteLine(tasks.Count(t => t.Result)); }
    public async Task<bool[]> E(string[] all) => await Task.WhenAll(all.Select(Ok));
    public Task F(string[] all) => Task.WhenAll(all.Select({|DLG0301:Ok|}));
    public Task<HttpResponseMessage[]> G(string[] all) => Task.WhenAll(all.Select(Send));
    public async Task H(string[] all) { await Parallel.ForEachAsync(all, async (to, ct) => { await {|DLG0301:Ok|}(to); }); }
    public async Task I(string[] all) { foreach (var t in all.Select(Send).ToArray()) (await t).EnsureSuccessStatusCode(); }
    public void J(List<string> all) { Task.WaitAll(all.Select({|DLG0301:Ok|}).ToArray()); }
    public async Task K(string[] all) { var r = await Task.WhenAll(all.Select({|DLG0301:Ok|})); }
    public async Task L(string[] all) { var r = await Task.WhenAll(all.Select(Ok)); if (r.Contains(false)) throw new Exception(); }
}
