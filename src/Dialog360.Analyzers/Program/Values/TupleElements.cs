using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Program.Values;

/// <summary>Elements of tuples, by name and place.</summary>
internal static class TupleElements
{
    /// <summary>The position of an element in its tuple type.</summary>
    public static int IndexOf(IFieldSymbol item)
    {
        int index = 0;
        foreach (IFieldSymbol element in item.ContainingType.TupleElements)
        {
            if (element.Name == item.Name || element.CorrespondingTupleField?.Name == item.Name)
            {
                return index;
            }

            index++;
        }

        return int.MaxValue;
    }

    /// <summary>The value of the element that a path begins with; null where it begins with something else.</summary>
    public static IOperation? ValueOf(ITupleOperation tuple, ImmutableArray<ISymbol> path) =>
        path is [IFieldSymbol { ContainingType.IsTupleType: true } element, ..] && IndexOf(element) is var index && index < tuple.Elements.Length ? tuple.Elements[index] : null;

    /// <summary>The element that a variable of <c>foreach (var (phone, name) in pairs)</c> stands for; null for any other variable, and where no tuples are taken apart.</summary>
    public static IFieldSymbol? OfLoop(ILocalReferenceOperation local, IOperation sequence)
    {
        if (local.Local.DeclaringSyntaxReferences is not [{ } declared] || ElementTypeOf(sequence.Type) is not { IsTupleType: true } type || sequence.Parent is not IForEachLoopOperation { LoopControlVariable: { } variable })
        {
            return null;
        }

        IOperation target = variable is IDeclarationExpressionOperation declaration ? declaration.Expression : variable;
        if (target is ITupleOperation tuple)
        {
            for (int index = 0; index < tuple.Elements.Length && index < type.TupleElements.Length; index++)
            {
                if (tuple.Elements[index].Syntax.Span.Contains(declared.Span))
                {
                    return type.TupleElements[index];
                }
            }
        }

        return null;
    }

    private static INamedTypeSymbol? ElementTypeOf(ITypeSymbol? sequence)
    {
        if (sequence is IArrayTypeSymbol { ElementType: INamedTypeSymbol element })
        {
            return element;
        }

        if (sequence is INamedTypeSymbol { TypeArguments: [INamedTypeSymbol own], Name: "IEnumerable" or "IAsyncEnumerable" })
        {
            return own;
        }

        foreach (INamedTypeSymbol contract in sequence?.AllInterfaces ?? ImmutableArray<INamedTypeSymbol>.Empty)
        {
            if (contract is { Name: "IEnumerable" or "IAsyncEnumerable", TypeArguments: [INamedTypeSymbol inner] })
            {
                return inner;
            }
        }

        return null;
    }
}
