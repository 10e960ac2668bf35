using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Sending.Session;

/// <summary>A string of a JSON text as C# puts it together: known characters, the one value between them, known characters.</summary>
/// <param name="Whole">The expression of the whole text.</param>
/// <param name="Before">The characters before the value; all of them where there is none.</param>
/// <param name="Value">The expression that is put in, as it is written in the text and not as it is computed elsewhere; null where there is none.</param>
/// <param name="After">The characters behind it.</param>
internal sealed record JsonValueText(ExpressionSyntax Whole, string Before, ExpressionSyntax? Value, string After)
{
    /// <summary>The string; null where more than one value is put in, or it is not written between quotes of the text.</summary>
    public static JsonValueText? Of(PayloadNode node)
    {
        if (node.Origin.Json is not { Node: { } json, Text: var text } || text.Expression is not ExpressionSyntax whole || json.End - json.Start < 2
            || PositionOf(json.Start, text) is not { } open || PositionOf(json.End - 1, text) is not { } close || close < open)
        {
            return null;
        }

        string before = string.Empty;
        string after = string.Empty;
        TextSpan between = TextSpan.FromBounds(open + 1, close);
        ExpressionSyntax? value = ValueIn(whole, between);
        foreach (TextSegment segment in text.Segments)
        {
            int from = Math.Max(json.Start + 1, segment.Start);
            int to = Math.Min(json.End - 1, segment.Start + segment.Length);
            if (from >= to || (value is not null && !IsWritten(segment, whole)))
            {
                continue;
            }

            // Without a value, constants count as the characters that they stand for.
            string characters = text.Text.Text.Substring(from, to - from);
            if (value is null && !text.Text.Holes.IsEmpty && text.Text.Holes.Any(hole => hole >= from && hole < to))
            {
                return null;
            }

            bool isBefore = value is null || (PositionOf(from, text) is { } position && position < value.SpanStart);
            (before, after) = isBefore ? (before + characters, after) : (before, after + characters);
        }

        return new JsonValueText(whole, before, value, after);
    }

    /// <summary>The only expression that is put in between two places of a text.</summary>
    private static ExpressionSyntax? ValueIn(ExpressionSyntax whole, TextSpan between)
    {
        List<ExpressionSyntax> found = [];
        foreach (SyntaxNode node in whole.DescendantNodes(node => node == whole || node is not ExpressionSyntax || !between.Contains(node.Span)))
        {
            ExpressionSyntax? value = node switch
            {
                InterpolationSyntax { AlignmentClause: null, FormatClause: null } interpolation when between.Contains(interpolation.Span) => interpolation.Expression,
                ExpressionSyntax { Parent: BinaryExpressionSyntax or ArgumentSyntax } operand when between.Contains(operand.Span) && operand is not (LiteralExpressionSyntax or InterpolatedStringExpressionSyntax) => operand,
                _ => null,
            };
            if (value is not null && !found.Any(other => other.Span.Contains(value.Span)))
            {
                found.Add(value);
            }
        }

        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>Where a character stands in the file, if it is written in the text itself.</summary>
    private static int? PositionOf(int index, CSharpText text) =>
        text.SegmentAt(index) is { } segment && IsWritten(segment, text.Expression) ? segment.Position(index - segment.Start) : null;

    private static bool IsWritten(TextSegment segment, SyntaxNode whole) =>
        segment.Form is not (LiteralForm.Constant or LiteralForm.Hole) && segment.Syntax.SyntaxTree == whole.SyntaxTree && whole.Span.Contains(segment.Syntax.Span);
}
