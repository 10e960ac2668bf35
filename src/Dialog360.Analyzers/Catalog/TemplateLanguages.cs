using System.Collections.Immutable;
using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Catalog;

/// <summary>The language codes that a template can have: <c>template-languages.json</c>.</summary>
internal sealed class TemplateLanguages
{
    private const int MaxDistance = 2;

    private static readonly Lazy<TemplateLanguages> Embedded = new(static () => new TemplateLanguages(CatalogText.Open("template-languages.json")));

    private readonly ImmutableArray<string> _codes;
    private readonly HashSet<string> _known;
    private readonly Dictionary<string, ImmutableArray<string>> _instead = new(StringComparer.OrdinalIgnoreCase);

    private TemplateLanguages(JsonNode root)
    {
        _codes = root.Texts("codes");
        _known = new HashSet<string>(_codes, StringComparer.Ordinal);
        foreach (JsonNode entry in root.List("instead"))
        {
            _instead[entry.Text("code")] = entry.Texts("use");
        }
    }

    /// <summary>All codes.</summary>
    public static ImmutableArray<string> Codes => Embedded.Value._codes;

    /// <summary>Whether the code exists, spelled exactly so.</summary>
    public static bool Contains(string code) => Embedded.Value._known.Contains(code);

    /// <summary>Whether a code is another country's than the one that was written: a guess that somebody has to confirm.</summary>
    /// <param name="code">What was written.</param>
    /// <param name="known">One of the codes that are near it.</param>
    public static bool IsOtherCountry(string code, string known) =>
        known.IndexOf('_') > 0 && !code.Trim().Replace('-', '_').StartsWith(known, StringComparison.OrdinalIgnoreCase);

    /// <summary>The codes that were probably meant by one that does not exist, best first; none where nothing comes near.</summary>
    public static ImmutableArray<string> Nearest(string code) => Embedded.Value.NearestTo(code);

    private ImmutableArray<string> NearestTo(string code)
    {
        string underscored = code.Trim().Replace('-', '_');
        string language = underscored.Split('_')[0];
        if (Spelled(underscored) is { } exact)
        {
            return ImmutableArray.Create(exact);
        }

        if (_instead.TryGetValue(language, out ImmutableArray<string> instead))
        {
            return instead;
        }

        ImmutableArray<string> same = _codes.Where(known => known.Split('_')[0].Equals(language, StringComparison.OrdinalIgnoreCase)).ToImmutableArray();
        if (same.IsEmpty)
        {
            return EditDistance.Nearest(underscored, _codes, MaxDistance).ToImmutableArray();
        }

        // The same country written longer (es_PAN), the plain language, and only then what is spoken in another country.
        ImmutableArray<string> near = EditDistance.Nearest(underscored, same, MaxDistance).ToImmutableArray();
        return near.Where(known => known.IndexOf('_') > 0 && !IsOtherCountry(underscored, known)).Concat(same.Where(static known => known.IndexOf('_') < 0)).Concat(near).Distinct(StringComparer.Ordinal).ToImmutableArray();
    }

    private string? Spelled(string code) => _codes.FirstOrDefault(known => known.Equals(code, StringComparison.OrdinalIgnoreCase));
}
