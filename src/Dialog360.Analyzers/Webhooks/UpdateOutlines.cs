using Dialog360.Analyzers.Program.Files;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Webhooks;

/// <summary>
/// Finds the files that declare a class of whole updates, by names alone: it has a list <c>entry</c> of something with <c>changes</c>, or a list of statuses.
/// Each class may stand in a file of its own, so that no file holds enough words by itself.
/// </summary>
internal sealed class UpdateOutlines
{
    private static readonly Level[] Levels = [new("entry", "changes"), new("statuses", "recipient_id", "conversation", "errors")];

    private readonly Compilation _compilation;
    private readonly CancellationToken _cancellationToken;

    private UpdateOutlines(Compilation compilation, CancellationToken cancellationToken)
    {
        _compilation = compilation;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The files of a compilation that declare such a class, in order.</summary>
    public static IEnumerable<SyntaxTree> In(Compilation compilation, CancellationToken cancellationToken)
    {
        UpdateOutlines outlines = new(compilation, cancellationToken);
        HashSet<SyntaxTree> files = new(Levels.SelectMany(outlines.FilesOf));
        return compilation.SyntaxTrees.Where(files.Contains);
    }

    private IEnumerable<SyntaxTree> FilesOf(Level level)
    {
        foreach (SyntaxTree tree in _compilation.SyntaxTrees)
        {
            if (FileSummary.Of(tree, _cancellationToken).Words.HasAny(level.Outer) && MembersNaming(level.Outer, tree).Any(member => IsListOf(member.Words, level.Inner)))
            {
                yield return tree;
            }
        }
    }

    /// <summary>Whether one of some words is a class of the program that has a member of one of the names.</summary>
    private bool IsListOf(WordSet words, int[] inner)
    {
        foreach (SyntaxTree tree in _compilation.SyntaxTrees)
        {
            FileSummary summary = FileSummary.Of(tree, _cancellationToken);
            if (summary.Words.HasAny(inner) && summary.Types.HasAny(words) && MembersNaming(inner, tree).Any(member => member.Type is { } type && words.Has(type.Name)))
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<OutlineMember> MembersNaming(int[] names, SyntaxTree tree) =>
        FileOutline.Of(tree, _cancellationToken).Members.Where(member => member.Kind == OutlineKind.Value && (Array.IndexOf(names, member.Name) >= 0 || member.Words.HasAny(names)));

    /// <summary>A list of an update and what its elements have, in the spellings that C# and JSON use.</summary>
    private sealed class Level
    {
        public Level(string outer, params string[] inner)
        {
            Outer = SpellingsOf(outer).ToArray();
            Inner = inner.SelectMany(SpellingsOf).ToArray();
        }

        public int[] Outer { get; }

        public int[] Inner { get; }

        private static IEnumerable<int> SpellingsOf(string name)
        {
            string pascal = string.Concat(name.Split('_').Select(static part => char.ToUpperInvariant(part[0]) + part.Substring(1)));
            return new[] { name, pascal, char.ToLowerInvariant(pascal[0]) + pascal.Substring(1) }.Distinct().Select(NameNumber.Of);
        }
    }
}
