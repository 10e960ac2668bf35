using Dialog360.Analyzers.Tests.Documentation;
using Dialog360.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Xunit.Abstractions;

namespace Dialog360.Analyzers.Tests.Fixes;

/// <summary>
/// Everything that is offered in the applications of tests/Consumers and the bad examples of the pages, made and judged: the compiler and the
/// rules say nothing that they did not say before, the finding is gone, and nothing is left to do. DIALOG360_LONG_TESTS=1 takes all of it, the
/// ordinary run a sample.
/// </summary>
public sealed class SampleFixTests(ITestOutputHelper output)
{
    /// <summary>Of all repairs of a consumer the ordinary run makes one in so many.</summary>
    private const int Sample = 7;

    private static readonly FixAllScope[] Scopes = [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public static TheoryData<string> Consumers => [.. SampleSolutions.Names];

    [Theory]
    [MemberData(nameof(Consumers))]
    public async Task Every_repair_of_a_consumer_leaves_nothing_behind(string consumer) => await CheckAsync(SampleSolutions.Of(consumer), consumer, Progress.IsLongRun ? 1 : Sample);

    [Fact]
    public async Task Every_repair_of_a_bad_example_leaves_nothing_behind()
    {
        foreach (string id in RulePageTests.Pages.Cast<object[]>().Select(static row => (string)row[0]))
        {
            RulePage page = RulePage.Of(id);
            foreach (string block in page.Blocks("Bad"))
            {
                await CheckAsync((await Repairs.OfAsync(RulePageTests.Program(block), page.Manifest)).File.Project.Solution, id, 1);
            }
        }
    }

    [Theory]
    [MemberData(nameof(CatalogueFixTests.Examples), MemberType = typeof(CatalogueFixTests))]
    public async Task Every_repair_of_an_example_of_the_catalogue_leaves_nothing_behind(string id, string program) =>
        await CheckAsync((await Repairs.OfAsync(program)).File.Project.Solution, id, 1);

    [Theory]
    [MemberData(nameof(Consumers))]
    public async Task Fix_All_leaves_nothing_behind_and_nothing_to_do(string consumer)
    {
        JudgedSolution before = await JudgedSolution.OfAsync(SampleSolutions.Of(consumer));
        HashSet<(string Rule, string Key)> done = [];
        List<string> problems = [];
        int made = 0;
        foreach (Diagnostic finding in before.Findings)
        {
            foreach ((CodeFixProvider provider, CodeAction action) in await before.OffersAsync(finding))
            {
                if (provider.GetFixAllProvider() is { } all && done.Add((finding.Id, action.EquivalenceKey!)) && (Progress.IsLongRun || done.Count % Sample == 1))
                {
                    foreach (FixAllScope scope in Scopes)
                    {
                        made++;
                        problems.AddRange(await FixAllAsync(before, finding, provider, action.EquivalenceKey!, scope));
                    }
                }
            }
        }

        output.WriteLine($"{consumer}: {made} times Fix All");
        Assert.True(problems.Count == 0, $"{problems.Count} of {made}: {string.Join("\n----\n", problems)}");
    }

    private async Task CheckAsync(Solution solution, string name, int every)
    {
        JudgedSolution before = await JudgedSolution.OfAsync(solution);
        List<string> problems = [];
        int offered = 0;
        int made = 0;
        foreach (Diagnostic finding in before.Findings)
        {
            foreach ((_, CodeAction action) in await before.OffersAsync(finding))
            {
                if (offered++ % every != 0)
                {
                    continue;
                }

                made++;
                JudgedSolution after = await JudgedSolution.OfAsync(await ApplyAsync(action));
                List<string> wrong = await after.NewSinceAsync(before, action.EquivalenceKey!);
                if (after.CountOf(finding) >= before.CountOf(finding))
                {
                    wrong.Add("the finding is still there");
                }

                if (wrong.Count > 0)
                {
                    problems.Add($"{finding.Location.GetLineSpan()} {finding.Id}, {action.Title}: {string.Join("; ", wrong)}\n{await DifferenceAsync(before.Solution, after.Solution)}");
                }
            }
        }

        output.WriteLine($"{name}: {before.Findings.Length} findings, {made} of {offered} repairs made");
        Assert.True(problems.Count == 0, $"{problems.Count} of {made}: {string.Join("\n----\n", problems)}");
    }

    private static async Task<List<string>> FixAllAsync(JudgedSolution before, Diagnostic finding, CodeFixProvider provider, string key, FixAllScope scope)
    {
        Document document = before.Solution.GetDocument(finding.Location.SourceTree)!;
        Solution? once = await FixAllOnceAsync(before.Solution, document.Id, provider, finding.Id, key, scope);
        if (once is null)
        {
            return [$"{finding.Id}, {key}, {scope}: nothing is made"];
        }

        JudgedSolution after = await JudgedSolution.OfAsync(once);
        List<string> wrong = await after.NewSinceAsync(before, key);
        if (after.CountOf(finding) >= before.CountOf(finding))
        {
            wrong.Add("no finding is gone");
        }

        if (await FixAllOnceAsync(once, document.Id, provider, finding.Id, key, scope) is { } twice && (await JudgedSolution.ChangedAsync(once, twice)).Count > 0)
        {
            wrong.Add($"once more changes {await DifferenceAsync(once, twice)}");
        }

        return wrong.Count == 0 ? [] : [$"{finding.Id}, {key}, {scope}: {string.Join("; ", wrong)}\n{await DifferenceAsync(before.Solution, once)}"];
    }

    private static async Task<Solution?> FixAllOnceAsync(Solution solution, DocumentId document, CodeFixProvider provider, string rule, string key, FixAllScope scope)
    {
        FixAllContext context = new(solution.GetDocument(document)!, provider, scope, key, [rule], new Found(rule), CancellationToken.None);
        return await provider.GetFixAllProvider()!.GetFixAsync(context) is { } action ? await ApplyAsync(action) : null;
    }

    private static async Task<Solution> ApplyAsync(CodeAction action) =>
        (await action.GetOperationsAsync(CancellationToken.None)).OfType<ApplyChangesOperation>().Single().ChangedSolution;

    private static async Task<string> DifferenceAsync(Solution before, Solution after)
    {
        List<string> parts = [];
        foreach ((Document old, Document changed) in await JudgedSolution.ChangedAsync(before, after))
        {
            parts.Add($"{old.FilePath}:\n{string.Join('\n', (await changed.GetTextChangesAsync(old)).Select(static change => $"{change.Span}: {change.NewText}"))}");
        }

        return string.Join('\n', parts);
    }

    private sealed class Found(string id) : FixAllContext.DiagnosticProvider
    {
        private readonly Dictionary<ProjectId, Diagnostic[]> _found = [];

        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken)
        {
            if (!_found.TryGetValue(project.Id, out Diagnostic[]? found))
            {
                found = [.. TestProgram.Analyze((await project.GetCompilationAsync(cancellationToken))!, project.AnalyzerOptions).Where(diagnostic => diagnostic.Id == id)];
                _found.Add(project.Id, found);
            }

            return found;
        }

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            SyntaxTree? tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await GetAllDiagnosticsAsync(document.Project, cancellationToken)).Where(diagnostic => diagnostic.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
