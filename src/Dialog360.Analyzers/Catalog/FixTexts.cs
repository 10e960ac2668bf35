using System.Globalization;

namespace Dialog360.Analyzers.Catalog;

/// <summary>The titles and the inserted code of the fixes, from the catalogue.</summary>
internal sealed class FixTexts
{
    private static readonly Lazy<FixTexts> Embedded = new(static () => new FixTexts(ErrorCatalog.Current));

    private readonly Dictionary<string, FixEntry> _fixes = new(StringComparer.Ordinal);

    /// <summary>The texts of the fixes that <paramref name="catalog"/> lists.</summary>
    public FixTexts(ErrorCatalog catalog)
    {
        foreach (RuleEntry rule in catalog.Rules)
        {
            foreach (FixEntry fix in rule.Fixes)
            {
                _fixes[fix.Id] = fix;
            }
        }
    }

    /// <summary>The title of the fix of that id, with <paramref name="arguments"/> in its placeholders.</summary>
    /// <exception cref="KeyNotFoundException">The catalogue does not list the fix.</exception>
    public static string Title(string id, params string[] arguments) => Embedded.Value.TitleOf(id, arguments);

    /// <summary>The C# that the fix of that id inserts, with each <c>{name}</c> of <paramref name="arguments"/> replaced by its value.</summary>
    /// <exception cref="KeyNotFoundException">The catalogue does not list the fix, or no snippet for it.</exception>
    public static string Snippet(string id, params (string Name, string Value)[] arguments) => Embedded.Value.SnippetOf(id, arguments);

    /// <inheritdoc cref="Title"/>
    public string TitleOf(string id, params string[] arguments) =>
        string.Format(CultureInfo.InvariantCulture, _fixes[id].Title, arguments);

    /// <inheritdoc cref="Snippet"/>
    public string SnippetOf(string id, params (string Name, string Value)[] arguments)
    {
        string snippet = _fixes[id].Snippet ?? throw new KeyNotFoundException(id);
        System.Text.StringBuilder result = new();
        int position = 0;
        while (position < snippet.Length)
        {
            (string placeholder, string value) = PlaceholderAt(snippet, position, arguments);
            result.Append(value);
            position += placeholder.Length;
        }

        return result.ToString();
    }

    // One pass over the snippet, so that braces in a value are never taken for a placeholder.
    private static (string Placeholder, string Value) PlaceholderAt(string snippet, int position, (string Name, string Value)[] arguments)
    {
        foreach ((string name, string value) in arguments)
        {
            string placeholder = "{" + name + "}";
            if (string.CompareOrdinal(snippet, position, placeholder, 0, placeholder.Length) == 0)
            {
                return (placeholder, value);
            }
        }

        string character = snippet[position].ToString();
        return (character, character);
    }
}
