using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Files;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>The members and questions of a reach that is being found: each is a node of the graph and is looked at once.</summary>
internal sealed class ReachWork
{
    private readonly NameIndex _index;
    private readonly Queue<(int Node, int File, int Member)> _members = new();
    private readonly Queue<(int Node, Question Question)> _questions = new();

    /// <summary>Creates it for the files of an index.</summary>
    public ReachWork(NameIndex index)
    {
        _index = index;
    }

    /// <summary>Who leads to whom.</summary>
    public ReachGraph Graph { get; } = new();

    /// <summary>Looks at all members and questions, and at those that come up on the way; members first.</summary>
    public void Run(Action<int, int, int> follow, Action<int, Question> answer, CancellationToken cancellationToken)
    {
        while (_members.Count + _questions.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (_members.Count > 0)
            {
                (int node, int file, int member) = _members.Dequeue();
                follow(node, file, member);
            }
            else
            {
                (int node, Question question) = _questions.Dequeue();
                answer(node, question);
            }
        }
    }

    /// <summary>The node of a member, which will be looked at.</summary>
    public int Add(int file, int member)
    {
        int node = Graph.NodeOf(file, member, out bool isNew);
        if (isNew)
        {
            _members.Enqueue((node, file, member));
        }

        return node;
    }

    /// <summary>The node of a question, which will be answered.</summary>
    public int Ask(Question question)
    {
        int node = Graph.NodeOf(question, out bool isNew);
        if (isNew)
        {
            _questions.Enqueue((node, question));
        }

        return node;
    }

    /// <summary>Lets a node ask a question.</summary>
    public void Ask(int asker, Question question) => Graph.Link(asker, Ask(question));

    /// <summary>The members of a file that name something, and another word beside it where one is asked for.</summary>
    public void AddNaming(int node, int file, int name, int beside = 0) =>
        AddWhere(node, file, (name, beside), static (member, words) => member.Words.Has(words.name) && (words.beside == 0 || member.Words.Has(words.beside)));

    /// <summary>The members of a file that a test holds of; what it needs is handed to it, so that asking thousands of files allocates nothing.</summary>
    public void AddWhere<T>(int node, int file, T state, Func<OutlineMember, T, bool> isWanted)
    {
        ImmutableArray<OutlineMember> members = _index.OutlineOf(file).Members;
        for (int number = 0; number < members.Length; number++)
        {
            if (isWanted(members[number], state))
            {
                Graph.Link(node, Add(file, number));
            }
        }
    }
}
