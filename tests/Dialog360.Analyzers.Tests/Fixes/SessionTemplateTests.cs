
namespace Dialog360.Analyzers.Tests.Fixes;

/// <summary>DLG0201: the template is written in the style of the message whose place it takes, by both repairs.</summary>
public sealed class SessionTemplateTests
{
    private const string Classes = """
        public sealed class TextContent { [JsonPropertyName("body")] public string? Body { get; set; } }
        public sealed class Language { [JsonPropertyName("code")] public string? Code { get; set; } }
        public sealed class TemplateObject { [JsonPropertyName("name")] public string? Name { get; set; } [JsonPropertyName("language")] public Language? Language { get; set; } }
        public sealed class Message
        {
            [JsonPropertyName("messaging_product")] public string Product { get; set; } = "whatsapp";
            [JsonPropertyName("to")] public string? To { get; set; }
            [JsonPropertyName("type")] public string Type { get; set; } = "text";
            [JsonPropertyName("text")] public TextContent? Text { get; set; }
            [JsonPropertyName("template")] public TemplateObject? Template { get; set; }
        }

        public enum Kind { Text, Template }
        public sealed record Lang(string Code);
        public sealed record Hsm(string Name, Lang Language, object[]? Components = null);
        public sealed record Words(string Body);
        public sealed record Flat(string To, Kind Type, Words? Text = null, Hsm? Template = null) { [JsonPropertyName("messaging_product")] public string Product => "whatsapp"; }

        public sealed class TextOnly { public string? to { get; set; } public string messaging_product = "whatsapp"; public string type { get; set; } = "text"; public TextContent? text { get; set; } }
        """;

    private const string Sdk = """
        namespace WABA360Dialog
        {
            using System.Runtime.Serialization;
            public enum WhatsAppLanguage { [EnumMember(Value = "de")] German, [EnumMember(Value = "en")] English }
            public sealed class ComponentObject { }
            public sealed class MessageObject { }
            public static class MessageObjectFactory
            {
                public static MessageObject CreateTextMessage(string to, string text, bool previewUrl = false) => new MessageObject();
                public static MessageObject CreateTemplateMessage(string to, string templateNamespace, string templateName, WhatsAppLanguage language, List<ComponentObject> components) => new MessageObject();
            }

            public sealed class WABA360DialogApiClient { public WABA360DialogApiClient(string apiKey) { } public Task<object> SendMessageAsync(MessageObject message) => Task.FromResult(new object()); }
        }
        """;

