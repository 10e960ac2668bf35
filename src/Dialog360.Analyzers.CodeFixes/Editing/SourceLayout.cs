using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>How inserted code is laid out: like the code around it.</summary>
internal static class SourceLayout
{
    /// <summary>The white space at the start of the line on which a node starts.</summary>
    public static string IndentOf(SyntaxNode node)
    {
        SourceText text = node.SyntaxTree.GetText();
        string line = text.Lines.GetLineFromPosition(node.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    /// <summary>The line break that the file of a node uses.</summary>
    public static string LineBreak(SyntaxNode node) => node.SyntaxTree.GetText().ToString().Contains("\r\n") ? "\r\n" : "\n";

    /// <summary>The comment at the end of the last line of a node with the space before it; empty where there is none.</summary>
    public static string RemarkAfter(SyntaxNode node) =>
        string.Concat(node.GetTrailingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)).Select(static trivia => " " + trivia));

    /// <summary>Where a statement begins with the comments on the lines right above it, which are about it.</summary>
    public static int StartWithComments(SyntaxNode statement)
    {
        SourceText text = statement.SyntaxTree.GetText();
        int line = text.Lines.GetLineFromPosition(statement.SpanStart).LineNumber;
        int start = statement.SpanStart;
        if (!string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(text.Lines[line].Start, start))))
        {
            return start;
        }

        foreach (SyntaxTrivia trivia in statement.GetLeadingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)).Reverse())
        {
            if (text.Lines.GetLineFromPosition(trivia.SpanStart).LineNumber != line - 1)
            {
                break;
            }

            start = trivia.SpanStart;
            line--;
        }

        return start;
    }

    /// <summary>Stands between two statements until it is known how they are laid out.</summary>
    public const string NewStatement = "\u0003";

    /// <summary>One level of indentation in the snippets of the catalogue.</summary>
    private const string SnippetLevel = "    ";

    /// <summary>One level of indentation in the file of a node: that of the nearest block around it whose content stands on lines of its own, else of the first one in the file.</summary>
    public static string LevelAt(SyntaxNode node)
    {
        foreach (SyntaxNode block in node.Ancestors().Concat(node.SyntaxTree.GetRoot().DescendantNodes()))
        {
            SyntaxNode? content = block switch
            {
                BlockSyntax { Statements: { Count: > 0 } statements } => statements[0],
                TypeDeclarationSyntax { Members: { Count: > 0 } members } => members[0],
                NamespaceDeclarationSyntax { Members: { Count: > 0 } members } => members[0],
                _ => null,
            };
            if (content is not null && Step(IndentOf(block), IndentOf(content)) is { } level)
            {
                return level;
            }
        }

        return SnippetLevel;
    }

    /// <summary>What an indentation has more than another one, where that is one level.</summary>
    private static string? Step(string outer, string inner)
    {
        string? step = inner.Length > outer.Length && inner.StartsWith(outer, StringComparison.Ordinal) ? inner.Substring(outer.Length) : null;
        return step is "\t" or "  " or "   " or "    " or "        " ? step : null;
    }

    /// <summary>A snippet with the indentation of the file that it goes to.</summary>
    public static string Leveled(string snippet, string level) => string.Join("\n", snippet.Split('\n').Select(line => Leveled(line, level, 0)));

    private static string Leveled(string line, string level, int levels) =>
        line.StartsWith(SnippetLevel, StringComparison.Ordinal)
            ? Leveled(line.Substring(SnippetLevel.Length), level, levels + 1)
            : string.Concat(Enumerable.Repeat(level, levels)) + line;

    /// <summary>
    /// The text of code with the lines behind its first one moved from one indentation to a deeper one; as it is where a literal in it
    /// spans lines and would change, or where the new indentation does not go on from the old one.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="code">The code that it is, or was before an edit inside its lines.</param>
    /// <param name="indent">The indentation that its first line gets.</param>
    public static string Moved(string text, SyntaxNode code, string indent) => MovedFrom(text, code, IndentOf(code), indent);

    /// <summary>The same for code whose first line has the indentation <paramref name="old"/>.</summary>
    public static string MovedFrom(string text, SyntaxNode code, string old, string indent)
    {
        if (text.IndexOf('\n') < 0 || !indent.StartsWith(old, StringComparison.Ordinal) || indent.Length == old.Length || code.DescendantTokens().Any(IsFixed))
        {
            return text;
        }

        string added = indent.Substring(old.Length);
        string[] lines = text.Split('\n');
        return string.Join("\n", lines.Select((line, index) => index == 0 || string.IsNullOrWhiteSpace(line) || line.StartsWith("#", StringComparison.Ordinal) ? line : added + line));
    }

    /// <summary>Whether the lines of a token are part of its value. Those of a raw text may move together.</summary>
    private static bool IsFixed(SyntaxToken token) =>
        token.Text.IndexOf('\n') >= 0 && !token.Text.StartsWith("\"\"\"", StringComparison.Ordinal)
        && token.Parent?.FirstAncestorOrSelf<InterpolatedStringExpressionSyntax>()?.StringStartToken.Text.TrimEnd().EndsWith("\"\"\"", StringComparison.Ordinal) is not true;

    /// <summary>The text on lines of its own; where <paramref name="kept"/> has several lines, nothing moves, for literals in it must not change.</summary>
    public static string Indented(string text, string indent, string kept, string lineBreak) =>
        kept.IndexOf('\n') >= 0 ? text.Replace("\r\n", "\n").Replace("\n", lineBreak) : text.Replace("\n", lineBreak + indent);
}
