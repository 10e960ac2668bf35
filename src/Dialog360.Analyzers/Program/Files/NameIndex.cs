using System.Collections;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Program.Files;

/// <summary>
/// Which files of a program name what, without binding anything: the files with a word, the relatives of a type, the files that may mean an object of it.
/// Finds more than binding would, never less.
/// </summary>
internal sealed class NameIndex
{
    /// <summary>The members that run without being named, and the word that stands where they do; none where any code may run them.</summary>
    private static readonly Dictionary<int, int> Unnamed = new[]
    {
        ("Dispose", "using"), ("DisposeAsync", "using"), ("Deconstruct", ""), ("GetEnumerator", ""), ("GetAsyncEnumerator", "foreach"), ("MoveNext", ""), ("MoveNextAsync", "foreach"), ("Current", ""),
        ("GetAwaiter", "await"), ("GetResult", "await"), ("Add", "new"), ("Select", "from"), ("Where", "from"), ("SelectMany", "from"), ("ToString", ""),
    }.ToDictionary(static each => NameNumber.Of(each.Item1), static each => each.Item2.Length == 0 ? 0 : NameNumber.Of(each.Item2));

    /// <summary>So many names are looked for in each file; more of them are worth an inverted index.</summary>
    private const int MaxScans = 40;

    private static readonly int Override = NameNumber.Of("override");

    private readonly ImmutableArray<SyntaxTree> _trees;
    private readonly FileSummary[] _files;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<int, int[]> _filesWith = [];
    private readonly Dictionary<int, BitArray> _knowing = [];
    private readonly Dictionary<(int Type, int Above), BitArray> _knowingBelow = [];
    private readonly Dictionary<int, HashSet<int>> _baseWords = [];
    private readonly Dictionary<int, BitArray> _rough = [];
    private readonly HashSet<int> _namespaces = [];
    private readonly Dictionary<int, List<int>> _above = [];
    private readonly Lazy<HashSet<int>> _global;
    private readonly Lazy<(int[] Names, int[] Files)> _inverted;
    private HashSet<int>? _declared;

    /// <summary>Creates the index of some files; for one thread.</summary>
    public NameIndex(ImmutableArray<SyntaxTree> trees, CancellationToken cancellationToken)
    {
        _trees = trees;
        _cancellationToken = cancellationToken;
        _files = new FileSummary[trees.Length];
        Outlines = new FileOutline?[trees.Length];
        for (int file = 0; file < _files.Length; file++)
        {
            _files[file] = FileSummary.Of(trees[file], cancellationToken);
        }

        _global = new Lazy<HashSet<int>>(() => new HashSet<int>(FilesWith(NameNumber.Of("global")).SelectMany(file => OutlineOf(file).GlobalUsings.Numbers)));
        _inverted = new Lazy<(int[], int[])>(Invert);
    }

    /// <summary>How many files there are.</summary>
    public int Count => _files.Length;

    /// <summary>The words of a file.</summary>
    public WordSet WordsOf(int file) => _files[file].Words;

    /// <summary>The summaries of the files.</summary>
    public FileSummary[] Files => _files;

    /// <summary>The outlines of the files whose declarations were looked at; null for the others.</summary>
    public FileOutline?[] Outlines { get; }

    /// <summary>The words that were looked for in the files.</summary>
    public IEnumerable<int> AskedWords => _filesWith.Keys.Concat(_namespaces);

    /// <summary>The words of which somebody asked whether the program declares such a type.</summary>
    public HashSet<int> AskedTypes { get; } = [];

    /// <summary>The declarations of a file.</summary>
    public FileOutline OutlineOf(int file) => Outlines[file] ??= FileOutline.Of(_trees[file], _cancellationToken);

    /// <summary>The files in which a word stands, in order.</summary>
    public int[] FilesWith(int name)
    {
        if (!_filesWith.TryGetValue(name, out int[]? files))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            files = _filesWith.Count < MaxScans ? Scan(name) : LookUp(name);
            _filesWith.Add(name, files);
        }

        return files;
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

