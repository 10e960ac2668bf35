using Dialog360.Analyzers.Tests.Infrastructure;
using Dialog360.Analyzers.Tests.Rules.Templates;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;

namespace Dialog360.Analyzers.Tests.Fixes;

/// <summary>DLG0110 and DLG0111: what is offered, and what it makes of the message.</summary>
public sealed class TemplateFixTests
{
    private const string Text = "new { type = \"text\", text = name }";
    private const string Empty = "new { type = \"text\", text = \"\" }";

    [Fact]
    public async Task The_nearest_names_are_offered_with_their_bodies() =>
        Assert.Equal(["Use 'order_shipped': Hi {{1}}, your order {{2}} is on its way."], await TitlesAsync(Account.Message("\"order_shiped\"")));

    [Fact]
    public async Task The_languages_of_a_template_are_offered_with_their_bodies() =>
        Assert.Equal(["Use 'en': Hi {{1}}, your order {{2}} is on its way.", "Use 'de': Hallo {{1}}, Ihre Bestellung {{2}} ist unterwegs."], await TitlesAsync(Account.Message("\"order_shipped\"", code: "\"es\"")));

    [Fact]
    public async Task A_long_body_is_cut_after_sixty_characters()
    {
        string manifest = $$"""[{ "name": "order_shipped", "language": "en", "components": [{ "type": "BODY", "text": "{{string.Concat(Enumerable.Repeat("123456789 ", 9))}}" }] }]""";
        Assert.Equal(["Use 'order_shipped': 123456789 123456789 123456789 123456789 123456789 123456789…"], await TitlesAsync(Account.Message("\"order_shiped\""), manifest));
    }

    [Theory]
    [InlineData("\"old_offer\"", "\"en\"")]
    [InlineData("\"zzz\"", "\"en\"")]
    public async Task Nothing_is_offered_where_nothing_comes_near(string name, string code) => Assert.Empty(await TitlesAsync(Account.Message(name, code: code)));

    [Theory]
    [InlineData("new { to, type = \"template\", template = new { name = \"welcom\", language = new { code = \"en_US\" } } }", "Use 'welcome': Welcome!", "new { to, type = \"template\", template = new { name = \"welcome\", language = new { code = \"en_US\" } } }")]
    [InlineData("new { to, type = \"template\", template = new { name = \"welcome\", language = new { code = \"en\" } } }", "Use 'en_US': Welcome!", "new { to, type = \"template\", template = new { name = \"welcome\", language = new { code = \"en_US\" } } }")]
    [InlineData("$$\"\"\"{ \"to\": \"{{to}}\", \"type\": \"template\", \"template\": { \"name\": \"welcom\", \"language\": { \"code\": \"en_US\" } } }\"\"\"", "Use 'welcome': Welcome!", "$$\"\"\"{ \"to\": \"{{to}}\", \"type\": \"template\", \"template\": { \"name\": \"welcome\", \"language\": { \"code\": \"en_US\" } } }\"\"\"")]
    [InlineData("new JsonObject { [\"to\"] = to, [\"type\"] = \"template\", [\"template\"] = new JsonObject { [\"name\"] = \"welcome\", [\"language\"] = new JsonObject { [\"code\"] = \"en\" } } }", "Use 'en_US': Welcome!", "new JsonObject { [\"to\"] = to, [\"type\"] = \"template\", [\"template\"] = new JsonObject { [\"name\"] = \"welcome\", [\"language\"] = new JsonObject { [\"code\"] = \"en_US\" } } }")]
    public Task Name_and_language_are_written_in_the_style_of_the_message(string before, string title, string after) => FixAsync(before, title, after);

