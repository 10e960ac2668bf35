using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Files;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>The files that have to do with involved ones: they speak of WhatsApp, name a type of such a file, or declare one that such a file names.</summary>
internal sealed class NeighbourFiles
{
    private readonly NameIndex _index;
    private readonly ImmutableArray<SyntaxTree> _trees;
    private readonly CancellationToken _cancellationToken;

    /// <summary>Creates it for the files of a program.</summary>
    public NeighbourFiles(NameIndex index, ImmutableArray<SyntaxTree> trees, int[]?[] involved, CancellationToken cancellationToken)
    {
        _index = index;
        _trees = trees;
        _cancellationToken = cancellationToken;
        for (int file = 0; file < trees.Length; file++)
        {
            if (involved[file] is not null)
            {
                Words.UnionWith(index.WordsOf(file).Numbers);
                Types.UnionWith(index.Files[file].Types.Numbers);
            }
        }
    }

    /// <summary>The words of the involved files.</summary>
    public HashSet<int> Words { get; } = [];

    /// <summary>The types that they declare.</summary>
    public HashSet<int> Types { get; } = [];

    /// <summary>Whether a file is one.</summary>
    public bool Has(int file) =>
        (TextEvidence.Of(_trees[file], _cancellationToken) & SourceSigns.Speaks) != 0 || _index.Files[file].Types.HasAny(Words) || _index.WordsOf(file).HasAny(Types);
}
