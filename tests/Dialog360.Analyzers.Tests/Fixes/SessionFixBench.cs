using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes.Repairing;
using Dialog360.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Tests.Fixes;

/// <summary>
/// Repairs all findings of DLG0201 in a file, as Fix All does, and looks at what comes out: it compiles, nothing is found that was not
/// found before, comments stay, and a second run changes nothing.
/// </summary>
internal static class SessionFixBench
{
    private const string Usings = """
        using System; using System.Collections.Generic; using System.Linq; using System.Net.Http; using System.Net.Http.Json; using System.Text;
        using System.Text.Json; using System.Text.Json.Nodes; using System.Text.Json.Serialization; using System.Threading; using System.Threading.Tasks; using Newtonsoft.Json.Linq;

        """;

    /// <summary>The URL of a send.</summary>
    public const string Url = "\"https://waba-v2.360dialog.io/messages\"";

    /// <summary>The file after all repairs of that kind; the rest of the program stands in other files.</summary>
    public static async Task<string> FixAsync(string file, string key, params string[] others)
    {
        Solution solution = TestSolution.Of([Usings + file, .. others.Select(static other => Usings + other)]);
        await TestSolution.AssertCompilesAsync(solution);
        DocumentId id = solution.Projects.Single().Documents.First().Id;
        ImmutableHashSet<string> before = await FindingsAsync(solution);
        Assert.Contains("DLG0201", before);

        Solution repaired = await SessionRepairsBench.FixAsync(solution, id, key);
        string text = (await repaired.GetDocument(id)!.GetTextAsync()).ToString();
        await TestSolution.AssertCompilesAsync(repaired);
        ImmutableHashSet<string> after = await FindingsAsync(repaired);

        // The placeholder is no name that a template can have: it stays a finding until somebody writes one.
        after = text.Contains("TEMPLATE_NAME", StringComparison.Ordinal) ? after.Remove("DLG0108") : after;
        Assert.True(!after.Contains("DLG0201") && after.IsSubsetOf(before), string.Join(", ", after) + " in\n" + text);

        Solution again = await SessionRepairsBench.FixAsync(repaired, id, key);
        Assert.Equal(text, (await again.GetDocument(id)!.GetTextAsync()).ToString());
        return text[Usings.Length..];
    }

    /// <summary>Fails where a repair of that kind is offered, though the rule finds something.</summary>
    public static async Task LeavesAsync(string file, string key, params string[] others)
    {
        Solution solution = TestSolution.Of([Usings + file, .. others.Select(static other => Usings + other)]);
        await TestSolution.AssertCompilesAsync(solution);
        Assert.Contains("DLG0201", await FindingsAsync(solution));
        ImmutableArray<Repair> proposals = await SessionRepairsBench.ProposalsAsync(solution.Projects.Single().Documents.First(), key);
        Assert.True(proposals.IsEmpty, string.Join("\n", proposals.SelectMany(static proposal => proposal.Changes).Select(static change => change.NewText)));
    }

    /// <summary>Statements in a method that sends to <c>phone</c>, with <c>http</c> at hand.</summary>
    public static string Method(string statements, string members = "") => $$"""
        public sealed class Job
        {
            private readonly HttpClient http = new HttpClient();

            public async Task RunAsync(string phone, string body)
            {
                await Task.Yield();
                {{statements}}
            }
            {{members}}
        }
        """;

    private static async Task<ImmutableHashSet<string>> FindingsAsync(Solution solution)
    {
        Compilation compilation = (await solution.Projects.Single().GetCompilationAsync())!;
        ImmutableArray<Diagnostic> found = TestProgram.Analyze(compilation);
        Assert.DoesNotContain(found, static diagnostic => diagnostic.Id is "DLG0901" or "AD0001");
        return [.. found.Select(static diagnostic => diagnostic.Id)];
    }
}
