using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Control;

/// <summary>
/// The control flow of one function, ready to be asked what can reach what. Operations are found by their syntax, because the
/// graph holds copies of them. Exceptions count: from every block of a <c>try</c> that can throw, control may go to its handlers.
/// </summary>
internal sealed class FlowGraph
{
    // Beyond this a function is not judged: the work per question grows with its size.
    private const int MaxBlocks = 4000;

    private readonly List<int>[] _next;
    private readonly Dictionary<SyntaxNode, Place> _places = new();
    private readonly Dictionary<SyntaxNode, IFlowAnonymousFunctionOperation> _lambdas = new();

    /// <summary>Creates the flow of <paramref name="graph"/>; empty for null.</summary>
    public FlowGraph(ControlFlowGraph? graph, CancellationToken cancellationToken)
    {
        if (graph is null || graph.Blocks.Length > MaxBlocks)
        {
            _next = Array.Empty<List<int>>();
            return;
        }

        Graph = graph;
        _next = new List<int>[graph.Blocks.Length];
        foreach (BasicBlock block in graph.Blocks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _next[block.Ordinal] = NextOf(block);
            Index(block);
        }
    }

    /// <summary>The graph; null where there is none.</summary>
    public ControlFlowGraph? Graph { get; }

    /// <summary>Whether there is no graph, or one beyond the limit.</summary>
    public bool IsEmpty => Graph is null;

    /// <summary>The blocks, in the order of the text.</summary>
    public ImmutableArray<BasicBlock> Blocks => Graph!.Blocks;

    /// <summary>The lambda that was written as <paramref name="syntax"/>, as the graph holds it.</summary>
    public IFlowAnonymousFunctionOperation? LambdaAt(SyntaxNode syntax) => _lambdas.TryGetValue(syntax, out IFlowAnonymousFunctionOperation? lambda) ? lambda : null;

    /// <summary>The block in which <paramref name="syntax"/> is evaluated, or -1.</summary>
    public int BlockOf(SyntaxNode syntax) => PlaceOf(syntax)?.Block ?? -1;

    /// <summary>Whether control can come from <paramref name="from"/> to <paramref name="target"/> without passing <paramref name="without"/>.</summary>
    public bool Reaches(int from, int target, int without)
    {
        if (from < 0 || from == without)
        {
            return false;
        }

        if (from == target)
        {
            return true;
        }

        bool[] seen = new bool[_next.Length];
        Stack<int> pending = new();
        pending.Push(from);
        seen[from] = true;
        while (pending.Count > 0)
        {
            foreach (int next in _next[pending.Pop()])
            {
                if (next == target)
                {
                    return true;
                }

                if (next != without && !seen[next])
                {
                    seen[next] = true;
                    pending.Push(next);
                }
            }
        }

        return false;
    }

    /// <summary>Where control goes from a conditional block when its condition has that outcome; -1 where it leaves the function.</summary>
    public static int SuccessorOf(BasicBlock block, bool outcome)
    {
        bool conditional = (block.ConditionKind == ControlFlowConditionKind.WhenTrue) == outcome;
        return (conditional ? block.ConditionalSuccessor : block.FallThroughSuccessor)?.Destination?.Ordinal ?? -1;
    }

