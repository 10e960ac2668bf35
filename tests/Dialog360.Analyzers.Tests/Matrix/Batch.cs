using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes;
using Dialog360.Analyzers.Hosting;
using Dialog360.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Tests.Matrix;

/// <summary>Programs that are judged together: one file each, in one compilation, which makes thousands of them affordable.</summary>
internal sealed class Batch
{
    private static readonly CodeFixProvider[] Fixes = [new PayloadCodeFixProvider(), new SendingCodeFixProvider()];

    private readonly IReadOnlyList<Written> _programs;
    private readonly DocumentId[] _documents;
    private Solution _solution;

    public Batch(IReadOnlyList<Written> programs)
    {
        _programs = programs;
        ProjectId project = ProjectId.CreateNewId();
        _solution = new AdhocWorkspace().CurrentSolution.AddProject(ProjectInfo.Create(project, VersionStamp.Default, "Generated", "Generated", LanguageNames.CSharp)
            .WithMetadataReferences(TestReferences.All)
            .WithParseOptions(new CSharpParseOptions(LanguageVersion.Latest))
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)));
        _documents = new DocumentId[programs.Count];
        for (int index = 0; index < programs.Count; index++)
        {
            // Two of the same seed must not meet.
            string text = programs[index].Text.Replace("_;\n", $"_{index:x4};\n");
            _documents[index] = DocumentId.CreateNewId(project);
            _solution = _solution.AddDocument(_documents[index], $"File{index}.cs", SourceText.From(text), filePath: $"File{index}.cs");
        }
    }

    /// <summary>What the number behind the name of the namespace adds to each place.</summary>
    private const int Shift = 4;

    /// <summary>What is wrong with each program: the outcome by its index.</summary>
    public async Task<Outcome[]> JudgeAsync(bool fix)
    {
        Outcome[] outcomes = new Outcome[_programs.Count];
        Found[] found = await FindAsync();
        for (int index = 0; index < _programs.Count; index++)
        {
            outcomes[index] = Compare(_programs[index], found[index]);
        }

        if (fix)
        {
            await FixAsync(outcomes, found);
        }

        return outcomes;
    }

    private async Task FixAsync(Outcome[] outcomes, Found[] found)
    {
        Solution before = _solution;
        for (int index = 0; index < _programs.Count; index++)
        {
            if (outcomes[index].Error is null && found[index].Findings is [var finding]
                && (await OffersAsync(before.GetDocument(_documents[index])!, finding)).FirstOrDefault() is { } action)
            {
                ApplyChangesOperation changes = (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single();
                SourceText text = await changes.ChangedSolution.GetDocument(_documents[index])!.GetTextAsync();
                _solution = _solution.WithDocumentText(_documents[index], text);
                outcomes[index] = outcomes[index] with { Fix = action.Title, After = text.ToString() };
            }
        }

        if (outcomes.All(outcome => outcome.Fix is null))
        {
            return;
        }

        Found[] after = await FindAsync();
        for (int index = 0; index < _programs.Count; index++)
        {
            if (outcomes[index].Fix is not null && (after[index].Error ?? after[index].Findings.FirstOrDefault()?.ToString()) is { } problem)
            {
                outcomes[index] = outcomes[index] with { Error = $"after the fix '{outcomes[index].Fix}': {problem}" };
            }
        }
    }

    private static async Task<List<CodeAction>> OffersAsync(Document document, Diagnostic finding)
    {
        List<CodeAction> actions = [];
        foreach (CodeFixProvider fixes in Fixes.Where(fixes => fixes.FixableDiagnosticIds.Contains(finding.Id)))
        {
            await fixes.RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => actions.Add(action), CancellationToken.None));
        }

        return actions;
    }

    private static Outcome Compare(Written program, Found found)
    {
        string? error = found.Error;
        if (error is null && program.Expected is null)
        {
            error = found.Findings.IsEmpty ? null : "found in a valid message: " + string.Join("; ", found.Findings);
        }
        else if (error is null)
        {
            string expected = $"{program.Defect!.Id} {Show(program.Text, program.Expected!.Value)}";
            string actual = string.Join("; ", found.Findings.Select(finding => $"{finding.Id} {Show(program.Text, Shifted(finding.Location.SourceSpan))}"));
            error = expected == actual ? null : $"expected: {expected}\nactual:   {actual}";
        }

        return new Outcome(program, error, null, null);
    }

    private static TextSpan Shifted(TextSpan span) => new(Math.Max(0, span.Start - Shift), span.Length);

    private static string Show(string text, TextSpan span) => $"{span} «{text.Substring(span.Start, Math.Min(span.Length, 60))}»";

    private async Task<Found[]> FindAsync()
    {
        Compilation compilation = (await _solution.Projects.Single().GetCompilationAsync())!;
        Dictionary<string, string> errors = [];
        foreach (Diagnostic error in compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            errors.TryAdd(error.Location.SourceTree!.FilePath, "does not compile: " + error);
        }

        ImmutableArray<Diagnostic> all = await compilation.WithAnalyzers([new Dialog360PayloadAnalyzer(), new Dialog360SendingAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        Diagnostic? failure = all.FirstOrDefault(diagnostic => diagnostic.Id is "AD0001" or "DLG0901");
        Assert.True(failure is null, failure?.ToString());
        ILookup<string, Diagnostic> byFile = all.Where(static diagnostic => diagnostic.Id.StartsWith("DLG01", StringComparison.Ordinal)).OrderBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal)
            .ToLookup(diagnostic => diagnostic.Location.SourceTree!.FilePath);
        return [.. Enumerable.Range(0, _programs.Count).Select(index => new Found(errors.GetValueOrDefault($"File{index}.cs"), [.. byFile[$"File{index}.cs"]]))];
    }

    private sealed record Found(string? Error, ImmutableArray<Diagnostic> Findings);
}

/// <summary>What happened to a program.</summary>
/// <param name="Program">The program.</param>
/// <param name="Error">What is wrong, or null.</param>
/// <param name="Fix">The title of the fix that was applied, or null.</param>
/// <param name="After">The text after it, or null.</param>
internal sealed record Outcome(Written Program, string? Error, string? Fix, string? After)
{
    public override string ToString() =>
        $"{Program.Style.Name}, {Program.Defect?.Name ?? "valid"}: {Error}\n{Program.Text[Program.Text.IndexOf("namespace", StringComparison.Ordinal)..]}{(After is null ? string.Empty : "after the fix:\n" + After[After.IndexOf("namespace", StringComparison.Ordinal)..])}";
}
