using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Time;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Duties.Session;

/// <summary>What comparisons say about the session: arithmetic, counts, null, states, and values that the source chooses.</summary>
internal sealed class SessionComparisons
{
    private readonly SessionCondition _judge;
    private readonly ValueResolver _resolver;
    private readonly TimeArithmetic _arithmetic;
    private readonly SessionExpiry _expiry;

    /// <summary>Creates the part of a judge. It is for one thread.</summary>
    public SessionComparisons(SessionCondition judge, ValueResolver resolver, TimeArithmetic arithmetic)
    {
        _judge = judge;
        _resolver = resolver;
        _arithmetic = arithmetic;
        _expiry = new SessionExpiry(resolver);
    }

    /// <summary>A comparison by size.</summary>
    public SessionSense Comparison(IBinaryOperation comparison, int depth)
    {
        if (comparison.RightOperand.ConstantValue is { HasValue: true, Value: 0 } && ValueResolver.Strip(comparison.LeftOperand) is IInvocationOperation { TargetMethod.Name: "Compare" or "CompareTo" } compare)
        {
            // DateTime.Compare(a, b) > 0, a.CompareTo(b) > 0
            IOperation? first = compare.Arguments.Length == 2 ? compare.Arguments[0].Value : OperationNames.InstanceOf(compare);
            return first is null || compare.Arguments.IsEmpty ? SessionSense.None
                : _arithmetic.SenseOf(first, comparison.OperatorKind, compare.Arguments[compare.Arguments.Length - 1].Value, SessionQueries.Context(comparison));
        }

        SessionSense sense = _arithmetic.SenseOf(comparison.LeftOperand, comparison.OperatorKind, comparison.RightOperand, SessionQueries.Context(comparison));
        if (sense != SessionSense.None)
        {
            return sense;
        }

        if (_expiry.SenseOf(comparison) is { } expiry)
        {
            return expiry;
        }

        // count > 0, and any other comparison whose one side is a bare number: what is counted decides.
        IOperation left = ValueResolver.Strip(comparison.LeftOperand);
        return comparison.RightOperand.ConstantValue is { HasValue: true, Value: int number } && left is IInvocationOperation { TargetMethod.Name: "Count" or "CountAsync" or "LongCount" or "LongCountAsync" } count
            ? (comparison.OperatorKind, number) is (BinaryOperatorKind.GreaterThan, _) or (BinaryOperatorKind.GreaterThanOrEqual, > 0) ? _judge.Queries.Existence(count, depth) : _judge.Queries.Existence(count, depth).Negate()
            : SessionSense.None;
    }

    /// <summary>What it says that two values are equal.</summary>
    public SessionSense Equality(IOperation left, IOperation right, int depth)
    {
        if (right.ConstantValue is { HasValue: true, Value: bool value })
        {
            return _judge.SenseOf(left, depth).When(value);
        }

        if (left.ConstantValue is { HasValue: true, Value: bool first })
        {
            return _judge.SenseOf(right, depth).When(first);
        }

        if (IsNull(right))
        {
            return Presence(left, depth).Negate();
        }

        if (IsNull(left))
        {
            return Presence(right, depth).Negate();
        }

        if (right.ConstantValue is { HasValue: true, Value: 0 } && ValueResolver.Strip(left) is IInvocationOperation { TargetMethod.Name: "Count" or "CountAsync" } count)
        {
            return _judge.Queries.Existence(count, depth).Negate();
        }

        SessionSense named = State(left, right) is var state and not SessionSense.None ? state
            : State(right, left) is var other and not SessionSense.None ? other
            : State(_resolver.Resolve(left), right);
        return named != SessionSense.None ? named
            : right.ConstantValue is { HasValue: true, Value: { } constant } ? Is(left, constant, depth)
            : left.ConstantValue is { HasValue: true, Value: { } leftConstant } ? Is(right, leftConstant, depth)
            : SessionSense.None;
    }