    /// <summary>Expressions that create a message to <c>phone</c>, how they are sent, and what the template looks like.</summary>
    public static TheoryData<string, string, string> Styles => new()
    {
        { "new { messaging_product = \"whatsapp\", to = phone, type = \"text\", text = new { body } }", "await http.PostAsJsonAsync(URL, MESSAGE);", "new { messaging_product = \"whatsapp\", to = phone, type = \"template\", template = new { name = \"TEMPLATE_NAME\", language = new { code = \"en\" } } }" },
        { "new { messaging_product = \"whatsapp\", to = phone, text = new { body } }", "await http.PostAsJsonAsync(URL, MESSAGE);", "new { messaging_product = \"whatsapp\", to = phone, type = \"template\", template = new { name = \"TEMPLATE_NAME\", language = new { code = \"en\" } } }" },
        { "new { MessagingProduct = \"whatsapp\", To = phone, Type = \"image\", Image = new { Link = \"https://example.com/a.png\" } }", "await http.PostAsJsonAsync(URL, MESSAGE);", "Type = \"template\", Template = new { Name = \"TEMPLATE_NAME\", Language = new { Code = \"en\" } } }" },
        { "new Message { To = phone, Text = new TextContent { Body = body } }", "await http.PostAsJsonAsync(URL, MESSAGE);", "new Message { To = phone, Type = \"template\", Template = new TemplateObject { Name = \"TEMPLATE_NAME\", Language = new Language { Code = \"en\" } } }" },
        { "new Message { To = phone, Type = \"text\", Text = new() { Body = body } }", "await http.PostAsJsonAsync(URL, MESSAGE);", "new Message { To = phone, Type = \"template\", Template = new TemplateObject { Name = \"TEMPLATE_NAME\", Language = new Language { Code = \"en\" } } }" },
        { "new Flat(phone, Kind.Text, new Words(body))", "await http.PostAsJsonAsync(URL, MESSAGE);", "new Flat(phone, Kind.Template, Template: new Hsm(\"TEMPLATE_NAME\", new Lang(\"en\")))" },
        { "new Flat(phone, Kind.Text, Text: new Words(body))", "await http.PostAsJsonAsync(URL, MESSAGE);", "new Flat(phone, Kind.Template, Template: new Hsm(\"TEMPLATE_NAME\", new Lang(\"en\")))" },
        { "new Dictionary<string, object> { [\"messaging_product\"] = \"whatsapp\", [\"to\"] = phone, [\"type\"] = \"text\", [\"text\"] = new { body } }", "await http.PostAsJsonAsync(URL, MESSAGE);", "[\"type\"] = \"template\", [\"template\"] = new Dictionary<string, object> { [\"name\"] = \"TEMPLATE_NAME\", [\"language\"] = new Dictionary<string, object> { [\"code\"] = \"en\" } } }" },
        { "new Dictionary<string, object> { { \"messaging_product\", \"whatsapp\" }, { \"to\", phone }, { \"type\", \"text\" }, { \"text\", new { body } } }", "await http.PostAsJsonAsync(URL, MESSAGE);", "{ \"type\", \"template\" }, { \"template\", new Dictionary<string, object> { { \"name\", \"TEMPLATE_NAME\" }, { \"language\", new Dictionary<string, object> { { \"code\", \"en\" } } } } } }" },
        { "new JsonObject { [\"messaging_product\"] = \"whatsapp\", [\"to\"] = phone, [\"type\"] = \"text\", [\"text\"] = new JsonObject { [\"body\"] = body } }", "await http.PostAsync(URL, new StringContent(MESSAGE.ToJsonString(), Encoding.UTF8, \"application/json\"));", "[\"type\"] = \"template\", [\"template\"] = new JsonObject { [\"name\"] = \"TEMPLATE_NAME\", [\"language\"] = new JsonObject { [\"code\"] = \"en\" } } }" },
        { "new JObject(new JProperty(\"messaging_product\", \"whatsapp\"), new JProperty(\"to\", phone), new JProperty(\"type\", \"text\"), new JProperty(\"text\", new JObject(new JProperty(\"body\", body))))", "await http.PostAsync(URL, new StringContent(MESSAGE.ToString(), Encoding.UTF8, \"application/json\"));", "new JProperty(\"type\", \"template\"), new JProperty(\"template\", new JObject(new JProperty(\"name\", \"TEMPLATE_NAME\"), new JProperty(\"language\", new JObject(new JProperty(\"code\", \"en\"))))))" },
        { "new JObject { [\"messaging_product\"] = \"whatsapp\", [\"to\"] = phone, [\"type\"] = \"text\", [\"text\"] = new JObject { [\"body\"] = body } }", "await http.PostAsync(URL, new StringContent(MESSAGE.ToString(), Encoding.UTF8, \"application/json\"));", "[\"type\"] = \"template\", [\"template\"] = new JObject { [\"name\"] = \"TEMPLATE_NAME\", [\"language\"] = new JObject { [\"code\"] = \"en\" } } }" },
        { "\"{\\\"messaging_product\\\":\\\"whatsapp\\\",\\\"to\\\":\\\"4915112345678\\\",\\\"type\\\":\\\"text\\\",\\\"text\\\":{\\\"body\\\":\\\"hi\\\"}}\"", "await http.PostAsync(URL, new StringContent(MESSAGE, Encoding.UTF8, \"application/json\"));", "\\\"type\\\":\\\"template\\\",\\\"template\\\":{\\\"name\\\":\\\"TEMPLATE_NAME\\\",\\\"language\\\":{\\\"code\\\":\\\"en\\\"}}}\"" },
        { "@\"{\"\"messaging_product\"\":\"\"whatsapp\"\",\"\"to\"\":\"\"4915112345678\"\",\"\"type\"\":\"\"text\"\",\"\"text\"\":{\"\"body\"\":\"\"hi\"\"}}\"", "await http.PostAsync(URL, new StringContent(MESSAGE, Encoding.UTF8, \"application/json\"));", "\"\"type\"\":\"\"template\"\",\"\"template\"\":{\"\"name\"\":\"\"TEMPLATE_NAME\"\",\"\"language\"\":{\"\"code\"\":\"\"en\"\"}}}\"" },
        { "\"\"\"{ \"messaging_product\": \"whatsapp\", \"to\": \"4915112345678\", \"type\": \"text\", \"text\": { \"body\": \"hi\" } }\"\"\"", "await http.PostAsync(URL, new StringContent(MESSAGE, Encoding.UTF8, \"application/json\"));", "\"type\": \"template\", \"template\": { \"name\": \"TEMPLATE_NAME\", \"language\": { \"code\": \"en\" } } }\"\"\"" },
        { "$$\"\"\"{ \"messaging_product\": \"whatsapp\", \"to\": \"{{phone}}\", \"type\": \"text\", \"text\": { \"body\": \"{{body}}\" } }\"\"\"", "await http.PostAsync(URL, new StringContent(MESSAGE, Encoding.UTF8, \"application/json\"));", "\"type\": \"template\", \"template\": { \"name\": \"TEMPLATE_NAME\", \"language\": { \"code\": \"en\" } } }\"\"\"" },
        { "$$\"\"\"{\"messaging_product\":\"whatsapp\",\"to\":\"{{phone}}\",\"type\":\"text\",\"text\":{\"body\":\"{{body}}\"} }\"\"\"", "await http.PostAsync(URL, new StringContent(MESSAGE, Encoding.UTF8, \"application/json\"));", "\"template\": { \"name\": \"TEMPLATE_NAME\", \"language\": { \"code\": \"en\" } } }\"\"\"" },
        { "$\"{{\\\"messaging_product\\\":\\\"whatsapp\\\",\\\"to\\\":\\\"{phone}\\\",\\\"type\\\":\\\"text\\\",\\\"text\\\":{{\\\"body\\\":\\\"{body}\\\"}}}}\"", "await http.PostAsync(URL, new StringContent(MESSAGE, Encoding.UTF8, \"application/json\"));", "\\\"to\\\":\\\"{phone}\\\",\\\"type\\\":\\\"template\\\",\\\"template\\\":{{\\\"name\\\":\\\"TEMPLATE_NAME\\\",\\\"language\\\":{{\\\"code\\\":\\\"en\\\"}}}}}}\"" },
        { "\"{\\\"messaging_product\\\":\\\"whatsapp\\\",\\\"to\\\":\\\"\" + phone + \"\\\",\\\"type\\\":\\\"text\\\",\\\"text\\\":{\\\"body\\\":\\\"\" + body + \"\\\"}}\"", "await http.PostAsync(URL, new StringContent(MESSAGE, Encoding.UTF8, \"application/json\"));", "\\\"type\\\":\\\"template\\\",\\\"template\\\":{\\\"name\\\":\\\"TEMPLATE_NAME\\\",\\\"language\\\":{\\\"code\\\":\\\"en\\\"}}}\"" },
        { "\"{ \\\"to\\\": \\\"4915112345678\\\", \\\"messaging_product\\\": \\\"whatsapp\\\", \\\"text\\\": { \\\"body\\\": \\\"hi\\\" } }\"u8.ToArray()", "await http.PostAsync(URL, new ByteArrayContent(MESSAGE));", "\\\"type\\\": \\\"template\\\", \\\"template\\\": { \\\"name\\\": \\\"TEMPLATE_NAME\\\", \\\"language\\\": { \\\"code\\\": \\\"en\\\" } } }\"u8" },
        { "WABA360Dialog.MessageObjectFactory.CreateTextMessage(phone, body)", "await new WABA360Dialog.WABA360DialogApiClient(\"key\").SendMessageAsync(MESSAGE);", "WABA360Dialog.MessageObjectFactory.CreateTemplateMessage(phone, \"TEMPLATE_NAMESPACE\", \"TEMPLATE_NAME\", WABA360Dialog.WhatsAppLanguage.English, new List<WABA360Dialog.ComponentObject>())" },
    };

