using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>
/// Finds the values at the same place of the objects beside one: elements of <c>new[] { … }</c>, arms of a choice. Their anonymous types have to
/// stay one and the same, so that a value of another type goes into all of them or none.
/// </summary>
internal static class SiblingValues
{
    /// <summary>The expressions that stand where <paramref name="value"/> stands in the objects beside its own; none where the object stands alone.</summary>
    public static IEnumerable<ExpressionSyntax> Of(ExpressionSyntax value)
    {
        List<string> path = [];
        SyntaxNode node = value;
        while (node.Parent is AnonymousObjectMemberDeclaratorSyntax { Parent: AnonymousObjectCreationExpressionSyntax creation } declarator)
        {
            path.Insert(0, NameOf(declarator));
            IEnumerable<ExpressionSyntax> beside = creation.Parent switch
            {
                InitializerExpressionSyntax { Parent: ImplicitArrayCreationExpressionSyntax } list => list.Expressions,
                ConditionalExpressionSyntax conditional => [conditional.WhenTrue, conditional.WhenFalse],
                SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } => choice.Arms.Select(static arm => arm.Expression),
                _ => [],
            };
            foreach (ExpressionSyntax other in beside)
            {
                if (other != creation && At(other, path) is { } same)
                {
                    yield return same;
                }
            }

            node = creation;
        }
    }

    private static ExpressionSyntax? At(ExpressionSyntax? creation, IEnumerable<string> path)
    {
        foreach (string name in path)
        {
            creation = (creation as AnonymousObjectCreationExpressionSyntax)?.Initializers.FirstOrDefault(each => NameOf(each) == name)?.Expression;
        }

        return creation;
    }

    private static string NameOf(AnonymousObjectMemberDeclaratorSyntax declarator) =>
        declarator.NameEquals?.Name.Identifier.ValueText ?? SyntaxFacts.TryGetInferredMemberName(declarator.Expression) ?? string.Empty;
}
