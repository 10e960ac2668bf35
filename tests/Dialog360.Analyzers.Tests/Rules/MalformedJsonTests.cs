using Dialog360.Analyzers.Tests.Infrastructure;

namespace Dialog360.Analyzers.Tests.Rules;

public sealed class MalformedJsonTests
{
    private const string Id = "DLG0105";

    public static TheoryData<string> Reported =>
    [
        // Commas.
        """" "{\"to\":\"1\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}[|,|]}" """",
        """" "{\"to\":\"1\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"[|,|] } }" """",
        """" @"{""to"":""1"",""type"":""text"",""text"":{""body"":""Hi""[|,|]}}" """",
        """" $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"Hi\"}}[|,|]}}" """",
        "\"\"\"\n{\n  \"to\": \"1\",\n  \"type\": \"text\",\n  \"text\": { \"body\": \"Hi\" }[|,|]\n}\n\"\"\"",
        "$$\"\"\"{\"to\":\"{{to}}\",\"type\":\"text\",\"text\":{\"body\":\"Hi\" }[|,|] }\"\"\"",
        """" "{\"to\":\"" + to + "\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}" + "[|,|]}" """",
        """" string.Format("{{\"to\":\"{0}\",\"type\":\"text\",\"text\":{{\"body\":\"Hi\"}}[|,|]}}", to) """",
        """" string.Concat("{\"to\":\"", to, "\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}", "[|,|]}") """",
        """" "{\"to\":\"1\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"[|,|]}}"u8.ToArray() """",
        """" "{\"to\":\"1\",\"type\":\"text\" [|\"text\"|]:{\"body\":\"Hi\"}}" """",
        """" $"{{\"to\":\"{to}\" [|\"type\"|]:\"text\",\"text\":{{\"body\":\"Hi\"}}}}" """",
        """" "{\"to\":\"1\",[|,|]\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}" """",
        // Quotes.
        """" "{\"to\":[|'1'|],\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}" """",
        """" "{[|'to'|]:\"1\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}" """",
        """" "{[|to|]:\"1\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}" """",
        """" $"{{\"to\":\"{to}\",\"type\":\"text\",[|text|]:{{\"body\":\"Hi\"}}}}" """",
        """" "{\"to\":\"1\",\"type\":\"text\",\"text\":{\"body\":\"say \"[|hi|]\" now\"}}" """",
        // Literals and numbers.
        """" "{\"to\":\"1\",\"type\":\"text\",\"text\":{\"body\":\"Hi\",\"preview_url\":[|True|]}}" """",
        """" "{\"to\":\"1\",\"type\":\"text\",\"text\":{\"body\":\"Hi\",\"preview_url\":[|None|]}}" """",
        """" "{\"to\":\"1\",\"type\":\"location\",\"location\":{\"latitude\":[|.5|],\"longitude\":[|+3|]}}" """",
        """" $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"Hi\",\"preview_url\":{[|true|]}}}}}" """",
        // Strings, comments.
        "\"{\\\"to\\\":\\\"1\\\",\\\"type\\\":\\\"text\\\",\\\"text\\\":{\\\"body\\\":\\\"one[|\\n|]two\\nthree\\\"}}\"",
        "@\"{\"\"to\"\":\"\"1\"\",\"\"type\"\":\"\"text\"\",\"\"text\"\":{\"\"body\"\":\"\"one[|\n|]two\"\"}}\"",
        """" "{\"to\":\"1\",\"type\":\"text\",\"text\":{\"body\":\"it[|\\'|]s\"}}" """",
        """" "{\"to\":\"1\",[|/* kind */|]\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}" """",
        "\"\"\"\n{\n  \"to\": \"1\", [|// whom|]\n  \"type\": \"text\",\n  \"text\": { \"body\": \"Hi\" }\n}\n\"\"\"",
        // Brackets.
        """" "{\"to\":\"1\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"[|}|]" """",
        """" $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"Hi\"[|}}|]" """",
        """" string.Format("{{\"to\":\"{0}\",\"type\":\"text\",\"text\":{{\"body\":\"Hi\"[|}}|]", to) """",
        """" "{\"to\":\"1\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}[|}|]" """",
        """" "{\"to\":\"" + to + "\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}[|}|]" """",
        """" "{\"to\":\"1\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"[|]|]}" """",
        // Colons and values.
        """" "{\"to\":\"1\",\"type\":\"text\",\"context\"[|:|],\"text\":{\"body\":\"Hi\"}}" """",
        """" "{\"to\":\"1\",\"type\":\"text\",\"context\" [|5|],\"text\":{\"body\":\"Hi\"}}" """",
    ];

