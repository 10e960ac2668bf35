using Dialog360.Analyzers.CodeFixes;
using Dialog360.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace Dialog360.Analyzers.Tests.Sending;

/// <summary>The first repair that is offered for the first finding of a rule: what it makes of the program, which must still compile.</summary>
public sealed class SendingFixTests
{
    [Theory]
    [InlineData("""class A { void M(HttpClient c) => c.DefaultRequestHeaders.Add("D360-API-KEY", "kT9xQzB72hWmPq4RsLvN3cYdAK"); }""", """class A { void M(HttpClient c) => c.DefaultRequestHeaders.Add("D360-API-KEY", System.Environment.GetEnvironmentVariable("D360_API_KEY")); }""")]
    [InlineData("""class A { void M(HttpClient c, IConfiguration settings) { c.DefaultRequestHeaders.Add("D360-API-KEY", /* live */ "kT9xQzB72hWmPq4RsLvN3cYdAK"); } }""", """class A { void M(HttpClient c, IConfiguration settings) { c.DefaultRequestHeaders.Add("D360-API-KEY", /* live */ settings["D360_API_KEY"]); } }""")]
    [InlineData("""class A { readonly IConfiguration _config; void M(HttpClient c) { c.DefaultRequestHeaders.Add("D360-API-KEY", "8812345_sandbox"); } }""", """class A { readonly IConfiguration _config; void M(HttpClient c) { c.DefaultRequestHeaders.Add("D360-API-KEY", _config["D360_API_KEY"]); } }""")]
    [InlineData("""class A { private const string Key = "8812345_sandbox"; void M(HttpClient c) => c.DefaultRequestHeaders.Add("D360-API-KEY", Key); }""", """class A { private static readonly string Key = System.Environment.GetEnvironmentVariable("D360_API_KEY"); void M(HttpClient c) => c.DefaultRequestHeaders.Add("D360-API-KEY", Key); }""")]
    [InlineData("""class A { void M(HttpClient c) { const string key = "8812345_sandbox"; c.DefaultRequestHeaders.Add("D360-API-KEY", key); } }""", """class A { void M(HttpClient c) { string key = System.Environment.GetEnvironmentVariable("D360_API_KEY"); c.DefaultRequestHeaders.Add("D360-API-KEY", key); } }""")]
    public Task Keys_are_read(string before, string after) => Check("DLG0701", before, after);

    [Theory]
    [InlineData("""class A { async Task M(HttpClient c, string token, object o) { c.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token); await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", o); } }""", """class A { async Task M(HttpClient c, string token, object o) { c.DefaultRequestHeaders.Add("D360-API-KEY", token); await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", o); } }""")]
    [InlineData("""class A { async Task M(HttpClient c, string token, object o) { c.DefaultRequestHeaders.Add("Authorization", "Bearer " + token); await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", o); } }""", """class A { async Task M(HttpClient c, string token, object o) { c.DefaultRequestHeaders.Add("D360-API-KEY", token); await c.PostAsJsonAsync("https://waba-v2.360dialog.io/messages", o); } }""")]
    [InlineData("""class A { void M(string token, string j) { using var w = new WebClient(); w.Headers["Authorization"] = $"Bearer {token}"; w.UploadString("https://waba-v2.360dialog.io/messages", j); } }""", """class A { void M(string token, string j) { using var w = new WebClient(); w.Headers["D360-API-KEY"] = token; w.UploadString("https://waba-v2.360dialog.io/messages", j); } }""")]
    [InlineData("""using Flurl.Http; class A { Task M(string token, object o) => "https://waba-v2.360dialog.io/messages".WithOAuthBearerToken(token).PostJsonAsync(o); }""", """using Flurl.Http; class A { Task M(string token, object o) => "https://waba-v2.360dialog.io/messages".WithHeader("D360-API-KEY", token).PostJsonAsync(o); }""")]
    public Task Headers_are_replaced(string before, string after) => Check("DLG0702", before, after);

