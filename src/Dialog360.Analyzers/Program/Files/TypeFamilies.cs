using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Program.Files;

/// <summary>What the base lists of a program say: which types derive from which, by their names.</summary>
internal sealed class TypeFamilies
{
    private static readonly int Override = NameNumber.Of("override");

    private readonly NameIndex _index;
    private readonly ImmutableArray<SyntaxTree> _trees;
    private readonly Dictionary<int, List<int>> _above = [];
    private readonly Dictionary<int, HashSet<int>> _baseWords = [];

    /// <summary>Creates it; for one thread.</summary>
    public TypeFamilies(NameIndex index, ImmutableArray<SyntaxTree> trees)
    {
        _index = index;
        _trees = trees;
    }

    /// <summary>The types of that name that the program declares.</summary>
    public IEnumerable<OutlineType> TypesNamed(int name)
    {
        foreach (int file in _index.FilesWith(name))
        {
            if (!_index.Files[file].Types.Has(name))
            {
                continue;
            }

            foreach (OutlineType type in _index.OutlineOf(file).Types)
            {
                if (type.Name == name)
                {
                    yield return type;
                }
            }
        }
    }

    /// <summary>
    /// The type, all that derives from it and all that it derives from in this program: a call may name any of them. What only stands in the
    /// type arguments of a base list counts as derived.
    /// </summary>
    public HashSet<int> RelativesOf(int type)
    {
        HashSet<int> relatives = DerivedFrom(type);
        relatives.UnionWith(TypesAbove(type));
        return relatives;
    }

    /// <summary>The types of this program that a type derives from.</summary>
    public List<int> TypesAbove(int type)
    {
        if (_above.TryGetValue(type, out List<int>? known))
        {
            return known;
        }

        List<int> found = [];
        Queue<int> pending = new();
        pending.Enqueue(type);
        HashSet<int> above = [type];
        while (pending.Count > 0)
        {
            foreach (OutlineType declared in TypesNamed(pending.Dequeue()))
            {
                foreach (int name in declared.Bases.Numbers)
                {
                    if (above.Add(name) && TypesNamed(name).Any())
                    {
                        found.Add(name);
                        pending.Enqueue(name);
                    }
                }
            }
        }

        _above.Add(type, found);
        return found;
    }

    /// <summary>The words of the base lists of a type and of those that it derives from.</summary>
    public HashSet<int> BaseWordsOf(int type)
    {
        if (!_baseWords.TryGetValue(type, out HashSet<int>? words))
        {
            words = [.. TypesAbove(type).Prepend(type).SelectMany(TypesNamed).SelectMany(static each => each.Mentions.Numbers)];
            _baseWords.Add(type, words);
        }

        return words;
    }

    /// <summary>The type and those whose base list names it, at any distance.</summary>
    public HashSet<int> DerivedFrom(int type) => DerivedFrom(new[] { type });

    /// <summary>The types and those whose base list names one of them, at any distance.</summary>
    public HashSet<int> DerivedFrom(IEnumerable<int> types)
    {
        HashSet<int> derived = [.. types];
        Queue<int> pending = new(derived);
        while (pending.Count > 0)
        {
            int name = pending.Dequeue();
            foreach (int file in _index.FilesWith(name))
            {
                foreach (OutlineType declared in _index.OutlineOf(file).Types)
                {
                    if (declared.Mentions.Has(name) && derived.Add(declared.Name))
                    {
                        pending.Enqueue(declared.Name);
                    }
                }
            }
        }

        return derived;
    }

    /// <summary>The types that override a method of that name.</summary>
    public HashSet<int> TypesOverriding(int method)
    {
        HashSet<int> types = [];
        foreach (int file in _index.FilesWith(method))
        {
            if (!_index.Files[file].Words.Has(Override))
            {
                continue;
            }

            foreach (OutlineMember member in _index.OutlineOf(file).Members)
            {
                if (member.Kind == OutlineKind.Method && member.Name == method && member.Type is { } type && member.Words.Has(Override))
                {
                    types.Add(type.Name);
                }
            }
        }

        return types;
    }

    /// <summary>The files that may declare one of the types, in order.</summary>
    public IEnumerable<SyntaxTree> FilesDeclaring(HashSet<int> types)
    {
        SortedSet<int> files = [];
        foreach (int type in types)
        {
            foreach (int file in _index.FilesWith(type))
            {
                if (_index.Files[file].Types.Has(type))
                {
                    files.Add(file);
                }
            }
        }

        return files.Select(file => _trees[file]);
    }
}
