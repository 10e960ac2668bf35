using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Generation;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Tests.Documentation;
using Dialog360.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Tests.Catalog;

/// <summary>What the catalogue says is said nowhere else, and everything follows it.</summary>
public class SingleSourceTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(Repository.Root, "src/Dialog360.Analyzers/Catalog/error-catalog.json"));

    /// <summary>The catalogue with one text in place of another, which it must hold.</summary>
    private static string Edited(string before, string after)
    {
        Assert.Contains(before, Text);
        return Text.Replace(before, after);
    }

    /// <summary>The C# that the build makes of a catalogue.</summary>
    private static string Table(string catalog, string repository = "https://example.com/ours")
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new RuleTableGenerator().AsSourceGenerator()],
            [new CatalogFile(catalog)],
            CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest),
            TestOptions.Of("build_property.RepositoryUrl = " + repository).AnalyzerConfigOptionsProvider);
        GeneratorDriverRunResult result = driver.RunGenerators(CSharpCompilation.Create("Empty")).GetRunResult();
        return Assert.Single(result.Results[0].GeneratedSources).SourceText.ToString();
    }

    [Theory]
    [InlineData("\"title\": \"Latitude or longitude is out of range\"", "\"title\": \"Nowhere on earth\"", "Nowhere on earth")]
    [InlineData("{0} {1} is outside {2} to {3}", "{0} {1} must lie within {2} and {3}", "{0} {1} must lie within {2} and {3}")]
    [InlineData("{repository}/blob/main", "{repository}/src/branch/main", "https://example.com/ours/src/branch/main/docs/rules/DLG0101.md")]
    public void Descriptor_follows(string before, string after, string expected)
    {
        Assert.DoesNotContain("\"" + expected, Table(Text));
        Assert.Contains("\"" + expected, Table(Edited(before, after)));
    }

    [Fact]
    public void Help_links_follow_the_address_of_the_repository() =>
        Assert.Contains("\"https://example.org/moved/blob/main/docs/rules/DLG0101.md\"", Table(Text, "https://example.org/moved"));

    [Fact]
    public void Severity_follows_precision()
    {
        Regex precision = new("(?<=\"id\": \"DLG0101\".*?\"precision\": \")certain", RegexOptions.Singleline);
        string edited = precision.Replace(Text, "medium", 1);
        Assert.Equal(1, Regex.Matches(Table(Text), "DiagnosticSeverity.Warning").Count - Regex.Matches(Table(edited), "DiagnosticSeverity.Warning").Count);
    }

    [Fact]
    public void Table_that_was_built_in_is_that_of_the_file()
    {
        foreach (RuleEntry rule in ErrorCatalog.Read(Text).Rules)
        {
            DiagnosticDescriptor descriptor = RuleDescriptors.For(rule.Id);
            Assert.Equal(rule.Severity, descriptor.DefaultSeverity);
            Assert.Equal(rule.IsEnabled, descriptor.IsEnabledByDefault);
            Assert.Equal(rule.IsCompilationEnd, descriptor.CustomTags.Contains(WellKnownDiagnosticTags.CompilationEnd));
            Assert.Equal(rule.Message, descriptor.MessageFormat.ToString());
        }
    }

    [Fact]
    public void Fix_title_follows()
    {
        FixTexts edited = new(ErrorCatalog.Read(Edited("Swap latitude and longitude", "Turn the two round")));
        Assert.Equal("Swap latitude and longitude", FixTexts.Title("swap-coordinates"));
        Assert.Equal("Turn the two round", edited.TitleOf("swap-coordinates"));
    }

    [Fact]
    public void Fix_snippet_follows()
    {
        FixTexts edited = new(ErrorCatalog.Read(Edited("System.Text.Json.JsonEncodedText.Encode({value})", "My.Encode({value}, \\\"{}\\\")")));
        Assert.Equal("System.Text.Json.JsonEncodedText.Encode(name)", FixTexts.Snippet("encode-value", ("value", "name")));
        Assert.Equal("My.Encode(a{value}b, \"{}\")", edited.SnippetOf("encode-value", ("value", "a{value}b")));
    }

    [Fact]
    public void Rule_table_follows()
    {
        Assert.Contains("| Nowhere on earth |", RuleDocuments.Table(ErrorCatalog.Read(Edited("\"title\": \"Latitude or longitude is out of range\"", "\"title\": \"Nowhere on earth\""))));
        Assert.Contains("1999", RuleDocuments.Table(ErrorCatalog.Read(Edited("\"code\": 1009", "\"code\": 1999"))));
    }

    [Fact]
    public void Page_follows_the_remedy()
    {
        string remedy = ErrorCatalog.Current.Entry("invalid-latitude").Remedy;
        Assert.Contains(remedy, RuleDocuments.Prevents(ErrorCatalog.Current, "DLG0101"));
        Assert.Contains("Look at the map.", RuleDocuments.Prevents(ErrorCatalog.Read(Edited(remedy, "Look at the map.")), "DLG0101"));
    }

    /// <summary>No catalogued code in a string, none of five digits or more as a number, no title.</summary>
    [Fact]
    public void No_fact_of_the_catalogue_stands_in_the_code()
    {
        HashSet<string> codes = ErrorCatalog.Current.Errors.Where(error => error.Code >= 470).Select(error => error.Code.ToString()!).ToHashSet();
        HashSet<string> titles = ErrorCatalog.Current.Errors.Select(error => error.Title)
            .Concat(ErrorCatalog.Current.Rules.Select(rule => rule.Title))
            .Concat(ErrorCatalog.Current.Rules.SelectMany(rule => rule.Fixes).Select(fix => fix.Title))
            .Where(title => title.Length > 11)
            .ToHashSet();
        List<string> found = [];
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.cs", SearchOption.AllDirectories).Where(file => !Regex.IsMatch(file, @"[\\/](obj|bin)[\\/]")))
        {
            foreach (SyntaxToken token in CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantTokens())
            {
                bool isText = token.Parent is LiteralExpressionSyntax && token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.InterpolatedStringTextToken);
                bool isNumber = token.IsKind(SyntaxKind.NumericLiteralToken) && token.ValueText.Length >= 5;
                if ((isText && (titles.Any(token.ValueText.Contains) || Regex.Matches(token.ValueText, @"(?<!\w)\d{3,6}(?!\w)").Any(match => codes.Contains(match.Value)))) || (isNumber && codes.Contains(token.ValueText)))
                {
                    found.Add($"{Path.GetRelativePath(Repository.Root, file)}: {token.Text}");
                }
            }
        }

        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }

    private sealed class CatalogFile(string text) : AdditionalText
    {
        public override string Path => "error-catalog.json";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
