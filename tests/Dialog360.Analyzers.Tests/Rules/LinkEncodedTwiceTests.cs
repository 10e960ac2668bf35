using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Rules;

public sealed class LinkEncodedTwiceTests
{
    private const string Id = "DLG0103";

    private static string Image(string link) => $"new {{ to, type = \"image\", image = new {{ link = {link} }} }}";

    [Theory]
    [InlineData("[|\"https://cdn.example.com/my%2520file.jpg\"|]")]
    [InlineData("[|\"https://cdn.example.com/a%252Fb.jpg\"|]")]
    [InlineData("[|\"https%3A%2F%2Fcdn.example.com%2Fa.jpg\"|]")]
    [InlineData("[|\"https%3a%2f%2fcdn.example.com%2fa.jpg\"|]")]
    [InlineData("[|\"https://cdn.example.com/a.jpg?name=my%2520file\"|]")]
    [InlineData("[|$\"https://cdn.example.com/{id}/my%2520file.jpg\"|]")]
    [InlineData("[|\"https://cdn.example.com/\" + id + \"/my%2520file.jpg\"|]")]
    [InlineData("[|Uri.EscapeDataString(\"https://cdn.example.com/a b.jpg\")|]")]
    [InlineData("[|WebUtility.UrlEncode(\"https://cdn.example.com/a b.jpg\")|]")]
    [InlineData("[|HttpUtility.UrlEncode(\"https://cdn.example.com/a b.jpg\")|]")]
    [InlineData("[|UrlEncoder.Default.Encode(\"https://cdn.example.com/a b.jpg\")|]")]
    [InlineData("[|Uri.EscapeDataString($\"https://cdn.example.com/{name}\")|]")]
    [InlineData("[|Uri.EscapeDataString(WebUtility.UrlEncode(url))|]")]
    [InlineData("$\"https://cdn.example.com/{[|Uri.EscapeDataString(Uri.EscapeDataString(name))|]}\"")]
    [InlineData("\"https://cdn.example.com/\" + [|HttpUtility.UrlEncode(Uri.EscapeDataString(name))|]")]
    [InlineData("$\"https://cdn.example.com/{[|Uri.EscapeDataString(\"my%20file.jpg\")|]}\"")]
    [InlineData("flag ? [|\"https://cdn.example.com/my%2520file.jpg\"|] : url")]
    public void Reported(string link) => new TestProgram(Id, Bodies.Expression(Image(link))).Check();

    [Theory]
    [InlineData("\"https://cdn.example.com/my%20file.jpg\"")]
    [InlineData("\"https://cdn.example.com/100%25.jpg\"")]
    [InlineData("\"https://cdn.example.com/100%25 sure.jpg\"")]
    [InlineData("\"https://cdn.example.com/100%25zz.jpg\"")]
    [InlineData("\"https://proxy.example.com/?u=https%3A%2F%2Fcdn.example.com%2Fa.jpg\"")]
    [InlineData("\"https://proxy.example.com/?u=https%3A%2F%2Fcdn.example.com%2Fmy%2520file.jpg\"")]
    [InlineData("\"https://proxy.example.com/?w=3&u=https%3A%2F%2Fcdn.example.com%2Fmy%2520file.jpg&h=2\"")]
    [InlineData("$\"https://cdn.example.com/{Uri.EscapeDataString(name)}\"")]
    [InlineData("$\"https://cdn.example.com/{Uri.EscapeDataString(name)}?x={Uri.EscapeDataString(id)}\"")]
    [InlineData("$\"https://proxy.example.com/?u={Uri.EscapeDataString(\"https://cdn.example.com/a.jpg\")}\"")]
    [InlineData("$\"https://proxy.example.com/?u={Uri.EscapeDataString($\"https://cdn.example.com/{Uri.EscapeDataString(name)}\")}\"")]
    [InlineData("\"https://cdn.example.com/\" + Uri.EscapeDataString(name)")]
    [InlineData("Uri.UnescapeDataString(Uri.EscapeDataString(name))")]
    [InlineData("$\"https://cdn.example.com/%25{name}\"")]
    [InlineData("url")]
    public void Silent(string link) => new TestProgram(Id, Bodies.Expression(Image(link))).Check();

