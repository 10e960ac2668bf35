using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Sending;

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

    /// <summary>Stands between two statements until it is known how they are laid out.</summary>
    public const string NewStatement = "\u0003";

    /// <summary>One level of indentation.</summary>
    public const string Level = "    ";

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
