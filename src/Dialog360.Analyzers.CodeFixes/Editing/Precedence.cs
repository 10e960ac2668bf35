using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>Puts parentheses around an expression where its new neighbours would tear it apart.</summary>
internal static class Precedence
{
    /// <summary>The text of <paramref name="expression"/> for the place of <paramref name="place"/>.</summary>
    public static string Keep(ExpressionSyntax expression, ExpressionSyntax place)
    {
        bool standsAlone = place.Parent is ArgumentSyntax or EqualsValueClauseSyntax or AnonymousObjectMemberDeclaratorSyntax or ArrowExpressionClauseSyntax or ReturnStatementSyntax or ParenthesizedExpressionSyntax
            || (place.Parent is AssignmentExpressionSyntax assignment && assignment.Right == place);
        bool isWhole = expression is LiteralExpressionSyntax or SimpleNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax
            or InterpolatedStringExpressionSyntax or ParenthesizedExpressionSyntax or BaseObjectCreationExpressionSyntax or ConditionalAccessExpressionSyntax;
        return standsAlone || isWhole ? expression.ToString() : $"({expression})";
    }
}
