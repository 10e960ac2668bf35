namespace Dialog360.Analyzers.Tests.Fixes;

/// <summary>DLG0106: the value is written in the JSON type that the member takes.</summary>
public class JsonTypeFixTests
{
    [Theory]
    [InlineData("Send(new { to, type = \"text\", text = new { body = 5 } });", "Send(new { to, type = \"text\", text = new { body = \"5\" } });")]
    [InlineData("Send(new { to = 491701234567L, type = \"text\", text = new { body = name } });", "Send(new { to = \"491701234567\", type = \"text\", text = new { body = name } });")]
    [InlineData("Send(new { to, type = \"text\", text = new { body = true } });", "Send(new { to, type = \"text\", text = new { body = \"true\" } });")]
    [InlineData("Send(new { to, type = \"text\", text = new { body = -1.50m } });", "Send(new { to, type = \"text\", text = new { body = \"-1.50\" } });")]
    [InlineData("Send(new Dictionary<string, object> { [\"to\"] = 491701234567, [\"type\"] = \"text\", [\"text\"] = new { body = name } });", "Send(new Dictionary<string, object> { [\"to\"] = \"491701234567\", [\"type\"] = \"text\", [\"text\"] = new { body = name } });")]
    [InlineData("var d = new Dictionary<string, object>();\nd[\"to\"] = 49170123;\nd[\"type\"] = \"text\";\nd[\"text\"] = new { body = name };\nSend(d);", "var d = new Dictionary<string, object>();\nd[\"to\"] = \"49170123\";\nd[\"type\"] = \"text\";\nd[\"text\"] = new { body = name };\nSend(d);")]
    [InlineData("Send(new JsonObject { [\"to\"] = to, [\"type\"] = \"text\", [\"text\"] = new JsonObject { [\"body\"] = 5 } });", "Send(new JsonObject { [\"to\"] = to, [\"type\"] = \"text\", [\"text\"] = new JsonObject { [\"body\"] = \"5\" } });")]
    [InlineData("Send(new JObject(new JProperty(\"to\", to), new JProperty(\"type\", \"text\"), new JProperty(\"text\", new JObject { { \"body\", 5 } })));", "Send(new JObject(new JProperty(\"to\", to), new JProperty(\"type\", \"text\"), new JProperty(\"text\", new JObject { { \"body\", \"5\" } })));")]
    [InlineData("Send(\"{ \\\"to\\\": 491701234567, \\\"type\\\": \\\"text\\\", \\\"text\\\": { \\\"body\\\": \\\"x\\\" } }\");", "Send(\"{ \\\"to\\\": \\\"491701234567\\\", \\\"type\\\": \\\"text\\\", \\\"text\\\": { \\\"body\\\": \\\"x\\\" } }\");")]
    [InlineData("Send(@\"{ \"\"to\"\": 491701234567, \"\"type\"\": \"\"text\"\", \"\"text\"\": { \"\"body\"\": \"\"x\"\" } }\");", "Send(@\"{ \"\"to\"\": \"\"491701234567\"\", \"\"type\"\": \"\"text\"\", \"\"text\"\": { \"\"body\"\": \"\"x\"\" } }\");")]
    [InlineData("Send($$\"\"\"{ \"to\": \"{{to}}\", \"type\": \"text\", \"text\": { \"body\": 5 } }\"\"\");", "Send($$\"\"\"{ \"to\": \"{{to}}\", \"type\": \"text\", \"text\": { \"body\": \"5\" } }\"\"\");")]
    [InlineData("object Text(object to, object body) => new { to, type = \"text\", text = new { body } };\nSend(Text(491701234567, name));", "object Text(object to, object body) => new { to, type = \"text\", text = new { body } };\nSend(Text(\"491701234567\", name));")]
    public Task A_bare_value_becomes_a_string(string before, string after) => FixBench.BodyAsync(before, after, "DLG0106", "rewrite-value");

