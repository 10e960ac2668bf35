namespace Dialog360.Analyzers.Payloads.Text;

/// <summary>
/// Texts with placeholders of their own (<c>{{name}}</c>, <c>{name}</c>, <c>{0}</c>, <c>#NAME#</c>, <c>%NAME%</c>) are completed somewhere, often where nobody sees it:
/// what stands there is not known.
/// </summary>
internal static class TextPlaceholders
{
    private const int MaxName = 64;

    /// <summary>Shorter names between two of the other marks may be something else: <c>%C3%A9</c>.</summary>
    private const int MinMarkedName = 3;

    private static readonly char[] Marks = ['{', '#', '%', '$', '@'];

    /// <summary>The same text with a hole for each placeholder.</summary>
    public static CSharpText Open(CSharpText text)
    {
        string characters = text.Text.Text;
        TextBuilder? builder = null;
        int from = 0;
        for (int at = characters.IndexOfAny(Marks); at >= 0; at = characters.IndexOfAny(Marks, at + 1))
        {
            int length = characters[at] == '{' ? LengthAt(characters, at) : LengthBetween(characters, at);
            if (length > 0 && text.SegmentAt(at) == text.SegmentAt(at + length - 1))
            {
                builder ??= new TextBuilder();
                builder.AddSlice(text, from, at - from);
                builder.AddPlaceholder(text, at, length);
                from = at + length;
                at = from - 1;
            }
        }

        if (builder is null)
        {
            return text;
        }

        builder.AddSlice(text, from, characters.Length - from);
        return builder.IsFull ? text : builder.Build(text.Expression, text.Operation);
    }

    /// <summary>The length of the placeholder that begins at <paramref name="start"/> and ends with the same mark, or zero. Its name begins with a letter and is written in capitals.</summary>
    private static int LengthBetween(string text, int start)
    {
        int index = start + 1;
        while (index < text.Length && index <= start + MaxName && (text[index] is (>= 'A' and <= 'Z') or '_' || (index > start + 1 && text[index] is >= '0' and <= '9')))
        {
            index++;
        }

        return index < text.Length && text[index] == text[start] && index - start > MinMarkedName - (text[start] == '%' ? 0 : 1) ? index + 1 - start : 0;
    }

    /// <summary>The length of the placeholder in braces that begins at <paramref name="start"/>, or zero.</summary>
    private static int LengthAt(string text, int start)
    {
        int index = start;
        while (index < text.Length && index < start + 2 && text[index] == '{')
        {
            index++;
        }

        int braces = index - start;
        bool mayPad = braces == 2;
        index = SkipBlanks(index, mayPad);
        int name = index;
        while (index < text.Length && index < name + MaxName && (char.IsLetterOrDigit(text[index]) || text[index] is '_' or '.' or '-'))
        {
            index++;
        }

        if (index == name)
        {
            return 0;
        }

        index = SkipBlanks(index, mayPad);
        return string.CompareOrdinal(text, index, "}}", 0, braces) == 0 ? index + braces - start : 0;

        int SkipBlanks(int at, bool skip)
        {
            while (skip && at < text.Length && at < start + MaxName && text[at] == ' ')
            {
                at++;
            }

            return at;
        }
    }
}
