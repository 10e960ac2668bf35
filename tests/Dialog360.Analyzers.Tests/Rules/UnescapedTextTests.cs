using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Rules;

public sealed class UnescapedTextTests
{
    private const string Id = "DLG0107";

    public static TheoryData<string> Reported =>
    [
        // Interpolation in every form.
        """" $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"{[|name|]}\"}}}}" """",
        """" $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"Hello {[|name|]}, bye\"}}}}" """",
        """" $@"{{""to"":""{to}"",""type"":""text"",""text"":{{""body"":""{[|name|]}""}}}}" """",
        """" @$"{{""to"":""{to}"",""type"":""text"",""text"":{{""body"":""{[|name|]}""}}}}" """",
        "$$\"\"\"{\"to\":\"{{to}}\",\"type\":\"text\",\"text\":{\"body\":\"{{[|name|]}}\" } }\"\"\"",
        "$$$\"\"\"{\"to\":\"{{{to}}}\",\"type\":\"text\",\"text\":{\"body\":\"{{{[|name|]}}}\"}}\"\"\"",
        "$$\"\"\"\n{\n  \"messaging_product\": \"whatsapp\",\n  \"to\": \"{{to}}\",\n  \"type\": \"text\",\n  \"text\": { \"body\": \"{{[|name|]}}\" }\n}\n\"\"\"",
        // Concatenation.
        """" "{\"to\":\"" + to + "\",\"type\":\"text\",\"text\":{\"body\":\"" + [|name|] + "\"}}" """",
        """" @"{""to"":""" + to + @""",""type"":""text"",""text"":{""body"":""" + [|name|] + @"""}}" """",
        """" "{\"to\":\"" + to + "\",\"type\":\"text\",\"text\":{\"body\":\"Hi " + [|name|] + " and " + [|caption|] + "\"}}" """",
        """" "{" + "\"to\":\"" + to + "\"," + "\"type\":\"text\"," + "\"text\":{" + "\"body\":\"" + [|name.Trim()|] + "\"" + "}" + "}" """",
        """" "{\"to\":\"" + to + "\",\"type\":\"text\",\"text\":{\"body\":\"" + [|name.ToUpper()|] + "\"}}" """",
        // Calls.
        """" string.Format("{{\"to\":\"{0}\",\"type\":\"text\",\"text\":{{\"body\":\"{1}\"}}}}", to, [|name|]) """",
        """" string.Format(CultureInfo.InvariantCulture, @"{{""to"":""{0}"",""type"":""text"",""text"":{{""body"":""{1}""}}}}", to, [|name|]) """",
        """" string.Concat("{\"to\":\"", to, "\",\"type\":\"text\",\"text\":{\"body\":\"", [|name|], "\"}}") """",
        // Other places and other values.
        """" $"{{\"to\":\"{to}\",\"type\":\"image\",\"image\":{{\"link\":\"{[|url|]}\",\"caption\":\"{[|caption|]}\"}}}}" """",
        """" $"{{\"to\":\"{to}\",\"type\":\"template\",\"template\":{{\"name\":\"x\",\"language\":{{\"code\":\"en\"}},\"components\":[{{\"type\":\"body\",\"parameters\":[{{\"type\":\"text\",\"text\":\"{[|name|]}\"}}]}}]}}}}" """",
        """" $"{{\"messaging_product\":\"whatsapp\",\"to\":\"{to}\",\"type\":\"location\",\"location\":{{\"latitude\":1,\"longitude\":2,\"name\":\"{[|name|]}\"}}}}" """",
        """" $"{{\"messaging_product\":\"whatsapp\",\"to\":\"{to}\",\"type\":\"interactive\",\"interactive\":{{\"type\":\"button\",\"body\":{{\"text\":\"{[|name|]}\"}},\"action\":{{\"buttons\":[{{\"type\":\"reply\",\"reply\":{{\"id\":\"{id}\",\"title\":\"{[|caption|]}\"}}}}]}}}}}}" """",
        """" $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"{[|name.Replace("\n", " ")|]}\"}}}}" """",
        """" $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"{[|HttpUtility.HtmlEncode(name)|]}\"}}}}" """",
        """" $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"{[|WebUtility.HtmlEncode(name)|]}\"}}}}" """",
        """" $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"{[|Environment.GetEnvironmentVariable("GREETING")|]}\"}}}}" """",
        """" $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"{([|flag ? name : "none"|])}\"}}}}" """",
        """" $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"{[|name ?? "none"|]}\"}}}}" """",
        """" $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"{[|string.Join(",", new[] { name, caption }.Select(x => x))|]}\"}}}}" """",
        """" Encoding.UTF8.GetBytes($"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"{[|name|]}\"}}}}") """",
        """" new StringContent("{\"to\":\"" + to + "\",\"type\":\"text\",\"text\":{\"body\":\"" + [|name|] + "\"}}", Encoding.UTF8, "application/json") """",
    ];

