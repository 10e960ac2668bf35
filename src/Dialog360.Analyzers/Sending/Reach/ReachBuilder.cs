using System.Collections;
using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Files;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>
/// Finds by names alone who has to do with sends: the members that show a message, those that name one of them, and so on, and what carries the message from
/// there to a client. Members that only call the same clients are not among them. Nothing is bound. It finds more members than binding would, never fewer.
/// </summary>
internal sealed class ReachBuilder
{
    private readonly ImmutableArray<SyntaxTree> _trees;
    private readonly CancellationToken _cancellationToken;
    private readonly NameIndex _index;
    private readonly ReachWork _work;
    private readonly NamingAnswers _naming;
    private readonly DelegateLinks _delegates;
    private readonly QueueLinks _queues;
    private readonly ClientLinks _clients = new();
    private readonly List<int> _starts = [];

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
        _work = new ReachWork(_index);
        _naming = new NamingAnswers(_index, _work);
        _delegates = new DelegateLinks(trees, _index, _work);
        _queues = new QueueLinks(trees, _index, _work);
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
    public List<GivenDelegate>?[] Given => _delegates.Given;

    /// <summary>The files in which a reached member takes items out of a queue.</summary>
    public BitArray Taking => _queues.Taking;

    /// <summary>The names on which all that depends.</summary>
    public AskedNames Asked => new([.. _index.AskedWords, .. FixedWords, .. ClientLinks.Words, .. _naming.Privates, .. Links.SelectMany(static file => file.Clients)], _index.AskedTypes, _index.Declared, _clients.Types);

    /// <summary>The words for which files are looked at beside those that <see cref="NameIndex.FilesWith"/> was asked for.</summary>
    private static IEnumerable<int> FixedWords => FileSeeds.Routes.Concat(QueueLinks.Tuples).Concat(QueueLinks.Takes).Concat(NamingAnswers.Unnamed);

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
            _starts.Add(_work.Graph.NodeOf(file, member, out _));
        }

        foreach (string method in freeFormMethods)
        {
            _starts.Add(_work.Ask(new Question(QuestionKind.Naming, NameNumber.Of(method.Substring(method.LastIndexOf('.') + 1)), 0)));
        }

        if (_starts.Count == 0)
        {
            // Clients alone carry nothing.
            return Reached;
        }

        _work.Run(Follow, Answer, _cancellationToken);
        Reached = ByFile(_work.Graph.Members);
        return ByFile(_work.Graph.Involved(_starts));
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
            _starts.Add(_work.Add(file, member));
        }

        bool speaks = (shown & (SourceSigns.Speaks | SourceSigns.Product | SourceSigns.Api)) != 0 || ((shown & (SourceSigns.ToKey | SourceSigns.ToValue)) != 0 && (shown & (SourceSigns.Content | SourceSigns.Mail)) == SourceSigns.Content);
        foreach (int member in seeds.Calls)
        {
            int node = _work.Add(file, member);
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
                _starts.Add(_work.Ask(new Question(QuestionKind.Creation, type.Name, 0)));
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
                _starts.Add(_work.Add(file, number));
            }
        }
    }

    /// <summary>Whether a type above or below has what makes a message of one that has only the recipient.</summary>
    private bool HasRelative(int type)
    {
        HashSet<int> relatives = _index.Families.RelativesOf(type);
        return relatives.Count > 1 && relatives.Any(relative => _index.FilesWith(relative).Any(file => _index.Files[file].Types.Has(relative) && FileSeeds.HasContent(_index.OutlineOf(file), relative)));
    }

    private void Follow(int node, int file, int number)
    {
        OutlineMember member = _index.OutlineOf(file).Members[number];
        switch (member.Kind)
        {
            case OutlineKind.Constructor:
                _work.Ask(node, new Question(QuestionKind.Creation, member.Name, 0));
                break;
            case OutlineKind.Nameless:
                _work.Ask(node, new Question(QuestionKind.Mention, member.Name, 0));
                break;
            case OutlineKind.Method or OutlineKind.Value:
                _work.Ask(node, NamingAnswers.NamingOf(file, member));
                if (member.Type is { } owner && UnnamedMembers.Has(member, out int word))
                {
                    _work.Ask(node, new Question(QuestionKind.Mention, owner.Name, word));
                }

                break;
        }

        _delegates.Add(node, file, number, member, _cancellationToken);
        _queues.Add(node, file, member);
    }

    private void Answer(int node, Question question)
    {
        switch (question.Kind)
        {
            case QuestionKind.Naming:
                _naming.FindNaming(node, question.Name, question.Context);
                break;
            case QuestionKind.Extension:
                _naming.FindExtended(node, question.Name, question.Context);
                break;
            case QuestionKind.Private:
                _naming.FindPrivate(node, question.Name, question.Context);
                break;
            case QuestionKind.Creation:
                _naming.FindCreations(node, question.Name);
                break;
            case QuestionKind.Mention:
                _naming.FindMentions(node, question.Name, question.Context);
                break;
            case QuestionKind.Given:
                _delegates.FindGiven(node, question.Name);
                break;
            case QuestionKind.Delegate:
                _delegates.FindCalls(node, question.Name, question.Context);
                break;
            case QuestionKind.Puts:
                _queues.FindPuts(node, question.Name, _cancellationToken);
                break;
            case QuestionKind.Items:
                _queues.FindItems(node, question.Context);
                break;
        }
    }
}
