using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Webhooks;

/// <summary>What stands in for a list that may be null.</summary>
internal static class EmptyList
{
    /// <summary><c>[]</c> where the file writes lists so, else the empty list of LINQ.</summary>
    /// <param name="list">The type of the list.</param>
    /// <param name="element">The type of its elements.</param>
    /// <param name="place">Where it goes.</param>
    /// <param name="model">The file.</param>
    public static string For(ITypeSymbol list, ITypeSymbol element, SyntaxNode place, SemanticModel model)
    {
        bool takesBrackets = list is IArrayTypeSymbol or INamedTypeSymbol { Name: "List" or "IList" or "ICollection" or "IEnumerable" or "IReadOnlyList" or "IReadOnlyCollection" };
        if (takesBrackets && place.SyntaxTree.GetRoot().DescendantNodes().Any(static node => node is CollectionExpressionSyntax))
        {
            return "[]";
        }

        string enumerable = model.LookupNamespacesAndTypes(place.SpanStart, name: "Enumerable").IsEmpty ? "System.Linq.Enumerable" : "Enumerable";
        return $"{enumerable}.Empty<{element.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToMinimalDisplayString(model, place.SpanStart)}>()";
    }
}
