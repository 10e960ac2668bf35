using Dialog360.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Program;

/// <summary>Looks the names of an option up that stand for methods: <c>Method</c>, <c>Type.Method</c> or the full name.</summary>
internal sealed class NamedMembers
{
    /// <summary>"MayWrit" for "MayWrite".</summary>
    private const int MaxDistance = 2;

    private readonly Compilation _compilation;
    private readonly bool _takesProperties;
    private readonly CancellationToken _cancellationToken;

    /// <summary>Prepares to look names up.</summary>
    /// <param name="compilation">The program and what it references.</param>
    /// <param name="takesProperties">Whether a property will do.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public NamedMembers(Compilation compilation, bool takesProperties, CancellationToken cancellationToken)
    {
        _compilation = compilation;
        _takesProperties = takesProperties;
        _cancellationToken = cancellationToken;
    }

    private string Kind => _takesProperties ? "method or property" : "method";

    /// <summary>What is wrong with a name, or null.</summary>
    public string? ProblemOf(string name)
    {
        int parenthesis = name.IndexOf('(');
        if (parenthesis >= 0)
        {
            return $"'{name}' carries parentheses, write '{name.Substring(0, parenthesis).Trim()}'";
        }

        int dot = name.LastIndexOf('.');
        return dot < 0 ? ProblemOfBare(name) : ProblemOf(name, name.Substring(0, dot), name.Substring(dot + 1));
    }

    private string? ProblemOf(string name, string owner, string member)
    {
        List<INamedTypeSymbol> types = TypesNamed(owner).ToList();
        if (types.Count == 0)
        {
            return $"there is no type '{owner}' for '{name}'";
        }

        List<string> members = types.SelectMany(MembersOf).Where(IsTaken).Select(static each => each.Name).Distinct().ToList();
        return members.Contains(member) ? null : $"'{name}' names no {Kind} of {types[0].Name}{Meant(member, members)}";
    }

    /// <summary>A bare name may be that of a member of a reference; then a file names it.</summary>
    private string? ProblemOfBare(string name) =>
        _compilation.ContainsSymbolsWithName(name, SymbolFilter.Member, _cancellationToken) || _compilation.SyntaxTrees.Any(tree => IsWordOf(tree.GetText(_cancellationToken).ToString(), name))
            ? null
            : $"no {Kind} '{name}' is declared or named here" + Meant(name, _compilation.GetSymbolsWithName(candidate => IsNear(candidate, name), SymbolFilter.Member, _cancellationToken).Where(IsTaken).Select(static each => each.Name));

    private static bool IsWordOf(string text, string name)
    {
        for (int index = text.IndexOf(name, StringComparison.Ordinal); index >= 0; index = text.IndexOf(name, index + 1, StringComparison.Ordinal))
        {
            int end = index + name.Length;
            if ((index == 0 || !IsOfWord(text[index - 1])) && (end == text.Length || !IsOfWord(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfWord(char character) => char.IsLetterOrDigit(character) || character == '_';

    private bool IsTaken(ISymbol member) => member is IMethodSymbol { MethodKind: MethodKind.Ordinary } || (_takesProperties && member is IPropertySymbol { IsIndexer: false });

    private static bool IsNear(string candidate, string name) => Math.Abs(candidate.Length - name.Length) <= MaxDistance && EditDistance.Between(candidate, name) <= MaxDistance;

    private static string Meant(string name, IEnumerable<string> candidates) =>
        EditDistance.Nearest(name, candidates.OrderBy(static each => each, StringComparer.Ordinal), MaxDistance).FirstOrDefault() is { } near ? $", did you mean '{near}'" : string.Empty;

    private static IEnumerable<ISymbol> MembersOf(INamedTypeSymbol type)
    {
        IEnumerable<ISymbol> members = type.GetMembers().Concat(type.AllInterfaces.SelectMany(static contract => contract.GetMembers()));
        for (INamedTypeSymbol? baseType = type.BaseType; baseType is not null; baseType = baseType.BaseType)
        {
            members = members.Concat(baseType.GetMembers());
        }

        return members;
    }

    /// <summary>The types that an owner names: by their simple name, the end of their full name or all of it.</summary>
    private IEnumerable<INamedTypeSymbol> TypesNamed(string owner)
    {
        string last = owner.Substring(owner.LastIndexOf('.') + 1);
        IEnumerable<INamedTypeSymbol> declared = _compilation.GetSymbolsWithName(last, SymbolFilter.Type, _cancellationToken).OfType<INamedTypeSymbol>();
        return declared.Concat(ReferencedTypes(owner, last)).Where(type => IsNamed(type, owner));
    }

    private IEnumerable<INamedTypeSymbol> ReferencedTypes(string owner, string last)
    {
        foreach (IAssemblySymbol assembly in _compilation.SourceModule.ReferencedAssemblySymbols)
        {
            _cancellationToken.ThrowIfCancellationRequested();

            // The names of types without their namespaces; a nested type is found through the one around it.
            if (owner.Split('.').Any(assembly.TypeNames.Contains))
            {
                foreach (INamedTypeSymbol type in TypesIn(assembly.GlobalNamespace, last))
                {
                    yield return type;
                }
            }
        }
    }

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceSymbol root, string name)
    {
        Stack<INamespaceOrTypeSymbol> open = new();
        open.Push(root);
        while (open.Count > 0)
        {
            INamespaceOrTypeSymbol space = open.Pop();
            foreach (INamedTypeSymbol type in space.GetTypeMembers(name))
            {
                yield return type;
            }

            foreach (ISymbol inner in space.GetMembers())
            {
                if (inner is INamespaceSymbol || (inner is INamedTypeSymbol { Name: var outer } && outer != name))
                {
                    open.Push((INamespaceOrTypeSymbol)inner);
                }
            }
        }
    }

    private static bool IsNamed(INamedTypeSymbol type, string owner)
    {
        string full = type.ToDisplayString();
        return owner == type.Name || owner == full || full.EndsWith("." + owner, StringComparison.Ordinal);
    }
}