    [Theory]
    [InlineData("Send(new { to, type = \"text\", text = new { body = name, preview_url = \"true\" } });", "Send(new { to, type = \"text\", text = new { body = name, preview_url = true } });")]
    [InlineData("Send(new { to, type = \"text\", text = new { body = name, preview_url = \"False\" } });", "Send(new { to, type = \"text\", text = new { body = name, preview_url = false } });")]
    [InlineData("Send(new { to, type = \"audio\", audio = new { id, voice = 1 } });", "Send(new { to, type = \"audio\", audio = new { id, voice = true } });")]
    [InlineData("Send(new Dictionary<string, object> { { \"to\", to }, { \"type\", \"text\" }, { \"text\", new Dictionary<string, object> { { \"body\", name }, { \"preview_url\", \"true\" } } } });", "Send(new Dictionary<string, object> { { \"to\", to }, { \"type\", \"text\" }, { \"text\", new Dictionary<string, object> { { \"body\", name }, { \"preview_url\", true } } } });")]
    [InlineData("Send(new JsonObject { [\"to\"] = to, [\"type\"] = \"audio\", [\"audio\"] = new JsonObject { [\"id\"] = id, [\"voice\"] = \"true\" } });", "Send(new JsonObject { [\"to\"] = to, [\"type\"] = \"audio\", [\"audio\"] = new JsonObject { [\"id\"] = id, [\"voice\"] = true } });")]
    [InlineData("Send(\"{ \\\"to\\\": \\\"1\\\", \\\"type\\\": \\\"text\\\", \\\"text\\\": { \\\"body\\\": \\\"x\\\", \\\"preview_url\\\": \\\"true\\\" } }\");", "Send(\"{ \\\"to\\\": \\\"1\\\", \\\"type\\\": \\\"text\\\", \\\"text\\\": { \\\"body\\\": \\\"x\\\", \\\"preview_url\\\": true } }\");")]
    [InlineData("Send(\"\"\"{ \"to\": \"1\", \"type\": \"text\", \"text\": { \"body\": \"x\", \"preview_url\": 0 } }\"\"\");", "Send(\"\"\"{ \"to\": \"1\", \"type\": \"text\", \"text\": { \"body\": \"x\", \"preview_url\": false } }\"\"\");")]
    public Task A_quoted_boolean_loses_its_quotes(string before, string after) => FixBench.BodyAsync(before, after, "DLG0106", "rewrite-value");

    [Theory]
    [InlineData("int count = name.Length;\nSend(new { to, type = \"text\", text = new { body = count } });", "int count = name.Length;\nSend(new { to, type = \"text\", text = new { body = count.ToString(System.Globalization.CultureInfo.InvariantCulture) } });")]
    [InlineData("decimal body = name.Length;\nSend(new { to, type = \"text\", text = new { body } });", "decimal body = name.Length;\nSend(new { to, type = \"text\", text = new { body = body.ToString(System.Globalization.CultureInfo.InvariantCulture) } });")]
    [InlineData("Send(new { to, type = \"text\", text = new { body = name.Length + 1 } });", "Send(new { to, type = \"text\", text = new { body = (name.Length + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) } });")]
    [InlineData("Send(new { to, type = \"text\", text = new { name.Length, body = name.Length } });", "Send(new { to, type = \"text\", text = new { name.Length, body = name.Length.ToString(System.Globalization.CultureInfo.InvariantCulture) } });")]
    [InlineData("int? count = name?.Length;\nSend(new { to, type = \"text\", text = new { body = count } });", "int? count = name?.Length;\nSend(new { to, type = \"text\", text = new { body = count?.ToString(System.Globalization.CultureInfo.InvariantCulture) } });")]
    [InlineData("Send(new Dictionary<string, object> { [\"to\"] = long.Parse(to), [\"type\"] = \"text\", [\"text\"] = new { body = name } });", "Send(new Dictionary<string, object> { [\"to\"] = long.Parse(to).ToString(System.Globalization.CultureInfo.InvariantCulture), [\"type\"] = \"text\", [\"text\"] = new { body = name } });")]
    [InlineData("Send(new JsonObject { [\"to\"] = long.Parse(to), [\"type\"] = \"text\", [\"text\"] = new JsonObject { [\"body\"] = name } });", "Send(new JsonObject { [\"to\"] = long.Parse(to).ToString(System.Globalization.CultureInfo.InvariantCulture), [\"type\"] = \"text\", [\"text\"] = new JsonObject { [\"body\"] = name } });")]
    [InlineData("Send($$\"\"\"{ \"to\": {{long.Parse(to)}}, \"type\": \"text\", \"text\": { \"body\": \"x\" } }\"\"\");", "Send($$\"\"\"{ \"to\": \"{{long.Parse(to)}}\", \"type\": \"text\", \"text\": { \"body\": \"x\" } }\"\"\");")]
    [InlineData("Send($\"{{ \\\"to\\\": {long.Parse(to)}, \\\"type\\\": \\\"text\\\", \\\"text\\\": {{ \\\"body\\\": \\\"x\\\" }} }}\");", "Send($\"{{ \\\"to\\\": \\\"{long.Parse(to)}\\\", \\\"type\\\": \\\"text\\\", \\\"text\\\": {{ \\\"body\\\": \\\"x\\\" }} }}\");")]
    [InlineData("Send(\"{ \\\"to\\\": \" + long.Parse(to) + \", \\\"type\\\": \\\"text\\\", \\\"text\\\": { \\\"body\\\": \\\"x\\\" } }\");", "Send(\"{ \\\"to\\\": \\\"\" + long.Parse(to) + \"\\\", \\\"type\\\": \\\"text\\\", \\\"text\\\": { \\\"body\\\": \\\"x\\\" } }\");")]
    public Task An_unknown_number_is_converted(string before, string after) => FixBench.BodyAsync(before, after, "DLG0106", "to-string");

