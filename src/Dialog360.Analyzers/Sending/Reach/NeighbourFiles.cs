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
    private HashSet<int>? _farther;

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

    /// <summary>The words of all neighbours, as far as somebody asked for them.</summary>
    public IReadOnlyCollection<int> FartherWords => _farther ?? (IReadOnlyCollection<int>)[];

    /// <summary>The types of the files of which it was asked whether a neighbour names one.</summary>
    public HashSet<int> NamedTypes { get; } = [];

    /// <summary>Whether a neighbour names a type of a file: the constants that one hands on to a sender.</summary>
    public bool IsNamed(int file)
    {
        NamedTypes.UnionWith(_index.Files[file].Types.Numbers);
        return _index.Files[file].Types.HasAny(_farther ??= WordsOfNeighbours());
    }

    private HashSet<int> WordsOfNeighbours()
    {
        HashSet<int> words = [];
        for (int file = 0; file < _trees.Length; file++)
        {
            if (Has(file))
            {
                words.UnionWith(_index.WordsOf(file).Numbers);
            }
        }

        return words;
    }

    /// <summary>Whether a file is one.</summary>
    public bool Has(int file) =>
        (TextEvidence.Of(_trees[file], _cancellationToken) & SourceSigns.Speaks) != 0 || _index.Files[file].Types.HasAny(Words) || _index.WordsOf(file).HasAny(Types);
}
