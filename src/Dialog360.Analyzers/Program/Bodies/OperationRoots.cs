using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.Program.Bodies;

/// <summary>Finds the body that an operation stands in: what is made once per body is kept under its root.</summary>
internal static class OperationRoots
{
    /// <summary>The outermost operation around <paramref name="operation"/>: the method with its lambdas and local functions, the initializer.</summary>
    public static IOperation Root(this IOperation operation)
    {
        while (operation.Parent is { } parent)
        {
            operation = parent;
        }

        return operation;
    }

    /// <summary>The roots of the executable bodies in a file, in the order of the text.</summary>
    public static IEnumerable<IOperation> In(SyntaxTree tree, ProgramModel program, CancellationToken cancellationToken)
    {
        SemanticModel model = program.SemanticModelOf(tree);
        SyntaxNode root = tree.GetRoot(cancellationToken);
        if (root is CompilationUnitSyntax unit && unit.Members.Any(member => member is GlobalStatementSyntax)
            && model.GetOperation(unit, cancellationToken) is { } body)
        {
            yield return body;
        }

        foreach (SyntaxNode node in root.DescendantNodes(node => node is not (StatementSyntax or ExpressionSyntax)))
        {
            if ((node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax }
                or EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } })
                && model.GetOperation(node, cancellationToken) is { } operation)
            {
                yield return operation;
            }
        }
    }

    /// <summary>The roots of the attributes and of the defaults of parameters in a file, in the order of the text: rules about access judge them too.</summary>
    public static IEnumerable<IOperation> OfConstants(SyntaxTree tree, ProgramModel program, CancellationToken cancellationToken)
    {
        SemanticModel model = program.SemanticModelOf(tree);
        foreach (SyntaxNode node in tree.GetRoot(cancellationToken).DescendantNodes(static node => node is not (StatementSyntax or ExpressionSyntax)))
        {
            if (node is AttributeSyntax or EqualsValueClauseSyntax { Parent: ParameterSyntax } && model.GetOperation(node, cancellationToken) is { } operation)
            {
                yield return operation;
            }
        }
    }
}
