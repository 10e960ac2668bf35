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
    public static IEnumerable<IOperation> In(SyntaxTree tree, ProgramModel program, CancellationToken cancellationToken) =>
        In(tree, program, null, static node => !IsConstant(node), cancellationToken);

    /// <summary>
    /// The roots of the executable bodies in a file, and those of its attributes and of the defaults of parameters: rules about messages and access judge
    /// them too. What is not asked for is not bound.
    /// </summary>
    /// <param name="tree">The file.</param>
    /// <param name="program">The compilation.</param>
    /// <param name="place">Only what stands around or in this stretch; null for all.</param>
    /// <param name="isWanted">Which of them; null for all.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static IEnumerable<IOperation> In(SyntaxTree tree, ProgramModel program, TextSpan? place, Func<SyntaxNode, bool>? isWanted, CancellationToken cancellationToken)
    {
        foreach (SyntaxNode node in DeclarationsIn(tree.GetRoot(cancellationToken), place))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (IsRoot(node) && isWanted?.Invoke(node) != false && program.SemanticModelOf(tree).GetOperation(node, cancellationToken) is { } operation)
            {
                yield return operation;
            }
        }
    }

    private static bool IsConstant(SyntaxNode node) => node is AttributeSyntax or EqualsValueClauseSyntax { Parent: ParameterSyntax };

    private static bool IsRoot(SyntaxNode node) => node switch
    {
        CompilationUnitSyntax unit => unit.Members.Any(static member => member is GlobalStatementSyntax),
        BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax } => true,
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } } => true,

        // The constructor that the parameters of a type make, where it hands arguments to its base.
        TypeDeclarationSyntax { ParameterList: not null, BaseList.Types: [PrimaryConstructorBaseTypeSyntax, ..] } => true,
        _ => IsConstant(node),
    };

    private static IEnumerable<SyntaxNode> DeclarationsIn(SyntaxNode root, TextSpan? place) => root
        .DescendantNodesAndSelf(node => node is not (StatementSyntax or ExpressionSyntax) && (place is null || node.FullSpan.IntersectsWith(place.Value)))
        .Where(node => place is null || node.FullSpan.IntersectsWith(place.Value));
}
