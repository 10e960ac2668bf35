using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Payloads.Picture;

/// <summary>The names by which the elements of tuples and pairs are found, whatever a tuple type calls them.</summary>
internal static class PairElements
{
    /// <summary><c>Item1</c>, <c>Key</c>, <c>Value</c>; null for members of other types.</summary>
    public static string? NameOf(ISymbol member) => member switch
    {
        IFieldSymbol { ContainingType.IsTupleType: true } field => (field.CorrespondingTupleField ?? field).Name,
        IPropertySymbol { ContainingType: { Name: "KeyValuePair" or "Tuple", ContainingNamespace.Name: "Generic" or "System" } } property => property.Name,
        _ => null,
    };
}
