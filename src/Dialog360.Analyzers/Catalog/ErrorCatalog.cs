using System.Collections.Immutable;
using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Catalog;

/// <summary>What 360dialog says of its errors, and which rules prevent them: <c>error-catalog.json</c>, read once per process.</summary>
internal sealed class ErrorCatalog
{
    private static readonly Lazy<ErrorCatalog> Embedded = new(static () => new ErrorCatalog(CatalogText.Open("error-catalog.json")));

    private ErrorCatalog(JsonNode root)
    {
        HelpLink = root.Text("help_link");
        Rules = RuleEntry.ListOf(root);
    }

    /// <summary>The embedded catalogue.</summary>
    public static ErrorCatalog Current => Embedded.Value;

    /// <summary>The address of a rule's page, with <c>{id}</c> for the number.</summary>
    public string HelpLink { get; }

    /// <summary>The rules, in the order of their numbers.</summary>
    public ImmutableArray<RuleEntry> Rules { get; }

    /// <summary>The catalogue that <paramref name="text"/> holds.</summary>
    public static ErrorCatalog Read(string text) => new(CatalogJson.Parse(text));
}
