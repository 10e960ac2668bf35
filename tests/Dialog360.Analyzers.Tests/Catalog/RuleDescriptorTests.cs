using System.Text.RegularExpressions;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Tests.Documentation;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Tests.Catalog;

/// <summary>The descriptors that the catalogue gives.</summary>
public class RuleDescriptorTests
{
    public static TheoryData<string> Rules
    {
        get
        {
            TheoryData<string> data = new();
            foreach (RuleEntry rule in ErrorCatalog.Current.Rules)
            {
                data.Add(rule.Id);
            }

            return data;
        }
    }

    private static RuleEntry Entry(string id) => Assert.Single(ErrorCatalog.Current.Rules, rule => rule.Id == id);

    [Theory]
    [MemberData(nameof(Rules))]
    public void Placeholders_and_listed_arguments_agree(string id)
    {
        RuleEntry rule = Entry(id);
        IEnumerable<int> used = Regex.Matches(rule.Message, @"\{(\d+)\}").Select(match => int.Parse(match.Groups[1].Value)).Distinct().Order();
        Assert.Equal(Enumerable.Range(0, rule.Arguments.Length), used);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Descriptor_is_complete(string id)
    {
        RuleEntry rule = Entry(id);
        DiagnosticDescriptor descriptor = RuleDescriptors.For(id);
        Assert.Matches("^DLG0[0-9]{3}$", descriptor.Id);
        Assert.Equal(rule.Title, descriptor.Title.ToString());
        Assert.Equal(rule.Message, descriptor.MessageFormat.ToString());
        Assert.Equal(rule.Description, descriptor.Description.ToString());
        Assert.StartsWith("Dialog360.", descriptor.Category);
        Assert.Equal($"{Repository.Url}/blob/main/docs/rules/{id}.md", descriptor.HelpLinkUri);
        Assert.Matches(@"^\d+\.\d+\.\d+$", rule.Since);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Title_and_message_are_one_sentence_without_a_full_stop(string id)
    {
        RuleEntry rule = Entry(id);
        Assert.DoesNotMatch(@"[\r\n]|\.$|\.\s", rule.Title);
        Assert.DoesNotMatch(@"[\r\n]|\.$|\.\s", rule.Message);
        Assert.EndsWith(".", rule.Description);
    }

    [Theory]
    [InlineData("certain", "rejected", DiagnosticSeverity.Warning)]
    [InlineData("certain", "undelivered", DiagnosticSeverity.Warning)]
    [InlineData("certain", "risk", DiagnosticSeverity.Info)]
    [InlineData("high", "rejected", DiagnosticSeverity.Warning)]
    [InlineData("high", "undelivered", DiagnosticSeverity.Warning)]
    [InlineData("high", "risk", DiagnosticSeverity.Info)]
    [InlineData("certain", "ineffective", DiagnosticSeverity.Warning)]
    [InlineData("medium", "rejected", DiagnosticSeverity.Info)]
    [InlineData("medium", "undelivered", DiagnosticSeverity.Info)]
    [InlineData("medium", "risk", DiagnosticSeverity.Info)]
    public void Severity_follows_from_precision_and_impact(string precision, string impact, DiagnosticSeverity expected)
    {
        ErrorCatalog catalog = ErrorCatalog.Read($$"""{ "rules": [ { "id": "DLG0999", "precision": "{{precision}}", "impact": "{{impact}}" } ] }""");
        Assert.Equal(expected, Assert.Single(catalog.Rules).Severity);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Precision_and_impact_are_words_of_the_list(string id)
    {
        Assert.Contains(Entry(id).Precision, new[] { "certain", "high", "medium" });
        Assert.Contains(Entry(id).Impact, new[] { "rejected", "undelivered", "ineffective", "risk" });
    }

    [Fact]
    public void Rules_stand_once_each_in_the_order_of_their_numbers()
    {
        string[] ids = ErrorCatalog.Current.Rules.Select(rule => rule.Id).ToArray();
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
    }

    [Fact]
    public void Info_by_default_are_the_risks_and_the_guesses()
    {
        Assert.Equal(
            ["DLG0112", "DLG0203", "DLG0204", "DLG0206", "DLG0305", "DLG0602", "DLG0606", "DLG0607", "DLG0901"],
            ErrorCatalog.Current.Rules.Where(rule => rule.Severity == DiagnosticSeverity.Info).Select(rule => rule.Id));
    }

    [Fact]
    public void Only_the_retry_rule_is_off_by_default()
    {
        Assert.Equal(["DLG0204"], ErrorCatalog.Current.Rules.Where(rule => !rule.IsEnabled).Select(rule => rule.Id));
    }

    [Fact]
    public void Unknown_number_has_no_descriptor() => Assert.Throws<KeyNotFoundException>(() => RuleDescriptors.For("DLG9999"));
}
