using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Dialog360.Analyzers.Tests.Infrastructure;

/// <summary>A solution with all that the compiler and the rules say of it, and all that the package offers to repair.</summary>
internal sealed class JudgedSolution
{
    /// <summary>An import that nothing uses: hidden to the compiler, left behind to a reader.</summary>
    private const string UnusedImport = "CS8019";

    private static readonly Dictionary<string, string> Placeholders = new(StringComparer.Ordinal)
    {
        ["DLG0104"] = "link = \"\"",
        ["DLG0108"] = "TEMPLATE_NAME",
        ["DLG0109"] = "text = \"\"",
    };

    private readonly Dictionary<string, int> _complaints;

    private JudgedSolution(Solution solution, ImmutableArray<Diagnostic> findings, Dictionary<string, int> complaints)
    {
        Solution = solution;
        Findings = findings;
        _complaints = complaints;
    }

    /// <summary>The solution.</summary>
    public Solution Solution { get; }

    /// <summary>What the rules find, project by project.</summary>
    public ImmutableArray<Diagnostic> Findings { get; }

    /// <summary>What compiler and rules say of a solution.</summary>
    public static async Task<JudgedSolution> OfAsync(Solution solution)
    {
        List<Diagnostic> findings = [];
        Dictionary<string, int> complaints = new(StringComparer.Ordinal);
        foreach (ProjectId id in solution.GetProjectDependencyGraph().GetTopologicallySortedProjects())
        {
            Project project = solution.GetProject(id)!;
            Compilation compilation = (await project.GetCompilationAsync())!;
            ImmutableArray<Diagnostic> found = TestProgram.Analyze(compilation, project.AnalyzerOptions);
            Diagnostic? failure = found.FirstOrDefault(static diagnostic => diagnostic.Id is "DLG0901" or "AD0001");
            Assert.True(failure is null, failure?.ToString());
            findings.AddRange(found);
            IEnumerable<Diagnostic> compiled = compilation.GetDiagnostics().Where(static each => each.Severity >= DiagnosticSeverity.Warning || (each.Id == UnusedImport && !IsOfTheSdk(each)));
            foreach (Diagnostic diagnostic in compiled.Concat(found))
            {
                string key = KeyOf(diagnostic);
                complaints[key] = complaints.GetValueOrDefault(key) + 1;
            }
        }

        return new JudgedSolution(solution, [.. findings], complaints);
    }

    /// <summary>What the providers of the package offer for a finding.</summary>
    public async Task<List<(CodeFixProvider Provider, CodeAction Action)>> OffersAsync(Diagnostic finding)
    {
        List<(CodeFixProvider, CodeAction)> offers = [];
        if (Solution.GetDocument(finding.Location.SourceTree) is { } document)
        {
            foreach (CodeFixProvider provider in Repairs.Providers.Where(provider => provider.FixableDiagnosticIds.Contains(finding.Id)))
            {
                await provider.RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => offers.Add((provider, action)), CancellationToken.None));
            }
        }

        return offers;
    }

    /// <summary>
    /// What a repair has made worse than it was in <paramref name="before"/>: complaints that are new. The placeholders that a repair writes for a
    /// person, a name for a template and values for its parameters, are findings until they are replaced.
    /// </summary>
    public async Task<List<string>> NewSinceAsync(JudgedSolution before, string repair)
    {
        List<string> problems = [];
        foreach ((string key, int count) in _complaints.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            bool isPlaceholder = Placeholders.TryGetValue(key[^"DLG0000".Length..], out string? placeholder)
                && repair is "guard-session" or "send-template" or "add-template-parameters" or "add-template-component"
                && await HasAsync(key, placeholder!);
            if (count > before._complaints.GetValueOrDefault(key) && !isPlaceholder)
            {
                problems.Add($"new: {key}, {count} instead of {before._complaints.GetValueOrDefault(key)}");
            }
        }

        return problems;
    }

    /// <summary>How often a rule finds something in the file of a finding.</summary>
    public int CountOf(Diagnostic finding) => _complaints.GetValueOrDefault(KeyOf(finding));

    /// <summary>The files that are not the same in the other solution, as they are in this one.</summary>
    public static async Task<List<(Document Before, Document After)>> ChangedAsync(Solution before, Solution after)
    {
        List<(Document, Document)> changed = [];
        foreach (Document document in before.Projects.SelectMany(static project => project.Documents))
        {
            Document other = after.GetDocument(document.Id)!;
            if ((await document.GetTextAsync()).ToString() != (await other.GetTextAsync()).ToString())
            {
                changed.Add((document, other));
            }
        }

        return changed;
    }

    private async Task<bool> HasAsync(string key, string placeholder)
    {
        string file = key[..key.IndexOf(": ", StringComparison.Ordinal)];
        Document? document = Solution.Projects.SelectMany(static project => project.Documents).FirstOrDefault(document => document.FilePath == file);
        return document is not null && (await document.GetTextAsync()).ToString().Contains(placeholder, StringComparison.Ordinal);
    }

    /// <summary>The usings that the SDK adds serve whom they may.</summary>
    private static bool IsOfTheSdk(Diagnostic diagnostic) => diagnostic.Location.SourceTree!.FilePath.EndsWith("Usings.g.cs", StringComparison.Ordinal) || diagnostic.Location.SourceTree.FilePath == "GlobalUsings.cs";

    private static string KeyOf(Diagnostic diagnostic) => $"{diagnostic.Location.SourceTree?.FilePath}: {diagnostic.Id}";
}
