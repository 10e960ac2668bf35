using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Sending.Session;

/// <summary>Says how the rest of the work for one recipient is left out.</summary>
internal static class Leaving
{
    /// <summary>
    /// <c>continue;</c> in a loop over recipients, else <c>return;</c> where the function may end without a result; null where neither may
    /// stand before the statement: a loop that goes on until it succeeds would never end.
    /// </summary>
    /// <param name="statement">The statement.</param>
    /// <param name="mayEnd">Whether the function has no result.</param>
    public static string? At(StatementSyntax statement, bool mayEnd)
    {
        if (statement.Parent is not (BlockSyntax or GlobalStatementSyntax or SwitchSectionSyntax))
        {
            return null;
        }

        foreach (SyntaxNode node in statement.Ancestors())
        {
            switch (node)
            {
                case CommonForEachStatementSyntax:
                    return "continue;";
                case ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax or FinallyClauseSyntax:
                    return null;
                case MemberDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax:
                    return mayEnd && !IsIterator(node) ? "return;" : null;
            }
        }

        return mayEnd ? "return;" : null;
    }

    private static bool IsIterator(SyntaxNode function) =>
        function.DescendantNodes(static node => node is not (LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax)).Any(static node => node is YieldStatementSyntax);
}
