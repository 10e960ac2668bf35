using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.CodeFixes.Repairing;
using Dialog360.Analyzers.Tests.Fixes;
using Dialog360.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Tests.Matrix;

/// <summary>
/// DLG0201 with a message of every type in every way of writing: both repairs are offered, compile, and leave neither this finding nor a new
/// one. Classes of these messages have no template, so that there is none to write.
/// </summary>
public sealed class SessionFixMatrixTests
{
    private const string Send = "new System.Net.Http.HttpClient().PostAsync(\"https://waba-v2.360dialog.io/messages\", new System.Net.Http.{0}({1})).Wait();";

    /// <summary>The repairs, and whether all findings go at once.</summary>
    public static TheoryData<string> Keys => ["guard-session", "send-template"];

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Every_message_in_every_style_is_repaired(string key)
    {
        List<(Style Style, string Text)> programs = [];
        int styles = 0;
        foreach (Style style in Styles.All.Where(static style => !style.Name.StartsWith("class", StringComparison.Ordinal) && !style.Name.Contains("record", StringComparison.Ordinal)))
        {
            // A third of the messages, each style beginning with another one.
            foreach (Func<Obj> message in Messages.Samples.Where((_, index) => Progress.IsLongRun || (index + styles) % 3 == 0))
            {
                Written written = Written.Of(message(), style, null, programs.Count + 1)!;
                string send = string.Format(null, Send, style.Name.StartsWith("UTF-8", StringComparison.Ordinal) ? "ByteArrayContent" : "StringContent", style.Use);
                programs.Add((style, written.Text.Replace($"Use({style.Use});", send, StringComparison.Ordinal)));
            }

            styles++;
        }

        Solution solution = TestSolution.Of([.. programs.Select(static program => program.Text)]);
        await TestSolution.AssertCompilesAsync(solution);
        ILookup<string, string> before = await FindingsAsync(solution);
        ImmutableArray<Document> documents = [.. solution.Projects.Single().Documents];
        List<string> problems = [];
        for (int index = 0; index < documents.Length; index++)
        {
            if (!before[documents[index].Name].Contains("DLG0201"))
            {
                continue;
            }

            ImmutableArray<Repair> proposals = await SessionRepairsBench.ProposalsAsync(documents[index], key);
            if (proposals is [{ } proposal, ..])
            {
                solution = await Changes.ApplyAsync(solution, proposal.Changes, CancellationToken.None);
            }
            else
            {
                problems.Add($"{programs[index].Style.Name}: nothing is offered for\n{programs[index].Text}");
            }
        }

        Compilation repaired = (await solution.Projects.Single().GetCompilationAsync())!;
        problems.AddRange(repaired.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(static error => $"{error}\n{error.Location.SourceTree}"));
        ILookup<string, string> after = await FindingsAsync(solution);
        foreach (Document document in solution.Projects.Single().Documents)
        {
            // The placeholder for the name of a template is a finding until it is replaced.
            bool isOpen = (await document.GetTextAsync()).ToString().Contains("TEMPLATE_NAME", StringComparison.Ordinal);
            string[] wrong = [.. after[document.Name].Where(id => id == "DLG0201" || (!before[document.Name].Contains(id) && !(isOpen && id == "DLG0108")))];
            if (wrong.Length > 0)
            {
                problems.Add($"{string.Join(", ", wrong)} in\n{await document.GetTextAsync()}");
            }
        }

        Assert.True(problems.Count == 0, $"{problems.Count} problems. {string.Join("\n----\n", problems.Take(4))}");
        Assert.True(before.Count(static file => file.Contains("DLG0201")) > Styles.All.Length * 2, "too few messages are free-form sends");
    }

    private static async Task<ILookup<string, string>> FindingsAsync(Solution solution) =>
        TestProgram.Analyze((await solution.Projects.Single().GetCompilationAsync())!)
            .ToLookup(static diagnostic => Path.GetFileName(diagnostic.Location.SourceTree!.FilePath), static diagnostic => diagnostic.Id);
}
