using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.Program.Bodies;

/// <summary>Tells by syntax alone which member, and which body, a piece of code stands in.</summary>
internal static class BodySyntax
{
    /// <summary>The member that a node stands in; the whole file for top-level statements; null for what stands in none.</summary>
    public static SyntaxNode? MemberAround(SyntaxNode node)
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

    /// <summary>The declaration of the body that a node stands in: a method, an accessor, an initializer, the whole file; null where it stands in none.</summary>
    public static SyntaxNode? DeclarationAround(SyntaxNode node)
    {
        SyntaxNode? declaration = node;
        while (declaration is not null && !IsBody(declaration))
        {
            declaration = declaration.Parent;
        }

        return declaration;
    }

    /// <summary>The method or constructor with a body, or the top-level program, that a node stands in; null where it stands in none.</summary>
    public static SyntaxNode? FunctionAround(SyntaxNode node) => MemberAround(node) switch
    {
        MethodDeclarationSyntax { Body: null, ExpressionBody: null } => null,
        MethodDeclarationSyntax or ConstructorDeclarationSyntax => MemberAround(node),
        CompilationUnitSyntax unit when (node == unit || node.FirstAncestorOrSelf<GlobalStatementSyntax>() is not null) && unit.Members.Any(static member => member is GlobalStatementSyntax) => unit,
        _ => null,
    };

    private static bool IsBody(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or CompilationUnitSyntax => true,
        ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax or IndexerDeclarationSyntax } => true,
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax } => true,
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } } => true,
        _ => false,
    };
}