    public static TheoryData<string> Silent =>
    [
        """" $"{{\"to\":\"{to}\",\"type\":\"image\",\"image\":{{\"link\":\"{new Uri(url).AbsoluteUri}\"}}}}" """",
        // Escaped.
        """" $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"{JsonEncodedText.Encode(name)}\"}}}}" """",
        """" $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"{JsonEncodedText.Encode(name).ToString()}\"}}}}" """",
        """" $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"{JsonEncodedText.Encode(name).Value}\"}}}}" """",
        """" $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":{JsonSerializer.Serialize(name)}}}}}" """",
        """" $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"{JsonSerializer.Serialize(name).Trim('"')}\"}}}}" """",
        """" $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":{Newtonsoft.Json.JsonConvert.ToString(name)}}}}}" """",
        """" $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"{Newtonsoft.Json.JsonConvert.SerializeObject(name).Trim('"')}\"}}}}" """",
        """" $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"{HttpUtility.JavaScriptStringEncode(name)}\"}}}}" """",
        """" $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"{JavaScriptEncoder.Default.Encode(name)}\"}}}}" """",
        """" $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(name)}\"}}}}" """",
        """" $"{{\"to\":\"{to}\",\"type\":\"image\",\"image\":{{\"link\":\"https://x.io/{Uri.EscapeDataString(name)}\"}}}}" """",
        """" $"{{\"to\":\"{to}\",\"type\":\"image\",\"image\":{{\"link\":\"https://x.io/{WebUtility.UrlEncode(name)}\"}}}}" """",
        """" "{\"to\":\"" + to + "\",\"type\":\"text\",\"text\":{\"body\":\"" + name.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n") + "\"}}" """",
        """" "{\"to\":\"" + to + "\",\"type\":\"text\",\"text\":{\"body\":\"" + name.Replace('"', '\'').Trim() + "\"}}" """",
        // Types without special characters.
        """" $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"{number} at {value:F2}, {flag}\"}}}}" """",
        """" $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"{Guid.NewGuid()} {Guid.NewGuid().ToString("N")}\"}}}}" """",
        """" $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"{DateTime.Now:HH:mm} {DateTime.Now.ToString("d")} {DayOfWeek.Monday}\"}}}}" """",
        """" "{\"to\":\"" + to + "\",\"type\":\"text\",\"text\":{\"body\":\"" + number.ToString(CultureInfo.InvariantCulture) + "\"}}" """",
        """" $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"{(flag ? "yes" : "no")}\"}}}}" """",
        """" $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"{number switch { 1 => "one", _ => "many" }}\"}}}}" """",
        """" $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"{(flag ? "about " + number : $"{value}")}\"}}}}" """",
        """" $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"{string.Join(",", new[] { 1, number })}\"}}}}" """",
        // Recipient and ids.
        """" $"{{\"to\":\"{to}\",\"type\":\"image\",\"image\":{{\"id\":\"{id}\"}}}}" """",
        """" $"{{\"messaging_product\":\"whatsapp\",\"to\":\"{to}\",\"type\":\"reaction\",\"reaction\":{{\"message_id\":\"{id}\",\"emoji\":\"x\"}}}}" """",
        // Outside strings, known texts, own placeholders.
        """" $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{name}}}" """",
        """" "{\"to\":\"1\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}" """",
        """" "{\"to\":\"#TO#\",\"type\":\"text\",\"text\":{\"body\":\"#NAME#\"}}".Replace("#TO#", to).Replace("#NAME#", name) """",
        // No JSON text, no message.
        """" new { to, type = "text", text = new { body = $"Hi \"{name}\"" } } """",
        """" $"{{\"chat_id\":\"{to}\",\"text\":\"{name}\"}}" """",
        """" $"{{\"to\":\"{to}\",\"subject\":\"{name}\"}}" """",
        """" $"Dear {name}, welcome to {{us}}" """",
    ];

    [Theory]
    [MemberData(nameof(Reported))]
    public void Reported_where_unknown_text_stands_between_quotes(string expression) => new TestProgram(Id, Bodies.Expression(expression.Trim())).Check();

    [Theory]
    [MemberData(nameof(Silent))]
    public void Silent_where_nothing_can_break(string expression) => new TestProgram(Id, Bodies.Expression(expression.Trim())).Check();

    [Theory]
    [InlineData("""var part = $"Hi {[|name|]}"; var json = "{\"to\":\"" + to + "\",\"type\":\"text\",\"text\":{\"body\":\"" + part + "\"}}"; Use(json);""")]
    [InlineData("""string who; if (flag) who = name; else who = "you"; var json = "{\"to\":\"1\",\"type\":\"text\",\"text\":{\"body\":\"" + [|who|] + "\"}}"; Use(json);""")]
    [InlineData("""string Upper(string x) => x.ToUpper(); var json = "{\"to\":\"1\",\"type\":\"text\",\"text\":{\"body\":\"" + [|Upper(name)|] + "\"}}"; Use(json);""")]
    [InlineData("""await client.PostAsync("https://waba-v2.360dialog.io/messages", new StringContent("{\"to\":\"1\",\"type\":\"text\",\"text\":{\"body\":\"" + [|name|] + "\"}}"));""")]
    public void Reported_in_statements(string statements) => new TestProgram(Id, Bodies.Method(statements)).Check();

    [Theory]
    [InlineData("""var safe = JsonEncodedText.Encode(name).ToString(); var json = "{\"to\":\"1\",\"type\":\"text\",\"text\":{\"body\":\"" + safe + "\"}}"; Use(json);""")]
    [InlineData("""var who = "you"; if (flag) who = "them"; var json = "{\"to\":\"1\",\"type\":\"text\",\"text\":{\"body\":\"" + who + "\"}}"; Use(json);""")]
    [InlineData("""string EscapeJson(string x) => x; var json = "{\"to\":\"1\",\"type\":\"text\",\"text\":{\"body\":\"" + EscapeJson(name) + "\"}}"; Use(json);""")]
    [InlineData("""string Clean(string x) => x.Replace("\"", "'"); var json = "{\"to\":\"1\",\"type\":\"text\",\"text\":{\"body\":\"" + Clean(name) + "\"}}"; Use(json);""")]
    [InlineData("""await client.PostAsync("https://api.example.com/x", new StringContent("{\"to\":\"1\",\"type\":\"text\",\"text\":{\"body\":\"" + name + "\"}}"));""")]
    public void Silent_in_statements(string statements) => new TestProgram(Id, Bodies.Method(statements)).Check();
}
