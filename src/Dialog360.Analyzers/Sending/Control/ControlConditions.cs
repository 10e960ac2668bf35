using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Control;

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
    public static List<ControlCondition>? Of(FunctionUnit unit, SyntaxNode place, CancellationToken cancellationToken)
    {
        if (unit.Body.FlowOf(unit, cancellationToken) is not { } flow)
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
            overrides ??= SessionOverrides.BlocksOf(unit, flow);
            if (overrides.Count > 0 && SessionOverrides.LeadAround(overrides, block, target, flow))
            {
                continue;
            }

            Add(unit.Body, block.BranchValue!, outcome, conditions, seen);
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

    private static void Add(BodyModel body, IOperation branchValue, bool outcome, List<ControlCondition> conditions, HashSet<SyntaxNode> seen)
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
                    if (binary.IsKind(SyntaxKind.LogicalOrExpression) != sense || !SessionOverrides.Is(body.OperationOf(leaf)))
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
}
