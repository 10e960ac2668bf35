using System.Collections;
using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program.Files;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>What takes items out of a queue, or handles those that a library hands over, is run by who puts them in: the type of the item tells.</summary>
internal sealed class QueueLinks
{
    /// <summary>The queues into which tuples are put.</summary>
    public static readonly int[] Tuples = [.. QueueNames.Types.Select(NameNumber.Of)];

    /// <summary>The methods that take an item out.</summary>
    public static readonly int[] Takes = [.. QueueNames.Takes.Select(NameNumber.Of)];

    private static readonly int[] Puts = [.. QueueNames.Puts.Select(NameNumber.Of)];

    /// <summary>Those that lists, sets and tables have as well.</summary>
    private static readonly int[] ListPuts = [.. QueueNames.ListPuts.Select(NameNumber.Of)];

    private readonly ImmutableArray<SyntaxTree> _trees;
    private readonly NameIndex _index;
    private readonly ReachWork _work;
    private BitArray? _draining;

    /// <summary>Creates it for the files of a program.</summary>
    public QueueLinks(ImmutableArray<SyntaxTree> trees, NameIndex index, ReachWork work)
    {
        _trees = trees;
        _index = index;
        _work = work;
        Taking = new BitArray(trees.Length);
    }

    /// <summary>The files in which a reached member takes items out of a queue.</summary>
    public BitArray Taking { get; }

    /// <summary>Asks who puts in what a member takes out or is handed.</summary>
    public void Add(int node, int file, OutlineMember member)
    {
        if (member.Words.HasAny(Takes))
        {
            Taking[file] = true;
            _work.Ask(node, new Question(QuestionKind.Items, 0, file));

            // An item that is a tuple has no name.
            _work.Ask(node, new Question(QuestionKind.Puts, 0, 0));
        }

        if (member is { Kind: OutlineKind.Method, IsVisible: true, Type: { Bases.Numbers.Length: > 0 } type })
        {
            // A library can name the item only through the arguments of a generic base.
            HashSet<int> bases = _index.Families.BaseWordsOf(type.Name);
            AskForItems(node, member.Parameters.Numbers.Where(bases.Contains));
        }
    }

    /// <summary>Those that put in an item of a type that a file names.</summary>
    public void FindItems(int node, int file) => AskForItems(node, _index.WordsOf(file).Numbers);

    /// <summary>Those that put in items of a type; 0 for tuples.</summary>
    public void FindPuts(int node, int type, CancellationToken cancellationToken)
    {
        // The item itself has the type: what it derives from tells nothing.
        BitArray? knowing = type != 0 ? _index.Objects.KnowingAny([type]) : null;
        foreach (int put in Puts)
        {
            bool needsQueue = ListPuts.Contains(put);
            foreach (int file in _index.FilesWith(put))
            {
                if ((knowing is null ? _index.WordsOf(file).HasAny(Tuples) : knowing[file]) && (!needsQueue || HasQueue(file, cancellationToken)))
                {
                    _work.AddNaming(node, file, put);
                }
            }
        }
    }

    private void AskForItems(int node, IEnumerable<int> words)
    {
        foreach (int word in words)
        {
            if (_index.Declares(word))
            {
                _work.Ask(node, new Question(QuestionKind.Puts, word, 0));
            }
        }
    }

    /// <summary>Whether something in a file may be drained: its name speaks of a queue, or a type of the program that gives items out again is known there.</summary>
    private bool HasQueue(int file, CancellationToken cancellationToken)
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
                _draining.Or(_index.Objects.KnowingAny(_index.Families.DerivedFrom(types)));
            }
        }

        return _draining[file] || (TextEvidence.Of(_trees[file], cancellationToken) & SourceSigns.Queue) != 0;
    }
}
