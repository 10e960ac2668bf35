using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.Program.Objects;

/// <summary>Looks into the accessors of properties: which of them do more than keep one value.</summary>
internal static class Accessors
{
    /// <summary>Whether the getter computes its value, so that the property is never left out.</summary>
    public static bool Computes(ISymbol member) =>
        SyntaxOf(member) is { } property
        && (property.ExpressionBody is not null || property.AccessorList?.Accessors.Any(static accessor => accessor.Keyword.Text == "get" && (accessor.Body is not null || accessor.ExpressionBody is not null)) == true);

    /// <summary>Whether setting the member may set others as well: its setter does more than one assignment, or one to something that is no plain field.</summary>
    public static bool SetsMore(ISymbol member, ValueResolver resolver)
    {
        foreach (AccessorDeclarationSyntax accessor in SyntaxOf(member)?.AccessorList?.Accessors ?? default)
        {
            if (accessor.Keyword.Text is not ("set" or "init") || accessor is { Body: null, ExpressionBody: null })
            {
                continue;
            }

            ExpressionSyntax? only = accessor.ExpressionBody?.Expression
                ?? (accessor.Body!.Statements is [ExpressionStatementSyntax { Expression: var expression }] ? expression : null);
            if (only is not AssignmentExpressionSyntax { Left: var target }
                || resolver.Program.SemanticModelOf(target.SyntaxTree).GetSymbolInfo(target, resolver.CancellationToken).Symbol is not IFieldSymbol)
            {
                return true;
            }
        }

        return false;
    }

    private static PropertyDeclarationSyntax? SyntaxOf(ISymbol member) =>
        member is IPropertySymbol { DeclaringSyntaxReferences: [{ } reference] } ? reference.GetSyntax() as PropertyDeclarationSyntax : null;
}
