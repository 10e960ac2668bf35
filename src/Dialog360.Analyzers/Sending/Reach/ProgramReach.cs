using System.Collections;
using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Files;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>
/// The reach of one program as plain data, without trees: it outlives the compilation that it was made for, and serves the next ones as long as nothing
/// that it was made from has changed.
/// </summary>
internal sealed class ProgramReach
{
    private readonly FileSummary[] _files;
    private readonly SourceSigns[] _signs;
    private readonly FileOutline?[] _outlines;
    private readonly int[]?[] _members;
    private readonly bool[] _isHelper;
    private readonly BitArray _clients;
    private readonly HashSet<int> _asked;
    private readonly HashSet<int> _askedTypes;

    private ProgramReach(ImmutableArray<SyntaxTree> trees, ImmutableArray<string> methods, CancellationToken cancellationToken)
    {
        ReachBuilder builder = new(trees, cancellationToken);
        HashSet<int>?[] members = builder.Find(methods);
        BitArray? helpers = Array.Exists(members, static found => found is not null) ? builder.FindHelpers() : null;
        Methods = methods;
        _members = Array.ConvertAll(members, static found => found is null ? null : found.ToArray());
        _isHelper = new bool[trees.Length];
        _signs = new SourceSigns[trees.Length];
        for (int file = 0; file < trees.Length; file++)
        {
            _signs[file] = TextEvidence.Of(trees[file], cancellationToken);
            _isHelper[file] = helpers is not null && (helpers[file] || (_signs[file] & SourceSigns.Helper) != 0);
        }

        _files = builder.Index.Files;
        _outlines = builder.Index.Outlines;
        _clients = builder.Clients;
        _asked = [.. builder.Index.AskedWords, .. ReachBuilder.FixedWords];
        _askedTypes = builder.Index.AskedTypes;
    }

    private ProgramReach(ProgramReach before, FileSummary[] files, FileOutline?[] outlines)
    {
        Methods = before.Methods;
        _files = files;
        _outlines = outlines;
        (_signs, _members, _isHelper, _clients, _asked, _askedTypes) = (before._signs, before._members, before._isHelper, before._clients, before._asked, before._askedTypes);
    }

    /// <summary>The names of the methods that count as sends beside those that are found.</summary>
    public ImmutableArray<string> Methods { get; }

    /// <summary>Finds the reach of a program.</summary>
    public static ProgramReach Find(ImmutableArray<SyntaxTree> trees, ImmutableArray<string> methods, CancellationToken cancellationToken) => new(trees, methods, cancellationToken);

    /// <summary>The reached members of a file, by their number in the outline; none in most files.</summary>
    public IReadOnlyList<int> MembersOf(int file) => _members[file] ?? [];

    /// <summary>How much of a file concerns the rules.</summary>
    public Concern ConcernOf(int file) =>
        _members[file] is not null || _isHelper[file] || (_signs[file] & SourceSigns.Group) != 0 ? Concern.Whole
        : (_signs[file] & SourceSigns.Key) != 0 || TextEvidence.MayBeMessage(_signs[file]) ? Concern.Bodies
        : Concern.None;

    /// <summary>The same reach for other trees; null where one of them says something else to it than the one before.</summary>
    public ProgramReach? For(ImmutableArray<SyntaxTree> trees, CancellationToken cancellationToken)
    {
        if (trees.Length != _files.Length)
        {
            return null;
        }

        FileSummary[]? files = null;
        FileOutline?[]? outlines = null;
        for (int file = 0; file < trees.Length; file++)
        {
            FileSummary summary = FileSummary.Of(trees[file], cancellationToken);
            if (ReferenceEquals(summary, _files[file]))
            {
                continue;
            }

            FileOutline? outline = _outlines[file] is null ? null : FileOutline.Of(trees[file], cancellationToken);
            if (!IsSame(file, trees[file], summary, outline, cancellationToken))
            {
                return null;
            }

            files ??= (FileSummary[])_files.Clone();
            outlines ??= (FileOutline?[])_outlines.Clone();
            (files[file], outlines[file]) = (summary, outline);
        }

        return files is null ? this : new ProgramReach(this, files, outlines!);
    }

    private bool IsSame(int file, SyntaxTree tree, FileSummary summary, FileOutline? outline, CancellationToken cancellationToken)
    {
        if (_members[file] is not null || TextEvidence.Of(tree, cancellationToken) != _signs[file]
            || summary.Words.DiffersIn(_files[file].Words, _asked)
            || summary.Types.DiffersIn(_files[file].Types, _asked)
            || summary.Types.DiffersIn(_files[file].Types, _askedTypes))
        {
            return false;
        }

        if (outline is null)
        {
            return true;
        }

        // Nothing of it was reached; that it still is not is told by where the reach may begin and by what it declares and names that was asked for.
        bool routes = summary.Words.HasAny(FileSeeds.Routes);
        FileSeeds seeds = FileSeeds.Of(outline, tree.GetText(cancellationToken), _clients[file], routes);
        return seeds.Members.IsEmpty && seeds.IsSame(FileSeeds.Of(_outlines[file]!, _outlines[file]!.Text, _clients[file], routes)) && outline.IsSame(_outlines[file]!, _asked);
    }
}
