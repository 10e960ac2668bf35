using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.Catalog;

/// <summary>Tells by syntax alone which member a piece of code stands in.</summary>
internal static class MemberNames
{
    /// <summary>The member that a node stands in; the whole file for top-level statements; null for what stands in none.</summary>
    public static SyntaxNode? MemberOf(SyntaxNode node)
    {
        for (SyntaxNode? current = node; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case CompilationUnitSyntax:
                    return current;
                case GlobalStatementSyntax:
                    return current.SyntaxTree.GetRoot();
                case BaseTypeDeclarationSyntax or BaseNamespaceDeclarationSyntax:
                    return null;
                case MemberDeclarationSyntax:
                    return current;
            }
        }

        return null;
    }
}
