using System.Collections;
using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Files;
using Dialog360.Analyzers.Sending.Queues;
using Dialog360.Analyzers.Sending.Requests;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>
/// Finds by names alone who may lead to a send: the members that show a message or call a client, those that name one of them, and so on. Nothing is
/// bound. It finds more members than binding would, never fewer.
/// </summary>
internal sealed class ReachBuilder
{
    private static readonly int[] Delegates = [.. new[] { "Func", "Action", "RequestDelegate" }.Select(NameNumber.Of)];
    private static readonly int NewWord = NameNumber.Of("new");
    /// <summary>The queues into which tuples are put.</summary>
    private static readonly int[] Tuples = [.. new[] { "Channel", "ChannelWriter", "Queue", "ConcurrentQueue", "BlockingCollection", "Stack", "ConcurrentStack", "BufferBlock", "ActionBlock" }.Select(NameNumber.Of)];
    private static readonly int[] Puts = [.. QueueItems.Puts.Select(NameNumber.Of)];
    private static readonly int[] Takes = [.. QueueItems.Takes.Select(NameNumber.Of)];

    private readonly ImmutableArray<SyntaxTree> _trees;
    private readonly CancellationToken _cancellationToken;
    private readonly NameIndex _index;
    private readonly HashSet<int>?[] _members;
    private readonly HashSet<(int Name, int Type, OutlineKind Kind)> _asked = [];
    private readonly HashSet<int> _items = [];
    private readonly Queue<(int File, int Member)> _pending = new();
    private readonly Dictionary<int, HashSet<(int Target, int File)>> _filled = [];
    private readonly HashSet<int> _named = [];
    private BitArray? _clients;

    /// <summary>Creates it for the files of a program.</summary>
    public ReachBuilder(ImmutableArray<SyntaxTree> trees, CancellationToken cancellationToken)
    {
        _trees = trees;
        _cancellationToken = cancellationToken;
        _index = new NameIndex(trees, cancellationToken);
        _members = new HashSet<int>?[trees.Length];
    }

    /// <summary>The index of names that it asked.</summary>
    public NameIndex Index => _index;

    /// <summary>The words for which files are looked at beside those that <see cref="NameIndex.FilesWith"/> was asked for.</summary>
    public static IEnumerable<int> FixedWords => FileSeeds.Routes.Concat(Tuples).Concat(new[] { NameNumber.ImplicitNew, NewWord });

    /// <summary>The reached members of each file, by their number in the outline; null for a file without.</summary>
    public HashSet<int>?[] Find(ImmutableArray<string> freeFormMethods)
    {
        for (int file = 0; file < _trees.Length; file++)
        {
            AddSeeds(file);
        }

        foreach (string method in freeFormMethods)
        {
            AddNaming(NameNumber.Of(method.Substring(method.LastIndexOf('.') + 1)), null);
        }

        while (_pending.Count > 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            (int file, int member) = _pending.Dequeue();
            Follow(file, _index.OutlineOf(file).Members[member]);
        }

        return _members;
    }

    /// <summary>The files that call a client whose messages nobody has seen: rules about requests judge them.</summary>
    public BitArray Clients => _clients ??= FindClients();

    /// <summary>
    /// The files that answer for calls which others make through them: those that ask a client for something, and those with a method to which reached members
    /// hand a delegate.
    /// </summary>
    public BitArray FindHelpers()
    {
        BitArray helpers = new(_trees.Length);
        foreach (ClientReader reader in BlockRequests.All)
        {
            foreach (int client in reader.Clients.Select(NameNumber.Of))
            {
                BitArray knowing = _index.KnowingOf(client);
                foreach (string name in reader.OtherNames)
                {
                    foreach (int file in _index.FilesWith(NameNumber.Of(name)))
                    {
                        helpers[file] |= knowing[file];
                    }
                }
            }
        }

        foreach (int file in Delegates.SelectMany(_index.FilesWith).Distinct())
        {
            foreach (OutlineMember member in _index.OutlineOf(file).Members)
            {
                if (!helpers[file] && member.Kind is OutlineKind.Method or OutlineKind.Constructor && member.Parameters.HasAny(Delegates) && IsNamedByReached(member.Name))
                {
                    helpers[file] = true;
                }
            }
        }

        return helpers;
    }

