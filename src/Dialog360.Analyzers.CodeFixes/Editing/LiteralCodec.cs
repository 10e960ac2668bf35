using System.Globalization;
using System.Text;
using Dialog360.Analyzers.Payloads.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>Writes characters as the literal needs them that they are put into.</summary>
internal static class LiteralCodec
{
    /// <summary>
    /// The source characters for <paramref name="text"/> in a literal; null where they cannot stand there.
    /// </summary>
    /// <param name="text">The characters to write.</param>
    /// <param name="segment">The piece of text that they are put into.</param>
    /// <param name="span">The source characters that they replace.</param>
    /// <param name="context">The program.</param>
    public static string? Encode(string text, TextSegment segment, TextSpan span, EditContext context)
    {
        // In raw text, what stands on both sides of a gap may join to the end of the literal or of a hole.
        if (text.Length == 0 && segment.Form is not (LiteralForm.Raw or LiteralForm.InterpolatedRaw))
        {
            return string.Empty;
        }

        switch (segment.Form)
        {
            case LiteralForm.Regular:
                return Regular(text);
            case LiteralForm.Verbatim:
                return Verbatim(text, context.NewLineOf(segment.Syntax));
            case LiteralForm.InterpolatedRegular:
                return DoubleBraces(Regular(text));
            case LiteralForm.InterpolatedVerbatim:
                return DoubleBraces(Verbatim(text, context.NewLineOf(segment.Syntax)));
            case LiteralForm.Format:
                string encoded = segment.Token.Text.StartsWith("@", StringComparison.Ordinal) ? Verbatim(text, context.NewLineOf(segment.Syntax)) : Regular(text);
                return segment.Token.Text.StartsWith("\"\"\"", StringComparison.Ordinal) ? null : DoubleBraces(encoded);
            case LiteralForm.Raw or LiteralForm.InterpolatedRaw:
                return Raw(text, segment, span, context);
            default:
                return null;
        }
    }

    /// <summary>A regular literal for <paramref name="text"/>, quotes included.</summary>
    public static string Quote(string text) => "\"" + Regular(text) + "\"";

    /// <summary>The characters between the quotes of a regular literal.</summary>
    public static string Regular(string text)
    {
        StringBuilder result = new(text.Length + 8);
        foreach (char character in text)
        {
            switch (character)
            {
                case '"' or '\\':
                    result.Append('\\').Append(character);
                    break;
                case '\n':
                    result.Append("\\n");
                    break;
                case '\r':
                    result.Append("\\r");
                    break;
                case '\t':
                    result.Append("\\t");
                    break;
                default:
                    // U+2028 and U+2029 are line ends in C#.
                    if (char.IsControl(character) || character is '\u2028' or '\u2029')
                    {
                        result.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture));
                    }
                    else
                    {
                        result.Append(character);
                    }

                    break;
            }
        }

        return result.ToString();
    }

    private static string Verbatim(string text, string newLine) => text.Replace("\"", "\"\"").Replace("\r\n", "\n").Replace("\n", newLine);

    private static string DoubleBraces(string text) => text.Replace("{", "{{").Replace("}", "}}");

    /// <summary>Raw text has no escapes: what would end the literal, or begin a hole, cannot stand in it.</summary>
    private static string? Raw(string text, TextSegment segment, TextSpan span, EditContext context)
    {
        SourceText source = context.TextOf(segment.Syntax);
        RawShape shape = RawShape.Of(segment);
        if (text.Contains('\n'))
        {
            if (!shape.IsMultiLine)
            {
                return null;
            }

            text = text.Replace("\r\n", "\n").Replace("\n", context.NewLineOf(segment.Syntax) + shape.Indentation(source));
        }

        int from = segment.Position(0);
        int to = segment.Position(segment.Length);
        string before = source.ToString(TextSpan.FromBounds(Math.Max(from, span.Start - 16), span.Start));
        string after = source.ToString(TextSpan.FromBounds(span.End, Math.Min(to, span.End + 16)));
        string whole = before + text + after;
        if (LongestRun(whole, '"') >= shape.Quotes)
        {
            return null;
        }

        bool braces = shape.Dollars > 0 && (LongestRun(whole, '{') >= shape.Dollars || LongestRun(whole, '}') >= shape.Dollars);
        return braces ? null : text;
    }

    private static int LongestRun(string text, char character)
    {
        int longest = 0;
        int run = 0;
        foreach (char current in text)
        {
            run = current == character ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    /// <summary>How a raw literal is delimited.</summary>
    /// <param name="Quotes">The number of quotes at each end.</param>
    /// <param name="Dollars">The number of dollar signs; zero where nothing is interpolated.</param>
    /// <param name="IsMultiLine">Whether its text stands on lines of its own.</param>
    /// <param name="End">The position of the closing quotes.</param>
    private readonly record struct RawShape(int Quotes, int Dollars, bool IsMultiLine, int End)
    {
        public static RawShape Of(TextSegment segment)
        {
            InterpolatedStringExpressionSyntax? interpolated = segment.Syntax.FirstAncestorOrSelf<InterpolatedStringExpressionSyntax>();
            string open = segment.Form == LiteralForm.InterpolatedRaw && interpolated is not null ? interpolated.StringStartToken.Text : segment.Token.Text;
            int dollars = open.Length - open.TrimStart('$').Length;
            int quotes = 0;
            while (dollars + quotes < open.Length && open[dollars + quotes] == '"')
            {
                quotes++;
            }

            if (dollars > 0)
            {
                return new RawShape(quotes, dollars, interpolated!.StringStartToken.IsKind(SyntaxKind.InterpolatedMultiLineRawStringStartToken), interpolated.StringEndToken.Span.End - quotes);
            }

            string text = segment.Token.Text;
            bool isMultiLine = segment.Token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken) || segment.Token.IsKind(SyntaxKind.Utf8MultiLineRawStringLiteralToken);
            return new RawShape(quotes, 0, isMultiLine, segment.Token.SpanStart + text.LastIndexOf('"') + 1 - quotes);
        }

        /// <summary>The white space before each line that is not part of the text.</summary>
        public string Indentation(SourceText source)
        {
            TextLine line = source.Lines.GetLineFromPosition(End);
            string before = source.ToString(TextSpan.FromBounds(line.Start, End));
            return before.Substring(0, before.Length - before.TrimStart().Length);
        }
    }
}
