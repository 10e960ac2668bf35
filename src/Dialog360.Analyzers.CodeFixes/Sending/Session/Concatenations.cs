using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Sending.Session;

/// <summary>Tidies texts that are put together with <c>+</c> after pieces of them were emptied.</summary>
internal static class Concatenations
{
    /// <summary>The C# of an expression without the empty literals that are added to a text in it.</summary>
    public static string WithoutEmptyTexts(string expression)
    {
        if (!expression.Contains("\"\""))
        {
            return expression;
        }

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
