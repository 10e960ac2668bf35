using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using static Dialog360.Analyzers.Answers.Verdicts;

namespace Dialog360.Analyzers.Answers;

/// <summary>Compares what code reads from an answer with numbers, null and types, under the assumption of one outcome.</summary>
internal sealed class OutcomeComparison
{
    private readonly Dictionary<ISymbol, IOperation> _parameters = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IOperation, (ValueRole, int)> _roles = [];

    /// <summary>Creates the comparison for one outcome.</summary>
    public OutcomeComparison(Outcome outcome)
    {
        Outcome = outcome;
    }

    /// <summary>The outcome that is assumed.</summary>
    public Outcome Outcome { get; }

    /// <summary>The name of the exception that carries a failure; null where it comes as an answer.</summary>
    public string? ThrownAs { get; set; }

    /// <summary>The comparisons that matched the outcome by its very number, as they are written.</summary>
    public List<SyntaxNode> Matches { get; } = [];

    /// <summary>A switch compares one value with all its labels: what it stands for is found out once.</summary>
    private (ValueRole Role, int Number) RoleOf(IOperation value)
    {
        if (!_roles.TryGetValue(value, out (ValueRole, int) role))
        {
            role = OutcomeValue.Of(value, _parameters);
            _roles.Add(value, role);
        }

        return role;
    }

    /// <summary>Says what a call gives to the parameters of the method that judges.</summary>
    public void Bind(IInvocationOperation call)
    {
        _roles.Clear();
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter)
            {
                _parameters[parameter.OriginalDefinition] = argument.Value;
            }
        }
    }

    /// <summary>Whether a number that is compared with equals what the outcome says; notes where it does.</summary>
    public Verdict Equal(IOperation left, IOperation right, SyntaxNode written)
    {
        Verdict result = Compare(BinaryOperatorKind.Equals, left, right);
        if (result == Verdict.True)
        {
            Matches.Add(written);
        }

        return result;
    }

    /// <summary>Whether a body of text that is searched for a code holds it.</summary>
    public Verdict Holds(IOperation text, IOperation wanted, SyntaxNode written)
    {
        if (ValueResolver.Strip(text).Type?.SpecialType != SpecialType.System_String || OutcomeValue.Of(wanted, _parameters) is not (ValueRole.Number, var number))
        {
            return Verdict.Unknown;
        }

        if (Outcome.IsSuccess)
        {
            return Verdict.False;
        }

        if (Outcome.Code == number)
        {
            Matches.Add(written);
        }

        return Outcome.Code is { } code ? Truth(code == number) : Verdict.Unknown;
    }

    /// <summary>Whether a comparison holds.</summary>
    public Verdict Compare(BinaryOperatorKind kind, IOperation left, IOperation right)
    {
        (ValueRole leftRole, int leftNumber) = RoleOf(left);
        (ValueRole rightRole, int rightNumber) = RoleOf(right);
        if (leftRole is ValueRole.Status or ValueRole.Code && rightRole == ValueRole.Number)
        {
            return Compare(kind, leftRole, rightNumber);
        }

        if (rightRole is ValueRole.Status or ValueRole.Code && leftRole == ValueRole.Number)
        {
            return Compare(Mirrored(kind), rightRole, leftNumber);
        }

        if (kind == BinaryOperatorKind.Equals && right.ConstantValue is { HasValue: true, Value: null } && IsNull(left) is not Verdict.Unknown and var isNull)
        {
            return isNull;
        }

        return leftRole is ValueRole.Status or ValueRole.Code || rightRole is ValueRole.Status or ValueRole.Code ? Verdict.Unknown
            : IsCount(left) && IsCount(right) ? Verdict.Either
            : Verdict.Unknown;
    }

    /// <summary>Whether a value is null: there is no answer where an exception is, and no exception where an answer is.</summary>
    public Verdict IsNull(IOperation value)
    {
        value = OutcomeValue.Bare(value);
        bool isOfEither = value is IPropertyReferenceOperation { Property: { Name: "Exception" or "Result", ContainingType.Name: "Outcome" or "DelegateResult" } };
        return isOfEither ? Truth(((IPropertyReferenceOperation)value).Property.Name == "Exception" ? ThrownAs is null : ThrownAs is not null)
            : IsAnswer(value.Type) ? Verdict.False
            : Names.IsOrDerives(value.Type, "Exception") && ThrownAs is not null ? Verdict.False
            : Verdict.Unknown;
    }

    /// <summary>Whether a value is of a type: of an answer, or of the exception that carries the failure.</summary>
    public Verdict IsOfType(IOperation value, ITypeSymbol type)
    {
        Verdict isNull = IsNull(value);
        return isNull == Verdict.True ? Verdict.False
            : isNull == Verdict.Unknown ? Verdict.Unknown
            : IsAnswer(type) ? Truth(IsAnswer(OutcomeValue.Bare(value).Type))
            : Names.IsOrDerives(type, "Exception") ? Truth(type.Name == ThrownAs || type.Name == "Exception")
            : Verdict.Unknown;
    }

    private Verdict Compare(BinaryOperatorKind kind, ValueRole role, int number)
    {
        int? actual = role == ValueRole.Status ? Outcome.Status : Outcome.Code;
        if (actual is not { } known)
        {
            if (!Outcome.IsSuccess)
            {
                return Verdict.Unknown;
            }

            if (role == ValueRole.Code)
            {
                // Without an error there is no code.
                return kind == BinaryOperatorKind.Equals ? Truth(number == 0) : Verdict.Unknown;
            }

            // Some success; which one is not assumed.
            if (kind == BinaryOperatorKind.Equals)
            {
                return Truth(number is >= 200 and < 300);
            }

            known = number is >= 200 and < 300 ? number : 200;
        }

        return kind switch
        {
            BinaryOperatorKind.Equals => Truth(known == number),
            BinaryOperatorKind.LessThan => Truth(known < number),
            BinaryOperatorKind.LessThanOrEqual => Truth(known <= number),
            BinaryOperatorKind.GreaterThan => Truth(known > number),
            BinaryOperatorKind.GreaterThanOrEqual => Truth(known >= number),
            _ => Verdict.Unknown,
        };
    }

    private static BinaryOperatorKind Mirrored(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        _ => kind,
    };

    private static bool IsAnswer(ITypeSymbol? type) =>
        type is { Name: "HttpResponseMessage" or "RestResponse" or "IRestResponse" or "IFlurlResponse" or "IApiResponse" or "ApiResponse" };

    /// <summary>Whether a value is a count or a time, which no outcome changes.</summary>
    private static bool IsCount(IOperation value)
    {
        value = OutcomeValue.Bare(value);
        bool isCountable = value.Type is { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Byte or SpecialType.System_UInt32 or SpecialType.System_Double or SpecialType.System_DateTime }
            or { Name: "TimeSpan" or "DateTimeOffset" };
        return isCountable && value is ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation or ILiteralOperation or IIncrementOrDecrementOperation
            or IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract };
    }
}
