using System.Text;
using Dialog360.Analyzers.Catalog;

namespace Dialog360.Analyzers.Tests.Documentation;

/// <summary>The page that lists every error, which is made from the catalogue.</summary>
internal static class ErrorDocuments
{
    /// <summary>The groups of the page: heading, what it says of them, and which errors belong there.</summary>
    private static readonly (string Heading, string Text, Func<ErrorCatalog, ErrorEntry, bool> Holds)[] Groups =
    [
        ("360dialog", "Answers of 360dialog itself, in front of both generations of the API.", (_, error) => error.Api == "gateway"),
        ("Registration of a number", "The status is always 403 and the code always 1005: only the details tell the causes apart.", (_, error) => error.Api == "registration"),
        ("Cloud API", "Answers to messages, and errors of failed statuses, on `waba-v2.360dialog.io`.",
            (catalog, error) => error.Api == "cloud" && catalog.SendCategories.Contains(error.Category)),
        ("On-premises API", "The API that was switched off on 23 October 2025. The codes live on in code that was written for it, and in the sandbox.", (_, error) => error.Api == "on-premises"),
        ("Cloud API: registration, management, groups and calls", "No message brings these; they answer other endpoints.",
            (catalog, error) => error.Api == "cloud" && !catalog.SendCategories.Contains(error.Category) && error.Category != "legacy"),
        ("Cloud API: codes of older lists", "No current answer carries them; they are here for old logs and old code.", (_, error) => error.Category == "legacy"),
    ];

    /// <summary>The whole page.</summary>
    public static string Page(ErrorCatalog catalog)
    {
        StringBuilder page = new();
        page.Append("# Errors of 360dialog and WhatsApp\n\n");
        page.Append("Every error that 360dialog or WhatsApp answers or reports: what it means, what to do, and which rule of this package sees it coming\n");
        page.Append("or looks at how your code handles it. The page is made from the catalogue of the package.\n\n");
        page.Append("*Again* says whether sending the same message again can help: **no**; **backoff**, with growing delays; **wait**, after the time that the error\n");
        page.Append("names or that is known; **resend**, once, if the content still matters. *Shows* is the answer to the request, the webhook, or both.\n");
        foreach ((string heading, string text, Func<ErrorCatalog, ErrorEntry, bool> holds) in Groups)
        {
            page.Append($"\n## {heading}\n\n{text}\n\n| code | HTTP | shows | error | what it means | what to do | again | rules |\n|---|---|---|---|---|---|---|---|\n");
            foreach (ErrorEntry error in catalog.Errors.Where(error => holds(catalog, error)).OrderBy(error => error.Code ?? int.MaxValue))
            {
                page.Append(Row(catalog, error));
            }
        }

        page.Append("\n## The forms of a body\n\n");
        page.Append("An error comes in one of these forms. Look at the status and the content type before a body is parsed: not every one is JSON.\n");
        foreach (BodyShape shape in catalog.Shapes)
        {
            page.Append($"\n**{shape.Name}** ({shape.Surface}). {shape.Note}\n\n```\n{shape.Sample}\n```\n");
        }

        return page.ToString();
    }

    private static string Row(ErrorCatalog catalog, ErrorEntry error)
    {
        string code = error.Code?.ToString() ?? "-";
        string status = error.HttpStatus?.ToString() ?? "-";
        return $"| {code} | {status} | {Shows(error)} | {RuleDocuments.Cell(error.Title)} | {RuleDocuments.Cell(error.Meaning)} | {RuleDocuments.Cell(error.Remedy)} "
            + $"| {Again(error)} | {Rules(catalog, error)} |\n";
    }

    private static string Shows(ErrorEntry error) =>
        string.Join(", ", error.Surfaces.Select(surface => surface == "response" ? "answer" : surface));

    private static string Again(ErrorEntry error) => error.Retry switch
    {
        "never" => "no",
        "after-backoff" => "backoff",
        "after-wait" => "wait",
        _ => error.Retry,
    };

    private static string Rules(ErrorCatalog catalog, ErrorEntry error)
    {
        string prevented = Links(error.Rules);
        string handled = Links(catalog.LookingAt(error).Except(error.Rules));
        List<string> parts = [];
        if (prevented.Length > 0)
        {
            parts.Add($"prevented by {prevented}");
        }

        if (handled.Length > 0)
        {
            parts.Add($"handling: {handled}");
        }

        if (error.WhyNot is { } why && (handled.Length == 0 || prevented.Length == 0))
        {
            parts.Add(RuleDocuments.Cell(why));
        }

        return string.Join("<br>", parts);
    }

    private static string Links(IEnumerable<string> rules) => string.Join(", ", rules.Order().Select(rule => $"[{rule}](rules/{rule}.md)"));
}
