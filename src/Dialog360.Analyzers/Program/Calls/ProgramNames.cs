using System.Collections;
using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Files;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Program.Calls;

/// <summary>The names of one compilation, for all who ask at once: which files to bind, and which not.</summary>
internal sealed class ProgramNames
{
    private readonly object _gate = new();
    private readonly ImmutableArray<SyntaxTree> _trees;
    private NameIndex? _index;

    private ProgramNames(ProgramModel program)
    {
        _trees = program.Compilation.SyntaxTrees.ToImmutableArray();
    }

    /// <summary>Those of that compilation.</summary>
    public static ProgramNames Of(ProgramModel program) => program.Part(static model => new ProgramNames(model));

    /// <summary>
    /// The files that may call a method under one of its definitions: those that may have an object of its type, or see it at all where it is private. All
    /// files where a type is from a reference or the call need not name it.
    /// </summary>
    public IEnumerable<SyntaxTree> FilesThatMayCall(ImmutableArray<IMethodSymbol> definitions)
    {
        if (definitions.All(static definition => definition.DeclaredAccessibility == Accessibility.Private && definition.ExplicitInterfaceImplementations.IsEmpty || definition.MethodKind == MethodKind.LocalFunction))
        {
            HashSet<SyntaxTree> own = new(definitions.SelectMany(static definition => definition.ContainingType.DeclaringSyntaxReferences).Select(static reference => reference.SyntaxTree));
            return _trees.Where(own.Contains);
        }

        if (definitions.Any(static definition => definition.IsExtensionMethod || definition.ContainingType is not { } type || type.DeclaringSyntaxReferences.IsEmpty))
        {
            return _trees;
        }

        BitArray files = new(_trees.Length);
        lock (_gate)
        {
            foreach (IMethodSymbol definition in definitions)
            {
                files.Or(Index.Objects.KnowingOf(NameNumber.Of(definition.ContainingType.Name)));
            }
        }

        return _trees.Where((_, file) => files[file]);
    }

    /// <summary>The files that may read, write or call a member of this compilation: those that may have an object of its type.</summary>
    public IEnumerable<SyntaxTree> FilesThatMayUse(ISymbol member)
    {
        if (member is IMethodSymbol method)
        {
            return FilesThatMayCall(ImmutableArray.Create(method));
        }

        if (member.ContainingType is not { } type || type.DeclaringSyntaxReferences.IsEmpty)
        {
            return _trees;
        }

        lock (_gate)
        {
            BitArray files = Index.Objects.KnowingOf(NameNumber.Of(type.Name), NameNumber.Of(member.Name));
            return _trees.Where((_, file) => files[file]).ToList();
        }
    }

    /// <summary>
    /// The names of the types that may implement or override a method: those whose base list leads to its type, and, where that is from a reference, those
    /// that override a method of its name, with all that derives from them; and the files that declare them.
    /// </summary>
    public (HashSet<int> Types, List<SyntaxTree> Files) ThatMayRun(IMethodSymbol method)
    {
        int name = NameNumber.Of(method.Name.Substring(method.Name.LastIndexOf('.') + 1));
        IEnumerable<int> roots = new[] { NameNumber.Of(method.ContainingType.Name) };
        lock (_gate)
        {
            HashSet<int> types = Index.Families.DerivedFrom(method.ContainingType.DeclaringSyntaxReferences.IsEmpty ? roots.Concat(Index.Families.TypesOverriding(name)) : roots);
            return (types, Index.Families.FilesDeclaring(types).ToList());
        }
    }

    private NameIndex Index => _index ??= new NameIndex(_trees, CancellationToken.None);
}
