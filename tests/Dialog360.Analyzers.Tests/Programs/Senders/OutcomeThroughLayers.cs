public interface IMessageGateway { Task<SendOutcome> DispatchAsync(object payload); }
public enum SendOutcome { Ok, Rejected, Unknown }
public class D360Gateway(HttpClient http) : IMessageGateway
{
    public async Task<SendOutcome> DispatchAsync(object payload)
    {
        try
        {
            var r = await http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", payload);
            return r.IsSuccessStatusCode ? SendOutcome.Ok : SendOutcome.Rejected;
        }
        catch (HttpRequestException) { return SendOutcome.Unknown; }
    }
}
public class Texts(IMessageGateway g) { public Task<SendOutcome> Hello(string to) => g.DispatchAsync(new { messaging_product = "whatsapp", to, type = "text", text = new { body = "Hello" } }); }
public class Flow(Texts t)
{
    public async Task Run(string to) { await t.{|DLG0301:Hello|}(to); }
    public async Task Run2(string to) { if (await t.Hello(to) is not SendOutcome.Ok and var bad) throw new Exception(bad.ToString()); }
    public async ValueTask Run3(string to) => await t.{|DLG0301:Hello|}(to);
    public Task Run4(string to) => t.{|DLG0301:Hello|}(to);
    public async Task Run5(string to) { var t1 = t.Hello(to); await Task.Delay(1); switch (await t1) { case SendOutcome.Rejected: Console.WriteLine("no"); break; } }
    public void Run6(string to) { t.{|DLG0301:Hello|}(to).GetAwaiter().GetResult(); }
    public void Run7(string to) { var o = t.Hello(to).Result; Console.WriteLine(o); }
    public async Task Run8(string[] all) { foreach (var c in all.Chunk(20)) { await Task.WhenAll(c.Select(x => t.{|DLG0301:Hello|}(x))); await Task.Delay(1000); } }
    public async Task<List<string>> Run9(string[] all) { var bad = new List<string>(); await Parallel.ForEachAsync(all, async (x, _) => { if (await t.Hello(x) != SendOutcome.Ok) lock (bad) bad.Add(x); }); return bad; }
}