    private bool IsNamedByReached(int name)
    {
        foreach (int file in _index.FilesWith(name))
        {
            foreach (int number in _members[file] ?? [])
            {
                if (_index.OutlineOf(file).Members[number].Words.Has(name))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void AddSeeds(int file)
    {
        SourceSigns shown = TextEvidence.Of(_trees[file], _cancellationToken);
        bool calls = Clients[file];
        bool routes = _index.WordsOf(file).HasAny(FileSeeds.Routes);
        if (!calls && !routes && !TextEvidence.IsMessage(shown) && (shown & (SourceSigns.ToMember | SourceSigns.ToKey)) == 0)
        {
            return;
        }

        FileSeeds seeds = FileSeeds.Of(_index.OutlineOf(file), _trees[file].GetText(_cancellationToken), calls, routes);
        foreach (int member in seeds.Members)
        {
            Add(file, member);
        }

        foreach (SeedType type in seeds.Types)
        {
            if (type.IsMessage || _index.HasHeirs(type.Name))
            {
                AddCreations(type.Name);
            }
        }
    }

    /// <summary>The files that name a call of a client and may have such a client.</summary>
    private BitArray FindClients()
    {
        BitArray found = new(_trees.Length);
        foreach (ClientReader reader in BlockRequests.All)
        {
            BitArray? may = null;
            if (reader.Library is { } library)
            {
                if (_index.FilesWith(NameNumber.Of(library)).Length == 0)
                {
                    continue;
                }
            }
            else
            {
                may = new BitArray(_trees.Length);
                foreach (string client in reader.Clients)
                {
                    may.Or(_index.KnowingOf(NameNumber.Of(client)));
                }
            }

            foreach (string name in reader.SendNames)
            {
                if (name.EndsWith("*", StringComparison.Ordinal))
                {
                    for (int file = 0; file < found.Length; file++)
                    {
                        found[file] |= (may is null || may[file]) && (TextEvidence.Of(_trees[file], _cancellationToken) & SourceSigns.ClientCall) != 0;
                    }
                }
                else
                {
                    // These names are of HttpClient alone: its type may come from another assembly, unnamed.
                    bool isPlain = name.StartsWith("Send", StringComparison.Ordinal);
                    foreach (int file in _index.FilesWith(NameNumber.Of(name)))
                    {
                        found[file] |= may is null || may[file] || !isPlain;
                    }
                }
            }
        }

        return found;
    }

    private void Add(int file, int member)
    {
        if ((_members[file] ??= []).Add(member))
        {
            _pending.Enqueue((file, member));
        }
    }

    private void Follow(int file, OutlineMember member)
    {
        int? type = member.Type?.Name;
        switch (member.Kind)
        {
            case OutlineKind.Constructor:
                AddCreations(member.Name);
                break;
            case OutlineKind.Nameless:
                AddMentions(member.Name);
                break;
            case OutlineKind.Method or OutlineKind.Value:
                AddNaming(member.Name, member.IsExtension ? null : type);
                if (type is { } owner && NameIndex.IsUnnamed(member))
                {
                    AddMentions(owner);
                }

                break;
        }

        AddDelegates(file, member);
        AddQueues(file, member);
    }

    /// <summary>Those that name a member, where they may have an object of its type.</summary>
    private void AddNaming(int name, int? type)
    {
        if (!_asked.Add((name, type ?? 0, OutlineKind.Method)))
        {
            return;
        }

        if (_named.Add(name) && _filled.TryGetValue(name, out HashSet<(int Target, int File)>? targets))
        {
            foreach ((int target, int from) in targets)
            {
                AddValue(target, from);
            }
        }

        BitArray? knowing = type is { } known ? _index.KnowingOf(known) : null;
        foreach (int file in _index.FilesWith(name))
        {
            if (knowing is null || knowing[file])
            {
                AddWhere(file, member => member.Words.Has(name));
            }
        }
    }

    /// <summary>Those that create an object of a type or of one derived from it, and the constructors that run its own.</summary>
    private void AddCreations(int type)
    {
        if (!_asked.Add((type, type, OutlineKind.Constructor)))
        {
            return;
        }

        HashSet<int> derived = _index.DerivedFrom(type);
        BitArray knowing = _index.KnowingOf(type);
        for (int file = 0; file < _trees.Length; file++)
        {
            if (!knowing[file])
            {
                continue;
            }

            AddCreationsIn(file, derived);
        }
    }

    private void AddCreationsIn(int file, HashSet<int> derived)
    {
        bool names = derived.Any(_index.WordsOf(file).Has);
        bool isImplicit = _index.WordsOf(file).Has(NameNumber.ImplicitNew);
        if (names || isImplicit)
        {
            AddWhere(file, member => (isImplicit && member.Words.Has(NameNumber.ImplicitNew)) || (names && derived.Any(name => IsCreatedIn(member, name)))
                || (member.Kind == OutlineKind.Constructor && derived.Contains(member.Name)));
        }
    }

    /// <summary>Whether a type is named after <c>new</c>; also where it is only named beside one.</summary>
    private static bool IsCreatedIn(OutlineMember member, int type) => member.Words.Has(type) && member.Words.Has(NewWord);

    /// <summary>Those that may have an object of a type at all: they name the type or a member that gives one.</summary>
    private void AddMentions(int type)
    {
        if (!_asked.Add((type, type, OutlineKind.Nameless)))
        {
            return;
        }

        HashSet<int> relatives = _index.RelativesOf(type);
        relatives.UnionWith(_index.CarriersOf(relatives));
        foreach (int name in relatives)
        {
            foreach (int file in _index.FilesWith(name))
            {
                AddWhere(file, member => member.Words.Has(name));
            }
        }
    }

    /// <summary>Who calls a delegate runs what was put into it.</summary>
    private void AddDelegates(int file, OutlineMember member)
    {
        if (member.Kind == OutlineKind.Value)
        {
            return;
        }

        foreach ((string target, string? source) in FilledDelegates.In(_trees[file], member.Span, _cancellationToken))
        {
            int number = NameNumber.Of(target);
            if (source is null || _named.Contains(NameNumber.Of(source)))
            {
                AddValue(number, file);
                continue;
            }

            if (!_filled.TryGetValue(NameNumber.Of(source), out HashSet<(int, int)>? targets))
            {
                _filled.Add(NameNumber.Of(source), targets = []);
            }

            targets.Add((number, file));
        }
    }

    /// <summary>Those that name a field, property or event of that name to which a file gives a function: the file sees it and may have an object of its type.</summary>
    private void AddValue(int name, int from)
    {
        foreach (int file in _index.FilesWith(name))
        {
            foreach (OutlineMember member in _index.OutlineOf(file).Members)
            {
                if (member.Kind == OutlineKind.Value && member.Name == name && (file == from || (member.IsVisible && (member.Type is not { } type || _index.Knows(from, type.Name)))))
                {
                    AddNaming(name, member.Type?.Name);
                }
            }
        }
    }

    /// <summary>What takes items out of a queue, or handles those that a library hands over, is run by who puts them in: the type of the item tells.</summary>
    private void AddQueues(int file, OutlineMember member)
    {
        if (member.Words.HasAny(Takes))
        {
            foreach (int word in _index.WordsOf(file).Numbers)
            {
                AddItem(word);
            }

            // An item that is a tuple has no name.
            AddPuts(null);
        }

        if (member is { Kind: OutlineKind.Method, Type.Bases.Numbers.Length: > 0 })
        {
            foreach (int word in member.Parameters.Numbers)
            {
                AddItem(word);
            }
        }
    }

    private void AddItem(int type)
    {
        if (_index.Declares(type) && _items.Add(type))
        {
            AddPuts(type);
        }
    }

    private void AddPuts(int? type)
    {
        if (type is null && !_items.Add(0))
        {
            return;
        }

        BitArray? knowing = type is { } item ? _index.KnowingOf(item) : null;
        foreach (int put in Puts)
        {
            foreach (int file in _index.FilesWith(put))
            {
                if (knowing is null ? _index.WordsOf(file).HasAny(Tuples) : knowing[file])
                {
                    AddWhere(file, member => member.Words.Has(put));
                }
            }
        }
    }

    private void AddWhere(int file, Func<OutlineMember, bool> isWanted)
    {
        ImmutableArray<OutlineMember> members = _index.OutlineOf(file).Members;
        for (int number = 0; number < members.Length; number++)
        {
            if (isWanted(members[number]))
            {
                Add(file, number);
            }
        }
    }
}
