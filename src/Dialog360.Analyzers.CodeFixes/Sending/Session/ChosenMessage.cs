using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Sending.Session;

/// <summary>
/// Lets the check choose what is sent: <c>IsSessionOpen(to) ? text : template</c> where the message is created. What happens to it and to
/// the answer stays as it is.
/// </summary>
internal static class ChosenMessage
{
    /// <summary>The changes; null where a choice cannot stand in the place of the message.</summary>
    public static List<TextChange>? Changes(MessageRewrite message, string condition, SemanticModel model)
    {
        ExpressionSyntax expression = message.Place;
        if (OwnStatement.Before(expression, model) is { } statement)
        {
            return OwnStatement.Declare(statement, message, condition, model);
        }

        VariableDeclarationSyntax? declaration = (expression.Parent as EqualsValueClauseSyntax)?.Parent?.Parent as VariableDeclarationSyntax;
        List<TextChange> changes = [];
        if (declaration?.Parent is LocalDeclarationStatementSyntax { IsConst: true } constant)
        {
            SyntaxToken word = constant.Modifiers.First(static modifier => modifier.IsKind(SyntaxKind.ConstKeyword));
            changes.Add(new TextChange(TextSpan.FromBounds(word.SpanStart, word.GetNextToken().SpanStart), string.Empty));
        }

        string cast = string.Empty;
        if (message.IsAnonymous)
        {
            // The two objects have two types: what takes them has to take any.
            bool maySay = ((CSharpParseOptions)expression.SyntaxTree.Options).LanguageVersion >= LanguageVersion.CSharp9;
            if (declaration is { Type.IsVar: true })
            {
                if (IsTakenApart(declaration.Variables[0], model))
                {
                    return null;
                }

                changes.Add(new TextChange(declaration.Type.Span, "object"));
                cast = maySay ? string.Empty : "(object)";
            }
            else
            {
                cast = maySay && model.GetTypeInfo(expression).ConvertedType?.SpecialType == SpecialType.System_Object ? string.Empty : "(object)";
            }
        }

        changes.Add(GuardText.Choice(expression, condition, cast + expression, message.TextBeside));
        return changes;
    }

    /// <summary>Whether members of the object are read, which one of any type does not have.</summary>
    private static bool IsTakenApart(VariableDeclaratorSyntax variable, SemanticModel model)
    {
        ISymbol? local = model.GetDeclaredSymbol(variable);
        SyntaxNode? block = variable.FirstAncestorOrSelf<BlockSyntax>() ?? variable.SyntaxTree.GetRoot();
        return block.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name =>
            name.Identifier.ValueText == variable.Identifier.ValueText
            && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name).Symbol, local)
            && name.Parent is MemberAccessExpressionSyntax or ConditionalAccessExpressionSyntax or WithExpressionSyntax or AssignmentExpressionSyntax);
    }
}
