using System.Collections;
using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program.Files;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>
/// Finds by names alone who has to do with sends: the members that show a message, those that name one of them, and so on, and what carries the message from
/// there to a client. Members that only call the same clients are not among them. Nothing is bound. It finds more members than binding would, never fewer.
/// </summary>
internal sealed class ReachBuilder
{
    /// <summary>The words that make an object without naming its type.</summary>
    private static readonly int[] Unnamed = [NameNumber.ImplicitNew, NameNumber.Of("with")];

    /// <summary>The queues into which tuples are put.</summary>
    private static readonly int[] Tuples = [.. new[] { "Channel", "ChannelWriter", "Queue", "ConcurrentQueue", "BlockingCollection", "Stack", "ConcurrentStack", "BufferBlock", "ActionBlock" }.Select(NameNumber.Of)];
    private static readonly int[] Puts = [.. QueueNames.Puts.Select(NameNumber.Of)];
    /// <summary>Those that lists, sets and tables have as well.</summary>
    private static readonly int[] ListPuts = [.. QueueNames.ListPuts.Select(NameNumber.Of)];
    private static readonly int[] Takes = [.. QueueNames.Takes.Select(NameNumber.Of)];

    private readonly ImmutableArray<SyntaxTree> _trees;
    private readonly CancellationToken _cancellationToken;
    private readonly NameIndex _index;
    private readonly ReachGraph _graph = new();
    private readonly ClientLinks _clients = new();
    private readonly List<int> _starts = [];
    private readonly Queue<(int Node, int File, int Member)> _members = new();
    private readonly Queue<(int Node, Question Question)> _questions = new();
    private readonly Dictionary<int, List<Question>> _given = [];
    private readonly HashSet<int> _privates = [];
    private BitArray? _draining;

    /// <summary>Creates it for the files of a program.</summary>
    public ReachBuilder(ImmutableArray<SyntaxTree> trees, CancellationToken cancellationToken)
    {
        _trees = trees;
        _cancellationToken = cancellationToken;
        _index = new NameIndex(trees, cancellationToken);
        Calling = ClientFiles.Calling(_index, trees, cancellationToken);
        Asking = ClientFiles.Asking(_index);
        Reached = new int[]?[trees.Length];
        Seeds = new FileSeeds?[trees.Length];
        Given = new List<GivenDelegate>?[trees.Length];
        Taking = new BitArray(trees.Length);
    }

    /// <summary>The index of names that it asked.</summary>
    public NameIndex Index => _index;

    /// <summary>The files that may call a client with a body.</summary>
    public BitArray Calling { get; }

    /// <summary>The files that may call one without a body.</summary>
    public BitArray Asking { get; }

    /// <summary>The members of each file that were asked who names them; null for a file without.</summary>
    public int[]?[] Reached { get; private set; }

    /// <summary>Where the reach begins in each file; null for a file where it does not.</summary>
    public FileSeeds?[] Seeds { get; }

    /// <summary>The clients that each file sets up.</summary>
    public FileLinks[] Links { get; private set; } = [];

    /// <summary>The delegates that the reached members of each file fill; null for none.</summary>
    public List<GivenDelegate>?[] Given { get; }

    /// <summary>The files in which a reached member takes items out of a queue.</summary>
    public BitArray Taking { get; }

    /// <summary>The names on which all that depends.</summary>
    public AskedNames Asked => new([.. _index.AskedWords, .. FixedWords, .. ClientLinks.Words, .. _privates, .. Links.SelectMany(static file => file.Clients)], _index.AskedTypes, _index.Declared, _clients.Types);

    /// <summary>The words for which files are looked at beside those that <see cref="NameIndex.FilesWith"/> was asked for.</summary>
    private static IEnumerable<int> FixedWords => FileSeeds.Routes.Concat(Tuples).Concat(Takes).Concat(Unnamed);

    /// <summary>The involved members of each file, by their number in the outline; null for a file without.</summary>
    public int[]?[] Find(ImmutableArray<string> freeFormMethods)
    {
        for (int file = 0; file < _trees.Length; file++)
        {
            AddSeeds(file);
        }

        Links = Array.ConvertAll(_trees.ToArray(), tree => FileLinks.Of(tree, _clients.Types, _cancellationToken));
        foreach ((int file, int member) in _clients.Linked(_index, Links))
        {
            _starts.Add(_graph.NodeOf(file, member, out _));
        }

        foreach (string method in freeFormMethods)
        {
            _starts.Add(Ask(new Question(QuestionKind.Naming, NameNumber.Of(method.Substring(method.LastIndexOf('.') + 1)), 0)));
        }

        if (_starts.Count == 0)
        {
            // Clients alone carry nothing.
            return Reached;
        }

        while (_members.Count + _questions.Count > 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (_members.Count > 0)
            {
                (int node, int file, int member) = _members.Dequeue();
                Follow(node, file, member, _index.OutlineOf(file).Members[member]);
            }
            else
            {
                (int node, Question question) = _questions.Dequeue();
                Answer(node, question);
            }
        }

        Reached = ByFile(_graph.Members);
        return ByFile(_graph.Involved(_starts));
    }

