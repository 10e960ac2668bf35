using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Tests.Fixes;

/// <summary>The repair of DLG0202: it compiles, the finding is gone, a second run changes nothing.</summary>
public sealed class LookUpFixTests
{
    private const string Template = "type = \"template\", template = new { name = \"x\", language = new { code = \"en\", policy = \"deterministic\" } }";

    private static string Sender(string statements, string head = "public async Task Send(string phone)") => $$"""
        using System; using System.Net.Http; using System.Net.Http.Json; using System.Text; using System.Threading.Tasks;
        public sealed class Sender
        {
            private readonly HttpClient http = new HttpClient();
            {{head}}
            {
                {{statements}}
            }
        }
        """;

    public static TheoryData<string> Repaired =>
    [
        "await http.PostAsJsonAsync(\"/v1/messages\", new { to = phone, " + Template + " }); // hello",
        "var message = new { to = phone, " + Template + " }; var answer = await http.PostAsJsonAsync(\"/v1/messages\", message); answer.EnsureSuccessStatusCode();",
        "var lookUp = 1; Console.WriteLine(lookUp); var to = phone; await this.http.PostAsJsonAsync(\"/v1/messages\", new { to, " + Template + " });",
    ];

    public static TheoryData<string, string> Left => new()
    {
        { "http.PostAsJsonAsync(\"/v1/messages\", new { to = phone, " + Template + " }).Wait();", "public void Send(string phone)" },
        { "foreach (var phone in phones) { await http.PostAsJsonAsync(\"/v1/messages\", new { to = phone, " + Template + " }); }", "public async Task Send(string[] phones)" },
        { "await http.PostAsJsonAsync(\"https://waba.360dialog.io/v1/messages\", new { to = phone, " + Template + " });", "public async Task Send(string phone)" },
        { "await Post(\"messages\", new { to = phone, " + Template + " });", "private Task Post(string path, object message) => http.PostAsJsonAsync(\"https://waba.360dialog.io/v1/\" + path, message);\n    public async Task Send(string phone)" },
        { "await http.PostAsJsonAsync(\"/v1/messages\", new { to = \"+49\" + phone, " + Template + " });", "public async Task Send(string phone)" },
    };

    [Theory]
    [MemberData(nameof(Repaired))]
    public async Task Looks_the_number_up_before_the_message_is_written(string statements)
    {
        Solution solution = TestSolution.Of(Sender(statements));
        DocumentId id = solution.Projects.Single().Documents.First().Id;
        Assert.NotEmpty(await SessionRepairsBench.ProposalsAsync(solution.GetDocument(id)!, "look-up-first"));
        Solution repaired = await SessionRepairsBench.FixAsync(solution, id, "look-up-first");
        await TestSolution.AssertCompilesAsync(repaired);
        string text = (await repaired.GetDocument(id)!.GetTextAsync()).ToString();
        Assert.Contains("\"/v1/contacts\"", text, StringComparison.Ordinal);
        Assert.Contains(".GetProperty(\"wa_id\")", text, StringComparison.Ordinal);
        Assert.Empty(await SessionRepairsBench.ProposalsAsync(repaired.GetDocument(id)!, ruleId: "DLG0202"));
    }

    [Theory]
    [MemberData(nameof(Left))]
    public async Task Offers_nothing_where_nothing_can_wait_or_be_assigned_or_the_host_is_switched_off(string statements, string head)
    {
        Solution solution = TestSolution.Of(Sender(statements, head));
        Assert.Empty(await SessionRepairsBench.ProposalsAsync(solution.Projects.Single().Documents.First(), "look-up-first"));
    }
}
