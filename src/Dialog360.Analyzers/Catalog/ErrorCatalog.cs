using System.Collections.Immutable;
using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Catalog;

/// <summary>What 360dialog says of its errors, and which rules prevent them: <c>error-catalog.json</c>, read once per process.</summary>
internal sealed class ErrorCatalog
{
    private static readonly Lazy<ErrorCatalog> Embedded = new(static () => new ErrorCatalog(CatalogText.Open("error-catalog.json")));

    private readonly Lazy<ImmutableArray<ErrorEntry>> _errors;

    private ErrorCatalog(JsonNode root)
    {
        HelpLink = root.Text("help_link");
        Rules = RuleEntry.ListOf(root);
        _errors = new Lazy<ImmutableArray<ErrorEntry>>(() => ErrorEntry.ListOf(root));
    }

    /// <summary>The embedded catalogue.</summary>
    public static ErrorCatalog Current => Embedded.Value;

    /// <summary>The address of a rule's page, with <c>{id}</c> for the number.</summary>
    public string HelpLink { get; }

    /// <summary>The rules, in the order of their numbers.</summary>
    public ImmutableArray<RuleEntry> Rules { get; }

    /// <summary>The errors and their variants.</summary>
    public ImmutableArray<ErrorEntry> Errors => _errors.Value;

    /// <summary>The catalogue that <paramref name="text"/> holds.</summary>
    public static ErrorCatalog Read(string text) => new(CatalogJson.Parse(text));

    /// <summary>The entries of that code: several where one code has several causes, or means different things on different APIs.</summary>
    public IEnumerable<ErrorEntry> WithCode(int code) => Errors.Where(error => error.Code == code);

    /// <summary>The entry of that key.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public ErrorEntry Entry(string key) => Errors.FirstOrDefault(error => error.Key == key) ?? throw new KeyNotFoundException(key);

    /// <summary>The errors that the rule of that number prevents.</summary>
    public IEnumerable<ErrorEntry> PreventedBy(string rule) => Errors.Where(error => error.Rules.Contains(rule));

    /// <summary>The errors whose handling the rule of that number looks at.</summary>
    public IEnumerable<ErrorEntry> HandledBy(string rule) => Errors.Where(error => error.HandledBy.Contains(rule));

    /// <summary>Whether that code is catalogued and no entry of it says that sending the same again can help.</summary>
    public bool IsNeverRetried(int code)
    {
        bool isKnown = false;
        foreach (ErrorEntry error in WithCode(code))
        {
            if (error.Retry != "never")
            {
                return false;
            }

            isKnown = true;
        }

        return isKnown;
    }
}
