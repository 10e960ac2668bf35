using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Program.Files;

/// <summary>
/// Which files of a program name what, without binding anything: the files with a word, the relatives of a type, the files that may have an object of it.
/// Finds more than binding would, never less.
/// </summary>
internal sealed class NameIndex
{
    private readonly ImmutableArray<SyntaxTree> _trees;
    private readonly CancellationToken _cancellationToken;
    private readonly WordFiles _words;
    private readonly HashSet<int> _namespaces = [];
    private HashSet<int>? _global;
    private HashSet<int>? _declared;

    /// <summary>Creates the index of some files; for one thread.</summary>
    public NameIndex(ImmutableArray<SyntaxTree> trees, CancellationToken cancellationToken)
    {
        _trees = trees;
        _cancellationToken = cancellationToken;
        Files = new FileSummary[trees.Length];
        Outlines = new FileOutline?[trees.Length];
        for (int file = 0; file < Files.Length; file++)
        {
            Files[file] = FileSummary.Of(trees[file], cancellationToken);
        }

        _words = new WordFiles(Files, cancellationToken);
        Families = new TypeFamilies(this, trees);
        Objects = new ObjectFiles(this, Families);
    }

    /// <summary>How many files there are.</summary>
    public int Count => Files.Length;

    /// <summary>The summaries of the files.</summary>
    public FileSummary[] Files { get; }

    /// <summary>The outlines of the files whose declarations were looked at; null for the others.</summary>
    public FileOutline?[] Outlines { get; }

    /// <summary>Which types derive from which.</summary>
    public TypeFamilies Families { get; }

    /// <summary>Which files may have an object of a type.</summary>
    public ObjectFiles Objects { get; }

    /// <summary>The words that were looked for in the files.</summary>
    public IEnumerable<int> AskedWords => _words.Asked.Concat(_namespaces);

    /// <summary>The words of which somebody asked whether the program declares such a type.</summary>
    public HashSet<int> AskedTypes { get; } = [];

    /// <summary>The words that may be the names of types that the program declares.</summary>
    public HashSet<int> Declared => _declared ??= [.. Files.SelectMany(static file => file.Types.Numbers)];

    /// <summary>The words of the global usings.</summary>
    public HashSet<int> GlobalUsings => _global ??= [.. FilesWith(NameNumber.Of("global")).SelectMany(file => OutlineOf(file).GlobalUsings.Numbers)];

    /// <summary>The words of a file.</summary>
    public WordSet WordsOf(int file) => Files[file].Words;

    /// <summary>The declarations of a file.</summary>
    public FileOutline OutlineOf(int file) => Outlines[file] ??= FileOutline.Of(_trees[file], _cancellationToken);

    /// <summary>The files in which a word stands, in order.</summary>
    public int[] FilesWith(int name) => _words.With(name);

    /// <summary>Whether the program may declare a type of that name.</summary>
    public bool Declares(int type)
    {
        AskedTypes.Add(type);
        return Declared.Contains(type);
    }

    /// <summary>
    /// Whether code of a file can call extension methods that another one declares: it names their namespace, stands in it or below it, or the program does so
    /// for all files.
    /// </summary>
    public bool SeesNamespaceOf(int declaring, int file)
    {
        foreach (int word in OutlineOf(declaring).Namespace.Numbers)
        {
            _namespaces.Add(word);
            if (!Files[file].Words.Has(word) && !GlobalUsings.Contains(word))
            {
                return false;
            }
        }

        return true;
    }
}