    [Theory]
    [InlineData("""class A { const string Url = "https://waba-v2.360dialog.io/v1/messages"; }""", """class A { const string Url = "https://waba-v2.360dialog.io/messages"; }""")]
    [InlineData("""class A { const string Url = @"https://waba-v2.360dialog.io/mesages?x=1"; }""", """class A { const string Url = @"https://waba-v2.360dialog.io/messages?x=1"; }""")]
    [InlineData("""class A { string M(string id) => $"https://waba-v2.360dialog.io/{id}/messages"; }""", """class A { string M(string id) => $"https://waba-v2.360dialog.io/messages"; }""")]
    [InlineData("""class A { HttpClient c = new() { BaseAddress = new Uri("https://waba-sandbox.360dialog.io") }; Task M(object o) => c.PostAsJsonAsync("messages", o); }""", """class A { HttpClient c = new() { BaseAddress = new Uri("https://waba-sandbox.360dialog.io") }; Task M(object o) => c.PostAsJsonAsync("v1/messages", o); }""")]
    public Task Paths_are_replaced(string before, string after) => Check("DLG0703", before, after);

    [Theory]
    [InlineData("""class A { const string Url = "https://waba-v2.360dialog.io/v1/contacts"; }""")]
    [InlineData("""class A { const string Path = "v1/messages"; HttpClient c = new() { BaseAddress = new Uri("https://waba-v2.360dialog.io") }; Task M(object o) => c.PostAsJsonAsync(Path, o); }""")]
    [InlineData("""class A { HttpClient c = new() { BaseAddress = new Uri("https://waba-v2.360dialog.io/v1/") }; Task M(object o) => c.PostAsJsonAsync("messages", o); }""")]
    public Task Paths_without_a_sure_successor_are_left_alone(string program) => Check("DLG0703", program, null);

    [Theory]
    [InlineData("""class A { const string Url = "https://waba.360dialog.io/v1/messages"; }""", """class A { const string Url = "https://waba-v2.360dialog.io/messages"; }""")]
    [InlineData("""class A { const string Url = "https://waba.360dialog.io/v1/"; }""", """class A { const string Url = "https://waba-v2.360dialog.io/v1/"; }""")]
    [InlineData("""class A { const string Url = "https://waba.360dialog.io/v1/configs/templates"; }""", """class A { const string Url = "https://waba-v2.360dialog.io/v1/configs/templates"; }""")]
    public Task Hosts_are_replaced(string before, string after) => Check("DLG0704", before, after);

    [Theory]
    [InlineData("""class A { const string Url = "https://waba.360dialog.io/v1/contacts"; }""")]
    [InlineData("""class A { const string Host = "waba.360dialog.io"; string M() => $"https://{Host}/v1/messages"; }""")]
    public Task Hosts_without_a_sure_successor_are_left_alone(string program) => Check("DLG0704", program, null);

    private static async Task Check(string ruleId, string before, string? after)
    {
        CSharpCompilation compilation = SendingProgram.Of(before).Compilation;
        using AdhocWorkspace workspace = new();
        Project project = workspace.AddProject("Program", LanguageNames.CSharp).WithMetadataReferences(compilation.References)
            .WithParseOptions(compilation.SyntaxTrees[0].Options).WithCompilationOptions(compilation.Options);
        DocumentId? program = null;
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            Document added = project.AddDocument(tree.FilePath, await tree.GetTextAsync(), filePath: tree.FilePath);
            program ??= added.Id;
            project = added.Project;
        }

        Document document = project.GetDocument(program!)!;
        Diagnostic diagnostic = TestProgram.Analyze((await project.GetCompilationAsync())!).First(found => found.Id == ruleId);
        List<CodeAction> actions = [];
        await new SendingCodeFixProvider().RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
        if (after is null)
        {
            Assert.Empty(actions);
            return;
        }

        ApplyChangesOperation operation = (await Assert.Single(actions).GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single();
        Assert.Equal(after, (await operation.ChangedSolution.GetDocument(program!)!.GetTextAsync()).ToString());
        Compilation changed = (await operation.ChangedSolution.GetProject(project.Id)!.GetCompilationAsync())!;
        Assert.Empty(changed.GetDiagnostics().Where(error => error.Severity == DiagnosticSeverity.Error).Select(error => error.ToString()));
        Assert.DoesNotContain(TestProgram.Analyze(changed), found => found.Id == ruleId);
    }
}