    private SessionSense Is(IOperation value, object constant, int depth)
    {
        value = ValueResolver.Strip(value);
        SessionSense result = value is IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol } member ? _judge.Results.MemberIs(OperationNames.InstanceOf(member), member.Member, constant, depth) : SessionSense.None;
        return result != SessionSense.None ? result : Chosen(value, constant, depth);
    }

    /// <summary>
    /// What it says that a value is a certain constant, where the source chooses it: <c>fresh ? Mode.FreeForm : Mode.Template</c>, in a
    /// local or as the result of a method.
    /// </summary>
    private SessionSense Chosen(IOperation value, object constant, int depth)
    {
        if (depth >= SessionCondition.MaxDepth)
        {
            return SessionSense.None;
        }

        IOperation resolved = _resolver.Resolve(value);
        IEnumerable<IOperation> choices = resolved is IConditionalOperation or ISwitchExpressionOperation ? new[] { resolved }
            : resolved is IInvocationOperation call ? Implementations.Of(_resolver.Program).Of(call.TargetMethod, _resolver.CancellationToken)
                .Select(target => BodyModels.Of(_resolver.Program).UnitOf(target, _resolver.CancellationToken)).OfType<FunctionUnit>().SelectMany(SourceBodies.ReturnsOf)
            : SourceBodies.UnitBehind(resolved, _resolver.Program, _resolver.CancellationToken) is { } unit ? SourceBodies.ReturnsOf(unit)
            : Enumerable.Empty<IOperation>();
        SessionSense sense = SessionSense.None;
        foreach (IOperation choice in choices)
        {
            foreach (IOperation arm in choice.DescendantsAndSelf())
            {
                if (arm is IFieldReferenceOperation or ILiteralOperation && arm.ConstantValue is { HasValue: true, Value: var chosen } && Equals(chosen, constant) && arm.Parent is not (IBinaryOperation or IPatternOperation or IArgumentOperation)
                    && BodyModels.Of(_resolver.Program).Around(arm.Syntax, _resolver.CancellationToken) is { } body)
                {
                    sense = sense.And(_judge.Sources.Controlling(body, arm.Syntax, depth));
                }
            }
        }

        return sense;
    }

    /// <summary><c>status == SessionStatus.Open</c>, <c>state == "open"</c>: a state of something that is called a session.</summary>
    public static SessionSense State(IOperation value, IOperation state)
    {
        state = ValueResolver.Strip(state);
        ImmutableArray<string> words = state is IFieldReferenceOperation field ? NameWords.Of(field.Field.Name)
            : state.ConstantValue is { HasValue: true, Value: string { Length: < 60 } text } ? NameWords.Of(text)
            : state is IPropertyReferenceOperation { Instance: null } property ? NameWords.Of(property.Property.Name)
            : ImmutableArray<string>.Empty;
        if (words.IsEmpty)
        {
            return SessionSense.None;
        }

        ImmutableArray<string> holder = OperationNames.Own(ValueResolver.Strip(value)).AddRange(OperationNames.Holder(ValueResolver.Strip(value)))
            .AddRange(state.Type is { TypeKind: TypeKind.Enum, Name: var type } ? NameWords.Of(type) : state is IMemberReferenceOperation { Member.ContainingType.Name: var owner } ? NameWords.Of(owner) : ImmutableArray<string>.Empty);
        SessionSense sense = SessionNames.SenseOf(words, holder);
        return sense == SessionSense.None && state is IFieldReferenceOperation && SessionNames.IsFreeForm(words) && SessionNames.SpeaksOfSession(OperationNames.Holder(ValueResolver.Strip(value))) ? SessionSense.Open : sense;
    }

    /// <summary>What it says that a value is not null: a session that was found, a message of the last 24 hours.</summary>
    public SessionSense Presence(IOperation value, int depth)
    {
        value = ValueResolver.Strip(value);
        SessionSense byName = SessionNames.SenseOf(OperationNames.Own(value), ImmutableArray<string>.Empty);
        if (byName != SessionSense.None)
        {
            return byName;
        }

        IOperation resolved = _resolver.Resolve(value);
        if (resolved is IConditionalOperation { WhenFalse: { } whenFalse } chosen && IsNull(chosen.WhenTrue) != IsNull(whenFalse))
        {
            return _judge.SenseOf(chosen.Condition, depth).When(IsNull(whenFalse));
        }

        if (resolved is IInvocationOperation call)
        {
            SessionSense name = SessionNames.SenseOf(NameWords.Of(call.TargetMethod.Name), ImmutableArray<string>.Empty);
            return name != SessionSense.None ? name : SessionQueries.AsksForSessionKey(call) ? SessionSense.Open : _judge.Queries.Existence(call, depth);
        }

        return SessionSense.None;
    }

    private static bool IsNull(IOperation operation)
    {
        IOperation stripped = ValueResolver.Strip(operation);
        return stripped.ConstantValue is { HasValue: true, Value: null } || stripped is IDefaultValueOperation { Type.IsReferenceType: true };
    }
}