    [Theory]
    [InlineData("var encoded = Uri.EscapeDataString(name); var link = Uri.EscapeDataString(encoded); Use(new { to, type = \"image\", image = new { link } });")]
    public void Reported_on_the_call_where_the_value_is_held_in_a_local(string statements) =>
        new TestProgram(Id, Bodies.Method(statements.Replace("Uri.EscapeDataString(encoded)", "[|Uri.EscapeDataString(encoded)|]", StringComparison.Ordinal))).Check();

    [Theory]
    [InlineData("new { to, type = \"document\", document = new { link = [|\"https://cdn.example.com/my%2520file.pdf\"|], filename = \"my%2520file.pdf\" } }")]
    [InlineData("new { to, messaging_product = \"whatsapp\", type = \"interactive\", interactive = new { type = \"button\", header = new { type = \"video\", video = new { link = [|\"https://x.example/a%2520b.mp4\"|] } }, body = new { text = \"x\" }, action = new { buttons = new[] { new { type = \"reply\", reply = new { id = \"1\", title = \"a\" } } } } } }")]
    [InlineData("new Dictionary<string, object> { { \"to\", to }, { \"type\", \"video\" }, { \"video\", new { link = [|\"https://x.example/a%2520b.mp4\"|] } } }")]
    [InlineData("new JsonObject { [\"to\"] = to, [\"type\"] = \"video\", [\"video\"] = new JsonObject { [\"link\"] = [|\"https://x.example/a%2520b.mp4\"|] } }")]
    public void Reported_in_other_places(string expression) => new TestProgram(Id, Bodies.Expression(expression)).Check();

    [Theory]
    [InlineData("new { to, type = \"text\", text = new { body = \"https://cdn.example.com/my%2520file.pdf\" } }")]
    [InlineData("new { link = \"https://cdn.example.com/my%2520file.pdf\" }")]
    [InlineData("new { to, type = \"image\", image = new { id = \"my%2520file\", caption = \"https%3A%2F%2F\" } }")]
    [InlineData("new { to, photo = \"https://cdn.example.com/my%2520file.pdf\" }")]
    public void Silent_in_other_places(string expression) => new TestProgram(Id, Bodies.Expression(expression)).Check();

    [Theory]
    // What every caller has encoded is encoded again in the method.
    [InlineData("""
        private static string Of(string file) => "https://files.example/" + [|Uri.EscapeDataString(file)|];
        public Task Send(string to, string file) => Post(to, Of(Uri.EscapeDataString(file)));
        """)]
    [InlineData("""
        private Task Named(string to, string file) => Post(to, "https://files.example/" + [|Uri.EscapeDataString(file)|]);
        public Task Send(string to, string file) => Named(to, Encode(file));
        """)]
    [InlineData("""
        private static string Of(string folder, string file) { return "https://files.example/" + folder + "/" + [|Encode(file)|]; }
        public Task Send(string to, string file) { string url = Of("invoices", Encode(file)); return Post(to, url); }
        """)]
    // Only some do; one encoder; a whole URL as the value of a query.
    [InlineData("""
        private Task Named(string to, string file) => Post(to, "https://files.example/" + Uri.EscapeDataString(file));
        public Task Send(string to, string file) => Named(to, Uri.EscapeDataString(file));
        public Task Plain(string to, string file) => Named(to, file);
        """)]
    [InlineData("""
        private static string Of(string folder, string file) => "https://files.example/" + folder + "/" + Encode(file);
        public Task Send(string to, string file) => Post(to, Of("invoices", file));
        public Task Query(string to, string file) => Post(to, "https://go.example/?u=" + Encode("https://files.example/" + Encode(file)));
        """)]
    public void Encoders_on_both_sides_of_a_call(string members) => new TestProgram(Id, $$"""
        public class Files(HttpClient http)
        {
            {{members}}
            private static string Encode(string s) { return Uri.EscapeDataString(s); }
            private Task Post(string to, string link) => http.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "document", document = new { link } });
        }
        """).Check();

    [Fact]
    public void Follows_arguments_through_an_interface() => new TestProgram(Id, """
        public interface ISender { Task SendDocument(string to, string link, string fileName); }
        public class Cloud : ISender { public Task SendDocument(string to, string link, string fileName) => Post(new { messaging_product = "whatsapp", to, type = "document", document = new { link, filename = fileName } }); private Task Post(object o) => Task.CompletedTask; }
        public class Job { public Task Run(ISender s, string to) => s.SendDocument(to, [|"https://cdn.example.com/my%2520invoice.pdf"|], "my%2520invoice.pdf"); }
        """).Check();

