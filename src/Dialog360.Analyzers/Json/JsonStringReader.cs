using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Dialog360.Analyzers.Json;

/// <summary>Reads one string of a JSON text: finds its end and resolves its escapes.</summary>
internal static class JsonStringReader
{
    /// <summary>The string whose opening quote, single or double, stands at <paramref name="start"/>.</summary>
    public static JsonToken Read(HoledText text, int start, JsonErrors errors)
    {
        int closing = ClosingQuote(text.Text, start);
        int newLine = text.Text.IndexOf('\n', start, (closing < 0 ? text.Text.Length : closing) - start);
        bool isSingle = text.Text[start] == '\'';
        bool isUnclosed = closing < 0 || (newLine >= 0 && (isSingle || !CanFollow(text, closing + 1)));
        int contentEnd = isUnclosed ? EndOfLine(text.Text, start + 1, newLine) : closing;
        int end = isUnclosed ? contentEnd : closing + 1;
        if (isUnclosed)
        {
            errors.Add(JsonErrorKind.UnclosedString, start, end);
        }
        else if (isSingle)
        {
            errors.Add(JsonErrorKind.SingleQuotes, start, end);
        }

        (HoledText value, ImmutableArray<int> rawIndices) = Decode(text, start + 1, contentEnd, isSingle, errors);
        return new JsonToken(JsonTokenKind.String, start, end) { Value = value, RawIndices = rawIndices, IsUnclosed = isUnclosed };
    }

    /// <summary>The index of the quote that closes the one at <paramref name="opening"/>, or a negative number.</summary>
    public static int ClosingQuote(string text, int opening)
    {
        char quote = text[opening];
        for (int index = opening + 1; index < text.Length; index++)
        {
            if (text[index] == quote)
            {
                return index;
            }

            if (text[index] == '\\')
            {
                index++;
            }
        }

        return -1;
    }

    /// <summary>
    /// Whether what stands at <paramref name="index"/> fits behind a closing quote. Where a string runs over a line end and it does
    /// not, the quote at the line end was forgotten and this one opens the next string.
    /// </summary>
    private static bool CanFollow(HoledText text, int index)
    {
        while (index < text.Text.Length && text.Text[index] is ' ' or '\t' or '\r' or '\n')
        {
            index++;
        }

        return index >= text.Text.Length || text.Text[index] is ',' or ':' or '}' or ']' || text.IsHole(index);
    }

    /// <summary>The end of an unclosed string: the end of its line, without the comma that was meant to follow it.</summary>
    private static int EndOfLine(string text, int start, int newLine)
    {
        if (newLine < 0)
        {
            return text.Length;
        }

        int end = newLine;
        while (end > start && text[end - 1] is ' ' or '\t' or '\r')
        {
            end--;
        }

        return end > start && text[end - 1] == ',' ? end - 1 : end;
    }

    private static (HoledText Value, ImmutableArray<int> RawIndices) Decode(HoledText text, int start, int end, bool isSingle, JsonErrors errors)
    {
        bool hasEscape = text.Text.IndexOf('\\', start, end - start) >= 0;
        if (!hasEscape)
        {
            CheckControls(text.Text, start, end, errors);
            return (text.Slice(start, end - start), default);
        }

        StringBuilder value = new(end - start);
        ImmutableArray<int>.Builder holes = ImmutableArray.CreateBuilder<int>();
        ImmutableArray<int>.Builder rawIndices = ImmutableArray.CreateBuilder<int>(end - start + 1);
        int index = start;
        while (index < end)
        {
            int raw = index;
            char character = text.Text[index] == '\\' ? Escape(text, ref index, end, isSingle, errors) : text.Text[index++];
            if (text.IsHole(index - 1))
            {
                holes.Add(value.Length);
                character = HoledText.HoleChar;
            }

            rawIndices.Add(raw);
            value.Append(character);
        }

        rawIndices.Add(end);
        CheckControls(text.Text, start, end, errors);
        return (new HoledText(value.ToString(), holes.ToImmutable()), rawIndices.ToImmutable());
    }

    /// <summary>The character that the escape at <paramref name="index"/> gives; moves behind it. An escape that a hole completes is a hole.</summary>
    private static char Escape(HoledText text, ref int index, int end, bool isSingle, JsonErrors errors)
    {
        int start = index++;
        if (index >= end)
        {
            return '\\';
        }

        char kind = text.Text[index++];
        if (kind != 'u')
        {
            if (Escaped(kind) is not { } escaped)
            {
                if (!text.IsHole(index - 1) && !(isSingle && kind == '\''))
                {
                    errors.Add(JsonErrorKind.BadEscape, start, index);
                }

                return kind;
            }

            return escaped;
        }

        int digits = index;
        while (index < end && index < digits + 4 && Uri.IsHexDigit(text.Text[index]))
        {
            index++;
        }

        if (index == digits + 4)
        {
            return (char)int.Parse(text.Text.Substring(digits, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        }

        if (index < end && text.IsHole(index))
        {
            index++;
            return HoledText.HoleChar;
        }

        errors.Add(JsonErrorKind.BadEscape, start, index);
        return kind;
    }

    /// <summary>The character that a backslash and a letter give; null where JSON does not know that letter, and for <c>u</c>.</summary>
    public static char? Escaped(char kind) => kind switch
    {
        '"' or '\\' or '/' => kind,
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        _ => null,
    };

    private static void CheckControls(string text, int start, int end, JsonErrors errors)
    {
        for (int index = start; index < end; index++)
        {
            if (text[index] < ' ')
            {
                int length = text[index] == '\r' && index + 1 < end && text[index + 1] == '\n' ? 2 : 1;
                errors.Add(JsonErrorKind.ControlCharacter, index, index + length);
                index += length - 1;
            }
        }
    }
}
