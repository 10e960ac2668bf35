using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

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
    public static IEnumerable<IOperation> In(SyntaxTree tree, ProgramModel program, CancellationToken cancellationToken) => In(tree, program, null, cancellationToken);

    /// <summary>The roots of the executable bodies in a file around or in a stretch of it, in the order of the text; no other is bound.</summary>
    public static IEnumerable<IOperation> In(SyntaxTree tree, ProgramModel program, TextSpan? place, CancellationToken cancellationToken)
    {
        SyntaxNode root = tree.GetRoot(cancellationToken);
        if (root is CompilationUnitSyntax unit && unit.Members.Any(static member => member is GlobalStatementSyntax))
        {
            if (program.SemanticModelOf(tree).GetOperation(unit, cancellationToken) is { } body)
            {
                yield return body;
            }
        }

        foreach (SyntaxNode node in DeclarationsIn(root, place))
        {
            if ((node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax }
                or EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } })
                && program.SemanticModelOf(tree).GetOperation(node, cancellationToken) is { } operation)
            {
                yield return operation;
            }
        }
    }

    /// <summary>The roots of the attributes and of the defaults of parameters in a file, in the order of the text: rules about access judge them too.</summary>
    public static IEnumerable<IOperation> OfConstants(SyntaxTree tree, ProgramModel program, TextSpan? place, CancellationToken cancellationToken)
    {
        foreach (SyntaxNode node in DeclarationsIn(tree.GetRoot(cancellationToken), place))
        {
            if (node is AttributeSyntax or EqualsValueClauseSyntax { Parent: ParameterSyntax }
                && program.SemanticModelOf(tree).GetOperation(node, cancellationToken) is { } operation)
            {
                yield return operation;
            }
        }
    }

    private static IEnumerable<SyntaxNode> DeclarationsIn(SyntaxNode root, TextSpan? place) => root
        .DescendantNodes(node => node is not (StatementSyntax or ExpressionSyntax) && (place is null || node.FullSpan.IntersectsWith(place.Value)))
        .Where(node => place is null || node.FullSpan.IntersectsWith(place.Value));
}
