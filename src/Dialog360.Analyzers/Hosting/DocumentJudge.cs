using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.Hosting;

/// <summary>Judges a whole file again, the way the analyzers did, for those who repair it: they need the pictures, not only the places.</summary>
internal static class DocumentJudge
{
    /// <summary>What the payload rules find in a file, ordered by place.</summary>
    /// <param name="model">The file.</param>
    /// <param name="assumed">The generation where the code does not show it (<c>dialog360.api</c>).</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static ImmutableArray<Finding> Findings(SemanticModel model, ApiGeneration assumed, CancellationToken cancellationToken)
    {
        ProgramModel program = ProgramModel.Of(model.Compilation);
        PayloadJudge judge = new(RuleList.Payload, program, assumed, cancellationToken);
        ImmutableArray<Finding>.Builder findings = ImmutableArray.CreateBuilder<Finding>();
        foreach (IOperation root in Roots(model.SyntaxTree, program, cancellationToken))
        {
            findings.AddRange(judge.Judge(root));
        }

        return findings.ToImmutable();
    }

    /// <summary>The roots of the executable bodies in a file, in the order of the text.</summary>
    public static IEnumerable<IOperation> Roots(SyntaxTree tree, ProgramModel program, CancellationToken cancellationToken)
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
}
