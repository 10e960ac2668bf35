using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using static Dialog360.Analyzers.Answers.Verdicts;

namespace Dialog360.Analyzers.Answers;

/// <summary>Judges conditions under the assumption of one outcome of a send.</summary>
internal sealed class OutcomeConditions
{
    /// <summary>How deep conditions are followed into each other.</summary>
    public const int MaxDepth = 24;

    private const int MaxCalls = 6;

    private readonly ProgramModel _program;
    private readonly CancellationToken _cancellationToken;
    private readonly OutcomePatterns _patterns;
    private readonly JudgingMethods _methods;
    private int _calls;

    /// <summary>Creates the judge for one outcome.</summary>
    public OutcomeConditions(ProgramModel program, Outcome outcome, CancellationToken cancellationToken)
    {
        _program = program;
        _cancellationToken = cancellationToken;
        Comparison = new OutcomeComparison(outcome);
        _patterns = new OutcomePatterns(this);
        _methods = new JudgingMethods(this);
    }

    /// <summary>The outcome that is assumed.</summary>
    public Outcome Outcome => Comparison.Outcome;

    /// <summary>Compares values under it.</summary>
    public OutcomeComparison Comparison { get; }

    /// <summary>What the flags of the code were last set to.</summary>
    public OutcomeFlags Flags { get; } = new();

    /// <summary>The comparisons that matched the outcome by its very number, as they are written.</summary>
    public List<SyntaxNode> Matches => Comparison.Matches;

    /// <summary>Whether <paramref name="condition"/> holds.</summary>
    public Verdict Of(IOperation condition) => Of(condition, 0);

    /// <summary>What a method or a lambda gives back.</summary>
    public Verdict OfBody(IOperation body) => _methods.Of(body, 0);

    /// <summary>Whether a value matches the label of a <c>case</c>.</summary>
    public Verdict Matching(IOperation value, ICaseClauseOperation clause) => clause switch
    {
        ISingleValueCaseClauseOperation single => Comparison.Equal(value, single.Value, clause.Syntax),
        IPatternCaseClauseOperation { Guard: null } pattern => _patterns.Of(value, pattern.Pattern, 0),
        IPatternCaseClauseOperation { Guard: { } guard } pattern => And(_patterns.Of(value, pattern.Pattern, 0), Of(guard)),
        _ => Verdict.Unknown,
    };

