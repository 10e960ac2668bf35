using System.Text;
using System.Text.RegularExpressions;
using Dialog360.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Tests.Documentation;

/// <summary>The parts of the documentation that are made from the catalogue.</summary>
internal static class RuleDocuments
{
    /// <summary>The table of rules in the README.</summary>
    /// <param name="catalog">The catalogue.</param>
    /// <param name="page">The address of a rule's page, with <c>{id}</c> for the number.</param>
    public static string Table(ErrorCatalog catalog, string page = "docs/rules/{id}.md")
    {
        StringBuilder table = new();
        table.Append("| rule | what it finds | error: on-premises / Cloud | default | fixes |\n|---|---|---|---|---|\n");
        foreach (RuleEntry rule in catalog.Rules)
        {
            table.Append($"| [{rule.Id}]({rule.HelpLinkIn(page)}) | {rule.Title} | {Codes(catalog, rule.Id)} | {Default(rule)} | {Fixes(rule)} |\n");
        }

        return table.ToString();
    }

    /// <summary>The facts at the top of a rule's page: severity, and the errors with their remedies.</summary>
    public static string Prevents(ErrorCatalog catalog, string id)
    {
        RuleEntry rule = catalog.Rules.Single(rule => rule.Id == id);
        StringBuilder text = new();
        text.Append($"Default: {Default(rule)}. Category: `{rule.Category}`. Since {rule.Since}.\n\n");
        ErrorEntry[] prevented = catalog.PreventedBy(id).ToArray();
        ErrorEntry[] handled = catalog.HandledBy(id).ToArray();
        if (rule.NoError is not null)
        {
            text.Append($"**Prevents** no error with a number. {rule.NoError}\n");
        }

        if (rule.Handles is { } surface)
        {
            text.Append($"**Looks at the handling of** every error that {(surface == "response" ? "a send is answered with" : "a failed status brings")}: see [all errors](../errors.md).\n\n");
        }

        Append(text, "**Prevents**", prevented);
        Append(text, "**Looks at the handling of**", handled);
        return text.ToString();
    }

    /// <summary>The table of options in the README.</summary>
    public static string OptionTable()
    {
        StringBuilder table = new();
        table.Append("| key | values, default first | what it sets | rules |\n|---|---|---|---|\n");
        foreach (OptionDefinition option in Options.All)
        {
            string values = option.Values.IsEmpty ? "names" : string.Join(", ", option.Values.Select(value => $"`{value}`"));
            string rules = option.Rules.IsEmpty ? "all" : string.Join(", ", option.Rules);
            table.Append($"| `{option.Key}` | {values} | {option.Summary} | {rules} |\n");
        }

        return table.ToString();
    }

    /// <summary>The rows of the release file for the rules that are not shipped yet.</summary>
    public static string Releases(ErrorCatalog catalog)
    {
        StringBuilder rows = new();
        rows.Append("; Unshipped analyzer release\n; https://github.com/dotnet/roslyn-analyzers/blob/main/src/Microsoft.CodeAnalysis.Analyzers/ReleaseTrackingAnalyzers.Help.md\n\n");
        rows.Append("### New Rules\n\nRule ID | Category | Severity | Notes\n--------|----------|----------|-------\n");
        foreach (RuleEntry rule in catalog.Rules)
        {
            rows.Append($"{rule.Id} | {rule.Category} | {(rule.IsEnabled ? rule.Severity.ToString() : "Disabled")} | [{rule.Title}]({rule.HelpLinkIn(RuleTable.HelpLink)})\n");
        }

        return rows.ToString();
    }

    private static void Append(StringBuilder text, string heading, ErrorEntry[] errors)
    {
        if (errors.Length == 0)
        {
            return;
        }

        text.Append($"{heading}\n\n| code | API | error | what to do |\n|---|---|---|---|\n");
        foreach (ErrorEntry error in errors)
        {
            text.Append($"| {error.Code?.ToString() ?? "-"} | {error.Api} | {Cell(error.Title)} | {Cell(error.Remedy)} |\n");
        }

        text.Append('\n');
    }

    private static string Codes(ErrorCatalog catalog, string id)
    {
        if (catalog.Rules.Single(rule => rule.Id == id).Handles is not null)
        {
            return "all / all";
        }

        ErrorEntry[] errors = catalog.PreventedBy(id).ToArray();
        if (errors.Length == 0)
        {
            errors = catalog.HandledBy(id).ToArray();
        }

        string onPremises = Join(errors.Where(error => error.Api != "cloud"));
        string cloud = Join(errors.Where(error => error.Api == "cloud"));
        return errors.Length == 0 ? "-" : $"{onPremises} / {cloud}";
    }

    private static string Join(IEnumerable<ErrorEntry> errors)
    {
        string codes = string.Join(", ", errors.Select(error => error.Code).OfType<int>().Distinct().Order());
        return codes.Length == 0 ? "-" : codes;
    }

    private static string Default(RuleEntry rule) =>
        !rule.IsEnabled ? "off" : rule.Severity == DiagnosticSeverity.Warning ? "warning" : "info";

    private static string Fixes(RuleEntry rule) =>
        rule.Fixes.IsEmpty ? "-" : Cell(string.Join("; ", rule.Fixes.Select(fix => Regex.Replace(fix.Title, @"'?\{\d\}'?", "…")).Distinct()));

    /// <summary>Text as it may stand in a cell of a table.</summary>
    public static string Cell(string text) => text.Replace("|", "\\|");
}
