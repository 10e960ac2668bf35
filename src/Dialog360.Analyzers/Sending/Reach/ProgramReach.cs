using System.Collections;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>
/// The reach of one program as plain data, without trees: it outlives the compilation that it was made for, and serves the next ones as long as nothing
/// that it was made from has changed.
/// </summary>
internal sealed class ProgramReach
{
    private readonly FileReach[] _files;
    private readonly AskedNames _asked;
    private readonly object _lock = new();

    /// <summary>The parts that were found, for this program or for one before it.</summary>
    private PartFiles? _parts;

    /// <summary>The files that have changed since these were found.</summary>
    private ImmutableHashSet<int> _changed = ImmutableHashSet<int>.Empty;

    private ProgramReach(ImmutableArray<string> methods, FileReach[] files, AskedNames asked)
    {
        Methods = methods;
        _files = files;
        _asked = asked;
    }

    /// <summary>The names of the methods that count as sends beside those that are found.</summary>
    public ImmutableArray<string> Methods { get; }

    /// <summary>Finds the reach of a program.</summary>
    public static ProgramReach Find(ImmutableArray<SyntaxTree> trees, ImmutableArray<string> methods, CancellationToken cancellationToken)
    {
        ReachBuilder builder = new(trees, cancellationToken);
        int[]?[] involved = builder.Find(methods);
        BitArray? helpers = Array.Exists(involved, static found => found is not null) ? HelperFiles.Find(trees, builder.Index, builder.Asking, involved, cancellationToken) : null;
        NeighbourFiles neighbours = new(builder.Index, trees, involved, cancellationToken);
        FileReach[] files = new FileReach[trees.Length];
        for (int file = 0; file < trees.Length; file++)
        {
            SourceSigns signs = TextEvidence.Of(trees[file], cancellationToken);
            files[file] = new FileReach
            {
                Summary = builder.Index.Files[file],
                Signs = signs,
                Outline = builder.Index.Outlines[file],
                Seeds = builder.Seeds[file],
                Links = builder.Links[file],
                Reached = builder.Reached[file],
                Given = ImmutableArray.CreateRange(builder.Given[file] ?? []),
                Takes = builder.Taking[file],
                Involved = involved[file],
                Calls = builder.Calling[file],
                Asks = builder.Asking[file],
                MayHoldKey = (signs & SourceSigns.Key) != 0 && (neighbours.Has(file) || neighbours.IsNamed(file)),
                IsHelper = helpers is not null && (helpers[file] || ((signs & SourceSigns.Helper) != 0 && neighbours.Has(file))),
            };
        }

        AskedNames asked = builder.Asked;
        return new ProgramReach(methods, files, asked with { Words = [.. asked.Words, .. neighbours.Types, .. neighbours.NamedTypes], Types = [.. asked.Types, .. neighbours.Words, .. neighbours.FartherWords] });
    }

    /// <summary>The involved members of a file, by their number in the outline; none in most files.</summary>
    public IReadOnlyList<int> MembersOf(int file) => _files[file].Involved ?? [];

    /// <summary>How much of a file concerns the rules.</summary>
    public Concern ConcernOf(int file) => _files[file].Concern;

    /// <summary>The members that may make parts of messages; those of the program before, as long as no file that has changed since has to do with them.</summary>
    public PartFiles PartsIn(ImmutableArray<SyntaxTree> trees, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (_parts is null || !_changed.All(file => _parts.Holds(file, trees[file], this, cancellationToken)))
            {
                _parts = PartFiles.Find(trees, this, cancellationToken);
            }

            _changed = ImmutableHashSet<int>.Empty;
            return _parts;
        }
    }

    /// <summary>The same reach for other trees; null where one of them says something else to it than the one before.</summary>
    public ProgramReach? For(ImmutableArray<SyntaxTree> trees, CancellationToken cancellationToken)
    {
        if (trees.Length != _files.Length)
        {
            return null;
        }

        FileReach[]? files = null;
        List<int> changed = [];
        for (int file = 0; file < trees.Length; file++)
        {
            FileReach? same = _files[file].For(trees[file], _asked, cancellationToken);
            if (same is null)
            {
                return null;
            }

            if (!ReferenceEquals(same, _files[file]))
            {
                (files ??= (FileReach[])_files.Clone())[file] = same;
                changed.Add(file);
            }
        }

        return files is null ? this : Changed(files, changed);
    }

    private ProgramReach Changed(FileReach[] files, List<int> changed)
    {
        lock (_lock)
        {
            return new ProgramReach(Methods, files, _asked) { _parts = _parts, _changed = _parts is null ? _changed : _changed.Union(changed) };
        }
    }
}
