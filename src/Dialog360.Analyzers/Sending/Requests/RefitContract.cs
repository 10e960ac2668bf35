using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Urls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Requests;

/// <summary>What the attributes of a Refit interface say, read where one of them stands.</summary>
internal static class RefitContract
{
    /// <summary>The methods of Refit interfaces that an attribute is about: its own one, or all of its interface; each with a route.</summary>
    public static ImmutableArray<IMethodSymbol> MethodsUnder(IAttributeOperation attribute, ValueResolver resolver)
    {
        SyntaxNode? declaration = attribute.Syntax.FirstAncestorOrSelf<SyntaxNode>(static node => node is MethodDeclarationSyntax or InterfaceDeclarationSyntax);
        ISymbol? symbol = declaration is null ? null : resolver.Program.SemanticModelOf(declaration.SyntaxTree).GetDeclaredSymbol(declaration, resolver.CancellationToken);
        return symbol switch
        {
            IMethodSymbol { ContainingType.TypeKind: TypeKind.Interface } method when RefitReader.RouteOf(method) is not null => ImmutableArray.Create(method),
            INamedTypeSymbol { TypeKind: TypeKind.Interface } contract => ImmutableArray.CreateRange(contract.GetMembers().OfType<IMethodSymbol>().Where(static method => RefitReader.RouteOf(method) is not null)),
            _ => ImmutableArray<IMethodSymbol>.Empty,
        };
    }

    /// <summary>The URLs that the route at <paramref name="attribute"/> makes with the base addresses of the clients of its interface; empty for other attributes.</summary>
    public static IEnumerable<UrlPattern> UrlsOf(IAttributeOperation attribute, ValueResolver resolver)
    {
        if (MethodsUnder(attribute, resolver) is not [{ } method] || RefitReader.RouteOf(method) is not { } route
            || route.ApplicationSyntaxReference?.GetSyntax(resolver.CancellationToken) != attribute.Syntax)
        {
            yield break;
        }

        Bindings bindings = new(resolver);
        if (RefitReader.PathOf(route, resolver, bindings) is not { } path || path.ToPattern().IsAbsolute)
        {
            yield break;
        }

        foreach (RefitService service in RefitServices.Of(resolver).For(method.ContainingType))
        {
            if (service.BaseAddress is { } address && UrlReader.ReadText(address, bindings) is { IsUnknown: false } known)
            {
                yield return UrlCombination.Append(known, path, attribute.Syntax).ToPattern();
            }
        }
    }
}