    [Theory]
    [InlineData("Send(new { to, type = \"text\", text = new { body = name, preview_url = \"sometimes\" } });")]
    [InlineData("Send(new { to, type = \"text\", text = new { body = name, preview_url = name } });")]
    [InlineData("Send(new { to, type = \"text\", text = new { body = name.Length > 5 } });")]
    [InlineData("Send(new { to, type = \"text\", text = new { body = name, preview_url = name.Length > 5 ? \"true\" : \"false\" } });")]
    [InlineData("Send(new { to, type = \"text\", text = new { body = 0x1F } });")]
    [InlineData("Send(new { to, type = \"text\", text = new { body = 1e3 } });")]
    [InlineData("Send(new { to, messaging_product = \"whatsapp\", type = \"image\", image = \"https://example.com/a.png\" });")]
    [InlineData("Send(new { to, type = \"template\", template = new { name, language = new { code = \"en\" }, components = new { type = \"body\" } } });")]
    [InlineData("Send(new Dictionary<string, string> { [\"to\"] = to, [\"messaging_product\"] = \"whatsapp\", [\"type\"] = \"text\", [\"preview_url\"] = \"true\" });")]
    public Task Nothing_is_offered_where_the_other_type_is_not_certain(string body) => FixBench.NothingForBodyAsync(body, "DLG0106");

    [Fact]
    public async Task The_property_of_a_class_keeps_its_type() => Assert.Empty(await FixBench.OffersAsync(
        TestSolution.Of("// WhatsApp\nclass Text { public int Body { get; set; } }\nclass Message { public string? To { get; set; } public string? Type { get; set; } public Text? Text { get; set; } }\nclass Sender { void Send(object o) { } void Go(string to, int count) { Send(new Message { To = to, Type = \"text\", Text = new Text { Body = count } }); } }"),
        "DLG0106"));

    [Fact]
    public async Task The_name_is_as_short_as_the_usings_allow() => Assert.Contains(
        "body = count.ToString(CultureInfo.InvariantCulture)",
        await FixBench.FixAsync("// WhatsApp\nusing System.Globalization;\nclass Sender { void Send(object o) { } void Go(string to, int count) { Send(new { to, type = \"text\", text = new { body = count } }); } }", "DLG0106", "to-string"),
        StringComparison.Ordinal);

    [Fact]
    public Task All_values_of_one_literal_are_fixed() => FixBench.AllInBodyAsync(
        "Send(\"{ \\\"to\\\": 49170123, \\\"type\\\": \\\"text\\\", \\\"text\\\": { \\\"body\\\": 5, \\\"preview_url\\\": \\\"true\\\" } }\");",
        "Send(\"{ \\\"to\\\": \\\"49170123\\\", \\\"type\\\": \\\"text\\\", \\\"text\\\": { \\\"body\\\": \\\"5\\\", \\\"preview_url\\\": true } }\");",
        "DLG0106",
        "rewrite-value");

    [Fact]
    public async Task The_title_shows_the_value() => Assert.Equal(
        "Write it as a string: \"5\"",
        Assert.Single(await FixBench.OffersAsync(TestSolution.Of(FixBench.Program("Send(new { to, type = \"text\", text = new { body = 5 } });")), "DLG0106")));
}