    private static string Program(string statements) => SessionFixBench.Method(statements.Replace("URL", SessionFixBench.Url, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Styles))]
    public async Task ChoosesTheMessageWhereItIsSent(string message, string send, string template)
    {
        string text = await SessionFixBench.FixAsync(Program(send.Replace("MESSAGE", message, StringComparison.Ordinal) + " // to the customer"), "guard-session", Classes, Sdk);
        Assert.Contains("IsSessionOpen(", text, StringComparison.Ordinal);
        Assert.Contains("            ? ", text, StringComparison.Ordinal);
        Assert.Contains(template, text, StringComparison.Ordinal);
        Assert.Contains(message.Split("u8")[0], text, StringComparison.Ordinal);
        Assert.Contains("// to the customer", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public async Task ChoosesAMessageThatIsHeldInALocal(string message, string send, string template)
    {
        string text = await SessionFixBench.FixAsync(Program($"var message = {message};\n        Console.WriteLine(body);\n        " + send.Replace("MESSAGE", "message", StringComparison.Ordinal)), "guard-session", Classes, Sdk);
        Assert.Contains(" message = ", text, StringComparison.Ordinal);
        Assert.Contains("IsSessionOpen(", text, StringComparison.Ordinal);
        Assert.Contains("            ? ", text, StringComparison.Ordinal);
        Assert.Contains(template, text, StringComparison.Ordinal);
        Assert.Contains(message.Split("u8")[0], text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Styles))]
    public async Task ReplacesTheMessage(string message, string send, string template)
    {
        string text = await SessionFixBench.FixAsync(Program($"var message = {message};\n        " + send.Replace("MESSAGE", "message", StringComparison.Ordinal)), "send-template", Classes, Sdk);
        Assert.Contains(template, text, StringComparison.Ordinal);
        Assert.DoesNotContain(message, text, StringComparison.Ordinal);
        Assert.DoesNotContain("IsSessionOpen", text, StringComparison.Ordinal);
    }

    /// <summary>Messages that statements fill: creation and statements, and what they become.</summary>
    public static TheoryData<string, string> Filled => new()
    {
        { "var message = new Message();\n        message.To = phone;\n        message.Type = \"text\";\n        message.Text = new TextContent { Body = body };", "message.Type = \"template\";\n            message.Template = new TemplateObject { Name = \"TEMPLATE_NAME\", Language = new Language { Code = \"en\" } };" },
        { "var message = new Message();\n        message.To = phone;\n        message.Text = new TextContent();\n        message.Text.Body = body;", "message = new Message() { Type = \"template\" };\n            message.To = phone;\n            message.Template = new TemplateObject { Name = \"TEMPLATE_NAME\", Language = new Language { Code = \"en\" } };" },
        { "var message = new Message { To = phone };\n        message.Text = new TextContent { Body = body };", "message = new Message { To = phone, Type = \"template\" };\n            message.Template = new TemplateObject" },
        { "var message = new Dictionary<string, object>();\n        message[\"messaging_product\"] = \"whatsapp\";\n        message[\"to\"] = phone;\n        message[\"type\"] = \"text\";\n        message[\"text\"] = new { body };", "message[\"type\"] = \"template\";\n            message[\"template\"] = new Dictionary<string, object> { [\"name\"] = \"TEMPLATE_NAME\", [\"language\"] = new Dictionary<string, object> { [\"code\"] = \"en\" } };" },
        { "var message = new Dictionary<string, object> { [\"to\"] = phone, [\"messaging_product\"] = \"whatsapp\" };\n        message.Add(\"type\", \"text\");\n        message.Add(\"text\", new { body });", "message.Add(\"type\", \"template\");\n            message.Add(\"template\", new Dictionary<string, object>" },
        { "var message = new JsonObject { [\"to\"] = phone, [\"messaging_product\"] = \"whatsapp\" };\n        message[\"type\"] = \"text\"; // free\n        message[\"text\"] = new JsonObject { [\"body\"] = body };", "message[\"type\"] = \"template\"; // free\n            message[\"template\"] = new JsonObject { [\"name\"] = \"TEMPLATE_NAME\"" },
    };

    /// <summary>Recipients in JSON texts, and what the check is asked.</summary>
    public static TheoryData<string, string> JsonRecipients => new()
    {
        { "string number = Next(phone); string json = $$\"\"\"{ \"messaging_product\": \"whatsapp\", \"to\": \"{{number}}\", \"type\": \"text\", \"text\": { \"body\": \"x\" } }\"\"\";", "IsSessionOpen(number)" },
        { "string number = \"+\" + phone.Trim() + body.Length; string json = $$\"\"\"{ \"messaging_product\": \"whatsapp\", \"to\": \"{{number}}\", \"type\": \"text\", \"text\": { \"body\": \"x\" } }\"\"\";", "IsSessionOpen(number)" },
        { "string json = $$\"\"\"{ \"messaging_product\": \"whatsapp\", \"to\": \"+{{phone}}\", \"type\": \"text\", \"text\": { \"body\": \"x\" } }\"\"\";", "IsSessionOpen($\"+{phone}\")" },
        { "string json = \"{ \\\"messaging_product\\\": \\\"whatsapp\\\", \\\"to\\\": \\\"\" + phone + \"\\\", \\\"type\\\": \\\"text\\\", \\\"text\\\": { \\\"body\\\": \\\"x\\\" } }\";", "IsSessionOpen(phone)" },
        { "const string number = \"4915112345678\"; string json = \"{ \\\"messaging_product\\\": \\\"whatsapp\\\", \\\"to\\\": \\\"\" + number + \"\\\", \\\"type\\\": \\\"text\\\", \\\"text\\\": { \\\"body\\\": \\\"x\\\" } }\";", "IsSessionOpen(number)" },
        { "string json = \"{ \\\"messaging_product\\\": \\\"whatsapp\\\", \\\"to\\\": \\\"4915112345678\\\", \\\"type\\\": \\\"text\\\", \\\"text\\\": { \\\"body\\\": \\\"x\\\" } }\";", "IsSessionOpen(\"4915112345678\")" },
        { "string json = string.Concat(\"{ \\\"messaging_product\\\": \\\"whatsapp\\\", \\\"to\\\": \\\"\", phone, \"\\\", \\\"type\\\": \\\"text\\\", \\\"text\\\": { \\\"body\\\": \\\"x\\\" } }\");", "IsSessionOpen(phone)" },
    };

    [Theory]
    [MemberData(nameof(JsonRecipients))]
    public async Task AsksForTheRecipientAsTheTextNamesIt(string statements, string expected) =>
        Assert.Contains(expected, await SessionFixBench.FixAsync(SessionFixBench.Method((statements + " await http.PostAsync(URL, new StringContent(json, Encoding.UTF8, \"application/json\"));").Replace("URL", SessionFixBench.Url, StringComparison.Ordinal), "private int count; private string Next(string phone) => phone + count++;"), "guard-session"), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Filled))]
    public async Task FillsTheMessageInBothBranches(string statements, string template)
    {
        string text = await SessionFixBench.FixAsync(Program(statements + "\n        var answer = await http.PostAsJsonAsync(URL, message);\n        answer.EnsureSuccessStatusCode();\n        Console.WriteLine(body);"), "guard-session", Classes);
        Assert.Contains("if (IsSessionOpen(phone))", text, StringComparison.Ordinal);
        Assert.Contains(template, text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split("answer.EnsureSuccessStatusCode();").Length);
        Assert.Equal(2, text.Split("Console.WriteLine(body);").Length);
    }

    [Theory]
    [MemberData(nameof(Filled))]
    public async Task FillsATemplateInstead(string statements, string template)
    {
        string text = await SessionFixBench.FixAsync(Program(statements + "\n        await http.PostAsJsonAsync(URL, message);"), "send-template", Classes);
        Assert.Contains(template.Replace("            ", "        ", StringComparison.Ordinal), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FillsOnlyTheMessageInBothBranchesWhereMuchFollows()
    {
        string text = await SessionFixBench.FixAsync(Program("var message = new Message();\n        message.To = phone;\n        message.Text = new TextContent { Body = body };\n"
            + string.Concat(Enumerable.Repeat("        Console.WriteLine(message.To);\n", 8)) + "        await http.PostAsJsonAsync(URL, message);"), "guard-session", Classes);
        Assert.Contains("Message message;\n        if (IsSessionOpen(phone))\n        {\n            message = new Message();\n            message.To = phone;", text, StringComparison.Ordinal);
        Assert.Equal(9, text.Split("Console.WriteLine").Length);
    }

    [Theory]
    [InlineData("guard-session", 2)]
    [InlineData("send-template", 1)]
    public async Task TakesOutWhatIsSetInsideTheContent(string key, int parts)
    {
        string text = await SessionFixBench.FixAsync(Program("var message = new Message();\n        message.To = phone;\n        message.Text = new TextContent();\n        message.Text.Body = body;\n        await http.PostAsJsonAsync(URL, message);"), key, Classes);
        Assert.Equal(parts, text.Split("message.Text.Body").Length);
    }

    [Theory]
    [InlineData("var text = new { body };\n        await http.PostAsJsonAsync(URL, new { messaging_product = \"whatsapp\", to = phone, type = \"text\", text });", "type = \"template\", template = new { name")]
    [InlineData("const string kind = \"text\";\n        await http.PostAsJsonAsync(URL, new { messaging_product = \"whatsapp\", to = phone, type = kind, text = new { body } });\n        Console.WriteLine(kind);", "type = \"template\", template = new { name")]
    [InlineData("string json = $\"{{\\\"messaging_product\\\":\\\"whatsapp\\\",\\\"to\\\":\\\"{phone}\\\",\\\"type\\\":\\\"text\\\",\\\"text\\\":{{\\\"body\\\":\\\"{body}\\\"}}}}\";\n        var content = new StringContent(json, Encoding.UTF8, \"application/json\");\n        await http.PostAsync(URL, content);", "string json = IsSessionOpen(phone)\n            ? $\"{{")]
    [InlineData("var request = new HttpRequestMessage(HttpMethod.Post, URL) { Content = JsonContent.Create(new { messaging_product = \"whatsapp\", to = phone, type = \"text\", text = new { body } }) };\n        await http.SendAsync(request);", "object message = IsSessionOpen(phone)\n            ? new { messaging_product")]
    [InlineData("var payload = new { messaging_product = \"whatsapp\", to = phone, type = \"text\", text = new { body } };\n        var json = JsonSerializer.Serialize(payload);\n        await http.PostAsync(URL, new StringContent(json, Encoding.UTF8, \"application/json\"));", "object payload = IsSessionOpen(phone)\n            ? new { messaging_product")]
    [InlineData("object payload = new { messaging_product = \"whatsapp\", to = phone, type = \"text\", text = new { body } };\n        await http.PostAsJsonAsync(URL, payload);", "object payload = IsSessionOpen(phone)\n            ? new { messaging_product")]
    [InlineData("await http.PostAsync(URL, new StringContent(JsonSerializer.Serialize(new\n        {\n            messaging_product = \"whatsapp\",\n            to = phone, // who\n            type = \"text\",\n            text = new { body },\n        }), Encoding.UTF8, \"application/json\"));", "                type = \"template\",\n                template = new { name = \"TEMPLATE_NAME\"")]
    public async Task KeepsWhatIsAroundTheMessage(string statements, string expected)
    {
        string text = await SessionFixBench.FixAsync(Program(statements), "guard-session", Classes);
        Assert.Contains(expected, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("await http.PostAsJsonAsync(URL, new TextOnly { to = phone, text = new TextContent { Body = body } });")]
    [InlineData("await http.PostAsJsonAsync(URL, new Dictionary<string, object> { [\"messaging_product\"] = \"whatsapp\", [\"to\"] = phone, [\"type\"] = \"text\", [body] = new { body }, [\"text\"] = new { body } });")]
    [InlineData("await http.PostAsync(URL, new StringContent(\"{\\\"messaging_product\\\":\\\"whatsapp\\\",\\\"to\\\":\\\"4915112345678\\\",\\\"type\\\":\\\"text\\\",\\\"text\\\":{\\\"body\\\":\\\"hi\\\"},}\", Encoding.UTF8, \"application/json\"));")]
    public async Task OffersNoTemplateThatCannotBeWritten(string statements) => await SessionFixBench.LeavesAsync(Program(statements), "send-template", Classes);

    [Fact]
    public async Task AClassWithoutTemplatesGetsACommentInTheElseBranch()
    {
        string text = await SessionFixBench.FixAsync(Program("await http.PostAsJsonAsync(URL, new TextOnly { to = phone, text = new TextContent { Body = body } });"), "guard-session", Classes);
        Assert.Contains("// Outside the session nothing is sent: only a template message would be delivered", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATextThatIsPutTogetherKeepsNoLoosePieces()
    {
        string text = await SessionFixBench.FixAsync(Program("await http.PostAsync(URL, new StringContent(\"{\\\"messaging_product\\\":\\\"whatsapp\\\",\\\"to\\\":\\\"\" + phone + \"\\\",\\\"type\\\":\\\"image\\\",\\\"image\\\":{\\\"link\\\":\\\"https://example.com/a.png\\\",\\\"caption\\\":\\\"\" + body + \"\\\"}}\", Encoding.UTF8, \"application/json\"));"), "guard-session", Classes);
        Assert.Contains("{\\\"code\\\":\\\"en\\\"}}}\";", text, StringComparison.Ordinal);
    }

    /// <summary>Brackets that would end a hole of a raw text stand apart; those in a value stay as they are.</summary>
    [Theory]
    [InlineData("guard-session")]
    [InlineData("send-template")]
    public async Task BracketsOfARawTextStandApart(string key)
    {
        string text = await SessionFixBench.FixAsync(
            SessionFixBench.Method("var json = $$\"\"\"{\"messaging_product\":\"whatsapp\",\"to\":\"{{phone}}\",\"type\":\"contacts\",\"contacts\":[{\"name\":{\"formatted_name\":\"Ann\"},\"phones\":[]}]}\"\"\"; await http.PostAsync(" + SessionFixBench.Url + ", new StringContent(json));"),
            key);
        Assert.Contains("\"template\": { \"name\": \"TEMPLATE_NAME\", \"language\": { \"code\": \"en\" } } }\"\"\"", text, StringComparison.Ordinal);
    }
}
