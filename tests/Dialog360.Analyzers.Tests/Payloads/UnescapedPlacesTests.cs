using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Payloads;

/// <summary>DLG0107 where the value comes from somewhere else: it stands where the value goes into the text.</summary>
public sealed class UnescapedPlacesTests
{
    [Theory]
    [InlineData("""string said = Environment.GetEnvironmentVariable("SAID")!; Use("{\"to\":\"" + to + "\",\"text\":{\"body\":\"" + [|said|] + "\"}}"); Use(said);""")]
    [InlineData("""var said = Environment.GetEnvironmentVariable("SAID"); Use($"{{\"to\":\"{to}\",\"text\":{{\"body\":\"{[|said|]}\"}}}}");""")]
    [InlineData("""var said = name.Trim(); Use($"{{\"to\":\"{to}\",\"text\":{{\"body\":\"{[|said|]}\"}}}}");""")]
    [InlineData("""var said = new string(name.Reverse().ToArray()); var again = said; Use(string.Format("{{\"to\":\"{0}\",\"text\":{{\"body\":\"{1}\"}}}}", to, [|again|]));""")]
    [InlineData("""var said = name; said = said.Trim(); Use($"{{\"to\":\"{to}\",\"text\":{{\"body\":\"{[|said|]}\"}}}}");""")]
    [InlineData("""name = name.Trim(); Use($"{{\"to\":\"{to}\",\"text\":{{\"body\":\"{[|name|]}\"}}}}");""")]
    // Pieces of JSON, joined.
    [InlineData("""var pieces = new[] { 1, 2 }.Select(each => $"{{\"type\":\"reply\",\"reply\":{{\"id\":\"{each}\",\"title\":\"{[|caption|]}\"}}}}"); Use($"{{\"to\":\"{to}\",\"type\":\"interactive\",\"interactive\":{{\"type\":\"button\",\"body\":{{\"text\":\"x\"}},\"action\":{{\"buttons\":[{string.Join(",", pieces)}]}}}}}}");""")]
    [InlineData("""Use("{\"to\":\"" + to + "\",\"type\":\"interactive\",\"interactive\":{\"type\":\"button\",\"body\":{\"text\":\"x\"},\"action\":{\"buttons\":[" + string.Join(", ", new[] { name, url }.Select(each => "{\"type\":\"reply\",\"reply\":{\"id\":\"a\",\"title\":\"" + [|each|] + "\"}}").ToList()) + "]}}}");""")]
    [InlineData("""var piece = $"{{\"type\":\"reply\",\"reply\":{{\"id\":\"1\",\"title\":\"{[|caption|]}\"}}}}"; Use($"{{\"to\":\"{to}\",\"type\":\"interactive\",\"interactive\":{{\"type\":\"button\",\"body\":{{\"text\":\"x\"}},\"action\":{{\"buttons\":[{piece}]}}}}}}");""")]
    public void Reported_where_it_goes_into_the_text(string statements) => new TestProgram("DLG0107", Bodies.Method(statements)).Check();

    [Theory]
    [InlineData("""var said = JsonEncodedText.Encode(name).ToString(); said = said.Trim(); Use($"{{\"to\":\"{to}\",\"text\":{{\"body\":\"{said}\"}}}}");""")]
    [InlineData("""name = JsonEncodedText.Encode(name).ToString(); Use($"{{\"to\":\"{to}\",\"text\":{{\"body\":\"{name}\"}}}}");""")]
    [InlineData("""for (var i = 0; i < 2; i++) { name = HttpUtility.JavaScriptStringEncode(name); } Use($"{{\"to\":\"{to}\",\"text\":{{\"body\":\"{name}\"}}}}");""")]
    [InlineData("""var said = "a"; said = said.ToUpper(); Use($"{{\"to\":\"{to}\",\"text\":{{\"body\":\"{said}\"}}}}");""")]
    [InlineData("""var pieces = new[] { name }.Select(each => $"{{\"type\":\"reply\",\"reply\":{{\"id\":\"1\",\"title\":{JsonSerializer.Serialize(each)}}}}}"); Use($"{{\"to\":\"{to}\",\"type\":\"interactive\",\"interactive\":{{\"type\":\"button\",\"body\":{{\"text\":\"x\"}},\"action\":{{\"buttons\":[{string.Join(",", pieces)}]}}}}}}");""")]
    [InlineData("""var text = "{\"to\":\"{{tel}}\",\"type\":\"text\",\"text\":{\"body\":\"{{name}}\"}}".Replace("{{tel}}", to).Replace("{{name}}", name); Use(text);""")]
    public void Silent_where_nothing_can_break(string statements) => new TestProgram("DLG0107", Bodies.Method(statements)).Check();

    [Fact]
    public void Recipient_that_takes_the_place_of_a_placeholder_is_judged() => new TestProgram(
        "DLG0201",
        """
        public class Reminder
        {
            private readonly HttpClient client = new();
            private const string Body = "{\"messaging_product\":\"whatsapp\",\"to\":\"{{tel}}\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}";
            private Task Send(string tel) => client.PostAsync("https://waba-v2.360dialog.io/messages", new StringContent(Body.Replace("{{tel}}", tel), Encoding.UTF8, "application/json"));
            public async Task Night(string[] patients) { foreach (var each in patients) { await Send(each); } }
        }
        public static class Program { public static Task Main() => new Reminder().[|Night|](new[] { "+4915112345678" }); }
        """).Check();

    [Fact]
    public void Long_chain_of_defaults_ends() => new TestProgram(
        "DLG0107",
        Bodies.Method($$"""string? none = null; var said = {{string.Concat(Enumerable.Repeat("none ?? ", 1000))}} name; Use($"{{"{{"}}\"to\":\"{to}\",\"text\":{{"{{"}}\"body\":\"{said}\"{{"}}}}"}}");""")).Check();
}
