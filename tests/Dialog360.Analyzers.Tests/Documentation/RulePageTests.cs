using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dialog360.Analyzers.Tests.Documentation;

/// <summary>Each rule has a page, and what the page says and shows is true.</summary>
public class RulePageTests
{
    private const string After = "After: ";

    /// <summary>The rules that an analyzer reports.</summary>
    public static TheoryData<string> Rules
    {
        get
        {
            IEnumerable<string> ids = typeof(Dialog360PayloadAnalyzer).Assembly.GetTypes()
                .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
                .SelectMany(type => ((DiagnosticAnalyzer)Activator.CreateInstance(type)!).SupportedDiagnostics)
                .Select(descriptor => descriptor.Id)
                .Distinct()
                .Order(StringComparer.Ordinal);
            return [.. ids];
        }
    }

    /// <summary>The rules of the catalogue whose page is there, reported yet or not.</summary>
    public static TheoryData<string> Pages =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs/rules"), "DLG*.md").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_rule_of_the_catalogue_is_reported_by_an_analyzer() =>
        Assert.Empty(ErrorCatalog.Current.Rules.Select(rule => rule.Id).Except(Rules.Cast<object[]>().Select(row => (string)row[0])));

    [Fact]
    public void The_changelog_names_every_rule() =>
        Assert.All(ErrorCatalog.Current.Rules, rule => Assert.Contains("- " + rule.Id + ": ", Repository.Read("CHANGELOG.md")));

    [Fact]
    public void Every_page_is_about_a_rule_of_the_catalogue() =>
        Assert.Equal(ErrorCatalog.Current.Rules.Select(rule => rule.Id), Pages.Cast<object[]>().Select(row => (string)row[0]));

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_has_a_page_with_all_parts(string id)
    {
        RulePage page = RulePage.Of(id);
        string[] parts = id.StartsWith("DLG09", StringComparison.Ordinal)
            ? ["What it finds", "When to suppress"]
            : ["What it finds", "Bad", "Good", "What the fix does", "Options", "When to suppress", "Known limits"];
        Assert.Empty(parts.Except(page.Headings));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Title_and_facts_are_those_of_the_catalogue(string id)
    {
        RuleEntry rule = Assert.Single(ErrorCatalog.Current.Rules, rule => rule.Id == id);
        RulePage page = RulePage.Of(id);
        Assert.Equal($"{id}: {rule.Title}", page.Title);
        Repository.CheckBetween(page.Path, "<!-- catalogue:begin -->", "<!-- catalogue:end -->", RuleDocuments.Prevents(ErrorCatalog.Current, id));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Options_of_the_rule_are_named(string id)
    {
        string text = RulePage.Of(id).Text;
        Assert.All(Options.All.Where(option => option.Rules.Contains(id)), option => Assert.Contains("`" + option.Key + "`", text));
        Assert.All(Regex.Matches(text, @"`(dialog360\.[\w.]+)`").Select(match => match.Groups[1].Value), key => Assert.NotNull(Options.Of(key)));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Bad_gives_exactly_this_diagnostic(string id)
    {
        IEnumerable<string> blocks = RulePage.Of(id).Blocks("Bad");
        Assert.True(blocks.Any() || id.StartsWith("DLG09", StringComparison.Ordinal), $"The page of {id} shows nothing bad.");
        Assert.All(blocks, block => Assert.Equal([id], Analyze(block, id).Select(diagnostic => diagnostic.Id)));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Good_gives_none(string id)
    {
        IEnumerable<string> blocks = RulePage.Of(id).Blocks("Good");
        Assert.True(blocks.Any() || id.StartsWith("DLG09", StringComparison.Ordinal), $"The page of {id} shows nothing good.");
        Assert.All(blocks, block => Assert.Empty(Analyze(block, id)));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Fix_turns_the_first_bad_block_into_what_the_page_shows(string id)
    {
        RulePage page = RulePage.Of(id);
        bool isFixable = Repairs.Providers.Any(fix => fix.FixableDiagnosticIds.Contains(id));
        foreach ((string heading, string after) in page.Code.Where(block => isFixable && block.Heading.StartsWith(After, StringComparison.Ordinal)))
        {
            string title = heading[After.Length..];
            string repaired = await FixAsync(page.Blocks("Bad").First(), title);
            Assert.Equal(Plain(Program(after)), Plain(repaired));
            Assert.Empty(Analyze(after, id));
        }
    }

    /// <summary>A block is a whole file, or statements of a method with the usual surroundings.</summary>
    internal static string Program(string block) => Regex.IsMatch(block, @"^\s*(public |internal |file |sealed |static |\[)*(class|record|interface|namespace) ", RegexOptions.Multiline) ? block : Bodies.Method(block);

    private static string Plain(string text) => Regex.Replace(text, @"\s+", " ").Trim();

    /// <summary>What a reader of the page gets: a rule that is off by default speaks on its own page only.</summary>
    private static ImmutableArray<Diagnostic> Analyze(string block, string id)
    {
        CSharpCompilation compilation = TestProgram.OfPage(Program(block)).Compile();
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return [.. TestProgram.Analyze(compilation).Where(diagnostic => diagnostic.Descriptor.IsEnabledByDefault || diagnostic.Id == id)];
    }

    private static async Task<string> FixAsync(string block, string title)
    {
        (Document page, List<CodeAction> actions) = await Repairs.OfAsync(Program(block));
        CodeAction chosen = actions.FirstOrDefault(action => action.Title == title)
            ?? throw new Xunit.Sdk.XunitException($"No fix is called '{title}'; there are: {string.Join("; ", actions.Select(action => action.Title))}.");
        return await Repairs.ApplyAsync(page, chosen);
    }
}
