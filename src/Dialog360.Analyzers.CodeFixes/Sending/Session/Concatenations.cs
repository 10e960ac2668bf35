using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Sending.Session;

/// <summary>Tidies texts that are put together with <c>+</c> after pieces of them were emptied.</summary>
internal static class Concatenations
{
    /// <summary>The C# of an expression without the empty literals that are added to a text in it, and with one literal for two that stand beside each other now.</summary>
    public static string Tidied(string expression) => Joined(expression.Contains("\"\"") ? WithoutEmptyTexts(expression) : expression);

    /// <summary>Two literals of one line become one, the first two first.</summary>
    private static string Joined(string expression)
    {
        while (expression.Contains("\" + \"")
            && SyntaxFactory.ParseExpression(expression).DescendantNodesAndSelf(static node => node is BinaryExpressionSyntax or ParenthesizedExpressionSyntax).OfType<BinaryExpressionSyntax>().Select(JoinOf).FirstOrDefault(static join => join is not null) is { } found)
        {
            expression = SourceText.From(expression).WithChanges(found).ToString();
        }

        return expression;
    }

    private static TextChange? JoinOf(BinaryExpressionSyntax sum)
    {
        ExpressionSyntax left = sum.Left is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } inner && StartsWithText(inner) ? inner.Right : sum.Left;
        return sum.IsKind(SyntaxKind.AddExpression) && PlainOf(left) is { } first && PlainOf(sum.Right) is { } second && !first.Contains("\\x")
            && sum.ToString().Substring(left.Span.End - sum.SpanStart, sum.Right.SpanStart - left.Span.End).Trim() == "+"
            && sum.ToString().IndexOf('\n', left.Span.End - sum.SpanStart, sum.Right.SpanStart - left.Span.End) < 0
            ? new TextChange(TextSpan.FromBounds(left.SpanStart, sum.Right.Span.End), first.Substring(0, first.Length - 1) + second.Substring(1))
            : null;
    }

    /// <summary>The text of a literal in plain quotes.</summary>
    private static string? PlainOf(ExpressionSyntax expression) =>
        expression is LiteralExpressionSyntax { Token: { RawKind: (int)SyntaxKind.StringLiteralToken, Text: ['"', ..] text } } && text.Length > 1 ? text : null;

    private static string WithoutEmptyTexts(string expression)
    {
        ExpressionSyntax parsed = SyntaxFactory.ParseExpression(expression);
        List<TextChange> changes = [];
        foreach (BinaryExpressionSyntax sum in parsed.DescendantNodesAndSelf(static node => node is BinaryExpressionSyntax or ParenthesizedExpressionSyntax).OfType<BinaryExpressionSyntax>())
        {
            if (sum.IsKind(SyntaxKind.AddExpression) && IsEmpty(sum.Right) && StartsWithText(sum.Left))
            {
                changes.Add(new TextChange(TextSpan.FromBounds(sum.Left.Span.End, sum.Right.Span.End), string.Empty));
            }
        }

        return SourceText.From(expression).WithChanges(changes.OrderBy(static change => change.Span.Start)).ToString();
    }

    private static bool IsEmpty(ExpressionSyntax expression) =>
        expression is LiteralExpressionSyntax { Token: { RawKind: (int)SyntaxKind.StringLiteralToken, ValueText: "" } };

    /// <summary>Whether a sum is one of texts from its first operand on, so that an empty text in it changes nothing.</summary>
    private static bool StartsWithText(ExpressionSyntax expression)
    {
        while (expression is BinaryExpressionSyntax sum)
        {
            expression = sum.Left;
        }

        return expression is InterpolatedStringExpressionSyntax || expression.IsKind(SyntaxKind.StringLiteralExpression);
    }
}