    /// <summary>The types that override a method of that name.</summary>
    public HashSet<int> TypesOverriding(int method)
    {
        HashSet<int> types = [];
        foreach (int file in FilesWith(method))
        {
            if (!_files[file].Words.Has(Override))
            {
                continue;
            }

            foreach (OutlineMember member in OutlineOf(file).Members)
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
            foreach (int file in FilesWith(type))
            {
                if (_files[file].Types.Has(type))
                {
                    files.Add(file);
                }
            }
        }

        return files.Select(file => _trees[file]);
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
            foreach (int file in FilesWith(name))
            {
                foreach (OutlineType declared in OutlineOf(file).Types)
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

    /// <summary>
    /// Whether code of a file may have an object of the type, or of a relative: it names one of them, or a member whose declared type or parameters name
    /// one.
    /// </summary>
    public bool Knows(int file, int type) => KnowingOf(type)[file];

    /// <summary>The files that <see cref="Knows"/> holds of.</summary>
    public BitArray KnowingOf(int type)
    {
        if (!_knowing.TryGetValue(type, out BitArray? knowing))
        {
            knowing = KnowingAny(RelativesOf(type));
            _knowing.Add(type, knowing);
        }

        return knowing;
    }

    /// <summary>
    /// The files that may have an object on which a member of that name can be called: of the type, of one derived from it, or of one above that declares the
    /// member as well.
    /// </summary>
    public BitArray KnowingOf(int type, int member)
    {
        List<int> above = TypesAbove(type);
        if (above.Count == 0)
        {
            return KnowingOf(type);
        }

        BitArray? all = null;
        foreach (int each in above)
        {
            if (DeclaresMember(each, member))
            {
                BitArray knowing = KnowingBelow(type, each);
                all = all is null ? knowing : new BitArray(all).Or(knowing);
            }
        }

        return all ?? KnowingBelow(type, type);
    }

    /// <summary>The files that may have an object of the type, of one above it, or of what derives from one of them.</summary>
    private BitArray KnowingBelow(int type, int above)
    {
        if (!_knowingBelow.TryGetValue((type, above), out BitArray? knowing))
        {
            knowing = KnowingAny(DerivedFrom(type == above ? [type] : [type, above]));
            _knowingBelow.Add((type, above), knowing);
        }

        return knowing;
    }

    private bool DeclaresMember(int type, int member) =>
        FilesWith(type).Any(file => _files[file].Types.Has(type) && OutlineOf(file).Members.Any(each => each.Name == member && each.Type is { } owner && owner.Name == type));

    /// <summary>The visible members whose declared type or parameters name one of the types.</summary>
    public HashSet<int> CarriersOf(IEnumerable<int> types)
    {
        HashSet<int> carriers = [];
        foreach (int type in types)
        {
            foreach (int file in FilesWith(type))
            {
                foreach (OutlineMember member in OutlineOf(file).Members)
                {
                    if (member.IsVisible && member.Kind is OutlineKind.Method or OutlineKind.Value && member.Header.Has(type))
                    {
                        carriers.Add(member.Name);
                    }
                }
            }
        }

        return carriers;
    }

    /// <summary>Whether the program may declare a type of that name.</summary>
    public bool Declares(int type)
    {
        AskedTypes.Add(type);
        return Declared.Contains(type);
    }

    /// <summary>The words that may be the names of types that the program declares.</summary>
    public HashSet<int> Declared => _declared ??= [.. _files.SelectMany(static file => file.Types.Numbers)];

    /// <summary>The types of that name that the program declares.</summary>
    public IEnumerable<OutlineType> TypesNamed(int name)
    {
        foreach (int file in FilesWith(name))
        {
            if (!_files[file].Types.Has(name))
            {
                continue;
            }

            foreach (OutlineType type in OutlineOf(file).Types)
            {
                if (type.Name == name)
                {
                    yield return type;
                }
            }
        }
    }

    /// <summary>Members that run, or give something, without being named where they do.</summary>
    public static bool IsUnnamed(OutlineMember member) => IsUnnamed(member, out _);

    /// <summary>The same, with the word that stands where such a member runs; 0 where any code may run it.</summary>
    public static bool IsUnnamed(OutlineMember member, out int word)
    {
        word = 0;
        return member.Kind == OutlineKind.Nameless || Unnamed.TryGetValue(member.Name, out word);
    }

    /// <summary>With the types that give an object of one of <paramref name="types"/> through a member that nobody names: an indexer, an enumerator, an operator.</summary>
    private HashSet<int> WithUnnamed(HashSet<int> types)
    {
        HashSet<int> all = [.. types];
        Queue<int> pending = new(types);
        while (pending.Count > 0)
        {
            int type = pending.Dequeue();
            foreach (int file in FilesWith(type))
            {
                foreach (OutlineMember member in OutlineOf(file).Members)
                {
                    if (member.Type is { } owner && IsUnnamed(member) && (member.Header.Has(type) || (member.Kind == OutlineKind.Nameless && member.Words.Has(type))) && all.Add(owner.Name))
                    {
                        pending.Enqueue(owner.Name);
                    }
                }
            }
        }

        return all;
    }

    /// <summary>
    /// The files that name one of the types, or a member that gives one and is a member of something that the file has too. How it has that is not asked
    /// as closely.
    /// </summary>
    public BitArray KnowingAny(HashSet<int> related)
    {
        HashSet<int> types = WithUnnamed(related);
        BitArray knowing = NamingAny(types);
        foreach ((int carrier, int owner) in CarriersWithOwners(types))
        {
            BitArray? owning = owner == 0 || types.Contains(owner) ? null : RoughlyKnowing(owner);
            foreach (int file in FilesWith(carrier))
            {
                knowing[file] |= owning is null || owning[file];
            }
        }

        return knowing;
    }

    private BitArray RoughlyKnowing(int type)
    {
        if (!_rough.TryGetValue(type, out BitArray? knowing))
        {
            HashSet<int> types = WithUnnamed(RelativesOf(type));
            knowing = NamingAny(types);
            foreach (int file in CarriersOf(types).SelectMany(FilesWith))
            {
                knowing[file] = true;
            }

            _rough.Add(type, knowing);
        }

        return knowing;
    }

    private BitArray NamingAny(HashSet<int> types)
    {
        BitArray naming = new(Count);
        if (types.Any(_global.Value.Contains))
        {
            naming.SetAll(true);
        }
        else
        {
            foreach (int file in types.SelectMany(FilesWith))
            {
                naming[file] = true;
            }
        }

        return naming;
    }

    /// <summary>
    /// Whether code of a file can call extension methods that another one declares: it names their namespace, stands in it or below it, or the program does so
    /// for all files.
    /// </summary>
    public bool SeesNamespaceOf(int declaring, int file)
    {
        foreach (int word in OutlineOf(declaring).Namespace.Numbers)
        {
            _namespaces.Add(word);
            if (!_files[file].Words.Has(word) && !_global.Value.Contains(word))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The members of <see cref="CarriersOf"/>, each with the type that it belongs to; 0 for one that is called without naming its type.</summary>
    private HashSet<(int Member, int Owner)> CarriersWithOwners(HashSet<int> types)
    {
        HashSet<(int, int)> carriers = [];
        foreach (int type in types)
        {
            foreach (int file in FilesWith(type))
            {
                foreach (OutlineMember member in OutlineOf(file).Members)
                {
                    if (member.IsVisible && member.Kind is OutlineKind.Method or OutlineKind.Value && member.Header.Has(type))
                    {
                        carriers.Add((member.Name, member.IsExtension ? 0 : member.Type?.Name ?? 0));
                    }
                }
            }
        }

        return carriers;
    }

    private int[] LookUp(int name)
    {
        (int[] names, int[] places) = _inverted.Value;
        int start = Array.BinarySearch(names, name);
        if (start < 0)
        {
            return [];
        }

        int end = start;
        while (start > 0 && names[start - 1] == name)
        {
            start--;
        }

        while (end < names.Length && names[end] == name)
        {
            end++;
        }

        int[] files = new int[end - start];
        Array.Copy(places, start, files, 0, files.Length);
        Array.Sort(files);
        return files;
    }

    private int[] Scan(int name)
    {
        List<int> found = [];
        for (int file = 0; file < _files.Length; file++)
        {
            if (_files[file].Words.Has(name))
            {
                found.Add(file);
            }
        }

        return [.. found];
    }

    private (int[] Names, int[] Files) Invert()
    {
        int total = 0;
        foreach (FileSummary file in _files)
        {
            total += file.Words.Numbers.Length;
        }

        int[] names = new int[total];
        int[] places = new int[total];
        int at = 0;
        for (int file = 0; file < _files.Length; file++)
        {
            foreach (int number in _files[file].Words.Numbers)
            {
                names[at] = number;
                places[at++] = file;
            }
        }

        Array.Sort(names, places);
        return (names, places);
    }
}
