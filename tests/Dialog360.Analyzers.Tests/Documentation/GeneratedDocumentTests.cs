using Dialog360.Analyzers.Catalog;

namespace Dialog360.Analyzers.Tests.Documentation;

/// <summary>What is made from the catalogue is up to date in the files.</summary>
public class GeneratedDocumentTests
{
    [Fact]
    public void Rule_table_in_the_README() =>
        Repository.CheckBetween("README.md", "<!-- rules:begin -->", "<!-- rules:end -->", RuleDocuments.Table(ErrorCatalog.Current));

    /// <summary>Read away from the repository, it needs whole addresses.</summary>
    [Fact]
    public void Rule_table_in_the_README_of_the_package() =>
        Repository.CheckBetween("src/Dialog360.Analyzers.Package/README.md", "<!-- rules:begin -->", "<!-- rules:end -->", RuleDocuments.Table(ErrorCatalog.Current, RuleTable.HelpLink));

    [Fact]
    public void Release_file() =>
        Repository.CheckWhole("src/Dialog360.Analyzers/AnalyzerReleases.Unshipped.md", RuleDocuments.Releases(ErrorCatalog.Current));

    [Fact]
    public void Option_table_in_the_README() =>
        Repository.CheckBetween("README.md", "<!-- options:begin -->", "<!-- options:end -->", RuleDocuments.OptionTable());

    [Fact]
    public void List_of_errors() => Repository.CheckWhole("docs/errors.md", ErrorDocuments.Page(ErrorCatalog.Current));

    [Fact]
    public async Task List_of_fixes() => Repository.CheckWhole("docs/fixes.md", await FixDocuments.PageAsync(ErrorCatalog.Current));

    /// <summary>A fix that is offered says what it never does; what is only a piece of others is listed as one.</summary>
    [Fact]
    public void Every_fix_says_what_it_never_does() =>
        Assert.Equal(
            Fixes.CatalogueFixTests.Stubs.Append("guard-session").Order(StringComparer.Ordinal),
            ErrorCatalog.Current.Rules.SelectMany(static rule => rule.Fixes).Where(static fix => fix.Never is null).Select(static fix => fix.Id).Order(StringComparer.Ordinal));
}
