using Dialog360.Analyzers.Program.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Program.Flow;

/// <summary>A condition that decides whether something runs, and the outcome with which it does.</summary>
/// <param name="Condition">The condition: an expression of type <c>bool</c>, or a case or pattern of a <c>switch</c>.</param>
/// <param name="Outcome">The outcome.</param>
internal readonly record struct ControlCondition(IOperation Condition, bool Outcome);

/// <summary>Finds the conditions that decide whether a place of a function runs.</summary>
internal static class ControlConditions
{
    private const int MaxOperands = 32;

    /// <summary>
    /// The conditions that control <paramref name="place"/> within its function; null where the function is beyond what is judged.
    /// Where an operand of <c>&amp;&amp;</c> or <c>||</c> controls it, its sister operands are given too: the author decided with all of them,
    /// unless the operand overrides the others.
    /// </summary>
    /// <param name="unit">The function.</param>
    /// <param name="place">The place.</param>
    /// <param name="isOverride">Whether a condition overrides the others beside it (<c>open || force</c>).</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static List<ControlCondition>? Of(FunctionUnit unit, SyntaxNode place, Func<IOperation?, bool> isOverride, CancellationToken cancellationToken)
    {
        if (FlowGraphs.Of(unit, cancellationToken) is not { } flow)
        {
            return null;
        }

        List<ControlCondition> conditions = new();
        HashSet<SyntaxNode> seen = new();
        List<BasicBlock>? overrides = null;
        int target = flow.BlockOf(place);
        foreach ((BasicBlock block, bool outcome) in flow.ControllersOf(target))
        {
            cancellationToken.ThrowIfCancellationRequested();
            overrides ??= OverridesOf(unit, flow, isOverride);
            if (overrides.Count > 0 && LeadAround(overrides, block, target, flow))
            {
                continue;
            }

            Add(unit.Body, block.BranchValue!, outcome, isOverride, conditions, seen);
        }

        return conditions;
    }

    /// <summary>The original of a branch value of the graph: an expression, or the case or pattern that a <c>switch</c> tries.</summary>
    public static IOperation OriginalOf(BodyModel body, IOperation branchValue)
    {
        IOperation original = body.OperationOf(branchValue.Syntax) ?? branchValue;
        return original switch
        {
            ISwitchExpressionArmOperation arm => arm.Pattern,
            { Parent: ISingleValueCaseClauseOperation clause } => clause,
            { Parent: IRelationalCaseClauseOperation clause } => clause,
            { Parent: IConstantPatternOperation pattern } => pattern,
            _ => original,
        };
    }

    /// <summary>The largest condition that an operand with that outcome decides alone: the whole of <c>a || b</c> where one of the two is true.</summary>
    public static SyntaxNode DecidedBy(SyntaxNode operand, bool outcome)
    {
        SyntaxNode whole = operand;
        while (whole.Parent is ParenthesizedExpressionSyntax
            || whole.Parent is PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression }
            || (whole.Parent is BinaryExpressionSyntax binary && binary.IsKind(outcome ? SyntaxKind.LogicalOrExpression : SyntaxKind.LogicalAndExpression)))
        {
            outcome ^= whole.Parent is PrefixUnaryExpressionSyntax;
            whole = whole.Parent;
        }

        return whole;
    }

    private static void Add(BodyModel body, IOperation branchValue, bool outcome, Func<IOperation?, bool> isOverride, List<ControlCondition> conditions, HashSet<SyntaxNode> seen)
    {
        if (branchValue is IIsNullOperation)
        {
            // The null test inside ?. and ??: what is chosen by it is judged where it is used.
            return;
        }

        AddOriginal(OriginalOf(body, branchValue), outcome);
        SyntaxNode leaf = branchValue.Syntax;
        bool sense = outcome;
        while (leaf.Parent is { } parent)
        {
            switch (parent)
            {
                case ParenthesizedExpressionSyntax:
                    break;
                case PrefixUnaryExpressionSyntax negation when negation.IsKind(SyntaxKind.LogicalNotExpression):
                    sense = !sense;
                    break;
                case BinaryExpressionSyntax binary when binary.IsKind(SyntaxKind.LogicalAndExpression) || binary.IsKind(SyntaxKind.LogicalOrExpression):
                    if (binary.IsKind(SyntaxKind.LogicalOrExpression) != sense || !isOverride(body.OperationOf(leaf)))
                    {
                        AddSister(binary.Left == leaf ? binary.Right : binary.Left, sense);
                    }

                    break;
                default:
                    return;
            }

            leaf = parent;
        }

        void AddSister(SyntaxNode sister, bool when)
        {
            if (conditions.Count < MaxOperands && body.OperationOf(sister) is { } operation)
            {
                AddOriginal(operation, when);
            }
        }

        void AddOriginal(IOperation operation, bool when)
        {
            if (seen.Add(operation.Syntax))
            {
                conditions.Add(new ControlCondition(operation, when));
            }
        }
    }

    /// <summary>The conditional blocks of a function whose condition is an override; mostly none.</summary>
    private static List<BasicBlock> OverridesOf(FunctionUnit unit, FlowGraph flow, Func<IOperation?, bool> isOverride)
    {
        List<BasicBlock> blocks = new();
        foreach (BasicBlock block in flow.Blocks)
        {
            if (block.ConditionKind != ControlFlowConditionKind.None && block.BranchValue is { } value && isOverride(OriginalOf(unit.Body, value)))
            {
                blocks.Add(block);
            }
        }

        return blocks;
    }

    /// <summary>Whether one of the overrides leads around the condition of <paramref name="controller"/> to the block <paramref name="target"/>.</summary>
    private static bool LeadAround(List<BasicBlock> overrides, BasicBlock controller, int target, FlowGraph flow)
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
