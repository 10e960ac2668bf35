using System.Collections.Immutable;
using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Catalog;

/// <summary>The words by which code says that something is an API key of 360dialog, or only stands for one: <c>keys.json</c>. Lower case.</summary>
internal sealed class KeyWords
{
    private static readonly Lazy<KeyWords> Embedded = new(static () => new KeyWords(CatalogText.Open("keys.json")));

    private KeyWords(JsonNode root)
    {
        Provider = root.Texts("provider");
        OtherKeys = root.Texts("other_keys").ToImmutableHashSet(StringComparer.Ordinal);
        Placeholders = root.Texts("placeholders");
    }

    /// <summary>The embedded list.</summary>
    public static KeyWords Current => Embedded.Value;

    /// <summary>What names that speak of 360dialog hold.</summary>
    public ImmutableArray<string> Provider { get; }

    /// <summary>Words beside "key" that make it another kind of key.</summary>
    public ImmutableHashSet<string> OtherKeys { get; }

    /// <summary>What texts that stand for a key say; a key is drawn from letters and digits at random.</summary>
    public ImmutableArray<string> Placeholders { get; }
}
