using System.Collections.Concurrent;
using System.Collections.Immutable;
using Dialog360.Analyzers.Hosting;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Sending.Control;

/// <summary>Which source methods may run when a method is called, through interfaces and overrides; and by which names a method is called.</summary>
internal sealed class Implementations
{
    private const int MaxTypes = 20000;

    private readonly Lazy<ImmutableArray<INamedTypeSymbol>> _types;
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<IMethodSymbol>> _targets = new(SymbolEqualityComparer.Default);

    private Implementations(ProgramModel program)
    {
        _types = new Lazy<ImmutableArray<INamedTypeSymbol>>(() => TypesOf(program.Compilation));
    }

    /// <summary>The implementations of that compilation.</summary>
    public static Implementations Of(ProgramModel program) => program.Part(static model => new Implementations(model));

    /// <summary>The source types of the compilation.</summary>
    public ImmutableArray<INamedTypeSymbol> Types => _types.Value;

    /// <summary>The methods with a body that a call of <paramref name="method"/> may run, itself included.</summary>
    public ImmutableArray<IMethodSymbol> TargetsOf(IMethodSymbol method)
    {
        method = (method.ReducedFrom ?? method).OriginalDefinition;
        return _targets.TryGetValue(method, out ImmutableArray<IMethodSymbol> known) ? known : _targets.GetOrAdd(method, FindTargets(method));
    }

    /// <summary>The definitions under which <paramref name="method"/> may be called: itself, what it overrides, what it implements.</summary>
    public static ImmutableArray<IMethodSymbol> NamesOf(IMethodSymbol method)
    {
        ImmutableArray<IMethodSymbol>.Builder names = ImmutableArray.CreateBuilder<IMethodSymbol>();
        for (IMethodSymbol? current = method; current is not null; current = current.OverriddenMethod)
        {
            names.Add(current.OriginalDefinition);
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
                        names.Add(declared.OriginalDefinition);
                    }
                }
            }
        }

        return names.ToImmutable();
    }

    private ImmutableArray<IMethodSymbol> FindTargets(IMethodSymbol method)
    {
        ImmutableArray<IMethodSymbol>.Builder targets = ImmutableArray.CreateBuilder<IMethodSymbol>();
        if (!method.IsAbstract && method.DeclaringSyntaxReferences.Length > 0)
        {
            targets.Add(method);
        }

        bool isContract = method.ContainingType?.TypeKind == TypeKind.Interface;
        if (!isContract && !method.IsAbstract && !method.IsVirtual && !method.IsOverride)
        {
            return targets.ToImmutable();
        }

        foreach (INamedTypeSymbol type in Types)
        {
            if (isContract)
            {
                foreach (INamedTypeSymbol contract in type.AllInterfaces)
                {
                    if (SymbolEqualityComparer.Default.Equals(contract.OriginalDefinition, method.ContainingType))
                    {
                        foreach (ISymbol member in contract.GetMembers(method.Name))
                        {
                            if (SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, method) && type.FindImplementationForInterfaceMember(member) is IMethodSymbol { IsAbstract: false } found)
                            {
                                Add(found.OriginalDefinition);
                            }
                        }
                    }
                }

                continue;
            }

            foreach (ISymbol member in type.GetMembers(method.Name))
            {
                for (IMethodSymbol? overridden = (member as IMethodSymbol)?.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
                {
                    if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, method) && !member.IsAbstract)
                    {
                        Add((IMethodSymbol)member.OriginalDefinition);
                    }
                }
            }
        }

        return targets.ToImmutable();

        void Add(IMethodSymbol found)
        {
            if (!targets.Contains(found, SymbolEqualityComparer.Default) && found.DeclaringSyntaxReferences.Length > 0)
            {
                targets.Add(found);
            }
        }
    }

    private static ImmutableArray<INamedTypeSymbol> TypesOf(Compilation compilation)
    {
        ImmutableArray<INamedTypeSymbol>.Builder types = ImmutableArray.CreateBuilder<INamedTypeSymbol>();
        Stack<INamespaceOrTypeSymbol> pending = new();
        pending.Push(compilation.Assembly.GlobalNamespace);
        while (pending.Count > 0 && types.Count < MaxTypes)
        {
            INamespaceOrTypeSymbol current = pending.Pop();
            if (current is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } type)
            {
                types.Add(type);
            }

            foreach (ISymbol member in current.GetMembers())
            {
                if (member is INamespaceOrTypeSymbol inner)
                {
                    pending.Push(inner);
                }
            }
        }

        return types.ToImmutable();
    }
}
