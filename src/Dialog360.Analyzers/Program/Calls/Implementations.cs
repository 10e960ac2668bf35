using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Program.Calls;

/// <summary>Tells which methods of the compilation a call of an interface, abstract or virtual method may run.</summary>
internal sealed class Implementations
{
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<IMethodSymbol>> _known = new(SymbolEqualityComparer.Default);
    private readonly Compilation _compilation;
    private ImmutableArray<INamedTypeSymbol> _types;

    private Implementations(Compilation compilation)
    {
        _compilation = compilation;
    }

    /// <summary>The look-up for that compilation.</summary>
    public static Implementations Of(ProgramModel program) => program.Part(static model => new Implementations(model.Compilation));

    /// <summary>
    /// The methods with a body in this compilation that a call of <paramref name="method"/> may run, in the order of their declaration;
    /// the method itself where it has one and cannot be overridden here.
    /// </summary>
    public ImmutableArray<IMethodSymbol> Of(IMethodSymbol method, CancellationToken cancellationToken)
    {
        method = (method.ReducedFrom ?? method).OriginalDefinition;
        method = method.PartialImplementationPart ?? method;
        return method is { IsAbstract: false, IsVirtual: false, IsOverride: false }
            ? ImmutableArray.Create(method)
            : _known.GetOrAdd(method, key => Find(key, cancellationToken));
    }

    private ImmutableArray<IMethodSymbol> Find(IMethodSymbol method, CancellationToken cancellationToken)
    {
        ImmutableArray<IMethodSymbol>.Builder result = ImmutableArray.CreateBuilder<IMethodSymbol>();
        if (!method.IsAbstract)
        {
            result.Add(method);
        }

        foreach (INamedTypeSymbol type in Types(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (method.ContainingType.TypeKind == TypeKind.Interface)
            {
                if (Implements(type, method.ContainingType, out INamedTypeSymbol? contract)
                    && contract!.GetMembers(method.Name).OfType<IMethodSymbol>().FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, method)) is { } member
                    && type.FindImplementationForInterfaceMember(member) is IMethodSymbol implementation)
                {
                    Add(implementation.OriginalDefinition);
                }
            }
            else
            {
                foreach (IMethodSymbol candidate in type.GetMembers(method.Name).OfType<IMethodSymbol>())
                {
                    for (IMethodSymbol? overridden = candidate.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
                    {
                        if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, method))
                        {
                            Add(candidate);
                        }
                    }
                }
            }
        }

        return result.ToImmutable();

        void Add(IMethodSymbol found)
        {
            if (!found.IsAbstract && !result.Contains(found, SymbolEqualityComparer.Default))
            {
                result.Add(found);
            }
        }
    }

    private static bool Implements(INamedTypeSymbol type, INamedTypeSymbol contract, out INamedTypeSymbol? constructed)
    {
        foreach (INamedTypeSymbol each in type.AllInterfaces)
        {
            if (SymbolEqualityComparer.Default.Equals(each.OriginalDefinition, contract))
            {
                constructed = each;
                return true;
            }
        }

        constructed = null;
        return false;
    }

    /// <summary>The classes and structs of the compilation, nested ones included.</summary>
    private ImmutableArray<INamedTypeSymbol> Types(CancellationToken cancellationToken)
    {
        if (!_types.IsDefault)
        {
            return _types;
        }

        ImmutableArray<INamedTypeSymbol>.Builder types = ImmutableArray.CreateBuilder<INamedTypeSymbol>();
        Stack<INamespaceOrTypeSymbol> pending = new();
        pending.Push(_compilation.Assembly.GlobalNamespace);
        while (pending.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (INamespaceOrTypeSymbol member in pending.Pop().GetMembers().OfType<INamespaceOrTypeSymbol>())
            {
                pending.Push(member);
                if (member is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type)
                {
                    types.Add(type);
                }
            }
        }

        types.Sort(static (one, other) => Compare(one, other));
        return _types = types.ToImmutable();
    }

    private static int Compare(INamedTypeSymbol one, INamedTypeSymbol other)
    {
        int byFile = string.CompareOrdinal(one.Locations[0].SourceTree?.FilePath, other.Locations[0].SourceTree?.FilePath);
        return byFile != 0 ? byFile : one.Locations[0].SourceSpan.Start.CompareTo(other.Locations[0].SourceSpan.Start);
    }
}
