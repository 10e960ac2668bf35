using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Answers;

/// <summary>
/// Tells whether what a function gives back says that the session was closed: <c>code == 131047 ? Closed : Failed</c>, an arm of a <c>switch</c>, the
/// comparison itself, alone or within an object, directly or by way of a local or a method that makes the result.
/// </summary>
internal sealed class ToldResults
{
    private const int MaxDepth = 3;

    private readonly ValueResolver _resolver;
    private readonly AnswerConditions _conditions;

    /// <summary>Creates the part.</summary>
    public ToldResults(ValueResolver resolver, AnswerConditions conditions)
    {
        _resolver = resolver;
        _conditions = conditions;
    }

    /// <summary>Whether the function of a send tells its caller; what is returned before the send says nothing of its answer.</summary>
    public bool AreOf(SendSite site)
    {
        foreach (IOperation operation in SourceBodies.OperationsOf(site.Unit))
        {
            if (operation.Syntax.Span.End >= site.Call.Syntax.Span.End && HandedBack(operation) is { } value && Tells(value, 0))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What an operation gives to the caller: a returned value, a thrown exception, an <c>out</c> parameter, a member of a result that is returned.</summary>
    private static IOperation? HandedBack(IOperation operation) => operation switch
    {
        IReturnOperation { ReturnedValue: { } value } => value,
        IThrowOperation { Exception: { } thrown } => thrown,
        ISimpleAssignmentOperation { Target: IParameterReferenceOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref }, Value: var value } => value,
        ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Instance: ILocalReferenceOperation { Local: var result } }, Value: var value } when IsReturned(result, operation) => value,
        _ => null,
    };

    private static bool IsReturned(ILocalSymbol local, IOperation place) => place.Root().Descendants().Any(part =>
        part is IReturnOperation { ReturnedValue: { } value } && ValueResolver.Strip(value) is ILocalReferenceOperation returned && SymbolEqualityComparer.Default.Equals(returned.Local, local));

    private bool Tells(IOperation value, int depth)
    {
        _resolver.CancellationToken.ThrowIfCancellationRequested();
        Stack<IOperation> pending = new();
        pending.Push(value);
        while (pending.Count > 0)
        {
            IOperation part = pending.Pop();
            switch (part)
            {
                case IAnonymousFunctionOperation:
                    continue;
                case IConditionalOperation { WhenFalse: { } otherwise } choice when _conditions.Direction(choice.Condition, 0) is not null:
                    if (!IsSame(choice.WhenTrue, otherwise))
                    {
                        return true;
                    }

                    pending.Push(choice.WhenTrue);
                    pending.Push(otherwise);
                    continue;
                case ISwitchExpressionOperation choice when HasOwnArm(choice):
                    return true;
                case IBinaryOperation or IIsPatternOperation or IInvocationOperation when part.Type?.SpecialType == SpecialType.System_Boolean && _conditions.Direction(part, 0) is not null:
                    return true;
                case ILocalReferenceOperation when depth < MaxDepth && _resolver.Resolve(part) is var resolved && resolved != part && Tells(resolved, depth + 1):
                    return true;
                case IInvocationOperation when depth < MaxDepth && IsToldBy(part, depth):
                    return true;
            }

            foreach (IOperation child in part.ChildOperations)
            {
                pending.Push(child);
            }
        }

        return false;
    }

    /// <summary>Whether a method of the compilation makes a result that tells: by an expression, or by a return of its own under the code.</summary>
    private bool IsToldBy(IOperation call, int depth) =>
        SourceBodies.UnitBehind(call, _resolver.Program, _resolver.CancellationToken) is { } unit && _conditions.MentionsCode(unit, 0)
        && SourceBodies.ReturnsOf(unit).Any(value => Tells(value, depth + 1));

    /// <summary>Whether one of the codes has an arm of its own, with a value that the arm for all others does not have.</summary>
    private bool HasOwnArm(ISwitchExpressionOperation choice)
    {
        IOperation? others = choice.Arms.FirstOrDefault(static arm => arm.Pattern is IDiscardPatternOperation)?.Value;
        return choice.Arms.Any(arm => (_conditions.Direction(arm.Pattern, 0) is true || arm.Guard is { } guard && _conditions.Direction(guard, 0) is true)
            && (others is null || !IsSame(arm.Value, others)));
    }

    private static bool IsSame(IOperation left, IOperation right) => left.Syntax.IsEquivalentTo(right.Syntax, topLevel: false);
}
