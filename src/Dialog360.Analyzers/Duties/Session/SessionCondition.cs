using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending;
using Dialog360.Analyzers.Sending.Time;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Duties.Session;

/// <summary>
/// Says of a condition whether it is about the 24-hour session, and which way round: by arithmetic, by names, by attributes and
/// options, and by what the source methods and properties in it do (forms a and b of DLG0201).
/// </summary>
internal sealed class SessionCondition
{
    /// <summary>How many steps a condition is followed: operators, calls and values.</summary>
    public const int MaxDepth = 16;

    private readonly ValueResolver _resolver;
    private readonly TimeArithmetic _arithmetic;
    private readonly SessionPatterns _patterns;
    private readonly SessionMembers _members;
    private readonly HashSet<SyntaxNode> _open = new();

    /// <summary>Creates a judge. It is for one thread.</summary>
    public SessionCondition(ValueResolver resolver, SendingOptions options)
    {
        _resolver = resolver;
        _arithmetic = new TimeArithmetic(resolver);
        _patterns = new SessionPatterns(this, _arithmetic);
        _members = new SessionMembers(this, resolver, options);
        Comparisons = new SessionComparisons(this, resolver, _arithmetic);
        Queries = new SessionQueries(this, resolver, _arithmetic);
        Sources = new SessionSources(this, resolver);
        Results = new SessionResults(this, resolver);
    }

    /// <summary>Judges comparisons.</summary>
    public SessionComparisons Comparisons { get; }

    /// <summary>Judges queries.</summary>
    public SessionQueries Queries { get; }

    /// <summary>Judges what is behind source symbols.</summary>
    public SessionSources Sources { get; }

    /// <summary>Judges verdicts that source methods give in objects.</summary>
    public SessionResults Results { get; }

    /// <summary>The one expression that gives a value.</summary>
    public IOperation ValueOf(IOperation value) => _resolver.Resolve(value);

    /// <summary>What it says that a lambda gives true.</summary>
    public SessionSense OfLambda(IAnonymousFunctionOperation lambda) => Queries.OfLambda(lambda);

    /// <summary>What it says that a method, handed over as a predicate, gives true.</summary>
    public SessionSense OfMethod(IMethodSymbol method) => _members.OfMethod(method);

    /// <summary>What the truth of <paramref name="condition"/> says: of an expression, or of a case or pattern of a <c>switch</c>.</summary>
    public SessionSense SenseOf(IOperation condition) => SenseOf(condition, 0);

    /// <summary>The same, from a judge that is already <paramref name="depth"/> steps deep.</summary>
    public SessionSense SenseOf(IOperation condition, int depth)
    {
        _resolver.CancellationToken.ThrowIfCancellationRequested();
        if (depth > MaxDepth)
        {
            return SessionSense.None;
        }

        condition = ValueResolver.Strip(condition);
        if (condition.ConstantValue.HasValue || !_open.Add(condition.Syntax))
        {
            return SessionSense.None;
        }

        try
        {
            return Judge(condition, depth + 1);
        }
        finally
        {
            _open.Remove(condition.Syntax);
        }
    }

    private SessionSense Judge(IOperation condition, int depth) => condition switch
    {
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => SenseOf(not.Operand, depth).Negate(),
        IConversionOperation conversion => SenseOf(conversion.Operand, depth),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equality => Comparisons.Equality(equality.LeftOperand, equality.RightOperand, depth),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } inequality => Comparisons.Equality(inequality.LeftOperand, inequality.RightOperand, depth).Negate(),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And } both => Both(both, SessionSense.Closed, depth),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or } either => Both(either, SessionSense.Open, depth),
        IBinaryOperation comparison => Comparisons.Comparison(comparison, depth),
        IIsPatternOperation pattern => _patterns.Pattern(pattern.Value, pattern.Pattern, depth),
        IPatternCaseClauseOperation { Pattern: var pattern } clause when SessionPatterns.SwitchValue(clause) is { } value => _patterns.Pattern(value, pattern, depth),
        ISingleValueCaseClauseOperation { Value: var constant } clause when SessionPatterns.SwitchValue(clause) is { } value => Comparisons.Equality(value, constant, depth),
        IRelationalCaseClauseOperation { Relation: var relation, Value: var bound } clause when SessionPatterns.SwitchValue(clause) is { } value => _arithmetic.SenseOf(value, relation, bound, ImmutableArray<string>.Empty),
        IPatternOperation pattern when SessionPatterns.SwitchValue(pattern) is { } value => _patterns.Pattern(value, pattern, depth),
        IConditionalOperation { WhenFalse: { } whenFalse } conditional => Chosen(conditional, whenFalse, depth),
        ICoalesceOperation coalesce => SenseOf(coalesce.Value, depth),
        IConditionalAccessOperation access => SenseOf(access.WhenNotNull, depth),
        IInvocationOperation call => _members.Call(call, depth),
        IPropertyReferenceOperation property => _members.Property(property, depth),
        IFieldReferenceOperation or IParameterReferenceOperation or IDynamicMemberReferenceOperation or IDynamicInvocationOperation => _members.Field(condition, depth),
        ILocalReferenceOperation local => Sources.Local(local, depth),
        _ => SessionSense.None,
    };

    /// <summary>Two operands: of <c>open || force</c> and <c>closed &amp;&amp; !force</c>, where an override lifts what the other says, nothing is left.</summary>
    private SessionSense Both(IBinaryOperation both, SessionSense lifted, int depth)
    {
        SessionSense sense = SenseOf(both.LeftOperand, depth).And(SenseOf(both.RightOperand, depth));
        return sense == lifted && (SessionOverrides.Is(both.LeftOperand) || SessionOverrides.Is(both.RightOperand)) ? SessionSense.None : sense;
    }

    private SessionSense Chosen(IConditionalOperation conditional, IOperation whenFalse, int depth)
    {
        // condition ? true : false and the like: an arm that is the constant false makes the other one decide.
        SessionSense condition = SenseOf(conditional.Condition, depth);
        if (conditional.WhenTrue.ConstantValue is { HasValue: true, Value: bool first })
        {
            return condition.When(first).And(SenseOf(whenFalse, depth));
        }

        return whenFalse.ConstantValue is { HasValue: true, Value: bool second } ? condition.When(!second).And(SenseOf(conditional.WhenTrue, depth))
            : SenseOf(conditional.WhenTrue, depth).And(SenseOf(whenFalse, depth));
    }
}
