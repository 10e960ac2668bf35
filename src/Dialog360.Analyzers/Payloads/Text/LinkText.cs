using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Payloads.Text;

/// <summary>Looks at the parts of a link of which some stretches may be unknown.</summary>
internal static class LinkText
{
    /// <summary>The index behind the path: of the first known <c>?</c> or <c>#</c>, or the length.</summary>
    public static int PathEnd(HoledText link)
    {
        int end = link.Text.IndexOfAny(['?', '#']);
        return end < 0 ? link.Text.Length : end;
    }

    /// <summary>The extension of the file that a link names, dot included; null where it has none, or where its end is not known.</summary>
    public static string? ExtensionOf(HoledText link)
    {
        int end = PathEnd(link);
        int start = link.Text.IndexOf("://", StringComparison.Ordinal);
        start = start < 0 ? 0 : link.Text.IndexOf('/', start + 3);
        if (start < 0 || start >= end)
        {
            return null;
        }

        for (int index = end - 1; index >= start; index--)
        {
            if (link.Text[index] == '.')
            {
                return index == end - 1 ? null : link.Text.Substring(index, end - index);
            }

            if (!char.IsLetterOrDigit(link.Text[index]) || link.IsHole(index))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The extension of a file name, dot included; null where it has none, or where its end is not known.</summary>
    public static string? ExtensionOfFile(HoledText name)
    {
        int dot = name.Text.LastIndexOf('.');
        if (dot < 0 || dot == name.Text.Length - 1)
        {
            return null;
        }

        string extension = name.Text.Substring(dot);
        return name.Holes.IsEmpty || name.Holes[name.Holes.Length - 1] < dot ? extension : null;
    }

    /// <summary>Whether two hex digits stand behind a percent sign at <paramref name="index"/>.</summary>
    public static bool IsEscapeAt(HoledText link, int index) =>
        index + 2 < link.Text.Length && link.Text[index] == '%' && Uri.IsHexDigit(link.Text[index + 1]) && Uri.IsHexDigit(link.Text[index + 2]);
}
