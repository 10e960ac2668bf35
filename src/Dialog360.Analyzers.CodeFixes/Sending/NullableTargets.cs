using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.CodeFixes.Sending;

/// <summary>Tells what becomes of an expression in code that is checked for null.</summary>
internal static class NullableTargets
{
    /// <summary>Whether the compiler would warn about a value that may be null in the place of the expression.</summary>
    public static bool RefusesNull(SyntaxNode expression, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetNullableContext(expression.SpanStart).WarningsEnabled()
        && model.GetOperation(expression, cancellationToken) is { } operation
        && TypeAround(operation, model, cancellationToken) is { NullableAnnotation: NullableAnnotation.NotAnnotated };

    /// <summary>The declared type of what takes the value; null where it is inferred or not known.</summary>
    private static ITypeSymbol? TypeAround(IOperation operation, SemanticModel model, CancellationToken cancellationToken)
    {
        for (IOperation current = operation; current.Parent is { } parent; current = parent)
        {
            switch (parent)
            {
                case IArgumentOperation argument:
                    return argument.Parameter?.Type;
                case IFieldInitializerOperation field:
                    return field.InitializedFields[0].Type;
                case IPropertyInitializerOperation property:
                    return property.InitializedProperties[0].Type;
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }:
                    return local.Type;
                case ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: IPropertySymbol property } }:
                    return property.Type;
                case ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: IFieldSymbol field } }:
                    return field.Type;
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } }:
                    return local.Type;
                case IArrayInitializerOperation { Parent: IArrayCreationOperation { Type: IArrayTypeSymbol array } }:
                    return array.ElementType;
                case IReturnOperation:
                    return model.GetEnclosingSymbol(operation.Syntax.SpanStart, cancellationToken) is IMethodSymbol method ? method.ReturnType : null;
                case IInvocationOperation:
                    // The value is called: "...".Trim()
                    return operation.Type?.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
            }
        }

        return null;
    }
}
