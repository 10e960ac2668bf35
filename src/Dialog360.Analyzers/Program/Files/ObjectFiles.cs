using System.Collections;

namespace Dialog360.Analyzers.Program.Files;

/// <summary>Which files may have an object of a type: they name it, or a member that gives one.</summary>
internal sealed class ObjectFiles
{
    private readonly NameIndex _index;
    private readonly TypeFamilies _families;
    private readonly Dictionary<int, BitArray> _knowing = [];
    private readonly Dictionary<(int Type, int Above), BitArray> _knowingBelow = [];
    private readonly Dictionary<int, BitArray> _rough = [];

    /// <summary>Creates it; for one thread.</summary>
    public ObjectFiles(NameIndex index, TypeFamilies families)
    {
        _index = index;
        _families = families;
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
            knowing = KnowingAny(_families.RelativesOf(type));
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
        List<int> above = _families.TypesAbove(type);
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
            foreach (int file in _index.FilesWith(carrier))
            {
                knowing[file] |= owning is null || owning[file];
            }
        }

        return knowing;
    }

    /// <summary>The names of the visible members whose declared type or parameters name one of the types.</summary>
    public HashSet<int> CarriersOf(IEnumerable<int> types) => [.. CarriersIn(types).Select(static member => member.Name)];

    /// <summary>The files that may have an object of the type, of one above it, or of what derives from one of them.</summary>
    private BitArray KnowingBelow(int type, int above)
    {
        if (!_knowingBelow.TryGetValue((type, above), out BitArray? knowing))
        {
            knowing = KnowingAny(_families.DerivedFrom(type == above ? [type] : [type, above]));
            _knowingBelow.Add((type, above), knowing);
        }

        return knowing;
    }

    private BitArray RoughlyKnowing(int type)
    {
        if (!_rough.TryGetValue(type, out BitArray? knowing))
        {
            HashSet<int> types = WithUnnamed(_families.RelativesOf(type));
            knowing = NamingAny(types);
            foreach (int file in CarriersOf(types).SelectMany(_index.FilesWith))
            {
                knowing[file] = true;
            }

            _rough.Add(type, knowing);
        }

        return knowing;
    }

    private BitArray NamingAny(HashSet<int> types)
    {
        BitArray naming = new(_index.Count);
        if (types.Any(_index.GlobalUsings.Contains))
        {
            naming.SetAll(true);
        }
        else
        {
            foreach (int file in types.SelectMany(_index.FilesWith))
            {
                naming[file] = true;
            }
        }

        return naming;
    }

    /// <summary>With the types that give an object of one of <paramref name="types"/> through a member that nobody names: an indexer, an enumerator, an operator.</summary>
    private HashSet<int> WithUnnamed(HashSet<int> types)
    {
        HashSet<int> all = [.. types];
        Queue<int> pending = new(types);
        while (pending.Count > 0)
        {
            int type = pending.Dequeue();
            foreach (int file in _index.FilesWith(type))
            {
                foreach (OutlineMember member in _index.OutlineOf(file).Members)
                {
                    if (member.Type is { } owner && UnnamedMembers.Has(member) && (member.Header.Has(type) || (member.Kind == OutlineKind.Nameless && member.Words.Has(type))) && all.Add(owner.Name))
                    {
                        pending.Enqueue(owner.Name);
                    }
                }
            }
        }

        return all;
    }

    /// <summary>The same, each with the type that it belongs to; 0 for one that is called without naming its type.</summary>
    private HashSet<(int Member, int Owner)> CarriersWithOwners(HashSet<int> types) => [.. CarriersIn(types).Select(static member => (member.Name, member.IsExtension ? 0 : member.Type?.Name ?? 0))];

    private IEnumerable<OutlineMember> CarriersIn(IEnumerable<int> types)
    {
        foreach (int type in types)
        {
            foreach (int file in _index.FilesWith(type))
            {
                foreach (OutlineMember member in _index.OutlineOf(file).Members)
                {
                    if (member.IsVisible && member.Kind is OutlineKind.Method or OutlineKind.Value && member.Header.Has(type))
                    {
                        yield return member;
                    }
                }
            }
        }
    }

    private bool DeclaresMember(int type, int member) =>
        _index.FilesWith(type).Any(file => _index.Files[file].Types.Has(type) && _index.OutlineOf(file).Members.Any(each => each.Name == member && each.Type is { } owner && owner.Name == type));
}
