using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Sending.Session;

/// <summary>Writes the statements that send under a check, laid out like the code around them.</summary>
internal static class GuardText
{
    private const string SendMark = "\u0001";
    private const string TemplateMark = "\u0002";

    /// <summary>An <c>if</c> with the send and an <c>else</c> with the template in the place of a statement or body.</summary>
    /// <param name="place">The place.</param>
    /// <param name="condition">The condition under which the send runs.</param>
    /// <param name="template">The statements that send the template, with line breaks between them.</param>
    public static TextChange Branch(GuardPlace place, string condition, string template)
    {
        SyntaxNode layout = place.Node is ArrowExpressionClauseSyntax { Parent: { } declaration } ? declaration : place.Node;
        string comment = place.Form == GuardForm.Branch ? CommentAfter(place.Node) : string.Empty;
        string send = place.Form == GuardForm.Branch ? place.Node + comment : (place.Returns ? "return " : string.Empty) + place.Expression + ";";
        string level = SourceLayout.LevelAt(layout);
        string text = SourceLayout.Leveled(FixTexts.Snippet("guard-with-new-check", ("check", condition), ("send", SendMark), ("template", TemplateMark)), level);
        bool hasBlock = place.Form == GuardForm.Body || place.Node.Parent is not (BlockSyntax or GlobalStatementSyntax or SwitchSectionSyntax);
        if (hasBlock)
        {
            text = "{\n" + level + (CommentsOf(place.Node) + text).Replace("\n", "\n" + level) + "\n}";
        }

        bool isEmbedded = hasBlock && place.Form == GuardForm.Branch;
        string indent = SourceLayout.IndentOf(isEmbedded ? place.Node.Parent! : layout);
        string inner = indent + level + (hasBlock ? level : string.Empty);
        string body = Fill(text, indent, SourceLayout.LineBreak(layout), SourceLayout.Moved(send, place.Expression, inner), SourceLayout.Moved(template, place.Expression, inner), inner);
        if (place.Node is not ArrowExpressionClauseSyntax)
        {
            (int start, string opening) = isEmbedded ? BraceOf(place.Node, indent) : (place.Node.SpanStart, string.Empty);
            return new TextChange(TextSpan.FromBounds(start, place.Node.Span.End + comment.Length), opening + body);
        }

        SyntaxToken before = place.Node.GetFirstToken().GetPreviousToken();
        return new TextChange(TextSpan.FromBounds(before.Span.End, layout.Span.End), SourceLayout.LineBreak(layout) + indent + body);
    }