    [Theory]
    [InlineData("[|Uri.EscapeDataString(\"https://x.example/a.png\")|]")]
    [InlineData("[|Uri.EscapeDataString($\"https://x.example/{name}\")|]")]
    [InlineData("[|HttpUtility.UrlEncode(Uri.EscapeDataString(name))|]")]
    [InlineData("\"https://x.example/\" + [|WebUtility.UrlEncode(Uri.EscapeDataString(name))|]")]
    [InlineData("[|Uri.EscapeDataString(name)|]")]
    [InlineData("\"https://x.example/\" + Uri.EscapeDataString(name)")]
    [InlineData("\"https://x.example/?u=\" + Uri.EscapeDataString(\"https://y.example/a%20b.png\")")]
    public void Follows_encoders_in_arguments(string link) => new TestProgram(Id, Bodies.Method($"await new Pictures().Send(to, {link});"), """
        public class Pictures
        {
            public Task Send(string to, string link) => new HttpClient().PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new { messaging_product = "whatsapp", to, type = "image", image = new { link } });
        }
        """).Check();

    private const string Json = "{ \\\"to\\\": \\\"4917\\\", \\\"type\\\": \\\"image\\\", \\\"image\\\": { \\\"link\\\": \\\"LINK\\\" } }";

    private static string Text(string link) => "\"" + Json.Replace("LINK", link, StringComparison.Ordinal) + "\"";

    private static string RawText(string link) => "\"\"\"" + Json.Replace("\\", string.Empty, StringComparison.Ordinal).Replace("LINK", link, StringComparison.Ordinal) + "\"\"\"";

    private static string Interpolated(string link) => "$\"" + Json.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal).Replace("LINK", link, StringComparison.Ordinal) + "\"";

    [Theory]
    [InlineData("[|https://cdn.example.com/my%2520file.jpg|]")]
    [InlineData("[|https%3A%2F%2Fcdn.example.com%2Fa.jpg|]")]
    [InlineData("[|https://cdn.example.com/a%252Cb.jpg?v=2|]")]
    public void Reported_in_json_text(string link)
    {
        new TestProgram(Id, Bodies.Expression(Text(link))).Check();
        new TestProgram(Id, Bodies.Expression(RawText(link))).Check();
        new TestProgram(Id, Bodies.Expression(Interpolated(link))).Check();
    }

    [Theory]
    [InlineData("https://cdn.example.com/my%20file.jpg")]
    [InlineData("https://cdn.example.com/100%25.jpg")]
    [InlineData("https://proxy.example.com/?u=https%3A%2F%2Fcdn.example.com%2Fmy%2520file.jpg")]
    public void Silent_in_json_text(string link)
    {
        new TestProgram(Id, Bodies.Expression(Text(link))).Check();
        new TestProgram(Id, Bodies.Expression(RawText(link))).Check();
        new TestProgram(Id, Bodies.Expression(Interpolated(link))).Check();
    }

    [Theory]
    // One encoder over the whole link, whatever the link is; the one that keeps a URL as it is counts only over escapes.
    [InlineData("[|Uri.EscapeDataString(url)|]")]
    [InlineData("[|WebUtility.UrlEncode(url)|]")]
    [InlineData("[|Uri.EscapeDataString(Uri.UnescapeDataString(url))|]")]
    [InlineData("[|Uri.EscapeUriString(\"https://x.example.com/a%20b.png\")|]")]
    [InlineData("[|Uri.EscapeUriString(Uri.EscapeUriString(url))|]")]
    [InlineData("Uri.EscapeUriString(url)")]
    [InlineData("Uri.EscapeUriString(\"https://x.example.com/a b.png\")")]
    [InlineData("url + Uri.EscapeDataString(name)")]
    [InlineData("$\"{url}/{Uri.EscapeDataString(name)}.png\"")]
    [InlineData("$\"{Uri.EscapeDataString(name)}{url}\"")]
    public void One_encoder(string link) => new TestProgram("DLG0103", Bodies.Expression($"new {{ to, type = \"image\", image = new {{ link = {link} }} }}")).Check();
}
