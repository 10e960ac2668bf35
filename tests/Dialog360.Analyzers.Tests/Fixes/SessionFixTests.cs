using Dialog360.Analyzers.Tests.Sending.Control;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Tests.Fixes;

/// <summary>The repairs of DLG0201: they compile, the finding is gone, a second run changes nothing.</summary>
public sealed class SessionFixTests
{
    private const string Usings = "using System; using System.Collections.Generic; using System.Linq; using System.Net.Http; using System.Net.Http.Json; using System.Threading.Tasks;\n";

    /// <summary>Customers that say nothing of the session.</summary>
    private static readonly string Store = SessionProgram.Store
        .Replace("public bool HasOpenWindow { get; set; }", string.Empty, StringComparison.Ordinal)
        .Replace("public DateTimeOffset LastInboundAt { get; set; }", string.Empty, StringComparison.Ordinal);

    private static async Task<string> FixAsync(string program, string key)
    {
        Solution solution = TestSolution.Of(Usings + program, Usings + SessionProgram.Client, Usings + Store);
        DocumentId id = solution.Projects.Single().Documents.First().Id;
        Solution repaired = await SessionRepairsBench.FixAsync(solution, id, key);
        await TestSolution.AssertCompilesAsync(repaired);
        Document document = repaired.GetDocument(id)!;
        Assert.Empty(await SessionRepairsBench.ProposalsAsync(document));
        Solution again = await SessionRepairsBench.FixAsync(repaired, id, key);
        string text = (await document.GetTextAsync()).ToString();
        Assert.Equal(text, (await again.GetDocument(id)!.GetTextAsync()).ToString());
        return text;
    }

    private static string Job(string statements, string members = "") => $$"""
        public sealed class Job
        {
            private readonly IWhatsApp whatsApp = null!;
            private readonly IStore store = null!;
            private readonly HttpClient http = new HttpClient();

            public async Task Run(int id)
            {
                Customer customer = store.Find(id);
                {{statements}}
            }
            {{members}}
        }
        """;