    [Theory]
    [InlineData("order_shipped", "new object[] { new { type = \"body\", parameters = new[] { " + Text + " } } }", "Add {{2}}, to be filled", "new object[] { new { type = \"body\", parameters = new[] { " + Text + ", " + Empty + " } } }")]
    [InlineData("order_shipped", "new object[] { new { type = \"body\", parameters = new object[] { } } }", "Add {{1}} and {{2}}, to be filled", "new object[] { new { type = \"body\", parameters = new object[] { " + Empty + ", " + Empty + " } } }")]
    [InlineData("order_shipped", "new object[] { new { type = \"body\" } }", "Add {{1}} and {{2}}, to be filled", "new object[] { new { type = \"body\", parameters = new[] { " + Empty + ", " + Empty + " } } }")]
    [InlineData("order_shipped", "new object[] { new { type = \"body\", parameters = new[] { " + Text + ", " + Text + ", new { type = \"text\", text = id } } } }", "Remove the surplus parameters", "new object[] { new { type = \"body\", parameters = new[] { " + Text + ", " + Text + " } } }")]
    [InlineData("order_shipped", "new object[] { }", "Add the body component, to be filled", "new object[] { new { type = \"body\", parameters = new[] { " + Empty + ", " + Empty + " } } }")]
    [InlineData("order_shipped", "", "Add the body component, to be filled", "new[] { new { type = \"body\", parameters = new[] { " + Empty + ", " + Empty + " } } }")]
    [InlineData("reminder", "new object[] { new { type = \"body\", parameters = new[] { new { type = \"text\", parameter_name = \"day\", text = name } } } }", "Add {{first_name}}, to be filled", "new object[] { new { type = \"body\", parameters = new[] { new { type = \"text\", parameter_name = \"day\", text = name }, new { type = \"text\", parameter_name = \"first_name\", text = \"\" } } } }")]
    [InlineData("reminder", "", "Add the body component, to be filled", "new[] { new { type = \"body\", parameters = new[] { new { type = \"text\", parameter_name = \"first_name\", text = \"\" }, new { type = \"text\", parameter_name = \"day\", text = \"\" } } } }")]
    [InlineData("invoice_ready", "new[] { new { type = \"body\", parameters = new[] { " + Text + " } } }", "Add the header component, to be filled", "new object[] { new { type = \"body\", parameters = new[] { " + Text + " } }, new { type = \"header\", parameters = new[] { new { type = \"document\", document = new { link = \"\" } } } } }")]
    [InlineData("track", "new object[] { new { type = \"body\", parameters = new[] { " + Text + " } } }", "Add the button component, to be filled", "new object[] { new { type = \"body\", parameters = new[] { " + Text + " } }, new { type = \"button\", sub_type = \"url\", index = \"1\", parameters = new[] { " + Empty + " } } }")]
    [InlineData("order_shipped", "new object[] { new { type = \"body\", parameters = new[] { new { type = \"text\", parameter_name = \"a\", text = name }, new { type = \"text\", parameter_name = \"b\", text = id } } } }", "Remove 'parameter_name'", "new object[] { new { type = \"body\", parameters = new[] { new { type = \"text\", text = name }, new { type = \"text\", text = id } } } }")]
    [InlineData("reminder", "new object[] { new { type = \"body\", parameters = new[] { " + Text + ", new { type = \"text\", text = id } } } }", "Name the parameters {{first_name}} and {{day}} in this order", "new object[] { new { type = \"body\", parameters = new[] { new { type = \"text\", text = name, parameter_name = \"first_name\" }, new { type = \"text\", text = id, parameter_name = \"day\" } } } }")]
    public Task Parameters_are_written_like_those_beside_them(string name, string before, string title, string after) =>
        FixAsync(Account.Message($"\"{name}\"", before), title, Account.Message($"\"{name}\"", after));

    [Theory]
    [InlineData(
        "$$\"\"\"{ \"to\": \"{{to}}\", \"type\": \"template\", \"template\": { \"name\": \"order_shipped\", \"language\": { \"code\": \"en\" }, \"components\": [{ \"type\": \"body\", \"parameters\": [{ \"type\": \"text\", \"text\": \"{{number}}\" }] }] } }\"\"\"",
        "Add {{2}}, to be filled",
        "$$\"\"\"{ \"to\": \"{{to}}\", \"type\": \"template\", \"template\": { \"name\": \"order_shipped\", \"language\": { \"code\": \"en\" }, \"components\": [{ \"type\": \"body\", \"parameters\": [{ \"type\": \"text\", \"text\": \"{{number}}\" }, { \"type\": \"text\", \"text\": \"\" }] }] } }\"\"\"")]
    [InlineData(
        "new JsonObject { [\"to\"] = to, [\"type\"] = \"template\", [\"template\"] = new JsonObject { [\"name\"] = \"order_shipped\", [\"language\"] = new JsonObject { [\"code\"] = \"en\" }, [\"components\"] = new JsonArray(new JsonObject { [\"type\"] = \"body\", [\"parameters\"] = new JsonArray(new JsonObject { [\"type\"] = \"text\", [\"text\"] = name }) }) } }",
        "Add {{2}}, to be filled",
        "new JsonObject { [\"to\"] = to, [\"type\"] = \"template\", [\"template\"] = new JsonObject { [\"name\"] = \"order_shipped\", [\"language\"] = new JsonObject { [\"code\"] = \"en\" }, [\"components\"] = new JsonArray(new JsonObject { [\"type\"] = \"body\", [\"parameters\"] = new JsonArray(new JsonObject { [\"type\"] = \"text\", [\"text\"] = name }, new JsonObject { [\"type\"] = \"text\", [\"text\"] = \"\" }) }) } }")]
    [InlineData(
        "new Dictionary<string, object> { [\"to\"] = to, [\"type\"] = \"template\", [\"template\"] = new Dictionary<string, object> { [\"name\"] = \"order_shipped\", [\"language\"] = new { code = \"en\" }, [\"components\"] = new List<object> { new Dictionary<string, object> { [\"type\"] = \"body\", [\"parameters\"] = new List<object> { new Dictionary<string, string> { [\"type\"] = \"text\", [\"text\"] = name }, new Dictionary<string, string> { [\"type\"] = \"text\", [\"text\"] = id }, new Dictionary<string, string> { [\"type\"] = \"text\", [\"text\"] = url } } } } } }",
        "Remove the surplus parameters",
        "new Dictionary<string, object> { [\"to\"] = to, [\"type\"] = \"template\", [\"template\"] = new Dictionary<string, object> { [\"name\"] = \"order_shipped\", [\"language\"] = new { code = \"en\" }, [\"components\"] = new List<object> { new Dictionary<string, object> { [\"type\"] = \"body\", [\"parameters\"] = new List<object> { new Dictionary<string, string> { [\"type\"] = \"text\", [\"text\"] = name }, new Dictionary<string, string> { [\"type\"] = \"text\", [\"text\"] = id } } } } } }")]
    public Task Parameters_are_written_in_all_styles(string before, string title, string after) => FixAsync(before, title, after);

