using System.Collections;
using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Program.Files;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>
/// The members that may make a part of a message (<c>Buttons.Yes()</c>) for those that show one and from which a send may be reached, or for those that hand it to these
/// (<c>chat.AskAsync(to, Buttons.Yes())</c>), in files that show no message themselves: the reached members name them, and their files the type. Found by names alone, so there
/// are more than there really are. Extension methods, which are called without the name of their type, are not among them.
/// </summary>
internal sealed class PartFiles
{
    private const int MaxLevels = 8;
    private const int MaxMembers = 400;

    private static readonly int NewWord = NameNumber.Of("new");

    /// <summary>The names of the members of messages as people write them in C#.</summary>
    private static readonly Lazy<HashSet<int>> SchemaWords = new(static () =>
        [.. MessageNames.All.SelectMany(static name => new[] { name, NamingPolicies.Apply(NamingPolicy.CamelCase, Pascal(name)), Pascal(name) }).Select(NameNumber.Of)]);

    private readonly Dictionary<int, HashSet<int>> _members = [];
    private readonly NameFilter _names = new();
    private readonly NameFilter _types = new();

    private PartFiles()
    {
    }

    /// <summary>The members that may make a part, by their number in the outline, for each file that has some: by its number in the program.</summary>
    public IReadOnlyDictionary<int, HashSet<int>> Members => _members;

    /// <summary>Those of a program.</summary>
    public static PartFiles Find(ImmutableArray<SyntaxTree> trees, ProgramReach reach, CancellationToken cancellationToken)
    {
        PartFiles found = new();
        HashSet<int> showing = [];
        foreach ((SyntaxTree tree, OutlineMember member) in Reached(trees, reach, cancellationToken, static (tree, token) => TextEvidence.IsMessage(TextEvidence.Of(tree, token))))
        {
            // Most members that lead to a send only call others: parts stand in those that show a message.
            if (TextEvidence.MayBeMessage(TextEvidence.In(member.Text, member.Span)) || TextEvidence.IsMessage(TextEvidence.In(member.Text, member.Span)))
            {
                showing.Add(member.Name);
                found._types.Add(FileSummary.Of(tree, cancellationToken).Words);
                found._names.Add(member.Words);
            }
        }

        if (found._names.IsEmpty)
        {
            return found;
        }

        List<int> others = Enumerable.Range(0, trees.Length).Where(file => reach.ConcernOf(file) != Concern.Whole).ToList();
        found.Grow(trees, others, found._names, found._types, onlyObjects: false, cancellationToken);

        // Those that call a member which shows a message may hand it a part.
        (NameFilter given, NameFilter givenTypes) = (new(), new());
        foreach ((SyntaxTree tree, OutlineMember member) in Reached(trees, reach, cancellationToken, (tree, token) => FileSummary.Of(tree, token).Words.HasAny(showing)))
        {
            if (member.Words.HasAny(showing))
            {
                givenTypes.Add(FileSummary.Of(tree, cancellationToken).Words);
                given.Add(member.Words);
            }
        }

        if (!given.IsEmpty)
        {
            found.Grow(trees, others, given, givenTypes, onlyObjects: true, cancellationToken);
            found._names.Add(given);
            found._types.Add(givenTypes);
        }

        return found;
    }

    /// <summary>
    /// Whether a file, that was another one when these were found, still has none of them and leads to none. Where it leads to a send itself, or where a
    /// member of it has a name that counts, that is not found out.
    /// </summary>
    public bool Holds(int file, SyntaxTree tree, ProgramReach reach, CancellationToken cancellationToken) =>
        reach.MembersOf(file).Count == 0 && !_members.ContainsKey(file)
        && (_names.IsEmpty || !_types.HasAny(FileSummary.Of(tree, cancellationToken).Types)
            || !FileOutline.Of(tree, cancellationToken).Members.Any(member => MayCount(member, _names, _types) && MayMakePart(member, tree, onlyObjects: false, cancellationToken)));