    [Fact]
    public async Task AddsAStubAndATemplateOfTheSameObject()
    {
        string text = await FixAsync(Job("await whatsApp.SendTextAsync(customer.Phone, \"hi\"); // greet"), "guard-session");
        Assert.Contains("if (IsSessionOpen(customer.Phone))", text, StringComparison.Ordinal);
        Assert.Contains("await whatsApp.SendTemplateAsync(customer.Phone, \"TEMPLATE_NAME\");", text, StringComparison.Ordinal);
        Assert.Contains("private bool IsSessionOpen(string recipient)", text, StringComparison.Ordinal);
        Assert.Contains("// greet", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("private Task<bool> HasOpenWindowAsync(string to) => Task.FromResult(true);", "if (await HasOpenWindowAsync(customer.Phone))")]
    [InlineData("private static bool IsSessionExpired(string to) => false;", "if (!IsSessionExpired(customer.Phone))")]
    [InlineData("private readonly ISessions sessions = null!; public interface ISessions { bool IsOpen(string to); }", "if (sessions.IsOpen(customer.Phone))")]
    public async Task UsesACheckThatExists(string members, string expected)
    {
        string text = await FixAsync(Job("await whatsApp.SendTextAsync(customer.Phone, \"hi\");", members), "guard-session");
        Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.DoesNotContain("NotImplementedException", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WritesTheTemplateInTheStyleOfTheMessage()
    {
        string text = await FixAsync(Job("string to = customer.Phone; await http.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"hi\" } });"), "guard-session");
        Assert.Contains("type = \"template\", template = new { name = \"TEMPLATE_NAME\", language = new { code = \"en\" } }", text, StringComparison.Ordinal);
        Assert.Contains("type = \"text\", text = new { body = \"hi\" }", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReplacesTheMessageByATemplate()
    {
        string text = await FixAsync(Job("string to = customer.Phone; await http.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"hi\" } });"), "send-template");
        Assert.DoesNotContain("body", text, StringComparison.Ordinal);
        Assert.Contains("type = \"template\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneStubServesAll()
    {
        string text = await FixAsync(Job("await whatsApp.SendTextAsync(customer.Phone, \"hi\"); await whatsApp.SendTextAsync(customer.Phone, \"again\"); if (id > 3) await whatsApp.SendTextAsync(customer.Phone, \"x\"); else await Task.Yield();"), "guard-session");
        Assert.Equal(2, text.Split("IsSessionOpen(string").Length);
        Assert.Equal(4, text.Split("if (IsSessionOpen(").Length);
    }

    [Theory]
    [InlineData("public Task Go() { Customer c = store.Find(1); return whatsApp.SendTextAsync(c.Phone, \"hi\"); }", "return whatsApp.SendTemplateAsync(c.Phone, \"TEMPLATE_NAME\");")]
    [InlineData("private const string Fixed = \"4915112345678\"; public Task Go() => whatsApp.SendTextAsync(Fixed, \"hi\");", "return whatsApp.SendTemplateAsync(Fixed, \"TEMPLATE_NAME\");")]
    [InlineData("private const string Fixed = \"4915112345678\"; public async Task Go() => await whatsApp.SendTextAsync(Fixed, \"hi\");", "await whatsApp.SendTemplateAsync(Fixed, \"TEMPLATE_NAME\");")]
    public async Task GuardsWhatIsReturned(string member, string expected)
    {
        string text = await FixAsync(Job(string.Empty, member.Replace("URL", Url).Replace("TEXT", Text)), "guard-session");
        Assert.Equal(2, text.Split(expected).Length);
        Assert.Contains("if (IsSessionOpen(", text, StringComparison.Ordinal);
        Assert.Contains("else", text, StringComparison.Ordinal);
    }

    /// <summary>The request is written once, so that what else is wrong with it does not become wrong twice.</summary>
    [Theory]
    [InlineData("public async Task<HttpResponseMessage> Go() { string to = store.Find(1).Phone; return await http.PostAsJsonAsync(URL, TEXT); }")]
    [InlineData("public Task<HttpResponseMessage> Go() { string to = store.Find(1).Phone; return http.PostAsJsonAsync(URL, TEXT); }")]
    [InlineData("public Task Go(bool now) { string to = store.Find(1).Phone; if (now) return http.PostAsJsonAsync(URL, TEXT); return Task.CompletedTask; }")]
    [InlineData("private const string to = \"4915112345678\"; public Task<HttpResponseMessage> Go() => http.PostAsJsonAsync(URL, TEXT);")]
    public async Task ChoosesTheMessageOfWhatIsReturned(string member)
    {
        string text = await FixAsync(Job(string.Empty, member.Replace("URL", Url).Replace("TEXT", Text)), "guard-session");
        Assert.Equal(2, text.Split("http.PostAsJsonAsync(").Length);
        Assert.Contains("IsSessionOpen(to)", text, StringComparison.Ordinal);
        Assert.Contains(" ? ", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("var answer = await whatsApp.SendTextAsync(customer.Phone, \"hi\"); answer.EnsureSuccessStatusCode();")]
    [InlineData("HttpResponseMessage answer; answer = await whatsApp.SendTextAsync(customer.Phone, \"hi\"); answer.EnsureSuccessStatusCode();")]
    public async Task EndsBeforeAnAnswerIsRead(string statements)
    {
        string text = await FixAsync(Job(statements), "guard-session");
        Assert.Contains("if (!IsSessionOpen(customer.Phone))", text, StringComparison.Ordinal);
        Assert.Contains("await whatsApp.SendTemplateAsync(customer.Phone, \"TEMPLATE_NAME\");", text, StringComparison.Ordinal);
        Assert.Contains("return;", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("while (true) { var answer = await whatsApp.SendTextAsync(customer.Phone, \"hi\"); if (answer.IsSuccessStatusCode) break; }", "")]
    [InlineData("for (int round = 0; round < 3; round++) { var answer = await whatsApp.SendTextAsync(customer.Phone, \"hi\"); if (answer.IsSuccessStatusCode) break; }", "")]
    [InlineData("", "public async Task<bool> Go() { Customer c = store.Find(1); var answer = await whatsApp.SendTextAsync(c.Phone, \"hi\"); return answer.IsSuccessStatusCode; }")]
    [InlineData("", "public async Task<HttpResponseMessage> Go() { Customer c = store.Find(1); return await whatsApp.SendTextAsync(c.Phone, \"hi\"); }")]
    public async Task LeavesWhatCannotEndThere(string statements, string member)
    {
        string program = Job(statements, member);
        Solution solution = TestSolution.Of(Usings + program, Usings + SessionProgram.Client, Usings + Store);
        Assert.Empty(await SessionRepairsBench.ProposalsAsync(solution.Projects.Single().Documents.First(), "guard-session"));
        await TestSolution.AssertCompilesAsync(solution);
    }

    [Fact]
    public async Task GuardsTopLevelStatements()
    {
        string text = await FixAsync("""
            IWhatsApp whatsApp = new WhatsApp();
            string to = args[0];
            await whatsApp.SendTextAsync(to, "hi");
            await whatsApp.SendTextAsync(to, "again");
            """, "guard-session");
        Assert.Equal(3, text.Split("if (IsSessionOpen(to))").Length);
        Assert.Equal(2, text.Split("static bool IsSessionOpen(string recipient)").Length);
    }

    private const string Url = "\"https://waba-v2.360dialog.io/messages\"";
    private const string Text = "new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"hi\" } }";
}