    /// <summary>Notes the values that a statement gives to flags.</summary>
    public void SetFlags(IOperation statement)
    {
        foreach (IOperation part in statement.DescendantsAndSelf())
        {
            switch (part)
            {
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: { Type.SpecialType: SpecialType.System_Boolean } local }, Value: var value }:
                    Flags.Set(local, Of(value));
                    break;
                case IVariableDeclaratorOperation { Symbol: { Type.SpecialType: SpecialType.System_Boolean } declared, Initializer.Value: var initial }:
                    Flags.Set(declared, Of(initial));
                    break;
            }
        }
    }

    /// <summary>Whether a condition, which may be null, is <paramref name="wanted"/>.</summary>
    public Verdict Is(IOperation condition, bool wanted, int depth) =>
        OutcomeValue.Bare(condition) is IConditionalAccessOperation access && Comparison.IsNull(access.Operation) == Verdict.True ? Verdict.False
        : wanted ? Of(condition, depth) : Not(Of(condition, depth));

    /// <summary>Whether a condition within another one holds.</summary>
    public Verdict Of(IOperation condition, int depth)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        condition = OutcomeValue.Bare(condition);
        if (condition.ConstantValue is { HasValue: true, Value: bool constant })
        {
            return Truth(constant);
        }

        if (depth > MaxDepth)
        {
            return Verdict.Unknown;
        }

        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Not(Of(not.Operand, depth + 1));
            case IBinaryOperation binary:
                return Of(binary, depth);
            case IIsPatternOperation pattern:
                return _patterns.Of(pattern.Value, pattern.Pattern, depth + 1);
            case IIsTypeOperation type:
                return type.IsNegated ? Not(Comparison.IsOfType(type.ValueOperand, type.TypeOperand)) : Comparison.IsOfType(type.ValueOperand, type.TypeOperand);
            case IPropertyReferenceOperation { Property.Name: "IsSuccessStatusCode" or "IsSuccessful" or "IsSuccess" or "Succeeded" }:
                return Truth(Outcome.IsSuccess);
            case IPropertyReferenceOperation { Property.Name: "IsCancellationRequested" }:
                return Verdict.Either;
            case ILocalReferenceOperation local:
                return OfFlag(local, depth);
            case IFieldReferenceOperation field:
                return Flags.Of(field.Field) ?? Verdict.Unknown;
            case IConditionalAccessOperation access when Comparison.IsNull(access.Operation) != Verdict.True:
                return Of(access.WhenNotNull, depth + 1);
            case ICoalesceOperation { Value: var value } either:
                return OutcomeValue.Bare(value) is IConditionalAccessOperation maybe && Comparison.IsNull(maybe.Operation) == Verdict.True ? Of(either.WhenNull, depth + 1) : Of(value, depth + 1);
            case IConditionalOperation choice when choice.WhenFalse is not null:
                return Of(choice.Condition, depth + 1) switch
                {
                    Verdict.True => Of(choice.WhenTrue, depth + 1),
                    Verdict.False => Of(choice.WhenFalse, depth + 1),
                    _ => Verdict.Unknown,
                };
            case ISwitchExpressionOperation choice:
                return _patterns.Of(choice, depth);
            case IObjectCreationOperation { Type.Name: "ValueTask", Arguments: [{ Value: var given }] }:
                return Of(given, depth + 1);
            case IInvocationOperation call:
                return Of(call, depth);
            default:
                return Verdict.Unknown;
        }
    }

    private Verdict Of(IBinaryOperation binary, int depth)
    {
        bool isEqual = binary.OperatorKind == BinaryOperatorKind.Equals;
        switch (binary.OperatorKind)
        {
            case BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And:
                return And(Of(binary.LeftOperand, depth + 1), Of(binary.RightOperand, depth + 1));
            case BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or:
                return Or(Of(binary.LeftOperand, depth + 1), Of(binary.RightOperand, depth + 1));
            case BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals when OutcomeValue.Bare(binary.RightOperand).ConstantValue is { HasValue: true, Value: bool wanted }:
                return isEqual ? Is(binary.LeftOperand, wanted, depth + 1) : Not(Is(binary.LeftOperand, wanted, depth + 1));
            case BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals when binary.LeftOperand.Type?.SpecialType == SpecialType.System_Boolean:
                Verdict same = Same(Of(binary.LeftOperand, depth + 1), Of(binary.RightOperand, depth + 1));
                return isEqual ? same : Not(same);
            case BinaryOperatorKind.Equals:
                return Comparison.Equal(binary.LeftOperand, binary.RightOperand, binary.Syntax);
            case BinaryOperatorKind.NotEquals:
                return Not(Comparison.Compare(BinaryOperatorKind.Equals, binary.LeftOperand, binary.RightOperand));
            default:
                return Comparison.Compare(binary.OperatorKind, binary.LeftOperand, binary.RightOperand);
        }
    }

    /// <summary>A flag that was not set on this way still has the value that it began with.</summary>
    private Verdict OfFlag(ILocalReferenceOperation local, int depth) =>
        Flags.Of(local.Local) is { } set ? set
        : LocalFacts.Of(local).ValuesOf(local.Local) is not { IsDefault: false } values ? Verdict.Unknown
        : values.Length == 1 || values[0].ConstantValue.HasValue ? Of(values[0], depth + 1)
        : Verdict.Unknown;

    private Verdict Of(IInvocationOperation call, int depth)
    {
        switch (call.TargetMethod)
        {
            case { Name: "Contains" }:
                return _patterns.Contains(call, _program, _cancellationToken);
            case { Name: "FromResult" } when call.Arguments is [{ Value: var given }]:
                return Of(given, depth + 1);
            case { Name: "True" or "False", ContainingType.Name: "PredicateResult" } method:
                return Truth(method.Name == "True");
        }

        if (_calls > MaxCalls || call.TargetMethod.IsAbstract || !JudgingMethods.GivesCondition(call.TargetMethod.ReturnType) || _program.BodyOf(call.TargetMethod, _cancellationToken) is not { } body)
        {
            return Verdict.Unknown;
        }

        Comparison.Bind(call);
        _calls++;
        Verdict result = _methods.Of(body, depth + 1);
        _calls--;
        return result;
    }
}
