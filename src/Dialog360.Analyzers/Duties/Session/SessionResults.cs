using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Time;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Duties.Session;

/// <summary>
/// Reads verdicts that source methods give in an object: <c>Result.Fail</c> where the session is closed, a plan with a kind of message.
/// What a member of the object is tells on which way the method has come to its <c>return</c>.
/// </summary>
internal sealed class SessionResults
{
    private const int MaxSteps = 6;

    private readonly SessionCondition _judge;
    private readonly ValueResolver _resolver;

    /// <summary>Creates the part of a judge. It is for one thread.</summary>
    public SessionResults(SessionCondition judge, ValueResolver resolver)
    {
        _judge = judge;
        _resolver = resolver;
    }

    /// <summary>What it says that the member of <paramref name="holder"/> has that constant value.</summary>
    public SessionSense MemberIs(IOperation? holder, ISymbol member, object constant, int depth) =>
        holder is null or IInstanceReferenceOperation ? SessionSense.None : Sense(holder, given => MemberOf(given, member, constant, 0), depth);

    /// <summary>What it says that an element of the tuple that <paramref name="holder"/> gives is true.</summary>
    public SessionSense ElementIsTrue(IOperation holder, int index, int depth) =>
        Sense(holder, given => ValueResolver.Strip(given) is ITupleOperation tuple && index < tuple.Elements.Length ? Is(tuple.Elements[index], true) : null, depth);

    /// <summary>
    /// The ways on which a source method gives its result: those on which <paramref name="holds"/> is true say what their conditions say,
    /// those on which it is false the opposite. Unknown values say nothing.
    /// </summary>
    private SessionSense Sense(IOperation holder, Func<IOperation, bool?> holds, int depth)
    {
        if (depth >= SessionCondition.MaxDepth || _resolver.Resolve(holder) is not IInvocationOperation call)
        {
            return SessionSense.None;
        }

        SessionSense sense = SessionSense.None;
        foreach (IMethodSymbol target in Implementations.Of(_resolver.Program).Of(call.TargetMethod, _resolver.CancellationToken))
        {
            if (BodyModels.Of(_resolver.Program).UnitOf(target, _resolver.CancellationToken) is not { } unit)
            {
                continue;
            }

            foreach (IOperation returned in SourceBodies.ReturnsOf(unit))
            {
                foreach (IOperation arm in ArmsOf(returned))
                {
                    if (holds(arm) is { } value)
                    {
                        sense = sense.And(_judge.Sources.Controlling(unit.Body, arm.Syntax, depth + 1).When(value));
                    }
                }
            }
        }

        return sense;
    }

    private IEnumerable<IOperation> ArmsOf(IOperation value)
    {
        value = ValueResolver.Strip(value);
        return value switch
        {
            IConditionalOperation { WhenFalse: { } whenFalse } conditional => ArmsOf(conditional.WhenTrue).Concat(ArmsOf(whenFalse)),
            ISwitchExpressionOperation chosen => chosen.Arms.SelectMany(arm => ArmsOf(arm.Value)),
            IInvocationOperation { TargetMethod: { Name: "FromResult", ContainingType.Name: "Task" or "ValueTask" }, Arguments: [{ Value: var result }] } => ArmsOf(result),
            _ => new[] { value },
        };
    }

    /// <summary>Whether a member of what an expression gives has that value; null where it is not known.</summary>
    private bool? MemberOf(IOperation given, ISymbol member, object constant, int step)
    {
        given = _resolver.Resolve(given);
        if (step > MaxSteps)
        {
            return null;
        }

        switch (given)
        {
            case IObjectCreationOperation creation when CreatedMembers.ValueOf(creation, member) is { } value:
                return Is(value, constant);
            case IObjectCreationOperation creation:
                // IsFailure => !IsSuccess; else a member that nobody sets is false.
                return member is IPropertySymbol { GetMethod: { } getter } && BodyModels.Of(_resolver.Program).UnitOf(getter, _resolver.CancellationToken) is { } computed
                    ? Computed(creation, computed, constant, step)
                    : constant is bool expected && creation.Arguments.IsEmpty && SourceBodies.InitializerOf(member, _resolver.Program, _resolver.CancellationToken) is null ? !expected : null;
            case IInvocationOperation call when SourceBodies.UnitBehind(call, _resolver.Program, _resolver.CancellationToken) is { } factory:
                return Agreed(SourceBodies.ReturnsOf(factory), member, constant, step);
            case IFieldReferenceOperation { Field.IsStatic: true } or IPropertyReferenceOperation { Property.IsStatic: true } when SourceBodies.InitializerOf(OperationNames.SymbolOf(given)!, _resolver.Program, _resolver.CancellationToken) is { } initial:
                return MemberOf(initial, member, constant, step + 1);
            case IPropertyReferenceOperation { Property.IsStatic: true } when SourceBodies.UnitBehind(given, _resolver.Program, _resolver.CancellationToken) is { } read:
                return Agreed(SourceBodies.ReturnsOf(read), member, constant, step);
            default:
                return null;
        }
    }

    private bool? Agreed(IEnumerable<IOperation> values, ISymbol member, object constant, int step)
    {
        bool? agreed = null;
        foreach (IOperation value in values)
        {
            if (MemberOf(value, member, constant, step + 1) is not { } one || (agreed ?? one) != one)
            {
                return null;
            }

            agreed = one;
        }

        return agreed;
    }

    private bool? Computed(IObjectCreationOperation creation, FunctionUnit getter, object constant, int step)
    {
        ImmutableArray<IOperation> returned = SourceBodies.ReturnsOf(getter).ToImmutableArray();
        return returned.Length == 1 && constant is bool expected ? Truth(ValueResolver.Strip(returned[0])) is { } truth ? truth == expected : null : null;

        bool? Truth(IOperation value) => value switch
        {
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var operand } => !Truth(ValueResolver.Strip(operand)),
            IPropertyReferenceOperation { Instance: IInstanceReferenceOperation, Property: var other } => MemberOf(creation, other, true, step + 1),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals, LeftOperand: IPropertyReferenceOperation { Instance: IInstanceReferenceOperation, Property: var other }, RightOperand: var right } equality
                when ValueResolver.Strip(right).ConstantValue is { HasValue: true, Value: null } =>
                (CreatedMembers.ValueOf(creation, other) is { } set ? ValueResolver.Strip(set).ConstantValue is { HasValue: true, Value: null } : creation.Arguments.IsEmpty) == (equality.OperatorKind == BinaryOperatorKind.Equals),
            _ => null,
        };
    }

    private bool? Is(IOperation value, object constant) => _resolver.ConstantOf(value) is { HasValue: true, Value: { } known } ? Equals(known, constant) : null;
}
