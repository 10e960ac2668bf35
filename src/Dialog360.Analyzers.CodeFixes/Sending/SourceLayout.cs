using Microsoft.CodeAnalysis;
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

    /// <summary>The text on lines of its own; where <paramref name="kept"/> has several lines, nothing moves, for literals in it must not change.</summary>
    public static string Indented(string text, string indent, string kept, string lineBreak) =>
        kept.IndexOf('\n') >= 0 ? text.Replace("\r\n", "\n").Replace("\n", lineBreak) : text.Replace("\n", lineBreak + indent);
}
