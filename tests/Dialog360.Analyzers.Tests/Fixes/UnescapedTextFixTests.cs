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

    /// <summary>The file says with which library it writes JSON.</summary>
    [Theory]
    [InlineData("using Newtonsoft.Json;", "encode-value", "{HttpUtility.JavaScriptStringEncode(name)}")]
    [InlineData("using Newtonsoft.Json;", "serialize-object", "JsonConvert.SerializeObject(new { to = \"1\", text = new { body = name } })")]
    [InlineData("using Newtonsoft.Json.Linq;", "serialize-object", "Newtonsoft.Json.JsonConvert.SerializeObject(new { to = \"1\", text = new { body = name } })")]
    [InlineData("using Newtonsoft.Json;\nusing System.Text.Json;", "encode-value", "{JsonEncodedText.Encode(name)}")]
    [InlineData("using System.Text.Json;", "serialize-object", "JsonSerializer.Serialize(new { to = \"1\", text = new { body = name } })")]
    public async Task The_library_of_the_file_is_written(string usings, string fix, string expected)
    {
        string source = FixBench.Program(Send("""$"{{\"to\":\"1\",\"text\":{{\"body\":\"{name}\"}}}}" """));
        source = source.Replace("using System.Text.Json.Nodes;\n", string.Empty, StringComparison.Ordinal).Replace("using Newtonsoft.Json.Linq;\n", string.Empty, StringComparison.Ordinal).Replace("using System.Web;", usings + "\nusing System.Web;", StringComparison.Ordinal);
        Assert.Contains(expected, await FixBench.FixAsync(source, "DLG0107", fix), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_may_be_null_stays_nothing()
    {
        string source = FixBench.Program(Send("""$"{{\"to\":\"1\",\"text\":{{\"body\":\"{(id.Length > 3 ? null : name)}\"}}}}" """));
        string after = await FixBench.FixAsync(source, "DLG0107", "encode-value");
        Assert.Contains($"{Encode}((id.Length > 3 ? null : name) ?? string.Empty)", after, StringComparison.Ordinal);
    }

    /// <summary>Where nullable is off, the compiler does not say what may be null.</summary>
    [Theory]
    [InlineData("name", "name ?? string.Empty")]
    [InlineData("name.Trim()", "name.Trim()")]
    [InlineData("id.Substring(1)", "id.Substring(1)")]
    [InlineData("System.Environment.GetEnvironmentVariable(name)", "System.Environment.GetEnvironmentVariable(name) ?? string.Empty")]
    public async Task What_may_be_null_stays_nothing_where_nullable_is_off(string value, string kept)
    {
        string source = FixBench.Program(Send(""""""" $$"""{"to":"{{to}}","type":"image","image":{"link":"https://example.com/a.png","caption":"{{VALUE}}"} }""" """"""".Replace("VALUE", value, StringComparison.Ordinal)))
            .Replace("#nullable enable", "#nullable disable", StringComparison.Ordinal);
        Assert.Contains($"{Encode}({kept})", await FixBench.FixAsync(source, "DLG0107", "encode-value"), StringComparison.Ordinal);
        Assert.Contains($"{{ to, type = \"image\", image = new {{ link = \"https://example.com/a.png\", caption = {kept} }} }}", await FixBench.FixAsync(source, "DLG0107", "serialize-object"), StringComparison.Ordinal);
    }

    /// <summary>Escapes that were written by hand would be escaped once more.</summary>
    [Theory]
    [InlineData(""""""" $$"""{"to":"1","text":{"body":"{{string.Join("\\n", name.Split(' '))}}"} }""" """"""")]
    [InlineData(""""""" $$"""{"to":"1","text":{"body":"{{name.Replace("\r\n", "\\n")}}"} }""" """"""")]
    [InlineData(""""""" $$"""{"to":"1","text":{"body":"{{name.Replace("\\", "\\\\")}}"} }""" """"""")]
    [InlineData(""""""" $$"""{"to":"1","text":{"body":"{{name.Replace("\t", @"\u0009")}}"} }""" """"""")]
    public Task What_is_escaped_by_hand_stays(string text) => FixBench.NothingForBodyAsync(Send(text), "DLG0107");

    [Fact]
    public Task What_is_escaped_by_hand_before_stays() => FixBench.NothingForBodyAsync("string lines = name.Replace(\"\\n\", \"\\\\n\"); " + Send(""""""" $$"""{"to":"1","text":{"body":"{{lines}}"} }""" """""""), "DLG0107");

    [Theory]
    [InlineData("name.Replace('\\\\', '/')")]
    [InlineData("string.Join(\"\\n\", name.Split(' '))")]
    public async Task A_backslash_or_line_break_alone_is_no_escape(string value) => Assert.Equal(
        2, (await FixBench.OffersAsync(TestSolution.Of(FixBench.Program(Send(""""""" $$"""{"to":"1","text":{"body":"{{VALUE}}"} }""" """"""".Replace("VALUE", value, StringComparison.Ordinal)))), "DLG0107")).Length);

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
    [InlineData(""" string.Format(System.Globalization.CultureInfo.GetCultureInfo("de-DE"), "{{\"to\":\"1\",\"text\":{{\"body\":\"{0}: {1:N2} EUR\"}}}}", name, 1234.5m) """)]
    [InlineData(""" string.Format(System.Globalization.CultureInfo.GetCultureInfo("de-DE"), "{{\"to\":\"1\",\"text\":{{\"body\":\"{0}: {1} EUR\"}}}}", name, 1234.5m) """)]
    [InlineData(""" string.Format("{{\"to\":\"1\",\"text\":{{\"body\":\"{0,-20}!\"}}}}", name) """)]
    [InlineData(""" System.FormattableString.Invariant($"{{\"to\":\"1\",\"text\":{{\"body\":\"{name} owes {1234.5m:N2} EUR\"}}}}") """)]
    [InlineData(""" string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{{\"to\":\"1\",\"text\":{{\"body\":\"{name} at {DateTime.UtcNow}\"}}}}") """)]
    [InlineData(""" "{\"to\":\"1\"," + /* words */ "\"text\":{\"body\":\"" + name + "\"}}" """)]
    public async Task Text_stays_where_an_object_would_mean_something_else(string text) => Assert.Equal(
        "Encode the value for JSON", Assert.Single(await FixBench.OffersAsync(TestSolution.Of(FixBench.Program(Send(text))), "DLG0107")));

    [Theory]
    [InlineData(""" System.FormattableString.Invariant($"{{\"to\":\"1\",\"text\":{{\"body\":\"{name} and {id}\"}}}}") """, """(new { to = "1", text = new { body = $"{name} and {id}" } })""")]
    [InlineData(""" string.Format(System.Globalization.CultureInfo.InvariantCulture, "{{\"to\":\"1\",\"text\":{{\"body\":\"{0}\"}}}}", name) """, """(new { to = "1", text = new { body = name } })""")]
    [InlineData(""" $"{{\"to\":\"1\",\"text\":{{\"body\":\"{name} owes {1234.5m:N2} EUR\"}}}}" """, """(new { to = "1", text = new { body = $"{name} owes {1234.5m:N2} EUR" } })""")]
    public Task A_culture_that_changes_nothing_goes(string before, string after) => FixBench.BodyAsync(Send(before), Send(Serialize + after), "DLG0107", "serialize-object");

    [Fact]
    public Task Lines_of_the_text_become_lines_of_the_object() => FixBench.BodyAsync(
        """"
                string json = $$"""
                    {
                      "to": "{{to}}",
                      "type": "text",
                      "text": {
                        "preview_url": false,
                        "body": "{{name}} is ready."
                      },
                      "context": { "message_id": "{{id}}" },
                      "tags": [
                        1,
                        2
                      ]
                    }
                    """;
                Send(json);
        """",
        $$"""
                string json = {{Serialize}}(new
                {
                    to,
                    type = "text",
                    text = new
                    {
                        preview_url = false,
                        body = $"{name} is ready.",
                    },
                    context = new { message_id = id },
                    tags = new object[]
                    {
                        1,
                        2,
                    },
                });
                Send(json);
        """,
        "DLG0107",
        "serialize-object");

    private static string Send(string text) => $"Send({text.Trim().Replace("§E§", Encode, StringComparison.Ordinal)});";

    /// <summary>A file that writes its JSON with Newtonsoft gets no second library.</summary>
    [Theory]
    [InlineData("encode-value", "\"\\\",\\\"type\\\":\\\"text\\\",\\\"text\\\":{\\\"body\\\":\\\"\" + System.Web.HttpUtility.JavaScriptStringEncode(body")]
    [InlineData("serialize-object", "string json = JsonConvert.SerializeObject(new { to")]
    public async Task A_file_of_Newtonsoft_stays_one(string fix, string expected)
    {
        string after = await FixBench.FixAsync(
            "using Newtonsoft.Json;\nclass Sender { // WhatsApp\n    string Text(string to, string body) { string json = \"{\\\"to\\\":\\\"\" + to + \"\\\",\\\"type\\\":\\\"text\\\",\\\"text\\\":{\\\"body\\\":\\\"\" + body + \"\\\"}}\"; return JsonConvert.DeserializeObject(json) is null ? string.Empty : json; }\n}",
            "DLG0107",
            fix);
        Assert.Contains(expected, after, System.StringComparison.Ordinal);
    }
}
