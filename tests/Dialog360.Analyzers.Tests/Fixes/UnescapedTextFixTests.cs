namespace Dialog360.Analyzers.Tests.Fixes;

/// <summary>DLG0107: the value is encoded, or the text becomes a serialized object.</summary>
public class UnescapedTextFixTests
{
    private const string Encode = "System.Text.Json.JsonEncodedText.Encode";
    private const string Serialize = "System.Text.Json.JsonSerializer.Serialize";

    [Theory]
    [InlineData("""$"{{\"to\":\"1\",\"text\":{{\"body\":\"{name}\"}}}}" """, """$"{{\"to\":\"1\",\"text\":{{\"body\":\"{§E§(name)}\"}}}}" """)]
    [InlineData("""$"{{\"to\":\"1\",\"text\":{{\"body\":\"Hi {name.Trim(),10}!\"}}}}" """, """$"{{\"to\":\"1\",\"text\":{{\"body\":\"Hi {§E§(name.Trim()),10}!\"}}}}" """)]
    [InlineData("""$@"{{""to"":""1"",""text"":{{""body"":""{name}""}}}}" """, """$@"{{""to"":""1"",""text"":{{""body"":""{§E§(name)}""}}}}" """)]
    [InlineData("""" $$"""{"to":"1","text":{"body":"{{name}}"} }""" """", """" $$"""{"to":"1","text":{"body":"{{§E§(name)}}"} }""" """")]
    [InlineData(""" "{\"to\":\"1\",\"text\":{\"body\":\"" + name + "\"}}" """, """ "{\"to\":\"1\",\"text\":{\"body\":\"" + §E§(name) + "\"}}" """)]
    [InlineData(""" string.Format("{{\"to\":\"1\",\"text\":{{\"body\":\"{0}\"}}}}", name) """, """ string.Format("{{\"to\":\"1\",\"text\":{{\"body\":\"{0}\"}}}}", §E§(name)) """)]
    [InlineData(""" string.Concat("{\"to\":\"1\",\"text\":{\"body\":\"", name, "\"}}") """, """ string.Concat("{\"to\":\"1\",\"text\":{\"body\":\"", §E§(name), "\"}}") """)]
    public Task Value_is_encoded_in_every_form(string before, string after) => FixBench.BodyAsync(Send(before), Send(after), "DLG0107", "encode-value");

    [Fact]
    public async Task The_short_name_is_written_where_a_using_allows()
    {
        string source = FixBench.Program(Send("""$"{{\"to\":\"1\",\"text\":{{\"body\":\"{name}\"}}}}" """)).Replace("using System.Web;", "using System.Text.Json;\nusing System.Web;", StringComparison.Ordinal);
        Assert.Contains("{JsonEncodedText.Encode(name)}", await FixBench.FixAsync(source, "DLG0107", "encode-value"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_may_be_null_stays_nothing()
    {
        string source = "#nullable enable\n" + FixBench.Program(Send("""$"{{\"to\":\"1\",\"text\":{{\"body\":\"{(id.Length > 3 ? null : name)}\"}}}}" """));
        string after = await FixBench.FixAsync(source, "DLG0107", "encode-value");
        Assert.Contains($"{Encode}((id.Length > 3 ? null : name) ?? string.Empty)", after, StringComparison.Ordinal);
    }

    [Fact]
    public Task All_values_of_one_text_are_encoded() => FixBench.AllInBodyAsync(
        Send("""$"{{\"to\":\"{to}\",\"text\":{{\"body\":\"{name} and {id} and {name}\"}}}}" """),
        Send("""$"{{\"to\":\"{to}\",\"text\":{{\"body\":\"{§E§(name)} and {§E§(id)} and {§E§(name)}\"}}}}" """),
        "DLG0107",
        "encode-value");

    [Theory]
    [InlineData(
        """$"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"{name}\",\"preview_url\":false}}}}" """,
        """(new { to, type = "text", text = new { body = name, preview_url = false } }) """)]
    [InlineData(
        """"""$@"{{""to"":""{to}"",""text"":{{""body"":""Hi {name}, {id.Length:00} \""x\""""}}}}" """""",
        """(new { to, text = new { body = $"Hi {name}, {id.Length:00} \"x\"" } }) """)]
    [InlineData(
        """ "{\"to\":\"" + to + "\",\"template\":{\"name\":\"" + name + "\",\"components\":[{\"type\":\"body\",\"parameters\":[]}]}}" """,
        """(new { to, template = new { name, components = new object[] { new { type = "body", parameters = new object[0] } } } })""")]
    [InlineData(
        """" $$"""{"to":"1","location":{"latitude":{{id.Length}},"longitude":-1.5,"name":"{{name}}"} }""" """",
        """(new { to = "1", location = new { latitude = id.Length, longitude = -1.5, name } }) """)]
    public Task Text_becomes_an_object_that_means_the_same(string before, string after) =>
        FixBench.BodyAsync(Send(before), Send(Serialize + after), "DLG0107", "serialize-object");

    [Theory]
    [InlineData("""$"{{\"to\":\"1\",\"text\":{{\"body\":\"{name}\"}},{id}}}" """)]
    [InlineData("""$"{{\"to\":\"1\",\"x\":{id},\"text\":{{\"body\":\"{name}\"}}}}" """)]
    [InlineData("""$"{{\"to\":\"1\",\"a b\":1,\"text\":{{\"body\":\"{name}\"}}}}" """)]
    [InlineData("""$"{{\"to\":\"1\",\"x\":null,\"text\":{{\"body\":\"{name}\"}}}}" """)]
    [InlineData("""$"{{\"to\":\"1\",\"text\":{{\"body\":\"{name} {System.Text.Json.JsonEncodedText.Encode(id)}\"}}}}" """)]
    [InlineData(""" "{\"to\":\"1\"," + /* words */ "\"text\":{\"body\":\"" + name + "\"}}" """)]
    public async Task Text_stays_where_an_object_would_mean_something_else(string text) => Assert.Equal(
        "Encode the value for JSON", Assert.Single(await FixBench.OffersAsync(TestSolution.Of(FixBench.Program(Send(text))), "DLG0107")));

    private static string Send(string text) => $"Send({text.Trim().Replace("§E§", Encode, StringComparison.Ordinal)});";
}
