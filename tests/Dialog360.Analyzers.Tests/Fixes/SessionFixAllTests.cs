using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes;
using Dialog360.Analyzers.CodeFixes.Repairing;
using Dialog360.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Dialog360.Analyzers.Tests.Fixes;

/// <summary>Fix All for sends without a check, and for recipients that nobody looked up.</summary>
public class SessionFixAllTests
{
    private const string Usings = "using System; using System.Net.Http; using System.Net.Http.Json; using System.Threading; using System.Threading.Tasks; using System.Diagnostics.CodeAnalysis;\n";

    private static readonly SessionCodeFixProvider Provider = new();

    private static string Send(string to) => "await http.PostAsJsonAsync(\"https://waba.360dialog.io/v1/messages\", new { to = " + to + ", type = \"text\", text = new { body = \"x\" } });";

    private static string Job(string members) => Usings + "public class Job { readonly HttpClient http = new HttpClient();\n" + members + "\n}";

    [Theory]
    [InlineData("guard-session")]
    [InlineData("send-template")]
    public async Task What_a_pragma_or_an_attribute_turns_off_stays(string key)
    {
        string off = "    public async Task A(string a) {\n#pragma warning disable DLG0201\n" + Send("a") + "\n#pragma warning restore DLG0201\n}\n"
            + "    [SuppressMessage(\"Dialog360.Sending\", \"DLG0201\")]\n    public async Task B(string b) { " + Send("b") + " }\n";
        Solution? after = await FixAllAsync(TestSolution.Of(Job(off + "    public async Task C(string c) { " + Send("c") + " }")), "DLG0201", key);
        string text = await TestSolution.TextAsync(after!);
        Assert.Contains(off, text, StringComparison.Ordinal);
        Assert.DoesNotContain("public async Task C(string c) { " + Send("c"), text, StringComparison.Ordinal);
    }

    /// <summary>Nobody looks at what <c>dotnet format</c> writes in a commit hook: no stub that throws, no placeholder for the name of a template.</summary>
    [Theory]
    [InlineData("guard-session")]
    [InlineData("send-template")]
    public async Task What_leaves_work_for_a_person_is_offered_one_at_a_time(string key)
    {
        Solution solution = TestSolution.Of(Job("public async Task A(string a) { " + Send("a") + " }"));
        Document document = solution.Projects.Single().Documents.First();
        FixAllContext context = new(document, Provider, FixAllScope.Document, key, ["DLG0201"], new Found("DLG0201"), CancellationToken.None);
        Assert.Null(await Provider.GetFixAllProvider()!.GetFixAsync(context));
        SessionDraftCodeFixProvider drafts = new();
        Assert.Null(drafts.GetFixAllProvider());

        Diagnostic found = Assert.Single(await new Found("DLG0201").GetDocumentDiagnosticsAsync(document, CancellationToken.None));
        List<CodeAction> offered = [];
        await drafts.RegisterCodeFixesAsync(new CodeFixContext(document, found, (action, _) => offered.Add(action), CancellationToken.None));
        Assert.Contains(offered, action => action.EquivalenceKey == key && action.Priority == CodeActionPriority.Low);
    }

