using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.Payloads.Text;

/// <summary>The characters of a literal and where each of them stands in the file.</summary>
/// <param name="Text">The text that the literal gives.</param>
/// <param name="Form">How it is written.</param>
/// <param name="Token">The token with the characters.</param>
/// <param name="Start">The position in the file of its first character.</param>
/// <param name="Map">See <see cref="TextSegment.Map"/>; default where the characters run in step with the file, as those of most literals do.</param>
internal readonly record struct TextLiteral(string Text, LiteralForm Form, SyntaxToken Token, int Start, ImmutableArray<int> Map);

/// <summary>Reads string and character literals and the text of interpolated strings, of every form that C# has.</summary>
internal static class TextLiterals
{
    // The compiler gives the text of an interpolated string as it is written.
    private static readonly char[] Escapes = ['\\', '{', '}', '"'];

    /// <summary>The characters of a string, UTF-8 or character literal; null where it is half typed.</summary>
    public static TextLiteral? Of(LiteralExpressionSyntax literal)
    {
        SyntaxToken token = literal.Token;
        string raw = token.Text;
        switch (token.Kind())
        {
            case SyntaxKind.CharacterLiteralToken:
                return Decoded(token, LiteralForm.Regular, 1, raw.Length - 1);
            case SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken:
                bool isVerbatim = raw.StartsWith("@", StringComparison.Ordinal);
                int end = raw.LastIndexOf('"');
                return Decoded(token, isVerbatim ? LiteralForm.Verbatim : LiteralForm.Regular, isVerbatim ? 2 : 1, end);
            case SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
                or SyntaxKind.Utf8SingleLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken:
                int quotes = Run(raw, 0, '"');
                return Aligned(token, LiteralForm.Raw, quotes, raw.LastIndexOf('"') + 1 - quotes);
            default:
                return null;
        }
    }

    /// <summary>The characters of the text between the holes of an interpolated string; null where it is half typed.</summary>
    public static TextLiteral? Of(InterpolatedStringTextSyntax text)
    {
        if (text.Parent is not InterpolatedStringExpressionSyntax whole)
        {
            return null;
        }

        SyntaxToken token = text.TextToken;
        return whole.StringStartToken.Kind() switch
        {
            SyntaxKind.InterpolatedStringStartToken => Decoded(token, LiteralForm.InterpolatedRegular, 0, token.Text.Length),
            SyntaxKind.InterpolatedVerbatimStringStartToken => Decoded(token, LiteralForm.InterpolatedVerbatim, 0, token.Text.Length),
            _ => Aligned(token, LiteralForm.InterpolatedRaw, 0, token.Text.Length),
        };
    }

    private static TextLiteral? Decoded(SyntaxToken token, LiteralForm form, int start, int end)
    {
        string raw = token.Text;
        if (end < start || token.ContainsDiagnostics)
        {
            return null;
        }

        bool mayEscape = form is LiteralForm.InterpolatedRegular or LiteralForm.InterpolatedVerbatim && raw.IndexOfAny(Escapes) >= 0;
        if (!mayEscape && IsPlain(token, start, end))
        {
            return new TextLiteral(token.ValueText, form, token, token.SpanStart + start, Map: default);
        }

        StringBuilder text = new(end - start);
        ImmutableArray<int>.Builder map = ImmutableArray.CreateBuilder<int>(end - start + 1);
        int index = start;
        while (index < end)
        {
            int from = index;
            string unit = Unit(raw, form, ref index);
            for (int repeat = 0; repeat < unit.Length; repeat++)
            {
                map.Add(token.SpanStart + from);
            }

            text.Append(unit);
        }

        map.Add(token.SpanStart + end);
        return new TextLiteral(text.ToString(), form, token, token.SpanStart + start, map.ToImmutable());
    }

    /// <summary>Whether each character of a literal stands for itself.</summary>
    private static bool IsPlain(SyntaxToken token, int start, int end) =>
        token.ValueText.Length == end - start && string.CompareOrdinal(token.Text, start, token.ValueText, 0, end - start) == 0;

    /// <summary>What the characters from <paramref name="index"/> on give: one character, or two for a surrogate pair.</summary>
    private static string Unit(string raw, LiteralForm form, ref int index)
    {
        char character = raw[index++];
        bool isDoubled = index < raw.Length && raw[index] == character && character switch
        {
            '"' => form is LiteralForm.Verbatim or LiteralForm.InterpolatedVerbatim,
            '{' or '}' => form is LiteralForm.InterpolatedRegular or LiteralForm.InterpolatedVerbatim,
            _ => false,
        };
        if (isDoubled)
        {
            index++;
        }

        bool isEscape = character == '\\' && index < raw.Length && form is LiteralForm.Regular or LiteralForm.InterpolatedRegular;
        return isEscape ? Escape(raw, ref index) : character.ToString();
    }

    private static string Escape(string raw, ref int index)
    {
        char kind = raw[index++];
        return kind switch
        {
            '0' => "\0",
            'a' => "\a",
            'b' => "\b",
            'e' => "\u001b",
            'f' => "\f",
            'n' => "\n",
            'r' => "\r",
            't' => "\t",
            'v' => "\v",
            'u' => Hex(raw, ref index, 4),
            'x' => Hex(raw, ref index, 4),
            'U' => Hex(raw, ref index, 8),
            _ => kind.ToString(),
        };
    }

    private static string Hex(string raw, ref int index, int most)
    {
        int start = index;
        while (index < raw.Length && index < start + most && Uri.IsHexDigit(raw[index]))
        {
            index++;
        }

        return int.TryParse(raw.Substring(start, index - start), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code)
            && code is >= 0 and <= 0x10FFFF
            ? code is >= 0xD800 and <= 0xDFFF ? ((char)code).ToString() : char.ConvertFromUtf32(code)
            : string.Empty;
    }

    /// <summary>
    /// Raw text has no escapes; the compiler only takes indentation away. So its characters are found in the file by walking both from
    /// the end and leaving out what the compiler left out.
    /// </summary>
    private static TextLiteral? Aligned(SyntaxToken token, LiteralForm form, int start, int end)
    {
        if (token.ContainsDiagnostics || end < start)
        {
            return null;
        }

        if (IsPlain(token, start, end))
        {
            return new TextLiteral(token.ValueText, form, token, token.SpanStart + start, Map: default);
        }

        string raw = token.Text;
        string text = token.ValueText;
        int[] map = new int[text.Length + 1];
        int at = end;
        map[text.Length] = token.SpanStart + end;
        for (int index = text.Length - 1; index >= 0; index--)
        {
            do
            {
                at--;
            }
            while (at >= start && raw[at] != text[index]);
            if (at < start)
            {
                return null;
            }

            map[index] = token.SpanStart + at;
        }

        // Where the closing quotes stand on a line of their own, the text ends before that line.
        map[text.Length] = text.Length == 0 ? map[text.Length] : map[text.Length - 1] + 1;
        return new TextLiteral(text, form, token, token.SpanStart + start, ImmutableArray.Create(map));
    }

    private static int Run(string text, int start, char character)
    {
        int index = start;
        while (index < text.Length && text[index] == character)
        {
            index++;
        }

        return index - start;
    }
}
