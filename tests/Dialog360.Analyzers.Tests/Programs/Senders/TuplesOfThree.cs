public class Svc
{
    readonly HttpClient hc; public Svc(HttpClient hc) => this.hc = hc;
    Task<HttpResponseMessage> Post(object o) => hc.PostAsync("https://waba-v2.360dialog.io/messages", new StringContent(JsonSerializer.Serialize(o), Encoding.UTF8, "application/json"));
    public async Task<(bool ok, string id, string err)> Text(string to, string b)
    {
        var r = await Post(new { messaging_product = "whatsapp", to, type = "text", text = new { body = b } });
        var s = await r.Content.ReadAsStringAsync();
        return r.IsSuccessStatusCode ? (true, JsonNode.Parse(s)!["messages"]![0]!["id"]!.ToString(), null) : (false, null, s);
    }
    public async Task A(string to) { var (ok, id, err) = await Text(to, "x"); if (!ok) throw new Exception(err); Console.WriteLine(id); }
    public async Task B(string to) { var (_, id, _) = await Text(to, "x"); Console.WriteLine(id); }
    public async Task C(string to) { var t = await Text(to, "x"); Console.WriteLine(t.ok ? t.id : t.err); }
    public async Task D(string to) { var t = await {|DLG0301:Text|}(to, "x"); }
    public async Task<string> E(string to) => (await Text(to, "x")).id;
    public async Task F(string to) { (bool ok, _, _) = await Text(to, "x"); Console.WriteLine(ok); }
    public async Task G(string to) { bool ok; (ok, _, _) = await Text(to, "x"); if (!ok) await Task.Delay(5); }
}