    private int[]?[] ByFile(IEnumerable<(int File, int Member)> members)
    {
        ILookup<int, int> files = members.ToLookup(static place => place.File, static place => place.Member);
        return [.. Enumerable.Range(0, _trees.Length).Select(file => files.Contains(file) ? files[file].ToArray() : null)];
    }

    private void AddSeeds(int file)
    {
        SourceSigns shown = TextEvidence.Of(_trees[file], _cancellationToken);
        bool calls = Calling[file];
        bool asks = Asking[file];
        bool routes = _index.WordsOf(file).HasAny(FileSeeds.Routes);
        if (!calls && !asks && !routes && (shown & (SourceSigns.Product | SourceSigns.Api | SourceSigns.ToValue | SourceSigns.ToMember | SourceSigns.ToKey)) == 0)
        {
            return;
        }

        FileSeeds seeds = FileSeeds.Of(_index.OutlineOf(file), calls, asks, routes);
        Seeds[file] = seeds;
        foreach (int member in seeds.Members)
        {
            _starts.Add(Add(file, member));
        }

        bool speaks = (shown & (SourceSigns.Speaks | SourceSigns.Product | SourceSigns.Api)) != 0 || ((shown & (SourceSigns.ToKey | SourceSigns.ToValue)) != 0 && (shown & (SourceSigns.Content | SourceSigns.Mail)) == SourceSigns.Content);
        foreach (int member in seeds.Calls)
        {
            int node = Add(file, member);
            if (speaks)
            {
                _starts.Add(node);
            }
            else
            {
                _clients.Add(file, member, _index.OutlineOf(file).Members[member].Type);
            }
        }

        foreach (SeedType type in seeds.Types)
        {
            if (type.IsMessage || HasRelative(type.Name))
            {
                _starts.Add(Ask(new Question(QuestionKind.Creation, type.Name, 0)));
                AddRenamed(file, type.Name);
            }
        }
    }

    /// <summary>The recipient of a message that is called something else in code: who fills it in an object that others made.</summary>
    private void AddRenamed(int file, int type)
    {
        ImmutableArray<OutlineMember> members = _index.OutlineOf(file).Members;
        for (int number = 0; number < members.Length; number++)
        {
            if (members[number] is { Kind: OutlineKind.Value, Type: { } owner } member && owner.Name == type && FileSeeds.IsRenamedRecipient(member))
            {
                _starts.Add(Add(file, number));
            }
        }
    }

    /// <summary>Whether a type above or below has what makes a message of one that has only the recipient.</summary>
    private bool HasRelative(int type)
    {
        HashSet<int> relatives = _index.RelativesOf(type);
        return relatives.Count > 1 && relatives.Any(relative => _index.FilesWith(relative).Any(file => _index.Files[file].Types.Has(relative) && FileSeeds.HasContent(_index.OutlineOf(file), relative)));
    }

    private int Add(int file, int member)
    {
        int node = _graph.NodeOf(file, member, out bool isNew);
        if (isNew)
        {
            _members.Enqueue((node, file, member));
        }

        return node;
    }

    private int Ask(Question question)
    {
        int node = _graph.NodeOf(question, out bool isNew);
        if (isNew)
        {
            _questions.Enqueue((node, question));
        }

        return node;
    }

    private void Ask(int asker, Question question) => _graph.Link(asker, Ask(question));

    private void Follow(int node, int file, int number, OutlineMember member)
    {
        switch (member.Kind)
        {
            case OutlineKind.Constructor:
                Ask(node, new Question(QuestionKind.Creation, member.Name, 0));
                break;
            case OutlineKind.Nameless:
                Ask(node, new Question(QuestionKind.Mention, member.Name, 0));
                break;
            case OutlineKind.Method or OutlineKind.Value:
                Ask(node, NamingOf(file, member));
                if (member.Type is { } owner && NameIndex.IsUnnamed(member, out int word))
                {
                    Ask(node, new Question(QuestionKind.Mention, owner.Name, word));
                }

                break;
        }

        AddDelegates(node, file, number, member);
        AddQueues(node, file, member);
    }

