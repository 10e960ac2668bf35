using System.Collections;
using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Program.Files;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>
/// The members that may make a part of a message (<c>Buttons.Yes()</c>) for those that show one and from which a send may be reached, in files that show no message themselves:
/// the reached members name them, and their files the type. Found by names alone, so there are more than there really are. Extension methods, which are called without the
/// name of their type, are not among them.
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
        NameFilter names = new();
        NameFilter types = new();
        for (int file = 0; file < trees.Length; file++)
        {
            if (reach.MembersOf(file) is not { Count: > 0 } members || !TextEvidence.IsMessage(TextEvidence.Of(trees[file], cancellationToken)))
            {
                continue;
            }

            // Most members that lead to a send only call others: parts stand in those that show a message.
            FileOutline outline = FileOutline.Of(trees[file], cancellationToken);
            foreach (OutlineMember member in members.Select(number => outline.Members[number]))
            {
                if (TextEvidence.MayBeMessage(TextEvidence.In(outline.Text, member.Span)) || TextEvidence.IsMessage(TextEvidence.In(outline.Text, member.Span)))
                {
                    types.Add(FileSummary.Of(trees[file], cancellationToken).Words);
                    names.Add(member.Words);
                }
            }
        }

        List<SyntaxTree> others = names.IsEmpty ? [] : trees.Where((_, file) => reach.ConcernOf(file) != Concern.Whole).ToList();
        for (int level = 0; level < MaxLevels && found.AddLevel(others, names, types, cancellationToken); level++)
        {
        }

        return found;
    }

    /// <summary>Where such members of a file begin; none in most files.</summary>
    public IReadOnlyCollection<int> StartsIn(SyntaxTree tree) => _starts.TryGetValue(tree, out HashSet<int>? starts) ? starts : [];

    /// <summary>Adds what the names so far lead to, and its own names to them; false where there is nothing new.</summary>
    private bool AddLevel(List<SyntaxTree> files, NameFilter names, NameFilter types, CancellationToken cancellationToken)
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
                if (member is { Kind: OutlineKind.Method or OutlineKind.Value, Type: { } type } && names.Has(member.Name) && types.Has(type.Name) && MayMakePart(member, tree, cancellationToken))
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
    private static bool MayMakePart(OutlineMember member, SyntaxTree tree, CancellationToken cancellationToken) =>
        member.Words.Has(NewWord) ? Array.Exists(WordSet.AllOf(member.Text, member.Span).Numbers, SchemaWords.Value.Contains)
        : tree.GetText(cancellationToken).ToString(member.Span).IndexOf('"') >= 0;

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

        public bool HasAny(WordSet words) => Array.Exists(words.Numbers, Has);
    }
}
