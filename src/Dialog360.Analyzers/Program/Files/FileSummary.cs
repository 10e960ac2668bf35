using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Program.Files;

/// <summary>
/// What the text of one file says: its words. No nodes and no binding, so it is kept as long as the file's tree lives, and an editor reads
/// again only what was typed. Compared by value.
/// </summary>
internal sealed class FileSummary : IEquatable<FileSummary>
{
    private static readonly ConditionalWeakTable<SyntaxTree, FileSummary> Cache = new();

    private FileSummary(WordSet words)
    {
        Words = words;
    }

    /// <summary>The words of the file.</summary>
    public WordSet Words { get; }

    /// <summary>The summary of that file.</summary>
    public static FileSummary Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (Cache.TryGetValue(tree, out FileSummary? known))
        {
            return known;
        }

        SourceText text = tree.GetText(cancellationToken);
        FileSummary summary = new(WordSet.Of(text, new TextSpan(0, text.Length)));
        return Cache.GetValue(tree, _ => summary);
    }

    /// <summary>Whether a name stands in a file; now and then true where it does not.</summary>
    public static bool MayName(SyntaxTree tree, string name, CancellationToken cancellationToken) => Of(tree, cancellationToken).Words.Has(NameNumber.Of(name));

    /// <inheritdoc/>
    public bool Equals(FileSummary? other) => other is not null && (ReferenceEquals(this, other) || Words.Equals(other.Words));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FileSummary);

    /// <inheritdoc/>
    public override int GetHashCode() => Words.GetHashCode();
}
