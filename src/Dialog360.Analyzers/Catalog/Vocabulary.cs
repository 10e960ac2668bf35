using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Catalog;

/// <summary>The words by which code in several languages says what it is about: <c>words.json</c>. Lower case, without accents.</summary>
internal sealed class Vocabulary
{
    private static readonly Lazy<Vocabulary> Embedded = new(static () => new Vocabulary(CatalogText.Open("words.json")));

    private readonly Dictionary<string, HashSet<string>> _byMeaning = new(StringComparer.Ordinal);

    private Vocabulary(JsonNode root)
    {
        foreach (JsonMember meaning in root.Members)
        {
            HashSet<string> words = new(StringComparer.Ordinal);
            foreach (JsonMember language in meaning.Value!.Members)
            {
                words.UnionWith(meaning.Value.Texts(language.Name.Text));
            }

            _byMeaning.Add(meaning.Name.Text, words);
        }
    }

    /// <summary>The meanings that have words.</summary>
    public static IEnumerable<string> Meanings => Embedded.Value._byMeaning.Keys;

    /// <summary>The words of a meaning, in all languages.</summary>
    public static HashSet<string> Of(string meaning) => Embedded.Value._byMeaning[meaning];

    /// <summary>Whether one of <paramref name="words"/> is in <paramref name="set"/>.</summary>
    public static bool Any(IEnumerable<string> words, HashSet<string> set)
    {
        foreach (string word in words)
        {
            if (set.Contains(word))
            {
                return true;
            }
        }

        return false;
    }
}
