public static class Program3
{
    public static async Task Main()
    {
        var listener = new HttpListener(); listener.Prefixes.Add("http://+:8080/wa/"); listener.Start();
        while (true)
        {
            var ctx = await listener.GetContextAsync();
            _ = Task.Run(() => Handle(ctx));
        }
    }
    static void {|DLG0607:Handle|}(HttpListenerContext ctx)
    {
        using var sr = new StreamReader(ctx.Request.InputStream);
        var root = JsonDocument.Parse(sr.ReadToEnd()).RootElement;
        if (!root.TryGetProperty("entry", out var entries)) { ctx.Response.StatusCode = {|DLG0601:404|}; ctx.Response.Close(); return; }
        foreach (var e in entries.EnumerateArray())
            foreach (var c in e.GetProperty("changes").EnumerateArray())
                if (c.GetProperty("value").TryGetProperty("messages", out var ms))
                    foreach (var m in ms.EnumerateArray())
                        Console.WriteLine(m.GetProperty("from_user_id").GetString());
        ctx.Response.StatusCode = 200;
        ctx.Response.Close();
    }
}
// part of the WhatsApp bridge
