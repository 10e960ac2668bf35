using Dialog360.Analyzers.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Control;

/// <summary>
/// Recognises, by its name, a condition by which a send is made although the session may be closed: <c>open || force</c>. Any other
/// condition beside a check is taken for a part of it.
/// </summary>
internal static class SessionOverrides
{
    private const int MaxDepth = 16;

    /// <summary>Whether a condition is such an override, or a choice of several of which one is.</summary>
    public static bool Is(IOperation? condition) => condition is not null && Is(condition, 0);

    private static bool Is(IOperation condition, int depth)
    {
        condition = ValueResolver.Strip(condition);
        return condition switch
        {
            _ when depth > MaxDepth => false,
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Is(not.Operand, depth + 1),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.ConditionalAnd } both => Is(both.LeftOperand, depth + 1) || Is(both.RightOperand, depth + 1),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } equality => Is(equality.LeftOperand, depth + 1),
            IIsPatternOperation pattern => Is(pattern.Value, depth + 1),
            _ => SessionWords.Any(OperationNames.Own(condition), SessionWords.Overrides),
        };
    }

    /// <summary>The conditional blocks of a function whose condition is an override; mostly none.</summary>
    public static List<BasicBlock> BlocksOf(FunctionUnit unit, FlowGraph flow)
    {
        List<BasicBlock> blocks = new();
        foreach (BasicBlock block in flow.Blocks)
        {
            if (block.ConditionKind != ControlFlowConditionKind.None && block.BranchValue is { } value && Is(ControlConditions.OriginalOf(unit.Body, value)))
            {
                blocks.Add(block);
            }
        }

        return blocks;
    }

    /// <summary>Whether one of the overrides leads around the condition of <paramref name="controller"/> to the block <paramref name="target"/>.</summary>
    public static bool LeadAround(List<BasicBlock> overrides, BasicBlock controller, int target, FlowGraph flow)
    {
        foreach (BasicBlock block in overrides)
        {
            if (block.Ordinal == controller.Ordinal)
            {
                continue;
            }

            bool first = flow.Reaches(FlowGraph.SuccessorOf(block, true), target, controller.Ordinal);
            bool second = flow.Reaches(FlowGraph.SuccessorOf(block, false), target, controller.Ordinal);
            if (first != second && flow.Reaches(FlowGraph.SuccessorOf(block, !first), controller.Ordinal, -1))
            {
                return true;
            }
        }

        return false;
    }
}