    private static Question NamingOf(int file, OutlineMember member) =>
        !member.IsVisible ? new(QuestionKind.Private, member.Name, file)
        : member.IsExtension ? new(QuestionKind.Extension, member.Name, file)
        : new(QuestionKind.Naming, member.Name, member.Type?.Name ?? 0);

    private void Answer(int node, Question question)
    {
        switch (question.Kind)
        {
            case QuestionKind.Naming:
                FindNaming(node, question.Name, question.Context);
                break;
            case QuestionKind.Extension:
                FindExtended(node, question.Name, question.Context);
                break;
            case QuestionKind.Private:
                _privates.Add(question.Name);
                Ask(node, new Question(QuestionKind.Given, question.Name, 0));
                AddNaming(node, question.Context, question.Name);
                break;
            case QuestionKind.Creation:
                FindCreations(node, question.Name);
                break;
            case QuestionKind.Mention:
                FindMentions(node, question.Name, question.Context);
                break;
            case QuestionKind.Given:
                foreach (Question target in _given.TryGetValue(question.Name, out List<Question>? targets) ? targets : [])
                {
                    Ask(node, target);
                }

                break;
            case QuestionKind.Delegate:
                FindDelegates(node, question.Name, question.Context);
                break;
            case QuestionKind.Puts:
                FindPuts(node, question.Name);
                break;
            case QuestionKind.Items:
                AskForItems(node, _index.WordsOf(question.Context).Numbers);
                break;
        }
    }

    /// <summary>Those that name a member, where they may have an object of its type.</summary>
    private void FindNaming(int node, int name, int type)
    {
        Ask(node, new Question(QuestionKind.Given, name, 0));
        BitArray? knowing = type != 0 ? _index.KnowingOf(type, name) : null;
        foreach (int file in _index.FilesWith(name))
        {
            if (knowing is null || knowing[file])
            {
                AddNaming(node, file, name);
            }
        }
    }

    /// <summary>Those that name an extension method, where they can see it: as one of its object, or through its class.</summary>
    private void FindExtended(int node, int name, int declaring)
    {
        Ask(node, new Question(QuestionKind.Given, name, 0));
        foreach (int file in _index.FilesWith(name))
        {
            if (_index.SeesNamespaceOf(declaring, file))
            {
                AddNaming(node, file, name);
            }
        }
    }

    /// <summary>Those that create an object of a type or of one derived from it, and the constructors that run its own.</summary>
    private void FindCreations(int node, int type)
    {
        HashSet<int> derived = _index.DerivedFrom(type);
        HashSet<int> carriers = [.. derived, .. _index.CarriersOf(derived)];
        BitArray knowing = _index.KnowingOf(type);
        for (int file = 0; file < _trees.Length; file++)
        {
            if (knowing[file])
            {
                AddCreationsIn(node, file, derived, carriers);
            }
        }
    }

    private void AddCreationsIn(int node, int file, HashSet<int> derived, HashSet<int> carriers)
    {
        WordSet words = _index.WordsOf(file);
        if (words.HasAny(derived))
        {
            AddWhere(node, file, derived, static (member, derived) => member.Created.HasAny(derived) || (member.Kind == OutlineKind.Constructor && derived.Contains(member.Name)));
        }

        if (words.HasAny(Unnamed))
        {
            // What has the type stands beside it, or something of this file that is declared with the type.
            HashSet<int> own = [.. _index.OutlineOf(file).Members.Where(member => member.Header.HasAny(derived)).Select(static member => member.Name)];
            AddWhere(node, file, (carriers, own), static (member, names) => member.Words.HasAny(Unnamed) && (IsAny(member, names.carriers) || IsAny(member, names.own)));
        }
    }

    private static bool IsAny(OutlineMember member, HashSet<int> names) => names.Count > 0 && (names.Contains(member.Name) || member.Words.HasAny(names));

    /// <summary>Those that may have an object of a type at all: they name the type or a member that gives one.</summary>
    private void FindMentions(int node, int type, int word)
    {
        HashSet<int> names = _index.RelativesOf(type);
        BitArray knowing = _index.KnowingOf(type);
        names.UnionWith(_index.CarriersOf(names));
        foreach (int name in names)
        {
            foreach (int file in _index.FilesWith(name))
            {
                if (knowing[file])
                {
                    AddNaming(node, file, name, word);
                }
            }
        }
    }