    /// <summary>
    /// Whether <paramref name="first"/> has always been evaluated when <paramref name="second"/> is, and an exception out of
    /// <paramref name="first"/> keeps <paramref name="second"/> from happening.
    /// </summary>
    public bool MustPass(SyntaxNode first, SyntaxNode second)
    {
        if (PlaceOf(first) is not { } a || PlaceOf(second) is not { } b)
        {
            return false;
        }

        if (a.Block == b.Block)
        {
            return a.Order < b.Order && a.Order >= 0;
        }

        if (Reaches(0, b.Block, a.Block))
        {
            return false;
        }

        foreach (int handler in HandlersOf(Blocks[a.Block]))
        {
            if (Reaches(handler, b.Block, a.Block))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the function cannot end normally without evaluating <paramref name="syntax"/>.</summary>
    public bool MustPassToExit(SyntaxNode syntax) => PlaceOf(syntax) is { } place && !Reaches(0, Blocks.Length - 1, place.Block);

    /// <summary>The conditional blocks that decide whether <paramref name="target"/> runs, with the outcome that makes it run.</summary>
    public IEnumerable<(BasicBlock Block, bool Outcome)> ControllersOf(int target)
    {
        if (target < 0)
        {
            yield break;
        }

        foreach (BasicBlock block in Blocks)
        {
            if (block.Ordinal == target || block.ConditionKind == ControlFlowConditionKind.None || block.BranchValue is null || !block.IsReachable)
            {
                continue;
            }

            bool whenTrue = Reaches(SuccessorOf(block, true), target, block.Ordinal);
            bool whenFalse = Reaches(SuccessorOf(block, false), target, block.Ordinal);
            if (whenTrue != whenFalse)
            {
                yield return (block, whenTrue);
            }
        }
    }

    private Place? PlaceOf(SyntaxNode syntax)
    {
        // A call written as a statement, an awaited call, a parenthesized one: the nearest syntax around it that the graph knows.
        for (SyntaxNode? node = syntax; node is not null && node.Span.Length <= syntax.Span.Length + 4096; node = node.Parent)
        {
            if (_places.TryGetValue(node, out Place? place))
            {
                return place;
            }
        }

        return null;
    }

    private List<int> NextOf(BasicBlock block)
    {
        List<int> next = new();
        Add(block.FallThroughSuccessor);
        Add(block.ConditionalSuccessor);
        bool mayThrow = block.BranchValue is not null || block.Operations.Length > 0 || block.FallThroughSuccessor?.Semantics is ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow;
        if (mayThrow)
        {
            next.AddRange(HandlersOf(block));
        }

        return next;

        void Add(ControlFlowBranch? branch)
        {
            if (branch?.Destination is { } destination)
            {
                next.Add(destination.Ordinal);
            }

            foreach (ControlFlowRegion region in branch?.FinallyRegions ?? ImmutableArray<ControlFlowRegion>.Empty)
            {
                next.Add(region.FirstBlockOrdinal);
            }
        }
    }

    private static IEnumerable<int> HandlersOf(BasicBlock block)
    {
        ControlFlowRegion? inner = block.EnclosingRegion;
        for (ControlFlowRegion? region = inner?.EnclosingRegion; region is not null; inner = region, region = region.EnclosingRegion)
        {
            if (inner?.Kind != ControlFlowRegionKind.Try)
            {
                continue;
            }

            foreach (ControlFlowRegion nested in region.NestedRegions)
            {
                if (nested.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler or ControlFlowRegionKind.Finally)
                {
                    yield return nested.FirstBlockOrdinal;
                }
            }
        }
    }

    private void Index(BasicBlock block)
    {
        int order = 0;
        foreach (IOperation operation in block.Operations)
        {
            IndexTree(operation);
        }

        if (block.BranchValue is { } value)
        {
            IndexTree(value);
        }

        void IndexTree(IOperation root)
        {
            foreach (IOperation operation in root.DescendantsAndSelf())
            {
                order++;
                if (operation is IFlowAnonymousFunctionOperation lambda)
                {
                    _lambdas[lambda.Syntax] = lambda;
                }

                // A reference to a captured value carries the syntax of what was captured elsewhere, in its own block.
                bool isCopy = operation is IFlowCaptureReferenceOperation or IIsNullOperation or IFlowCaptureOperation;
                if (!_places.TryGetValue(operation.Syntax, out Place? known) || (known.IsCopy && !isCopy))
                {
                    _places[operation.Syntax] = new Place(block.Ordinal, order, isCopy);
                }
            }
        }
    }

    private sealed record Place(int Block, int Order, bool IsCopy);
}
