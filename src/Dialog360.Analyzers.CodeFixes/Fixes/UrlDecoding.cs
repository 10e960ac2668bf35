using System.Collections.Immutable;
using System.Globalization;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Json;
using Dialog360.Analyzers.Rules.Payload;

namespace Dialog360.Analyzers.CodeFixes.Fixes;

/// <summary>Takes one layer of percent-encoding off a link, without touching what is unknown in it.</summary>
internal static class UrlDecoding
{
    private const int EscapeLength = 3;

    /// <summary>What to replace so that the link is encoded once; empty where it is not encoded twice.</summary>
    public static ImmutableArray<TextPiece> DecodeOnce(HoledText text)
    {
        string link = text.Text;
        return Begins(link, "%3A") ? Escapes(link, EscapeLength)
            : Begins(link, "%253A") ? Escapes(link, EscapeLength + 2)
            : EscapedPercents(link);
    }

    /// <summary>The <c>25</c> of each <c>%25</c> that two hex digits follow: without it the escape is encoded once.</summary>
    private static ImmutableArray<TextPiece> EscapedPercents(string text)
    {
        ImmutableArray<TextPiece>.Builder pieces = ImmutableArray.CreateBuilder<TextPiece>();
        int query = text.IndexOf('?');
        for (int index = 0; index < text.Length; index++)
        {
            if (EscapeAt(text, index) == '%' && IsHexPair(text, index + EscapeLength) && !(query >= 0 && index > query && LinkEncodedTwice.IsInEncodedUrl(text, query, index)))
            {
                pieces.Add(new TextPiece(index + 1, 2, string.Empty));
                index += 2;
            }
        }

        return pieces.ToImmutable();
    }

    /// <summary>
    /// The escapes of a URL that was encoded as a whole, once (<c>%3A</c>, length 3) or twice (<c>%253A</c>, length 5); those that a URL
    /// needs anyway (blanks, quotes, other scripts) stay as single escapes.
    /// </summary>
    private static ImmutableArray<TextPiece> Escapes(string text, int length)
    {
        ImmutableArray<TextPiece>.Builder pieces = ImmutableArray.CreateBuilder<TextPiece>();
        for (int index = 0; index < text.Length; index++)
        {
            if (EscapeAt(text, index) is not { } character)
            {
                continue;
            }

            bool isTwice = character == '%' && IsHexPair(text, index + EscapeLength);
            int last = isTwice ? EscapeAt("%" + text.Substring(index + EscapeLength, 2), 0)!.Value : character;
            if (isTwice == (length > EscapeLength) && IsPlain((char)last))
            {
                pieces.Add(new TextPiece(index, length, ((char)last).ToString()));
            }
            else if (isTwice)
            {
                pieces.Add(new TextPiece(index + 1, 2, string.Empty));
            }

            index += isTwice ? EscapeLength + 1 : 2;
        }

        return pieces.ToImmutable();
    }

    /// <summary>Whether a character may stand in a URL unescaped. A percent sign may not: it would begin an escape.</summary>
    private static bool IsPlain(char character) =>
        character is > ' ' and < '\x7f' and not ('"' or '<' or '>' or '\\' or '^' or '`' or '{' or '|' or '}' or '%');

    private static bool Begins(string text, string colon) =>
        text.StartsWith("http" + colon, StringComparison.OrdinalIgnoreCase) || text.StartsWith("https" + colon, StringComparison.OrdinalIgnoreCase);

    private static char? EscapeAt(string text, int index) =>
        text[index] == '%' && IsHexPair(text, index + 1) ? (char)int.Parse(text.Substring(index + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) : null;

    private static bool IsHexPair(string text, int index) =>
        index + 1 < text.Length && Uri.IsHexDigit(text[index]) && Uri.IsHexDigit(text[index + 1]);
}
