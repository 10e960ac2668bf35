using System.Text;
using System.Text.RegularExpressions;
using Dialog360.Analyzers.Catalog;

namespace Dialog360.Analyzers.Tests.Documentation;

/// <summary>The page of all fixes: their titles and limits from the catalogue, before and after from the pages of the rules and from the examples of the fixes.</summary>
internal static class FixDocuments
{
    private const string After = "After: ";

    /// <summary>The page.</summary>
    public static async Task<string> PageAsync(ErrorCatalog catalog)
    {
        StringBuilder page = new();
        page.Append("# What the fixes do\n\n");
        page.Append("A fix is offered where the whole change is certain. One that leaves work for a person (a check to be written, a name to be filled in, a choice between countries) is made one at a time, ");
        page.Append("never by Fix All or `dotnet format`. What a fix writes compiles, keeps the comments, and a second application changes nothing. The tests run generated programs before and after each fix of a ");
        page.Append("message: what they send differs in the defect and in nothing else.\n\n");
        page.Append("`dotnet format` makes one kind of repair of a rule in a run, that of its first finding: run it until it changes nothing.\n\n");
        page.Append("This page is made from the catalogue and the pages of the rules.\n\n");
        page.Append("| rule | finds | fixes |\n|---|---|---|\n");
        RuleEntry[] rules = [.. catalog.Rules.Where(static rule => !rule.Fixes.IsEmpty)];
        foreach (RuleEntry rule in rules)
        {
            page.Append($"| [{rule.Id}](#{rule.Id.ToLowerInvariant()}) | {RuleDocuments.Cell(rule.Title)} | {Own(rule).Count()} |\n");
        }

        foreach (RuleEntry rule in rules)
        {
            page.Append($"\n## {rule.Id}\n\n[{rule.Title}]({rule.HelpLinkIn("rules/{id}.md")}).\n\n");
            page.Append("| fix | what it never does |\n|---|---|\n");
            foreach (FixEntry fix in Own(rule))
            {
                page.Append($"| {RuleDocuments.Cell(Shown(fix))} | {RuleDocuments.Cell(fix.Never!)} |\n");
            }

            await AppendExamplesAsync(page, rule, RulePage.Of(rule.Id));
        }

        return page.ToString();
    }

    /// <summary>The fixes that are offered by themselves: not the pieces that they are put together from.</summary>
    public static IEnumerable<FixEntry> Own(RuleEntry rule) => rule.Fixes.Where(static fix => fix.Never is not null);

    private static string Shown(FixEntry fix) => Regex.Replace(fix.Title, @"'?\{\d\}'?", "…");

    private static async Task AppendExamplesAsync(StringBuilder page, RuleEntry rule, RulePage description)
    {
        List<string> titles = [];
        foreach ((string heading, string after) in description.Code.Where(static block => block.Heading.StartsWith(After, StringComparison.Ordinal)))
        {
            titles.Add(heading[After.Length..]);
            Append(page, titles[^1], description.Blocks("Bad").First().TrimEnd(), after.TrimEnd());
        }

        foreach (FixEntry fix in Own(rule).Where(fix => !titles.Exists(title => Regex.IsMatch(title, "^" + Regex.Replace(Regex.Escape(fix.Title), @"\\\{\d}", ".+") + "$"))))
        {
            if (await FixExamples.OfAsync(fix) is { } example)
            {
                Append(page, example.Title, example.Before, example.After);
            }
        }
    }

    private static void Append(StringBuilder page, string title, string before, string after) =>
        page.Append($"\nBefore:\n\n```csharp\n{before}\n```\n\n{title}:\n\n```csharp\n{after}\n```\n");
}
