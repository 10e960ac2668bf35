using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Dialog360.Analyzers.Program.Flow;

/// <summary>
/// The control flow of one function, ready to be asked what can reach what. Operations are found by their syntax, because the
/// graph holds copies of them. Exceptions count: from every block of a <c>try</c> that can throw, control may go to its handlers.
/// </summary>
internal sealed class FlowGraph
{
    // Beyond this a function is not judged: the work per question grows with its size.
    private const int MaxBlocks = 4000;

    private readonly List<int>[] _next;
    private readonly FlowPlaces _places = new();

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
            _next[block.Ordinal] = FlowEdges.NextOf(block);
            _places.Add(block);
        }
    }

    /// <summary>The graph; null where there is none.</summary>
    public ControlFlowGraph? Graph { get; }

    /// <summary>Whether there is no graph, or one beyond the limit.</summary>
    public bool IsEmpty => Graph is null;

    /// <summary>The blocks, in the order of the text.</summary>
    public ImmutableArray<BasicBlock> Blocks => Graph!.Blocks;

    /// <summary>The lambda that was written as <paramref name="syntax"/>, as the graph holds it.</summary>
    public IFlowAnonymousFunctionOperation? LambdaAt(SyntaxNode syntax) => _places.LambdaAt(syntax);

    /// <summary>The block in which <paramref name="syntax"/> is evaluated, or -1.</summary>
    public int BlockOf(SyntaxNode syntax) => _places.Of(syntax)?.Block ?? -1;

    /// <summary>Whether control can come from <paramref name="from"/> to <paramref name="target"/> without passing <paramref name="without"/>.</summary>
    public bool Reaches(int from, int target, int without)
    {
        if (from < 0 || from >= _next.Length || from == without)
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
        if (_places.Of(first) is not { } a || _places.Of(second) is not { } b)
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

        foreach (int handler in FlowEdges.HandlersOf(Blocks[a.Block]))
        {
            if (Reaches(handler, b.Block, a.Block))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the function cannot end normally without evaluating <paramref name="syntax"/>.</summary>
    public bool MustPassToExit(SyntaxNode syntax) => _places.Of(syntax) is { } place && !Reaches(0, Blocks.Length - 1, place.Block);

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
}
