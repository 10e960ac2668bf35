using System.Collections.Concurrent;
using System.Collections.Immutable;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>How much of a file has to do with messages.</summary>
internal enum Concern
{
    /// <summary>Nothing: none of it is bound.</summary>
    None,

    /// <summary>Single bodies that show something by themselves.</summary>
    Bodies,

    /// <summary>The whole file.</summary>
    Whole,
}

/// <summary>
/// The members of a compilation from which a send may be reached, so that nobody follows the calls of all others, and the files that concern the rules.
/// Found by names alone: there are more than really send, never fewer. In a compilation without sends there are none.
/// </summary>
internal sealed class SendingMembers
{
    private readonly ImmutableArray<SyntaxTree> _trees;
    private readonly ProgramReach _reach;
    private readonly Dictionary<SyntaxTree, int> _files;
    private readonly ConcurrentDictionary<SyntaxTree, HashSet<int>> _starts = new();
    private readonly Lazy<Dictionary<SyntaxTree, HashSet<int>>> _parts;

    private SendingMembers(ProgramModel program, ImmutableArray<string> freeFormMethods, CancellationToken cancellationToken)
    {
        _trees = program.Compilation.SyntaxTrees.ToImmutableArray();
        _reach = ReachMemory.Of(_trees, freeFormMethods.AddRange(MarkedMembers.Of(program).ReferencedNames), cancellationToken);
        _parts = new Lazy<Dictionary<SyntaxTree, HashSet<int>>>(() =>
            _reach.PartsIn(_trees, CancellationToken.None).Members.ToDictionary(pair => _trees[pair.Key], pair => StartsOf(_trees[pair.Key], pair.Value)));

        int count = 0;
        for (int file = 0; file < _trees.Length; file++)
        {
            count += _reach.ConcernOf(file) == Concern.None ? 0 : 1;
        }

        _files = new Dictionary<SyntaxTree, int>(count);
        for (int file = 0; file < _trees.Length; file++)
        {
            if (_reach.ConcernOf(file) != Concern.None)
            {
                _files.Add(_trees[file], file);
            }
        }
    }

    /// <summary>The members of that compilation that send by themselves or through others.</summary>
    public static SendingMembers Of(ProgramModel program, CancellationToken cancellationToken) => Of(program, ImmutableArray<string>.Empty, cancellationToken);

    /// <summary>The same, where methods of those names (<c>Method</c>, <c>Type.Method</c> or full names) count as sends.</summary>
    public static SendingMembers Of(ProgramModel program, ImmutableArray<string> freeFormMethods, CancellationToken cancellationToken) =>
        program.Part(static model => new Shared(model)).Of(freeFormMethods, cancellationToken);

    /// <summary>How much of a file concerns the rules.</summary>
    public Concern ConcernOf(SyntaxTree tree) => _files.TryGetValue(tree, out int file) ? _reach.ConcernOf(file) : Concern.None;

    /// <summary>Whether a body may make a part of a message that the reached members send; asked of files that are not bound as a whole.</summary>
    public bool MayMakePart(SyntaxNode body) =>
        _parts.Value.TryGetValue(body.SyntaxTree, out HashSet<int>? starts) && BodySyntax.MemberAround(body) is { } member && starts.Contains(member.SpanStart);

    /// <summary>Whether a file may hold such bodies.</summary>
    public bool MayHoldParts(SyntaxTree tree) => _parts.Value.ContainsKey(tree);

    /// <summary>Where the members of a file begin from which a send may be reached.</summary>
    public IReadOnlyCollection<int> StartsIn(SyntaxTree tree) => _files.TryGetValue(tree, out int file) ? StartsIn(tree, file) : [];

    /// <summary>Whether a body of such a file is bound.</summary>
    public static bool IsConcerned(SyntaxNode body, Concern file, CancellationToken cancellationToken) =>
        file == Concern.Whole || (file == Concern.Bodies && Shows(body, cancellationToken));

    /// <summary>Whether a body shows a part of a message, or a key, by itself.</summary>
    private static bool Shows(SyntaxNode body, CancellationToken cancellationToken)
    {
        SourceSigns shown = TextEvidence.In(body.SyntaxTree.GetText(cancellationToken), body.Span);
        return (shown & (SourceSigns.Key | SourceSigns.Product | SourceSigns.Api)) != 0 || TextEvidence.MayBeMessage(shown);
    }

    /// <summary>Whether a send may be reached from the member that a node stands in.</summary>
    public bool Involve(SyntaxNode node)
    {
        if (BodySyntax.MemberAround(node) is not { } member)
        {
            return true;
        }

        if (!_files.TryGetValue(member.SyntaxTree, out int file))
        {
            return false;
        }

        HashSet<int> starts = StartsIn(member.SyntaxTree, file);
        return member is CompilationUnitSyntax unit
            ? unit.Members.Any(statement => statement is GlobalStatementSyntax && starts.Contains(statement.SpanStart))
            : starts.Contains(member.SpanStart);
    }

    /// <summary>Whether a method with a body in this compilation may lead to a send.</summary>
    public bool Involve(IMethodSymbol method, CancellationToken cancellationToken)
    {
        foreach (SyntaxReference reference in (method.ReducedFrom ?? method).OriginalDefinition.DeclaringSyntaxReferences)
        {
            if (Involve(reference.GetSyntax(cancellationToken)))
            {
                return true;
            }
        }

        return method.PartialImplementationPart is { } part && Involve(part, cancellationToken);
    }

    private HashSet<int> StartsIn(SyntaxTree tree, int file) => _starts.TryGetValue(tree, out HashSet<int>? known) ? known : _starts.GetOrAdd(tree, StartsOf(tree, _reach.MembersOf(file)));

    private static HashSet<int> StartsOf(SyntaxTree tree, IEnumerable<int> members)
    {
        ImmutableArray<OutlineMember> all = FileOutline.Of(tree, CancellationToken.None).Members;
        return [.. members.Select(member => all[member].Span.Start)];
    }

    /// <summary>Those of one compilation, by the names that count as sends.</summary>
    private sealed class Shared
    {
        private readonly ProgramModel _program;
        private readonly object _lock = new();
        private readonly ConcurrentDictionary<string, SendingMembers> _known = new(StringComparer.Ordinal);

        public Shared(ProgramModel program)
        {
            _program = program;
        }

        public SendingMembers Of(ImmutableArray<string> freeFormMethods, CancellationToken cancellationToken)
        {
            string key = string.Join(",", freeFormMethods);
            if (_known.TryGetValue(key, out SendingMembers? known))
            {
                return known;
            }

            lock (_lock)
            {
                return _known.TryGetValue(key, out known) ? known : _known[key] = new SendingMembers(_program, freeFormMethods, cancellationToken);
            }
        }
    }
}
