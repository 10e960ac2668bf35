using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Payloads.Readers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Sending.Session;

/// <summary>An object that the recipient is read from: the customer, the order of the customer.</summary>
/// <param name="Text">How it is written: <c>order.Customer</c>.</param>
/// <param name="Type">Its type.</param>
internal sealed record RecipientEntity(string Text, INamedTypeSymbol Type);

/// <summary>Finds the objects that a recipient is read from.</summary>
internal static class RecipientEntities
{
    /// <summary>The objects that can be named at a position, the nearest to the recipient first.</summary>
    public static ImmutableArray<RecipientEntity> Of(RecipientText recipient, int position, SemanticModel model)
    {
        List<RecipientEntity> entities = [];
        ExpressionSyntax origin = recipient.Path.IsEmpty ? OriginOf(recipient.Expression, position, model) : recipient.Expression;
        for (int count = recipient.Path.Length - 1; count >= 0; count--)
        {
            string text = string.Join(".", new[] { origin.ToString() }.Concat(recipient.Path.Take(count).Select(static member => member.Name)));
            Add(text, count == 0 ? model.GetTypeInfo(origin).Type : MemberFinder.TypeOf(recipient.Path[count - 1]), entities);
        }

        // Of a recipient that is put together ("+" + customer.Phone), the first member that is read.
        ExpressionSyntax? current = origin.DescendantNodesAndSelf().FirstOrDefault(node => node is MemberAccessExpressionSyntax access && model.GetSymbolInfo(access).Symbol is IPropertySymbol or IFieldSymbol) as ExpressionSyntax;
        while (current is MemberAccessExpressionSyntax { Expression: var inner })
        {
            if (RepeatableExpressions.IsRepeatable(inner, model) && RepeatableExpressions.IsVisibleAt(inner, position, model) && model.GetSymbolInfo(inner).Symbol is not ITypeSymbol)
            {
                Add(inner.ToString(), model.GetTypeInfo(inner).Type, entities);
            }

            current = inner;
        }

        if (entities.Count == 0 && origin is IdentifierNameSyntax && model.GetSymbolInfo(origin).Symbol is IPropertySymbol { IsStatic: false } or IFieldSymbol { IsStatic: false, IsReadOnly: false })
        {
            Add("this", model.GetSymbolInfo(origin).Symbol!.ContainingType, entities);
        }

        return entities.ToImmutableArray();
    }

    /// <summary>What a local that is assigned once was set to: <c>string to = customer.Phone;</c>.</summary>
    private static ExpressionSyntax OriginOf(ExpressionSyntax expression, int position, SemanticModel model) =>
        expression is IdentifierNameSyntax
        && model.GetSymbolInfo(expression).Symbol is ILocalSymbol { DeclaringSyntaxReferences: [{ } reference] }
        && reference.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: { } value }
        && RepeatableExpressions.IsVisibleAt(value, position, model)
            ? value
            : expression;

    private static void Add(string text, ITypeSymbol? type, List<RecipientEntity> entities)
    {
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface, SpecialType: SpecialType.None, IsAnonymousType: false } named
            && !TypedObjectReader.IsFrameworkType(named) && !entities.Any(entity => entity.Text == text))
        {
            entities.Add(new RecipientEntity(text, named));
        }
    }
}
