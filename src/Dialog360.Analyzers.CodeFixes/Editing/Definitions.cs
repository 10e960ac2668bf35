using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>Finds where a value is really written: in the declaration of the constant, field or local that the message names.</summary>
internal static class Definitions
{
    private const int MaxSteps = 16;

    /// <summary>The expression that writes the value of <paramref name="expression"/>; the expression itself where it is not written in a declaration.</summary>
    public static ExpressionSyntax Follow(ExpressionSyntax expression, EditContext context)
    {
        for (int step = 0; step < MaxSteps; step++)
        {
            if (context.OperationOf(expression) is not { } operation || Next(ValueResolver.Strip(operation), context) is not { } next || next == expression)
            {
                return expression;
            }

            expression = next;
        }

        return expression;
    }

    /// <summary>The name of the variable, field or property that an expression reads; null for other expressions.</summary>
    public static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax identifier => identifier.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => null,
    };

    /// <summary>Whether the declaration that <paramref name="place"/> is the value of still compiles with a value that may be of another type.</summary>
    public static bool MayChangeType(ExpressionSyntax place, string written, EditContext context)
    {
        if (place.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type.IsVar: true } } declarator })
        {
            return true;
        }

        // The type of a "var" follows its value: only where nothing but the message sees the variable.
        bool sameKind = context.ModelOf(place).GetTypeInfo(place).Type?.SpecialType is SpecialType.System_String or SpecialType.System_Double or SpecialType.System_Decimal or SpecialType.System_Single
            || written.IndexOfAny(['.', '"']) < 0;
        return sameKind
            || (context.ModelOf(place).GetDeclaredSymbol(declarator) is ILocalSymbol local
                && context.OperationOf(place) is { } operation
                && LocalFacts.Of(operation).References(local).Length <= 1);
    }

    /// <summary>Whether changes stay inside the expression of a value, or in the declaration of a local that nothing else reads.</summary>
    public static bool AreOnlyFor(PayloadNode node, ImmutableArray<SourceChange> changes, EditContext context)
    {
        if (changes.All(change => change.Tree == node.Origin.Syntax.SyntaxTree && node.Origin.Syntax.Span.Contains(change.Span)))
        {
            return true;
        }

        return ExpressionEditor.ExpressionOf(node) is { } use
            && context.OperationOf(use) is { } operation
            && ValueResolver.Strip(operation) is ILocalReferenceOperation { Local: var local }
            && LocalFacts.Of(operation) is var facts
            && facts.References(local).Length == 1
            && facts.InitializerOf(local)?.Syntax.Span is { } initializer
            && changes.All(change => initializer.Contains(change.Span));
    }

    private static ExpressionSyntax? Next(IOperation operation, EditContext context)
    {
        switch (operation)
        {
            case IFieldReferenceOperation { Field: { IsConst: true } constant }:
                return InitializerOf(constant, context);
            case ILocalReferenceOperation or IFieldReferenceOperation:
                IOperation resolved = context.Resolver.Resolve(operation);
                return resolved.Syntax as ExpressionSyntax;
            default:
                return null;
        }
    }

    private static ExpressionSyntax? InitializerOf(IFieldSymbol field, EditContext context)
    {
        ImmutableArray<SyntaxReference> references = field.DeclaringSyntaxReferences;
        return references is [{ } reference]
            && context.Program.Compilation.ContainsSyntaxTree(reference.SyntaxTree)
            && reference.GetSyntax(context.CancellationToken) is VariableDeclaratorSyntax { Initializer.Value: { } value }
                ? value
                : null;
    }
}

/// <summary>What type an expression has to have where it stands.</summary>
internal static class TargetTypes
{
    /// <summary>The type that the place expects; null where any will do.</summary>
    public static ITypeSymbol? Of(ExpressionSyntax expression, EditContext context)
    {
        SyntaxNode? parent = expression.Parent;
        while (parent is ParenthesizedExpressionSyntax or ConditionalExpressionSyntax or CastExpressionSyntax)
        {
            if (parent is CastExpressionSyntax cast)
            {
                return context.ModelOf(cast).GetTypeInfo(cast.Type).Type;
            }

            parent = parent.Parent;
        }

        bool isFree = parent is AnonymousObjectMemberDeclaratorSyntax
            or EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Type.IsVar: true } } }
            || IsTreeValue(parent, context);
        return isFree ? null : context.ModelOf(expression).GetTypeInfo(expression, context.CancellationToken).ConvertedType;
    }

    /// <summary>Whether it is the argument of a factory of JSON values, which has an overload for every kind of value.</summary>
    private static bool IsTreeValue(SyntaxNode? parent, EditContext context) =>
        parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax } argument
        && context.ModelOf(argument).GetSymbolInfo(argument.Parent!.Parent!).Symbol?.ContainingType.Name is "JsonValue" or "JToken" or "JValue";
}