    [Fact]
    public async Task Classes_are_filled_by_their_own_members()
    {
        const string Classes = """
            public class Parameter { public string Type { get; set; } = "text"; public string? Text { get; set; } }
            public class Component { public string Type { get; set; } = ""; public List<Parameter>? Parameters { get; set; } }
            public class Language { public string Code { get; set; } = ""; }
            public class Template { public string Name { get; set; } = ""; public Language? Language { get; set; } public List<Component>? Components { get; set; } }
            public class Message { public string To { get; set; } = ""; public string Type { get; set; } = "template"; public Template? Template { get; set; } }
            public class Sender
            {
                private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
                public Task Send(HttpClient client, string to, string name) => client.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", new Message { To = to, Template = new Template { Name = "order_shipped", Language = new Language { Code = "en" }@ } }, Options);
            }
            """;
        await FixProgramAsync(
            Classes.Replace("@", ", Components = new List<Component> { new Component { Type = \"body\", Parameters = new List<Parameter> { new Parameter { Text = name } } } }"),
            "Add {{2}}, to be filled",
            Classes.Replace("@", ", Components = new List<Component> { new Component { Type = \"body\", Parameters = new List<Parameter> { new Parameter { Text = name }, new Parameter { Type = \"text\", Text = \"\" } } } }"));
        await FixProgramAsync(
            Classes.Replace("@", string.Empty),
            "Add the body component, to be filled",
            Classes.Replace("@", ", Components = new List<Component> { new Component { Type = \"body\", Parameters = new List<Parameter> { new Parameter { Type = \"text\", Text = \"\" }, new Parameter { Type = \"text\", Text = \"\" } } } }"));
    }

    [Fact]
    public async Task A_caller_is_offered_nothing_for_what_the_method_writes()
    {
        (_, List<CodeAction> actions) = await Repairs.OfAsync(
            """
            public class WhatsApp
            {
                public Task Send(string to, string template, params string[] values) => Post(new { messaging_product = "whatsapp", to, type = "template", template = new { name = template, language = new { code = "en" }, components = new[] { new { type = "body", parameters = values.Select(value => new { type = "text", text = value }) } } } });
                private Task Post(object o) => Task.CompletedTask;
                public Task Go(string to) => Send(to, "order_shipped", "Ann");
            }
            """,
            Account.Templates);
        Assert.DoesNotContain(actions, IsOurs);
    }

    private static async Task FixAsync(string before, string title, string after) => await FixProgramAsync(Bodies.Expression(before), title, Bodies.Expression(after));

    private static async Task FixProgramAsync(string before, string title, string after)
    {
        (Document file, List<CodeAction> actions) = await Repairs.OfAsync(before, Account.Templates);
        CodeAction? chosen = actions.FirstOrDefault(action => action.Title == title);
        Assert.True(chosen is not null, "There are: " + string.Join("; ", actions.Select(action => action.Title)));
        string repaired = await Repairs.ApplyAsync(file, chosen);
        Assert.Equal(after, repaired);
        Compilation compilation = new TestProgram("none", repaired).Compile();
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        Assert.Empty(TestProgram.Analyze(compilation, TestOptions.Of(string.Empty, Account.Manifest)).Where(diagnostic => diagnostic.Id is "DLG0110" or "DLG0111" or "DLG0901"));
    }

    private static async Task<IEnumerable<string>> TitlesAsync(string message, string? manifest = null)
    {
        (_, List<CodeAction> actions) = await Repairs.OfAsync(Bodies.Expression(message), manifest ?? Account.Templates);
        return actions.Where(IsOurs).Select(action => action.Title);
    }

    private static bool IsOurs(CodeAction action) => action.EquivalenceKey!.Split('.')[0] is "use-template" or "use-template-language" or "add-template-parameters" or "add-template-component" or "remove-template-parameters" or "drop-parameter-names" or "name-parameters";
}
