using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Program.Values;

/// <summary>A value that a function returns.</summary>
/// <param name="Value">The value.</param>
/// <param name="Conditions">Conditions that hold where it is returned; not necessarily all.</param>
/// <param name="IsElement">Whether it is one element of what an iterator gives.</param>
/// <param name="IsRepeatable">Whether a loop or <c>try</c> stands around it: how often it runs is not known.</param>
internal readonly record struct ReturnedValue(IOperation Value, ImmutableArray<PathCondition> Conditions, bool IsElement, bool IsRepeatable);

/// <summary>Finds the values that a function returns, with the conditions under which it does.</summary>
internal static class ReturnedValues
{
    private const int MaxDepth = 100;
    private const int MaxValues = 64;

    /// <summary>
    /// The values that a method, accessor, local function, lambda or initializer gives, in the order of the text; those of functions inside it left out. Default
    /// where there are too many.
    /// </summary>
    public static ImmutableArray<ReturnedValue> Of(IOperation function)
    {
        ImmutableArray<ReturnedValue>.Builder values = ImmutableArray.CreateBuilder<ReturnedValue>();
        return Walk(function, ImmutableArray<PathCondition>.Empty, isRepeatable: false, values, 0) && values.Count <= MaxValues ? values.ToImmutable() : default;
    }

    private static bool Walk(IOperation operation, ImmutableArray<PathCondition> conditions, bool isRepeatable, ImmutableArray<ReturnedValue>.Builder values, int depth)
    {
        if (depth > MaxDepth)
        {
            return false;
        }

        switch (operation)
        {
            case IReturnOperation { ReturnedValue: { } value }:
                values.Add(new ReturnedValue(value, conditions, operation.Kind == OperationKind.YieldReturn, isRepeatable));
                return true;
            case IBlockOperation block:
                return WalkBlock(block.Operations, conditions, isRepeatable, values, depth);
            case IConditionalOperation conditional when conditional.Parent is IBlockOperation or IConditionalOperation or ISwitchCaseOperation:
                return Walk(conditional.WhenTrue, conditions.Add(new PathCondition(conditional.Condition, null, true)), isRepeatable, values, depth + 1)
                    && (conditional.WhenFalse is not { } otherwise || Walk(otherwise, conditions.Add(new PathCondition(conditional.Condition, null, false)), isRepeatable, values, depth + 1));
            case ISwitchOperation choice:
                foreach (ISwitchCaseOperation arm in choice.Cases)
                {
                    if (!WalkBlock(arm.Body, conditions.AddRange(PathConditions.OfCase(choice, arm)), isRepeatable, values, depth))
                    {
                        return false;
                    }
                }

                return true;
            case IFieldInitializerOperation or IPropertyInitializerOperation:
                values.Add(new ReturnedValue(((ISymbolInitializerOperation)operation).Value, conditions, IsElement: false, isRepeatable));
                return true;
            case IExpressionStatementOperation:
                return true;
            default:
                bool inside = isRepeatable || operation is ILoopOperation or ITryOperation;
                foreach (IOperation child in operation.ChildOperations)
                {
                    if (child is not (IAnonymousFunctionOperation or ILocalFunctionOperation) && !Walk(child, conditions, inside, values, depth + 1))
                    {
                        return false;
                    }
                }

                return true;
        }
    }

    private static bool WalkBlock(ImmutableArray<IOperation> statements, ImmutableArray<PathCondition> conditions, bool isRepeatable, ImmutableArray<ReturnedValue>.Builder values, int depth)
    {
        foreach (IOperation statement in statements)
        {
            if (statement is ILocalFunctionOperation)
            {
                continue;
            }

            if (!Walk(statement, conditions, isRepeatable, values, depth + 1))
            {
                return false;
            }

            // What comes after a branch that leaves runs only where the branch did not.
            if (PathConditions.Behind(statement) is { } condition)
            {
                conditions = conditions.Add(condition);
            }
        }

        return true;
    }
}
