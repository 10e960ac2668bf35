using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Program.Calls;

/// <summary>Under which definitions a method is called.</summary>
internal static class CalledAs
{
    /// <summary>The definitions: the method itself, what it overrides, what it implements.</summary>
    public static ImmutableArray<IMethodSymbol> DefinitionsOf(IMethodSymbol method)
    {
        ImmutableArray<IMethodSymbol>.Builder definitions = ImmutableArray.CreateBuilder<IMethodSymbol>();
        for (IMethodSymbol? current = method; current is not null; current = current.OverriddenMethod)
        {
            definitions.Add(current.OriginalDefinition);
        }

        if (method.MethodKind is MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation && method.ContainingType is { } type)
        {
            foreach (INamedTypeSymbol contract in type.AllInterfaces)
            {
                foreach (ISymbol member in contract.GetMembers())
                {
                    if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary } declared
                        && SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(declared)?.OriginalDefinition, method.OriginalDefinition))
                    {
                        definitions.Add(declared.OriginalDefinition);
                    }
                }
            }
        }

        return definitions.ToImmutable();
    }
}