    [Fact]
    public async Task A_check_of_the_program_and_a_template_of_its_own_are_made_by_Fix_All()
    {
        const string Check = "bool IsSessionOpen(string to) => to.Length > 3; Task SendTemplateAsync(string to) => Task.CompletedTask; Task SendTextAsync(string to) => http.PostAsJsonAsync(\"https://waba-v2.360dialog.io/messages\", new { messaging_product = \"whatsapp\", to, type = \"text\", text = new { body = \"x\" } });";
        Solution solution = TestSolution.Of(Job(Check + "\n    public async Task A(int id)\n    {\n        string a = id.ToString();\n        await SendTextAsync(a);\n    }"));
        Document document = solution.Projects.Single().Documents.First();
        FixAllContext context = new(document, Provider, FixAllScope.Document, "guard-session", ["DLG0201"], new Found("DLG0201"), CancellationToken.None);
        CodeAction action = (await Provider.GetFixAllProvider()!.GetFixAsync(context))!;
        Solution changed = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution;
        Assert.Contains("if (IsSessionOpen(a))", await TestSolution.TextAsync(changed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_done_where_all_is_turned_off() => Assert.Null(await FixAllAsync(
        TestSolution.Of("#pragma warning disable DLG0201\n" + Job("public async Task A(string a) { " + Send("a") + " }")),
        "DLG0201",
        "guard-session"));

    /// <summary><c>dotnet format</c> asks for one rule with the key of any finding that the same analyzer has.</summary>
    [Theory]
    [InlineData("DLG0201", "look-up-first", "IsSessionOpen", "v1/contacts")]
    [InlineData("DLG0202", "guard-session", "v1/contacts", "IsSessionOpen")]
    public async Task A_key_of_the_other_rule_gives_the_first_kind_of_the_one_asked_for(string id, string key, string there, string absent)
    {
        // The look-up is offered on hosts that still answer only.
        string send = id == "DLG0201" ? Send("a") : "await http.PostAsJsonAsync(\"/v1/messages\", new { to = a, type = \"template\", template = new { name = \"x\", language = new { code = \"en\", policy = \"deterministic\" } } });";
        string text = await TestSolution.TextAsync((await FixAllAsync(TestSolution.Of(Job("const string Header = \"D360-API-KEY\"; public async Task A(string a) { " + send + " }")), id, key))!);
        Assert.Contains(there, text, StringComparison.Ordinal);
        Assert.DoesNotContain(absent, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_check_of_the_program_is_not_called_from_its_types()
    {
        string program = Usings + "HttpClient http = new HttpClient();\nstring to = Console.ReadLine()!;\n" + Send("to") + "\n\n"
            + "public class Job\n{\n    readonly HttpClient http = new HttpClient();\n\n    public async Task A(string a)\n    {\n        " + Send("a") + "\n    }\n}\n";
        string text = await TestSolution.TextAsync((await FixAllAsync(TestSolution.Of(program), "DLG0201", "guard-session"))!);
        Assert.Equal(2, text.Split("bool IsSessionOpen").Length - 1);
    }

    [Fact]
    public async Task A_static_function_does_not_use_what_stands_around_it()
    {
        const string Member = "public async Task A(Func<string, bool> other, string a) { bool IsSessionOpen(string to) => other(to); IsSessionOpen(a); await B(http); static async Task B(HttpClient http) { string b = Console.ReadLine()!; SEND } }";
        string text = await TestSolution.TextAsync((await FixAllAsync(TestSolution.Of(Job(Member.Replace("SEND", Send("b"), StringComparison.Ordinal))), "DLG0201", "guard-session"))!);
        Assert.Contains("static bool IsSessionOpen2", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_before_the_expression_of_a_body_stays()
    {
        string member = "    private Task SendTextAsync(string to) => " + Send("to").Replace("await ", string.Empty, StringComparison.Ordinal) + "\n    public Task A(string a) =>\n        // Says hello.\n        /* now */ SendTextAsync(a);";
        string text = await TestSolution.TextAsync((await FixAllAsync(TestSolution.Of(Job(member)), "DLG0201", "guard-session"))!);
        Assert.Contains("    {\n        // Says hello.\n        /* now */\n        if (IsSessionOpen(a))\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\t")]
    [InlineData("  ")]
    [InlineData("    ")]
    public async Task Inserted_lines_are_indented_like_the_file(string level)
    {
        string source = Usings + "public class Job\n{\n\treadonly HttpClient http = new HttpClient();\n\n\tpublic async Task A(string[] all)\n\t{\n\t\tforeach (string to in all)\n\t\t{\n\t\t\t"
            + Send("to") + "\n\t\t}\n\t}\n}\n";
        string before = source.Replace("\t", level, StringComparison.Ordinal);
        string text = await TestSolution.TextAsync((await FixAllAsync(TestSolution.Of(before), "DLG0201", "guard-session"))!);
        foreach (string line in text.Split('\n'))
        {
            string indent = line[..^line.TrimStart().Length];
            Assert.Equal(string.Concat(Enumerable.Repeat(level, indent.Length / level.Length)), indent);
            Assert.True(indent.Length / level.Length <= 5, text);
        }

        Assert.Contains("\n" + level + level + level + "object message = IsSessionOpen(to)\n" + level + level + level + level + "? new {", text, StringComparison.Ordinal);
        Assert.Contains("\n" + level + level + "throw ", text, StringComparison.Ordinal);
    }

    private static async Task<Solution?> FixAllAsync(Solution solution, string id, string key)
    {
        await TestSolution.AssertCompilesAsync(solution);
        Document document = solution.Projects.Single().Documents.First();
        FixAllContext context = new(document, Provider, FixAllScope.Document, key, [id], new Found(id), CancellationToken.None);
        if (await new OrderedFixAllProvider(new SessionRepairs(), FixAllMode.OneByOne).GetFixAsync(context) is not { } action)
        {
            return null;
        }

        Solution changed = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution;
        await TestSolution.AssertCompilesAsync(changed);
        return changed;
    }

    private sealed class Found(string id) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken)
        {
            ImmutableArray<Diagnostic> all = TestProgram.Analyze((await project.GetCompilationAsync(cancellationToken))!);
            return all.Where(diagnostic => diagnostic.Id == id);
        }

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) => GetAllDiagnosticsAsync(document.Project, cancellationToken);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
