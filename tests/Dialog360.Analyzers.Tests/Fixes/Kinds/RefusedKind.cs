using System.Collections.Immutable;
using System.Text;
using Dialog360.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace Dialog360.Analyzers.Tests.Fixes.Kinds;

/// <summary>
/// Looks at a fix as a reviewer does: the title, and the lines that it takes out and writes. The program compiles before and after, the
/// finding is gone, nothing new is found, and nothing more of the kind is offered for it.
/// </summary>
internal static class RefusedKind
{
    private const string Url = "\"https://waba-v2.360dialog.io/messages\"";

    /// <summary>Fails unless the first offer of a kind is, title and lines, what is expected; or, where nothing is expected, unless there is none.</summary>
    /// <param name="rule">The rule, which finds something in the program.</param>
    /// <param name="kind">The kind of fix, or an asterisk for any.</param>
    /// <param name="program">The program; <c>URL</c> stands for the URL of a send.</param>
    /// <param name="expected">The title, the lines written after <c>+</c>, and after <c>-</c> those taken out where nothing is written; empty where nothing is to be offered.</param>
    public static async Task CheckAsync(string rule, string kind, string program, string expected)
    {
        Document file = FileOf(program.Replace("URL", Url, StringComparison.Ordinal).ReplaceLineEndings("\n"));
        string[] problems = await ProblemsAsync(file);
        ImmutableArray<Diagnostic> before = await FoundAsync(file);
        Assert.Contains(before, found => found.Id == rule);
        CodeAction? action = await OfferAsync(file, before, rule, kind);
        if (action is null || expected.Length == 0)
        {
            Assert.Equal(expected, action is null ? "" : action.Title);
            return;
        }

        Document after = await ApplyAsync(file, action);
        string text = (await after.GetTextAsync()).ToString();
        Assert.Equal(expected.ReplaceLineEndings("\n"), action.Title + Lines((await file.GetTextAsync()).ToString(), text));
        Assert.Empty((await ProblemsAsync(after)).Except(problems));
        ImmutableArray<Diagnostic> left = await FoundAsync(after);
        Assert.True(left.Count(found => found.Id == rule) < before.Count(found => found.Id == rule), string.Join("\n", left));

        // The placeholder for a template's name stays a finding until somebody writes the name.
        Assert.DoesNotContain(left.Select(static found => found.Id).Except(before.Select(static found => found.Id)), id => id != "DLG0108" || !text.Contains("TEMPLATE_NAME", StringComparison.Ordinal));
    }

    private static Document FileOf(string program)
    {
        CSharpCompilation compilation = TestProgram.OfPage(program).Compile();
        Project project = new AdhocWorkspace().AddProject("App", LanguageNames.CSharp)
            .WithMetadataReferences(compilation.References)
            .WithParseOptions(compilation.SyntaxTrees[0].Options)
            .WithCompilationOptions(compilation.Options);
        Document? last = null;
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            last = project.AddDocument(tree.FilePath, tree.GetText(), filePath: tree.FilePath);
            project = last.Project;
        }

        return last!;
    }

    private static async Task<string[]> ProblemsAsync(Document file)
    {
        Compilation compilation = (await file.Project.GetCompilationAsync())!;
        return [.. compilation.GetDiagnostics().Where(static problem => problem.Severity >= DiagnosticSeverity.Warning).Select(static problem => problem.Id + " " + problem.GetMessage()).Distinct()];
    }

    private static async Task<ImmutableArray<Diagnostic>> FoundAsync(Document file)
    {
        ImmutableArray<Diagnostic> found = TestProgram.Analyze((await file.Project.GetCompilationAsync())!);
        Assert.DoesNotContain(found, static diagnostic => diagnostic.Id is "DLG0901" or "AD0001");
        return found;
    }

    private static async Task<CodeAction?> OfferAsync(Document file, ImmutableArray<Diagnostic> found, string rule, string kind)
    {
        List<CodeAction> offers = [];
        foreach (Diagnostic diagnostic in found.Where(diagnostic => diagnostic.Id == rule))
        {
            foreach (CodeFixProvider provider in Repairs.Providers.Where(provider => provider.FixableDiagnosticIds.Contains(rule)))
            {
                await provider.RegisterCodeFixesAsync(new CodeFixContext(file, diagnostic, (offer, _) => offers.Add(offer), CancellationToken.None));
            }
        }

        return offers.FirstOrDefault(offer => kind == "*" || offer.EquivalenceKey == kind);
    }

    private static async Task<Document> ApplyAsync(Document file, CodeAction action)
    {
        Solution changed = Assert.Single((await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>()).ChangedSolution;
        return changed.GetDocument(file.Id)!;
    }

    /// <summary>The lines that differ, by the longest common subsequence.</summary>
    private static string Lines(string before, string after)
    {
        string[] old = before.Split('\n');
        string[] written = after.Split('\n');
        int[,] common = new int[old.Length + 1, written.Length + 1];
        for (int i = old.Length - 1; i >= 0; i--)
        {
            for (int j = written.Length - 1; j >= 0; j--)
            {
                common[i, j] = old[i] == written[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        StringBuilder lines = new();
        for (int i = 0, j = 0; i < old.Length || j < written.Length;)
        {
            if (i < old.Length && j < written.Length && old[i] == written[j])
            {
                i++;
                j++;
                continue;
            }

            (int firstOld, int firstWritten) = (i, j);
            while ((i < old.Length || j < written.Length) && (i == old.Length || j == written.Length || old[i] != written[j]))
            {
                _ = i < old.Length && (j == written.Length || common[i + 1, j] >= common[i, j + 1]) ? i++ : j++;
            }

            IEnumerable<string> shown = j > firstWritten ? written[firstWritten..j].Select(static line => "\n+ " + line) : old[firstOld..i].Select(static line => "\n- " + line);
            lines.AppendJoin("", shown.Select(static line => line.TrimEnd(' ', '\n')));
        }

        return lines.ToString();
    }
}
