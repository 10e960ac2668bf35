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

    private readonly Dictionary<SyntaxTree, HashSet<int>> _starts = [];

    private PartFiles()
    {
    }

    /// <summary>Those of a program.</summary>
    public static PartFiles Find(ImmutableArray<SyntaxTree> trees, ProgramReach reach, CancellationToken cancellationToken)
    {
        PartFiles found = new();
        (NameFilter names, NameFilter types) = (new(), new());
        HashSet<int> showing = [];
        foreach ((SyntaxTree tree, OutlineMember member) in Reached(trees, reach, cancellationToken, static (tree, token) => TextEvidence.IsMessage(TextEvidence.Of(tree, token))))
        {
            // Most members that lead to a send only call others: parts stand in those that show a message.
            if (TextEvidence.MayBeMessage(TextEvidence.In(member.Text, member.Span)) || TextEvidence.IsMessage(TextEvidence.In(member.Text, member.Span)))
            {
                showing.Add(member.Name);
                types.Add(FileSummary.Of(tree, cancellationToken).Words);
                names.Add(member.Words);
            }
        }

        if (names.IsEmpty)
        {
            return found;
        }

        List<SyntaxTree> others = trees.Where((_, file) => reach.ConcernOf(file) != Concern.Whole).ToList();
        found.Grow(others, names, types, onlyObjects: false, cancellationToken);

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
            found.Grow(others, given, givenTypes, onlyObjects: true, cancellationToken);
        }

        return found;
    }

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

    /// <summary>Where such members of a file begin; none in most files.</summary>
    public IReadOnlyCollection<int> StartsIn(SyntaxTree tree) => _starts.TryGetValue(tree, out HashSet<int>? starts) ? starts : [];

    /// <summary>Adds what some names lead to, and what that leads to in turn.</summary>
    /// <param name="files">Where to look.</param>
    /// <param name="names">The names of the members that count.</param>
    /// <param name="types">The names of the types that count.</param>
    /// <param name="onlyObjects">Whether members that only hold a text are left out: whoever calls something names many of those.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    private void Grow(List<SyntaxTree> files, NameFilter names, NameFilter types, bool onlyObjects, CancellationToken cancellationToken)
    {
        for (int level = 0; level < MaxLevels && AddLevel(files, names, types, onlyObjects && level == 0, cancellationToken); level++)
        {
        }
    }

    /// <summary>Adds what the names so far lead to, and its own names to them; false where there is nothing new.</summary>
    private bool AddLevel(List<SyntaxTree> files, NameFilter names, NameFilter types, bool onlyObjects, CancellationToken cancellationToken)
    {
        List<(FileSummary File, WordSet Member)> added = [];
        foreach (SyntaxTree tree in files)
        {
            cancellationToken.ThrowIfCancellationRequested();
            FileSummary summary = FileSummary.Of(tree, cancellationToken);
            if (!types.HasAny(summary.Types))
            {
                continue;
            }

            foreach (OutlineMember member in FileOutline.Of(tree, cancellationToken).Members)
            {
                if (member is { Kind: OutlineKind.Method or OutlineKind.Value, Type: { } type } && names.Has(member.Name) && types.Has(type.Name) && MayMakePart(member, tree, onlyObjects, cancellationToken))
                {
                    if (!_starts.TryGetValue(tree, out HashSet<int>? starts))
                    {
                        _starts.Add(tree, starts = []);
                    }

                    if (starts.Add(member.Span.Start))
                    {
                        added.Add((summary, member.Words));
                    }
                }
            }
        }

        foreach ((FileSummary file, WordSet member) in added)
        {
            types.Add(file.Words);
            names.Add(member);
        }

        return added.Count > 0 && _starts.Sum(static pair => pair.Value.Count) < MaxMembers;
    }

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
