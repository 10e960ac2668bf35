namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>
/// Which members of a program lead to which, by names alone. A member asks questions (who names it, who creates its type), and others answer them: both are
/// nodes, so that a question is answered once, whoever asks it.
/// </summary>
internal sealed class ReachGraph
{
    private readonly Dictionary<Question, int> _questions = [];
    private readonly Dictionary<(int File, int Member), int> _members = [];
    private readonly List<(int From, int To)> _links = [];
    private int _count;

    /// <summary>The members that were added.</summary>
    public IEnumerable<(int File, int Member)> Members => _members.Keys;

    /// <summary>The node of a member, and whether it is new.</summary>
    public int NodeOf(int file, int member, out bool isNew)
    {
        isNew = !_members.TryGetValue((file, member), out int node);
        if (isNew)
        {
            _members.Add((file, member), node = _count++);
        }

        return node;
    }

    /// <summary>The node of a question, and whether it is new.</summary>
    public int NodeOf(Question question, out bool isNew)
    {
        isNew = !_questions.TryGetValue(question, out int node);
        if (isNew)
        {
            _questions.Add(question, node = _count++);
        }

        return node;
    }

    /// <summary>The node of a question; null where nobody asked it.</summary>
    public int? NodeIfAsked(Question question) => _questions.TryGetValue(question, out int node) ? node : null;

    /// <summary>A member asks a question, a question asks another one, or a member answers a question.</summary>
    public void Link(int from, int to) => _links.Add((from, to));

    /// <summary>
    /// The members to which some of the nodes lead, and all members that lead to one of these: who is involved in a message, and what carries it. What only
    /// calls the same carriers is not among them. A carrier is not followed into queues again: what it puts in there is its own.
    /// </summary>
    public IEnumerable<(int File, int Member)> Involved(IEnumerable<int> starts)
    {
        bool[] above = Closure(starts, isBack: false, static _ => false);
        HashSet<int> puts = [.. _questions.Where(static question => question.Key.Kind == QuestionKind.Puts).Select(static question => question.Value)];
        IEnumerable<int> first = _links.Where(link => above[link.To] && puts.Contains(link.From)).Select(static link => link.From);
        bool[] all = Closure(_members.Values.Where(node => above[node]).Concat(first), isBack: true, puts.Contains);
        return _members.Where(member => all[member.Value]).Select(static member => member.Key);
    }

    private bool[] Closure(IEnumerable<int> starts, bool isBack, Func<int, bool> isStop)
    {
        int[] first = new int[_count + 1];
        foreach ((int from, int to) in _links)
        {
            first[(isBack ? to : from) + 1]++;
        }

        for (int node = 0; node < _count; node++)
        {
            first[node + 1] += first[node];
        }

        int[] next = new int[_links.Count];
        int[] filled = new int[_count];
        foreach ((int from, int to) in _links)
        {
            (int start, int end) = isBack ? (to, from) : (from, to);
            next[first[start] + filled[start]++] = end;
        }

        bool[] isReached = new bool[_count];
        Stack<int> pending = new(starts);
        while (pending.Count > 0)
        {
            int node = pending.Pop();
            if (isReached[node])
            {
                continue;
            }

            isReached[node] = true;
            for (int at = first[node]; at < first[node + 1]; at++)
            {
                if (!isStop(next[at]))
                {
                    pending.Push(next[at]);
                }
            }
        }

        return isReached;
    }
}

/// <summary>What a reached member asks the program.</summary>
internal enum QuestionKind
{
    /// <summary>Who names a member of that name, where its type is known.</summary>
    Naming,

    /// <summary>Who names an extension method of that name that a file declares.</summary>
    Extension,

    /// <summary>Who in the file names a member that nobody else sees.</summary>
    Private,

    /// <summary>Who creates an object of a type.</summary>
    Creation,

    /// <summary>Who may have an object of a type at all.</summary>
    Mention,

    /// <summary>Who calls the fields and events that were given a method of that name.</summary>
    Given,

    /// <summary>Who calls a field or event of that name, to which a file gives a function.</summary>
    Delegate,

    /// <summary>Who puts items of a type into a queue.</summary>
    Puts,

    /// <summary>Who puts items into a queue of any type that a file names.</summary>
    Items,
}

/// <summary>A question, as plain numbers.</summary>
/// <param name="Kind">What is asked.</param>
/// <param name="Name">The name of a member or type; none where the file is enough.</param>
/// <param name="Context">The type of a member, the file that asks, or a word that must stand beside the name.</param>
internal readonly record struct Question(QuestionKind Kind, int Name, int Context);
