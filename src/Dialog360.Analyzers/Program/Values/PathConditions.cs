using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Program.Values;

/// <summary>What must hold for a statement to run.</summary>
/// <param name="Condition">The condition, or the value that a <c>switch</c> looks at.</param>
/// <param name="Equal">The constant that the value is compared with; null for a condition.</param>
/// <param name="Sense">Whether it holds, or does not.</param>
internal readonly record struct PathCondition(IOperation Condition, IOperation? Equal, bool Sense);

/// <summary>Reads the conditions under which a place runs from the statements and expressions around it; not necessarily all of them.</summary>
internal static class PathConditions
{
    private const int MaxParents = 100;

    /// <summary>The conditions that hold where an operation is evaluated, within the function in which it stands.</summary>
    public static ImmutableArray<PathCondition> Around(IOperation place)
    {
        ImmutableArray<PathCondition>.Builder conditions = ImmutableArray.CreateBuilder<PathCondition>();
        IOperation child = place;
        for (int step = 0; step < MaxParents && child.Parent is { } parent and not (IAnonymousFunctionOperation or ILocalFunctionOperation); step++)
        {
            switch (parent)
            {
                case IConditionalOperation conditional when child != conditional.Condition:
                    conditions.Add(new PathCondition(conditional.Condition, null, child == conditional.WhenTrue));
                    break;
                case ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation choice } arm when child == arm.Value:
                    conditions.AddRange(OfArm(choice, choice.Arms.IndexOf(arm)));
                    break;
                case ISwitchCaseOperation { Parent: ISwitchOperation choice } arm:
                    conditions.AddRange(OfCase(choice, arm));
                    break;
                case IBlockOperation block:
                    AddBefore(child, block, conditions);
                    break;
            }

            child = parent;
        }

        return conditions.ToImmutable();
    }

    /// <summary>What must hold for the arm of that index of a <c>switch</c> expression.</summary>
    public static IEnumerable<PathCondition> OfArm(ISwitchExpressionOperation choice, int arm)
    {
        for (int index = 0; index <= arm; index++)
        {
            // An arm before that a guard may pass over excludes nothing.
            if (choice.Arms[index] is { Pattern: IConstantPatternOperation { Value: { } constant }, Guard: var guard } && (index == arm || guard is null))
            {
                yield return new PathCondition(choice.Value, constant, index == arm);
            }
        }
    }

    /// <summary>What must hold for one section of a <c>switch</c> statement.</summary>
    public static IEnumerable<PathCondition> OfCase(ISwitchOperation choice, ISwitchCaseOperation arm)
    {
        if (arm.Clauses is [var only])
        {
            if (ConstantOf(only) is { } constant)
            {
                yield return new PathCondition(choice.Value, constant, true);
            }
            else if (only.CaseKind == CaseKind.Default)
            {
                foreach (ICaseClauseOperation clause in choice.Cases.SelectMany(static each => each.Clauses))
                {
                    if (ConstantOf(clause) is { } other)
                    {
                        yield return new PathCondition(choice.Value, other, false);
                    }
                }
            }
        }
    }

    /// <summary>What holds behind a statement: after a branch that leaves, that the branch was not taken; null where nothing follows.</summary>
    public static PathCondition? Behind(IOperation statement) =>
        statement is IConditionalOperation conditional && (Leaves(conditional.WhenTrue) || conditional.WhenFalse is { } otherwise && Leaves(otherwise))
            ? new PathCondition(conditional.Condition, null, !Leaves(conditional.WhenTrue))
            : null;

    private static void AddBefore(IOperation child, IBlockOperation block, ImmutableArray<PathCondition>.Builder conditions)
    {
        foreach (IOperation statement in block.Operations)
        {
            if (statement == child)
            {
                return;
            }

            if (Behind(statement) is { } condition)
            {
                conditions.Add(condition);
            }
        }
    }

    private static bool Leaves(IOperation branch) => branch switch
    {
        IBlockOperation { Operations: [.., var last] } => Leaves(last),
        IReturnOperation { Kind: OperationKind.Return } or IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation } => true,
        _ => false,
    };

    private static IOperation? ConstantOf(ICaseClauseOperation clause) => clause switch
    {
        ISingleValueCaseClauseOperation { Value: { } value } => value,
        IPatternCaseClauseOperation { Guard: null, Pattern: IConstantPatternOperation { Value: { } value } } => value,
        _ => null,
    };
}
