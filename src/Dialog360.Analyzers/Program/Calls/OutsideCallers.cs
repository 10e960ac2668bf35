using Dialog360.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Program.Calls;

/// <summary>Tells which methods other projects can call, so that their callers may be out of sight.</summary>
internal static class OutsideCallers
{
    /// <summary>Whether other projects can call a method, by its own name or through an interface that it implements.</summary>
    public static bool MayCall(IMethodSymbol method, ProgramModel program)
    {
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation) || IsEntryPoint(method))
        {
            return false;
        }

        bool isLibrary = program.Compilation.Options.OutputKind is OutputKind.DynamicallyLinkedLibrary or OutputKind.NetModule or OutputKind.WindowsRuntimeMetadata;
        return (isLibrary && IsVisible(method, program.Compilation)) || ContractsOf(method).Any(contract => IsContract(contract, isLibrary, program.Compilation));
    }

    /// <summary>The members of interfaces that a method implements, and what it overrides; without itself.</summary>
    public static IEnumerable<IMethodSymbol> ContractsOf(IMethodSymbol method) =>
        CalledAs.DefinitionsOf(method).Where(definition => !SymbolEqualityComparer.Default.Equals(definition, method.OriginalDefinition));

    /// <summary>An interface of a reference, which others know too, or one of this library's own that they can see.</summary>
    private static bool IsContract(IMethodSymbol contract, bool isLibrary, Compilation compilation) =>
        contract.ContainingType.TypeKind == TypeKind.Interface
        && (SymbolEqualityComparer.Default.Equals(contract.ContainingAssembly, compilation.Assembly)
            ? isLibrary && IsVisible(contract, compilation)
            : !IsRunByLibrary(contract.ContainingType));

    /// <summary>Whether the framework or a library runs what implements a type: jobs, handlers, hosted services.</summary>
    private static bool IsRunByLibrary(INamedTypeSymbol type) =>
        type.ContainingAssembly.Name is var assembly && (assembly.StartsWith("System", StringComparison.Ordinal) || assembly.StartsWith("Microsoft.", StringComparison.Ordinal) || assembly is "mscorlib" or "netstandard")
        || Vocabulary.Any(NameWords.Of(type.Name), Vocabulary.Of("runByLibrary"));

    /// <summary>Controller actions, functions, hosted services and consumers begin something themselves: nobody checks before them.</summary>
    private static bool IsEntryPoint(IMethodSymbol method)
    {
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.BaseType)
        {
            if (type.Locations.All(static location => !location.IsInSource) && Vocabulary.Any(NameWords.Of(type.Name), Vocabulary.Of("entryPointType")))
            {
                return true;
            }
        }

        return method.ContainingType.Name.EndsWith("Controller", StringComparison.Ordinal)
            || method.GetAttributes().Any(static attribute => IsEntryPointAttribute(attribute.AttributeClass))
            || method.ContainingType.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name is "ApiControllerAttribute" or "ControllerAttribute")
            || method.Parameters.Any(static parameter => parameter.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name.EndsWith("TriggerAttribute", StringComparison.Ordinal) == true));
    }

    private static bool IsEntryPointAttribute(INamedTypeSymbol? attribute) =>
        attribute?.Name is { } name && (name.StartsWith("Http", StringComparison.Ordinal) || Vocabulary.Any(NameWords.Of(name), Vocabulary.Of("entryPointAttribute")));

    private static bool IsVisible(ISymbol member, Compilation compilation)
    {
        bool opensInternals = false;
        for (ISymbol? symbol = member; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            switch (symbol.DeclaredAccessibility)
            {
                case Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal:
                    break;
                case Accessibility.Internal:
                    opensInternals = true;
                    break;
                default:
                    return false;
            }
        }

        return !opensInternals || compilation.Assembly.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "InternalsVisibleToAttribute");
    }
}
