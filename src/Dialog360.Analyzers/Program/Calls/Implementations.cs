using System.Collections.Concurrent;
using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.Program.Calls;

/// <summary>Tells which methods of the compilation a call of an interface, abstract or virtual method may run.</summary>
internal sealed class Implementations
{
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<IMethodSymbol>> _known = new(SymbolEqualityComparer.Default);
    private readonly ProgramModel _program;

    private Implementations(ProgramModel program)
    {
        _program = program;
    }

    /// <summary>The look-up for that compilation.</summary>
    public static Implementations Of(ProgramModel program) => program.Part(static model => new Implementations(model));

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

    /// <summary>The one method that a call of <paramref name="method"/> can run, with its body; null where there are several, which nobody can tell apart, or none is seen.</summary>
    public (IMethodSymbol Method, IOperation Body)? Only(IMethodSymbol method, CancellationToken cancellationToken) =>
        Of(method, cancellationToken) is [{ } only] && _program.BodyOf(only, cancellationToken) is { } body ? (only, body) : null;

    private ImmutableArray<IMethodSymbol> Find(IMethodSymbol method, CancellationToken cancellationToken)
    {
        ImmutableArray<IMethodSymbol>.Builder result = ImmutableArray.CreateBuilder<IMethodSymbol>();
        if (!method.IsAbstract)
        {
            result.Add(method);
        }

        foreach (INamedTypeSymbol type in CandidatesFor(method, cancellationToken))
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

    /// <summary>The classes and structs of the compilation that may implement or override a method, by names alone.</summary>
    private IEnumerable<INamedTypeSymbol> CandidatesFor(IMethodSymbol method, CancellationToken cancellationToken)
    {
        (HashSet<int> types, List<SyntaxTree> files) = ProgramNames.Of(_program).ThatMayRun(method);
        HashSet<INamedTypeSymbol> found = new(SymbolEqualityComparer.Default);
        foreach (SyntaxTree file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            SemanticModel model = _program.SemanticModelOf(file);
            foreach (TypeDeclarationSyntax declaration in file.GetRoot(cancellationToken).DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).OfType<TypeDeclarationSyntax>())
            {
                if (types.Contains(NameNumber.Of(declaration.Identifier.ValueText)) && model.GetDeclaredSymbol(declaration, cancellationToken) is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type)
                {
                    found.Add(type);
                }
            }
        }

        return found.OrderBy(static type => type, Comparer<INamedTypeSymbol>.Create(Compare));
    }

    private static int Compare(INamedTypeSymbol one, INamedTypeSymbol other)
    {
        int byFile = string.CompareOrdinal(one.Locations[0].SourceTree?.FilePath, other.Locations[0].SourceTree?.FilePath);
        return byFile != 0 ? byFile : one.Locations[0].SourceSpan.Start.CompareTo(other.Locations[0].SourceSpan.Start);
    }
}