    /// <summary>The members from which a send may be reached, in the files that a look at the whole of them does not rule out.</summary>
    private static IEnumerable<(SyntaxTree Tree, OutlineMember Member)> Reached(ImmutableArray<SyntaxTree> trees, ProgramReach reach, CancellationToken cancellationToken, Func<SyntaxTree, CancellationToken, bool> mayCount)
    {
        for (int file = 0; file < trees.Length; file++)
        {
            if (reach.MembersOf(file) is { Count: > 0 } members && mayCount(trees[file], cancellationToken))
            {
                FileOutline outline = FileOutline.Of(trees[file], cancellationToken);
                foreach (int member in members)
                {
                    yield return (trees[file], outline.Members[member]);
                }
            }
        }
    }

    /// <summary>Adds what some names lead to, and what that leads to in turn.</summary>
    /// <param name="trees">The files of the program.</param>
    /// <param name="files">Where to look.</param>
    /// <param name="names">The names of the members that count.</param>
    /// <param name="types">The names of the types that count.</param>
    /// <param name="onlyObjects">Whether members that only hold a text are left out: whoever calls something names many of those.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    private void Grow(ImmutableArray<SyntaxTree> trees, List<int> files, NameFilter names, NameFilter types, bool onlyObjects, CancellationToken cancellationToken)
    {
        for (int level = 0; level < MaxLevels && AddLevel(trees, files, names, types, onlyObjects && level == 0, cancellationToken); level++)
        {
        }
    }

    /// <summary>Adds what the names so far lead to, and its own names to them; false where there is nothing new.</summary>
    private bool AddLevel(ImmutableArray<SyntaxTree> trees, List<int> files, NameFilter names, NameFilter types, bool onlyObjects, CancellationToken cancellationToken)
    {
        List<(FileSummary File, WordSet Member)> added = [];
        foreach (int file in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            FileSummary summary = FileSummary.Of(trees[file], cancellationToken);
            if (!types.HasAny(summary.Types))
            {
                continue;
            }

            ImmutableArray<OutlineMember> members = FileOutline.Of(trees[file], cancellationToken).Members;
            for (int number = 0; number < members.Length; number++)
            {
                if (MayCount(members[number], names, types) && MayMakePart(members[number], trees[file], onlyObjects, cancellationToken))
                {
                    if (!_members.TryGetValue(file, out HashSet<int>? known))
                    {
                        _members.Add(file, known = []);
                    }

                    if (known.Add(number))
                    {
                        added.Add((summary, members[number].Words));
                    }
                }
            }
        }

        foreach ((FileSummary file, WordSet member) in added)
        {
            types.Add(file.Words);
            names.Add(member);
        }

        return added.Count > 0 && _members.Sum(static pair => pair.Value.Count) < MaxMembers;
    }

    private static bool MayCount(OutlineMember member, NameFilter names, NameFilter types) =>
        member is { Kind: OutlineKind.Method or OutlineKind.Value, Type: { } type } && names.Has(member.Name) && types.Has(type.Name);

    /// <summary>Whether a member makes an object with a member of messages, or holds a text.</summary>
    private static bool MayMakePart(OutlineMember member, SyntaxTree tree, bool onlyObjects, CancellationToken cancellationToken) =>
        member.Words.Has(NewWord) ? Array.Exists(WordSet.AllOf(member.Text, member.Span).Numbers, SchemaWords.Value.Contains)
        : !onlyObjects && tree.GetText(cancellationToken).ToString(member.Span).IndexOf('"') >= 0;

    private static string Pascal(string name) => string.Concat(name.Split('_').Where(static part => part.Length > 0).Select(static part => char.ToUpperInvariant(part[0]) + part.Substring(1)));

    /// <summary>A set of names that now and then has one more than it was given, and costs next to nothing.</summary>
    private sealed class NameFilter
    {
        private const int Size = 1 << 18;

        private readonly BitArray _bits = new(Size);

        public bool IsEmpty { get; private set; } = true;

        public void Add(WordSet words)
        {
            foreach (int word in words.Numbers)
            {
                _bits[word & (Size - 1)] = true;
                IsEmpty = false;
            }
        }

        public void Add(NameFilter other)
        {
            _bits.Or(other._bits);
            IsEmpty &= other.IsEmpty;
        }

        public bool Has(int word) => _bits[word & (Size - 1)];

        public bool HasAny(WordSet words)
        {
            foreach (int word in words.Numbers)
            {
                if (Has(word))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
