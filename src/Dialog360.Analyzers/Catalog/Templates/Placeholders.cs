using System.Collections.Immutable;
using System.Globalization;

namespace Dialog360.Analyzers.Catalog.Templates;

/// <summary>Finds <c>{{1}}</c> and <c>{{first_name}}</c> in the text of a template.</summary>
internal static class Placeholders
{
    private const int MaxNameLength = 64;

    /// <summary>The placeholders of a text; null where numbers and names stand side by side, so that nobody knows which counts.</summary>
    public static TextPart? In(string text)
    {
        List<string>? found = null;
        HashSet<string> seen = new(StringComparer.Ordinal);
        int close = 0;
        for (int open = text.IndexOf("{{", StringComparison.Ordinal); open >= 0; open = text.IndexOf("{{", open + 1, StringComparison.Ordinal))
        {
            close = close > open + 1 ? close : text.IndexOf("}}", open + 2, StringComparison.Ordinal);
            if (close < 0)
            {
                break;
            }

            string name = text.Substring(open + 2, Math.Min(close - open - 2, MaxNameLength + 1)).Trim();
            if (IsName(name) && seen.Add(name))
            {
                (found ??= []).Add(name);
            }
        }

        if (found is null)
        {
            return TextPart.Empty;
        }

        int numbers = found.Count(IsNumber);
        return numbers == 0 ? new TextPart(found.ToImmutableArray(), IsNamed: true)
            : numbers == found.Count ? new TextPart(found.OrderBy(static each => int.Parse(each, CultureInfo.InvariantCulture)).ToImmutableArray(), IsNamed: false)
            : null;
    }

    private static bool IsName(string text) =>
        text.Length is > 0 and <= MaxNameLength && text.All(static each => each is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_');

    private static bool IsNumber(string text) => text.Length < 9 && text.All(static each => each is >= '0' and <= '9');
}
