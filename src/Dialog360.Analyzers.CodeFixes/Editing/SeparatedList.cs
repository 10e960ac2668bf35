using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>Adds to and removes from lists with commas; keeps comments, and one item a line where that is how the list is written.</summary>
internal static class SeparatedList
{
    /// <summary>The changes that take an item out, together with the comma that is no longer needed.</summary>
    public static ImmutableArray<SourceChange> Remove(SeparatedSyntaxList<SyntaxNode> list, int index, SourceText text)
    {
        SyntaxNode item = list[index];
        SyntaxTree tree = item.SyntaxTree;
        if (index < list.SeparatorCount)
        {
            SyntaxToken comma = list.GetSeparator(index);
            if (IsBlank(text, item.Span.End, comma.SpanStart))
            {
                TextSpan whole = TextSpan.FromBounds(item.SpanStart, comma.Span.End);
                if (WholeLines.WithCommentsAbove(text, whole) is { } lines)
                {
                    return ImmutableArray.Create(new SourceChange(tree, lines, string.Empty));
                }

                return ImmutableArray.Create(new SourceChange(tree, Widen(text, whole), string.Empty));
            }

            return ImmutableArray.Create(
                new SourceChange(tree, item.Span, string.Empty),
                new SourceChange(tree, comma.Span, string.Empty));
        }

        if (index == 0)
        {
            return ImmutableArray.Create(new SourceChange(tree, Widen(text, item.Span), string.Empty));
        }

        SyntaxToken before = list.GetSeparator(index - 1);
        if (WholeLines.WithCommentsAbove(text, item.Span) is { } own && own.Start >= before.Span.End)
        {
            return ImmutableArray.Create(
                new SourceChange(tree, before.Span, string.Empty),
                new SourceChange(tree, own, string.Empty));
        }

        if (IsBlank(text, before.Span.End, item.SpanStart))
        {
            return ImmutableArray.Create(new SourceChange(tree, TextSpan.FromBounds(before.SpanStart, item.Span.End), string.Empty));
        }

        return ImmutableArray.Create(
            new SourceChange(tree, before.Span, string.Empty),
            new SourceChange(tree, Widen(text, item.Span), string.Empty));
    }

    /// <summary>The changes that add items.</summary>
    /// <param name="list">The list.</param>
    /// <param name="open">The opening brace or parenthesis.</param>
    /// <param name="close">The closing one.</param>
    /// <param name="items">The C# text of each new item.</param>
    /// <param name="context">The program.</param>
    /// <param name="order">Where they go among those that are there; at the end where nothing is said.</param>
    public static ImmutableArray<SourceChange> Add(SeparatedSyntaxList<SyntaxNode> list, SyntaxToken open, SyntaxToken close, IReadOnlyList<string> items, EditContext context, MemberOrder? order = null)
    {
        SyntaxTree tree = open.SyntaxTree!;
        SourceText text = context.TextOf(open.Parent!);
        if (order?.In(list) is { } index)
        {
            SyntaxNode next = list[index];
            int line = text.Lines.GetLineFromPosition(next.SpanStart).Start;
            string between = IsBlank(text, line, next.SpanStart) ? context.NewLineOf(next) + text.ToString(TextSpan.FromBounds(line, next.SpanStart)) : " ";
            return ImmutableArray.Create(new SourceChange(tree, new TextSpan(next.SpanStart, 0), string.Concat(items.Select(item => item + "," + between))));
        }

        if (list.Count == 0)
        {
            bool padded = open.IsKind(SyntaxKind.OpenBraceToken);
            string inner = string.Join(", ", items);
            bool isTight = open.Span.End == close.SpanStart;
            string written = !padded ? inner : isTight ? $" {inner} " : " " + inner;
            return ImmutableArray.Create(new SourceChange(tree, new TextSpan(open.Span.End, 0), written));
        }

        SyntaxNode last = list[list.Count - 1];
        bool endsWithComma = list.SeparatorCount == list.Count;
        SyntaxToken end = endsWithComma ? list.GetSeparator(list.Count - 1) : last.GetLastToken();
        int lineStart = text.Lines.GetLineFromPosition(last.SpanStart).Start;
        bool ownLine = IsBlank(text, lineStart, last.SpanStart) && text.Lines.GetLineFromPosition(close.SpanStart).Start != lineStart;
        if (!ownLine)
        {
            string tail = (endsWithComma ? " " : ", ") + string.Join(", ", items) + (endsWithComma ? "," : string.Empty);
            return ImmutableArray.Create(new SourceChange(tree, new TextSpan(end.Span.End, 0), tail));
        }

        string gap = context.NewLineOf(last) + text.ToString(TextSpan.FromBounds(lineStart, last.SpanStart));
        string lines = gap + string.Join("," + gap, items) + (endsWithComma ? "," : string.Empty);
        int behindComments = EndOfComments(end);
        if (endsWithComma || behindComments == end.Span.End)
        {
            return ImmutableArray.Create(new SourceChange(tree, new TextSpan(behindComments, 0), (endsWithComma ? string.Empty : ",") + lines));
        }

        return ImmutableArray.Create(
            new SourceChange(tree, new TextSpan(end.Span.End, 0), ","),
            new SourceChange(tree, new TextSpan(behindComments, 0), lines));
    }

    /// <summary>The end of the comments that follow a token on its line.</summary>
    private static int EndOfComments(SyntaxToken token)
    {
        int end = token.Span.End;
        foreach (SyntaxTrivia trivia in token.TrailingTrivia)
        {
            if (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
            {
                end = trivia.Span.End;
            }
        }

        return end;
    }

    /// <summary>Takes the whole line where nothing else stands on it, else the blanks behind.</summary>
    private static TextSpan Widen(SourceText text, TextSpan span)
    {
        TextLine first = text.Lines.GetLineFromPosition(span.Start);
        TextLine last = text.Lines.GetLineFromPosition(span.End);
        if (IsBlank(text, first.Start, span.Start) && IsBlank(text, span.End, last.End))
        {
            return TextSpan.FromBounds(first.Start, last.EndIncludingLineBreak);
        }

        int end = span.End;
        while (end < last.End && text[end] == ' ')
        {
            end++;
        }

        return TextSpan.FromBounds(span.Start, end);
    }

    private static bool IsBlank(SourceText text, int start, int end)
    {
        for (int index = start; index < end; index++)
        {
            if (!char.IsWhiteSpace(text[index]))
            {
                return false;
            }
        }

        return true;
    }
}
