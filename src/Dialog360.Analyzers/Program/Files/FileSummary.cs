using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Program.Files;

/// <summary>
/// What the text of one file says: its words. No nodes and no binding, so it is kept as long as the file's tree lives, and an editor reads
/// again only what was typed. Compared by value.
/// </summary>
internal sealed class FileSummary
{
    private static readonly TreeCache<FileSummary> Cache = new(static (tree, cancellationToken) =>
    {
        (WordSet words, WordSet types) = WordSet.Of(tree.GetText(cancellationToken));
        return new FileSummary(words, types);
    });

    private FileSummary(WordSet words, WordSet types)
    {
        Words = words;
        Types = types;
    }

    /// <summary>The words of the file.</summary>
    public WordSet Words { get; }

    /// <summary>The words that may be the names of types that the file declares.</summary>
    public WordSet Types { get; }

    /// <summary>The summary of that file.</summary>
    public static FileSummary Of(SyntaxTree tree, CancellationToken cancellationToken) => Cache.Of(tree, cancellationToken);

    /// <summary>Whether a name stands in a file; now and then true where it does not.</summary>
    public static bool MayName(SyntaxTree tree, string name, CancellationToken cancellationToken) => Of(tree, cancellationToken).Words.Has(NameNumber.Of(name));
}
