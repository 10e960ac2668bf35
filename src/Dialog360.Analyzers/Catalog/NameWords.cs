using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Dialog360.Analyzers.Catalog;

/// <summary>Splits identifiers into words: <c>HasOpenWindow24h</c> gives <c>has open window 24 h</c>, without case and accents.</summary>
internal static class NameWords
{
    private const int MaxLength = 200;

    /// <summary>The words of <paramref name="name"/>, in lower case and without diacritics, in their order.</summary>
    public static ImmutableArray<string> Of(string name)
    {
        ImmutableArray<string>.Builder words = ImmutableArray.CreateBuilder<string>();
        StringBuilder word = new();
        string plain = WithoutAccents(name);
        for (int index = 0; index < plain.Length; index++)
        {
            char c = plain[index];
            if (!char.IsLetterOrDigit(c))
            {
                End();
                continue;
            }

            if (word.Length > 0 && StartsWord(plain, index))
            {
                End();
            }

            word.Append(char.ToLowerInvariant(c));
        }

        End();
        return words.ToImmutable();

        void End()
        {
            if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
    }

    /// <summary>Whether one of the parts begins where a word of the name begins: <c>checkcontact</c> in <c>TryCheckContactAsync</c>, but not <c>fix</c> in <c>Prefix</c>.</summary>
    public static bool HasAtWord(string name, ImmutableArray<string> parts)
    {
        for (int index = 0; index < name.Length; index++)
        {
            if (index > 0 && char.IsLetterOrDigit(name[index - 1]) && !StartsWord(name, index))
            {
                continue;
            }

            foreach (string part in parts)
            {
                if (string.Compare(name, index, part, 0, part.Length, StringComparison.OrdinalIgnoreCase) == 0)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The words from that place on which, written as one, are in <paramref name="set"/>: one word or two.</summary>
    public static bool SaysAt(ImmutableArray<string> words, int index, HashSet<string> set) =>
        set.Contains(words[index]) || (index + 1 < words.Length && set.Contains(words[index] + words[index + 1]));

    private static bool StartsWord(string name, int index)
    {
        char previous = name[index - 1];
        char c = name[index];
        bool changesKind = char.IsDigit(c) != char.IsDigit(previous);
        bool afterLower = char.IsUpper(c) && !char.IsUpper(previous);
        bool beforeLower = char.IsUpper(c) && index + 1 < name.Length && char.IsLower(name[index + 1]);
        return changesKind || afterLower || beforeLower;
    }

    private static string WithoutAccents(string name)
    {
        if (name.Length > MaxLength)
        {
            name = name.Substring(0, MaxLength);
        }

        StringBuilder plain = new(name.Length);
        foreach (char c in name.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                // The dotless i of Turkish is a letter of its own, which no normal form takes apart.
                plain.Append(c == '\u0131' ? 'i' : c);
            }
        }

        return plain.ToString();
    }
}