    /// <summary>Where the brace before an embedded statement goes, and what stands before it: a line of its own, unless the file puts its braces at the end of lines.</summary>
    private static (int Start, string Opening) BraceOf(SyntaxNode statement, string indent)
    {
        SourceText text = statement.SyntaxTree.GetText();
        int line = text.Lines.GetLineFromPosition(statement.SpanStart).Start;
        if (string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(line, statement.SpanStart))))
        {
            return (line, indent);
        }

        SyntaxToken before = statement.GetFirstToken().GetPreviousToken();
        bool endsLines = statement.SyntaxTree.GetRoot().DescendantNodes().OfType<BlockSyntax>().Any(block => block.ToString().IndexOf('\n') >= 0
            && text.Lines.GetLineFromPosition(block.SpanStart).LineNumber == text.Lines.GetLineFromPosition(block.GetFirstToken().GetPreviousToken().SpanStart).LineNumber);
        return endsLines || before.TrailingTrivia.Any(static trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia)) ? (statement.SpanStart, string.Empty) : (before.Span.End, SourceLayout.LineBreak(statement) + indent);
    }

    /// <summary>The comment at the end of the line on which a statement ends, with the space before it; it is about that statement.</summary>
    private static string CommentAfter(SyntaxNode statement)
    {
        string trailing = statement.GetTrailingTrivia().ToFullString().TrimEnd('\r', '\n');
        return trailing.TrimStart().StartsWith("//", StringComparison.Ordinal) ? trailing : string.Empty;
    }

    /// <summary>The comments between the arrow of a body and its expression, each on a line of its own.</summary>
    private static string CommentsOf(SyntaxNode node) => node is ArrowExpressionClauseSyntax arrow
        ? string.Concat(arrow.ArrowToken.TrailingTrivia.Concat(arrow.Expression.GetLeadingTrivia())
            .Where(static trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
            .Select(static trivia => trivia.ToString().Replace("\r\n", "\n") + "\n"))
        : string.Empty;

    /// <summary>The same for several statements, which both branches run.</summary>
    public static TextChange Branch(StatementSyntax first, StatementSyntax last, string condition, string send, string template)
    {
        string indent = SourceLayout.IndentOf(first);
        string level = SourceLayout.LevelAt(first);
        string inner = indent + level;
        string text = SourceLayout.Leveled(FixTexts.Snippet("guard-with-new-check", ("check", condition), ("send", SendMark), ("template", TemplateMark)), level);
        SyntaxNode all = first.Parent!;
        return new TextChange(TextSpan.FromBounds(first.SpanStart, last.Span.End), Fill(text, indent, SourceLayout.LineBreak(first), Moved(send), Moved(template), inner));

        string Moved(string statements) => SourceLayout.MovedFrom(statements, all, indent, inner);
    }

    /// <summary>An <c>if</c> before a statement that sends the template and leaves.</summary>
    public static TextChange Before(SyntaxNode node, string closed, string template, string leave)
    {
        string indent = SourceLayout.IndentOf(node);
        string level = SourceLayout.LevelAt(node);
        string text = SourceLayout.Leveled(FixTexts.Snippet("guard-before", ("closed", closed), ("template", TemplateMark), ("leave", leave)), level) + "\n\n";
        return new TextChange(new TextSpan(node.SpanStart, 0), Fill(text, indent, SourceLayout.LineBreak(node), string.Empty, template, indent + level));
    }

    /// <summary>A choice between two expressions.</summary>
    /// <param name="expression">The expression in whose place it stands, or from which it is taken out.</param>
    /// <param name="indent">The indentation of the line on which it begins.</param>
    /// <param name="condition">The condition under which the first one is taken.</param>
    /// <param name="first">The text of the first.</param>
    /// <param name="second">The text of the second.</param>
    public static string Choice(ExpressionSyntax expression, string indent, string condition, string first, string second)
    {
        string level = SourceLayout.LevelAt(expression);
        string inner = indent + level;
        string text = SourceLayout.Leveled(FixTexts.Snippet("choose-message", ("check", condition), ("send", SendMark), ("template", TemplateMark)), level);
        return Fill(text, indent, SourceLayout.LineBreak(expression), SourceLayout.Moved(first, expression, inner), SourceLayout.Moved(second, expression, inner), inner);
    }

    /// <summary>A choice between two expressions in the place of one.</summary>
    public static TextChange Choice(ExpressionSyntax expression, string condition, string first, string second)
    {
        string choice = Choice(expression, SourceLayout.IndentOf(expression), condition, first, second);
        bool standsAlone = expression.Parent is EqualsValueClauseSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax or ArgumentSyntax or ParenthesizedExpressionSyntax or AnonymousMethodExpressionSyntax or LambdaExpressionSyntax
            || (expression.Parent is AssignmentExpressionSyntax assignment && assignment.Right == expression);
        return new TextChange(expression.Span, standsAlone ? choice : "(" + choice + ")");
    }

    /// <summary>Puts texts that are laid out already into a snippet; lines of the template that are not get the inner indentation.</summary>
    private static string Fill(string snippet, string indent, string lineBreak, string send, string template, string inner) =>
        snippet.Replace("\n", lineBreak + indent).Replace(lineBreak + indent + lineBreak, lineBreak + lineBreak)
            .Replace(SendMark, send)
            .Replace(TemplateMark, template.Replace(SourceLayout.NewStatement, lineBreak + inner));
}
