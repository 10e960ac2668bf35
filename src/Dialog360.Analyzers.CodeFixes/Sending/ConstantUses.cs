using Dialog360.Analyzers.Program;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Sending;

/// <summary>Tells whether a constant stands where only a constant may stand, so that it cannot become a variable.</summary>
internal static class ConstantUses
{
    /// <summary>Whether one of the constants that a declaration makes is used in an attribute, a label, a default or another constant.</summary>
    /// <param name="keyword">The keyword <c>const</c> of the declaration.</param>
    /// <param name="model">The file.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static bool Any(SyntaxToken keyword, SemanticModel model, CancellationToken cancellationToken)
    {
        IEnumerable<VariableDeclaratorSyntax> declarators = keyword.Parent?.DescendantNodes().OfType<VariableDeclaratorSyntax>() ?? [];
        foreach (ISymbol constant in declarators.Select(declarator => model.GetDeclaredSymbol(declarator, cancellationToken)).OfType<ISymbol>())
        {
            foreach (SyntaxTree tree in model.Compilation.SyntaxTrees)
            {
                if (tree.GetText(cancellationToken).ToString().IndexOf(constant.Name, StringComparison.Ordinal) >= 0 && AnyIn(tree, constant, model, cancellationToken))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool AnyIn(SyntaxTree tree, ISymbol constant, SemanticModel model, CancellationToken cancellationToken)
    {
        SemanticModel? other = null;
        foreach (IdentifierNameSyntax name in tree.GetRoot(cancellationToken).DescendantNodes().OfType<IdentifierNameSyntax>())
        {
            if (name.Identifier.ValueText == constant.Name && NeedsConstant(name))
            {
                other ??= tree == model.SyntaxTree ? model : ProgramModel.Of(model.Compilation).SemanticModelOf(tree);
                if (SymbolEqualityComparer.Default.Equals(other.GetSymbolInfo(name, cancellationToken).Symbol, constant))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool NeedsConstant(SyntaxNode name)
    {
        foreach (SyntaxNode node in name.Ancestors())
        {
            switch (node)
            {
                case AttributeSyntax or CaseSwitchLabelSyntax or ConstantPatternSyntax or EqualsValueClauseSyntax { Parent: ParameterSyntax } or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression }:
                    return true;
                case EqualsValueClauseSyntax { Parent.Parent.Parent: FieldDeclarationSyntax field }:
                    return field.Modifiers.Any(static modifier => modifier.ValueText == "const");
                case EqualsValueClauseSyntax { Parent.Parent.Parent: LocalDeclarationStatementSyntax { IsConst: true } }:
                    return true;
                case StatementSyntax or MemberDeclarationSyntax:
                    return false;
            }
        }

        return false;
    }
}
