using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Program.Values;

/// <summary>Tells which of the values that a local is given can be there when it is read.</summary>
internal static class ReachingValues
{
    /// <summary>
    /// The values that <paramref name="reference"/> may read, in the order of the text; default where that is not certain: one of the values
    /// is not seen, or a loop, a <c>try</c>, a lambda or a local function comes between.
    /// </summary>
    public static ImmutableArray<IOperation> Of(ILocalReferenceOperation reference)
    {
        LocalFacts facts = LocalFacts.Of(reference);
        ImmutableArray<IOperation> all = facts.ValuesOf(reference.Local);
        if (all.IsDefault || all.Length <= 1)
        {
            return all;
        }

        ImmutableArray<IOperation>.Builder reaching = ImmutableArray.CreateBuilder<IOperation>();
        foreach (IOperation value in all)
        {
            if (ReferenceEquals(value, facts.InitializerOf(reference.Local)))
            {
                reaching.Add(value);
                continue;
            }

            if (Contains(value, reference) && !IsRepeated(value, reference.Local))
            {
                // The right side of the assignment itself (x = x.Trim()) reads what was there before.
                continue;
            }

            if (value.Syntax.SpanStart >= reference.Syntax.SpanStart && !IsRepeated(value, reference.Local) && !IsInLaterFunction(reference))
            {
                // Assigned only after it has been read.
                continue;
            }

            if (value.Syntax.SpanStart >= reference.Syntax.SpanStart || PlaceOf(value, reference) is not { } place)
            {
                return default;
            }

            switch (place)
            {
                case Place.SameLine:
                    reaching.Clear();
                    break;
                case Place.LastArm when CoversAllArms(value, reference, all):
                    KeepArmsOf(value, reference, reaching);
                    break;
            }

            reaching.Add(value);
        }

        return reaching.ToImmutable();
    }

    /// <summary>Whether an assignment may run again for the same local: in a loop that the local outlives, or in a function that may be called twice.</summary>
    private static bool IsRepeated(IOperation value, ILocalSymbol local) =>
        IsInsideBeyond(value, local, static around => around is ILoopOperation or IAnonymousFunctionOperation or ILocalFunctionOperation);

    /// <summary>Whether a read stands in a function that may run when everything behind it has.</summary>
    private static bool IsInLaterFunction(ILocalReferenceOperation reference) =>
        IsInsideBeyond(reference, reference.Local, static around => around is IAnonymousFunctionOperation or ILocalFunctionOperation);

    /// <summary>Whether an operation stands inside something that the local outlives.</summary>
    private static bool IsInsideBeyond(IOperation operation, ILocalSymbol local, Func<IOperation, bool> isSuch)
    {
        for (IOperation? current = operation.Parent; current is not null; current = current.Parent)
        {
            if (isSuch(current) && !local.DeclaringSyntaxReferences.Any(declaration => current.Syntax.Span.Contains(declaration.Span)))
            {
                return true;
            }
        }

        return false;
    }

    private static void KeepArmsOf(IOperation value, IOperation reference, ImmutableArray<IOperation>.Builder reaching)
    {
        for (int index = reaching.Count - 1; index >= 0; index--)
        {
            if (!IsInSameConditional(reaching[index], value, reference))
            {
                reaching.RemoveAt(index);
            }
        }
    }

    private enum Place
    {
        /// <summary>A statement that always runs before the reference.</summary>
        SameLine,

        /// <summary>The branch of a condition.</summary>
        Arm,

        /// <summary>The last branch of a condition that has one for every case.</summary>
        LastArm,
    }

    /// <summary>Where an assignment stands, seen from the reference; null where what runs when is not plain.</summary>
    private static Place? PlaceOf(IOperation value, IOperation reference)
    {
        Place place = Place.SameLine;
        for (IOperation? current = value; current is not null; current = current.Parent)
        {
            if (Contains(current, reference))
            {
                return place;
            }

            switch (current)
            {
                case ILoopOperation or IAnonymousFunctionOperation or ILocalFunctionOperation or ITryOperation or ICatchClauseOperation:
                    return null;
                case IConditionalOperation conditional:
                    place = conditional.WhenFalse is not null && Contains(conditional.WhenFalse, value) ? Place.LastArm : Place.Arm;
                    break;
                case ISwitchOperation choice:
                    place = choice.Cases.Length > 0 && Contains(choice.Cases[choice.Cases.Length - 1], value) && HasDefault(choice) ? Place.LastArm : Place.Arm;
                    break;
            }
        }

        return null;
    }

    private static bool HasDefault(ISwitchOperation choice) =>
        choice.Cases[choice.Cases.Length - 1].Clauses.Any(clause => clause.CaseKind == CaseKind.Default);

    /// <summary>Whether every branch of the outermost condition around an assignment assigns too: then what was there before is gone.</summary>
    private static bool CoversAllArms(IOperation value, IOperation reference, ImmutableArray<IOperation> all) => OuterConditional(value, reference) switch
    {
        IConditionalOperation conditional => Covers(conditional, all, 0),
        ISwitchOperation choice => choice.Cases.All(arm => all.Any(each => Contains(arm, each)) || Leaves(arm.Body.LastOrDefault())),
        _ => false,
    };

    private static bool Covers(IConditionalOperation conditional, ImmutableArray<IOperation> all, int depth) =>
        depth < 32 && CoversArm(conditional.WhenTrue, all, depth) && conditional.WhenFalse is { } otherwise && CoversArm(otherwise, all, depth);

    private static bool CoversArm(IOperation arm, ImmutableArray<IOperation> all, int depth) =>
        arm is IConditionalOperation nested ? Covers(nested, all, depth + 1)
        : arm is IBlockOperation block && Leaves(block.Operations.LastOrDefault())
        || all.Any(value => Contains(arm, value));

    private static bool Leaves(IOperation? last) =>
        last is IReturnOperation or IExpressionStatementOperation { Operation: IThrowOperation } or IThrowOperation
        || last is IBranchOperation { BranchKind: BranchKind.Continue };

    private static bool IsInSameConditional(IOperation one, IOperation other, IOperation reference) =>
        OuterConditional(one, reference) is { } conditional && ReferenceEquals(conditional, OuterConditional(other, reference));

    private static IOperation? OuterConditional(IOperation value, IOperation reference)
    {
        IOperation? outermost = null;
        for (IOperation? current = value; current is not null && !Contains(current, reference); current = current.Parent)
        {
            outermost = current is IConditionalOperation or ISwitchOperation ? current : outermost;
        }

        return outermost;
    }

    private static bool Contains(IOperation outer, IOperation inner) =>
        outer.Syntax.SyntaxTree == inner.Syntax.SyntaxTree && outer.Syntax.Span.Contains(inner.Syntax.Span);
}
