using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>Finds the lines of code that goes, with the comment behind it, which is about it.</summary>
internal static class WholeLines
{
    private const string Comment = "//";

    /// <summary>The lines on which a stretch stands alone but for a comment behind it; null where something else stands there too.</summary>
    public static TextSpan? Of(SourceText text, TextSpan span)
    {
        TextLine first = text.Lines.GetLineFromPosition(span.Start);
        TextLine last = text.Lines.GetLineFromPosition(span.End);
        bool isFirst = string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(first.Start, span.Start)));
        return isFirst && IsNothingOrComment(text.ToString(TextSpan.FromBounds(span.End, last.End)))
            ? TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak)
            : null;
    }

    /// <summary>The same with the lines right above that hold nothing but a comment.</summary>
    public static TextSpan? WithCommentsAbove(SourceText text, TextSpan span)
    {
        if (Of(text, span) is not { } lines)
        {
            return null;
        }

        int number = text.Lines.GetLineFromPosition(lines.Start).LineNumber;
        while (number > 0 && text.Lines[number - 1].ToString().TrimStart().StartsWith(Comment, StringComparison.Ordinal))
        {
            number--;
        }

        return TextSpan.FromBounds(text.Lines[number].Start, lines.End);
    }

    private static bool IsNothingOrComment(string rest)
    {
        rest = rest.Trim();
        return rest.Length == 0 || rest.StartsWith(Comment, StringComparison.Ordinal);
    }
}
