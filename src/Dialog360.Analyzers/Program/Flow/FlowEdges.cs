using System.Collections.Immutable;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace Dialog360.Analyzers.Program.Flow;

/// <summary>The ways from block to block. Exceptions count: from every block of a <c>try</c> that can throw, control may go to its handlers.</summary>
internal static class FlowEdges
{
    /// <summary>The blocks to which control may go from a block.</summary>
    public static List<int> NextOf(BasicBlock block)
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

    /// <summary>
    /// The first blocks of what handles exceptions of a block, from the inside out. Above the root of a lambda or local function lie the regions
    /// of the function around it, whose blocks belong to another graph.
    /// </summary>
    public static IEnumerable<int> HandlersOf(BasicBlock block)
    {
        ControlFlowRegion inner = block.EnclosingRegion;
        for (; inner.Kind != ControlFlowRegionKind.Root && inner.EnclosingRegion is { } region; inner = region)
        {
            if (inner.Kind != ControlFlowRegionKind.Try)
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
}