    /// <summary>Who calls a delegate runs what was put into it.</summary>
    private void AddDelegates(int node, int file, int number, OutlineMember member)
    {
        foreach (GivenDelegate filled in FilledDelegates.Of(_trees[file], number, member, _cancellationToken))
        {
            (Given[file] ??= []).Add(filled);
            Question call = new(QuestionKind.Delegate, filled.Target, file);
            if (filled.Source == 0)
            {
                Ask(node, call);
            }
            else if (_graph.NodeIfAsked(new Question(QuestionKind.Given, filled.Source, 0)) is { } asked)
            {
                Ask(asked, call);
            }
            else
            {
                // Whether the method leads to a send is not known yet.
                if (!_given.TryGetValue(filled.Source, out List<Question>? targets))
                {
                    _given.Add(filled.Source, targets = []);
                }

                targets.Add(call);
            }
        }
    }

    /// <summary>Those that name a field, property or event of that name to which a file gives a function: the file sees it and may have an object of its type.</summary>
    private void FindDelegates(int node, int name, int from)
    {
        foreach (int file in _index.FilesWith(name))
        {
            foreach (OutlineMember member in _index.OutlineOf(file).Members)
            {
                if (member.Kind == OutlineKind.Value && member.Name == name && FilledDelegates.MayHoldOne(member, _index) && (file == from || (member.IsVisible && (member.Type is not { } type || _index.Knows(from, type.Name)))))
                {
                    Ask(node, NamingOf(file, member));
                }
            }
        }
    }

    /// <summary>What takes items out of a queue, or handles those that a library hands over, is run by who puts them in: the type of the item tells.</summary>
    private void AddQueues(int node, int file, OutlineMember member)
    {
        if (member.Words.HasAny(Takes))
        {
            Taking[file] = true;
            Ask(node, new Question(QuestionKind.Items, 0, file));

            // An item that is a tuple has no name.
            Ask(node, new Question(QuestionKind.Puts, 0, 0));
        }

        if (member is { Kind: OutlineKind.Method, IsVisible: true, Type: { Bases.Numbers.Length: > 0 } type })
        {
            // A library can name the item only through the arguments of a generic base.
            HashSet<int> bases = _index.BaseWordsOf(type.Name);
            AskForItems(node, member.Parameters.Numbers.Where(bases.Contains));
        }
    }

    private void AskForItems(int node, IEnumerable<int> words)
    {
        foreach (int word in words)
        {
            if (_index.Declares(word))
            {
                Ask(node, new Question(QuestionKind.Puts, word, 0));
            }
        }
    }

    private void FindPuts(int node, int type)
    {
        // The item itself has the type: what it derives from tells nothing.
        BitArray? knowing = type != 0 ? _index.KnowingAny([type]) : null;
        foreach (int put in Puts)
        {
            bool needsQueue = ListPuts.Contains(put);
            foreach (int file in _index.FilesWith(put))
            {
                if ((knowing is null ? _index.WordsOf(file).HasAny(Tuples) : knowing[file]) && (!needsQueue || HasQueue(file)))
                {
                    AddNaming(node, file, put);
                }
            }
        }
    }

    /// <summary>Whether something in a file may be drained: its name speaks of a queue, or a type of the program that gives items out again is known there.</summary>
    private bool HasQueue(int file)
    {
        if (_draining is null)
        {
            _draining = new BitArray(_trees.Length);
            HashSet<int> types = [];
            foreach (int take in Takes)
            {
                foreach (int each in _index.FilesWith(take))
                {
                    types.UnionWith(_index.OutlineOf(each).Members.Where(member => member.Kind == OutlineKind.Method && member.Name == take && member.Type is not null).Select(static member => member.Type!.Name));
                }
            }

            if (types.Count > 0)
            {
                _draining.Or(_index.KnowingAny(_index.DerivedFrom(types)));
            }
        }

        return _draining[file] || (TextEvidence.Of(_trees[file], _cancellationToken) & SourceSigns.Queue) != 0;
    }

    /// <summary>The members of a file that name something, and another word beside it where one is asked for.</summary>
    private void AddNaming(int node, int file, int name, int beside = 0) =>
        AddWhere(node, file, (name, beside), static (member, words) => member.Words.Has(words.name) && (words.beside == 0 || member.Words.Has(words.beside)));

    /// <summary>The members of a file that a test holds of; what it needs is handed to it, so that asking thousands of files allocates nothing.</summary>
    private void AddWhere<T>(int node, int file, T state, Func<OutlineMember, T, bool> isWanted)
    {
        ImmutableArray<OutlineMember> members = _index.OutlineOf(file).Members;
        for (int number = 0; number < members.Length; number++)
        {
            if (isWanted(members[number], state))
            {
                _graph.Link(node, Add(file, number));
            }
        }
    }
}