    public static TheoryData<string> Silent =>
    [
        // Placeholders of one's own.
        """" "{\"to\":\"#TO#\",\"type\":\"location\",\"location\":{\"latitude\":#LAT#,\"longitude\":%LNG%}}" """",
        """" "{\"to\":\"1\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}" """",
        """" @"{""to"":""1"",""type"":""text"",""text"":{""body"":""it's \""fine\"" {ok}""}}" """",
        "\"\"\"\n\n  {\n    \"to\": \"1\",\n    \"type\": \"text\",\n    \"text\": { \"body\": \"a\\nb\" }\n  }\n\n  \"\"\"",
        "$$\"\"\"{\"to\":\"{{to}}\",\"type\":\"text\",\"text\":{\"body\":\"{{name}}\" } }\"\"\"",
        """" "{\"to\":\"1\",\"type\":\"text\",\"text\":{\"body\":\"a\\nb \\u00e9 \\/\"}}" """",
        """" "{\"to\":\"1\",\"type\":\"location\",\"location\":{\"latitude\":-0.5e+1,\"longitude\":0}}" """",
        """" "[{\"to\":\"1\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}]" """",
        // A hole may be any JSON text.
        """" $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{name}}}" """",
        """" $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"Hi\"}}{name}}}" """",
        """" $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"Hi\"}},{name}}}" """",
        """" $"{{\"to\":\"{to}\",\"type\":\"text\",{name}\"text\":{{\"body\":\"Hi\"}}}}" """",
        """" $"{{{name}\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"Hi\"}}}}" """",
        """" $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"Hi\"}}{name}" """",
        """" "{\"to\":\"" + to + "\",\"type\":\"text\",\"text\":" + name """",
        """" "{\"to\":\"" + to + "\",\"type\":\"location\",\"location\":{\"latitude\":" + value + ",\"longitude\":-" + number + ".5}}" """",
        """" $"{{\"to\":\"{to}\",\"type\":\"text\",\"text\":{{\"body\":\"Hi\",\"preview_url\":{flag.ToString().ToLower()}}}}}" """",
        """" $"{{\"to\":\"{to}\",\"type\":\"template\",\"template\":{{\"name\":\"x\",\"components\":[{name}]}}}}" """",
        """" $"{{\"to\":\"{to}\",\"type\":\"template\",\"template\":{{\"name\":\"x\",\"components\":[{string.Join(",", new[] { name })}]}}}}" """",
        """" $"{{\"to\":\"{to}\",\"type\":\"{name}\",\"{name}\":{{\"id\":\"{id}\"}}}}" """",
        // Own placeholders.
        """" "{\"to\":\"{{to}}\",\"type\":\"text\",\"text\":{{text}}}" """",
        """" "{\"to\":\"{to}\",\"type\":\"text\",\"text\":{body}}" """",
        """" "{\"to\":\"#\",\"type\":\"text\",\"text\":#T#}".Replace("#T#", name) """",
        """" "{'to':'1','type':'text','text':{'body':'Hi'}}".Replace("'", "\"") """",
        """" "{'to':'1','type':'text','text':{'body':'Hi'}}".Replace('\'', '"') """",
        """" string.Format("{{\"to\":\"{0}\",\"type\":\"text\",\"text\":{1}}}", to, name) """",
        // No message.
        """" "{\"from\":\"1\",\"type\":\"text\",}" """",
        """" "{'chat_id':'1','text':'Hi',}" """",
        """" "route/{to}/{type}" """",
        """" "to: {0}, type: {1}," """",
        """" new { to, type = "text", text = new { body = "{\"to\":1,}" } } """",
    ];

    [Theory]
    [MemberData(nameof(Reported))]
    public void Reported_at_the_token_that_breaks_the_JSON(string expression) => new TestProgram(Id, Bodies.Expression(expression.Trim())).Check();

    [Theory]
    [MemberData(nameof(Silent))]
    public void Silent_where_the_JSON_may_be_right(string expression) => new TestProgram(Id, Bodies.Expression(expression.Trim())).Check();

    [Theory]
    [InlineData("""var json = "{\"to\":\"1\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"[|}|]"; await client.PostAsync("https://waba-v2.360dialog.io/messages", new StringContent(json));""")]
    [InlineData("""var json = "{\"to\":\"1\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}[|,|]}"; Console.WriteLine("Sending " + json); Use(json);""")]
    [InlineData("""string Make() => "{\"to\":\"1\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"[|}|]"; Use(Make());""")]
    [InlineData("""Use(JsonNode.Parse("{\"to\":\"1\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"[|,|]}}"));""")]
    public void Reported_in_statements(string statements) => new TestProgram(Id, Bodies.Method(statements)).Check();

    [Theory]
    [InlineData("""var json = "{\"to\":\"1\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}"; json += "}"; Use(json);""")]
    [InlineData("""var head = "{\"to\":\"1\",\"messaging_product\":\"whatsapp\",\"type\":\"text\","; var json = head + "\"text\":{\"body\":\"Hi\"}}"; Use(json);""")]
    [InlineData("""var json = new StringBuilder(); json.Append("{\"to\":\"1\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}"); json.Append("}"); Use(json.ToString());""")]
    [InlineData("""var writer = new System.IO.StringWriter(); writer.Write("{\"to\":\"1\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}"); writer.Write("}"); Use(writer);""")]
    [InlineData("""string Head() => "{\"to\":\"1\",\"messaging_product\":\"whatsapp\",\"type\":\"text\","; Use(Head() + "\"text\":{\"body\":\"Hi\"}}");""")]
    [InlineData("""var template = "{{\"to\":\"{0}\",\"type\":\"text\",\"text\":{{\"body\":\"Hi\"}}}}"; Use(string.Format(template, to));""")]
    public void Silent_in_statements(string statements) => new TestProgram(Id, Bodies.Method(statements)).Check();
}
