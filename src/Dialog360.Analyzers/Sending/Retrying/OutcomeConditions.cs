using Dialog360.Analyzers.Hosting;
using Dialog360.Analyzers.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Retrying;

/// <summary>Judges conditions under the assumption of one outcome of a send.</summary>
internal sealed class OutcomeConditions
{
    private const int MaxDepth = 6;

    private readonly ProgramModel _program;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<ISymbol, IOperation> _parameters = new(SymbolEqualityComparer.Default);

    /// <summary>Creates the judge for one outcome.</summary>
    public OutcomeConditions(ProgramModel program, Outcome outcome, CancellationToken cancellationToken)
    {
        _program = program;
        Outcome = outcome;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The outcome that is assumed.</summary>
    public Outcome Outcome { get; }

    /// <summary>What the flags of the code were last set to.</summary>
    public Dictionary<ISymbol, Verdict> Flags { get; private set; } = new(SymbolEqualityComparer.Default);

    /// <summary>The comparisons that matched the outcome by its very number, as they are written.</summary>
    public List<SyntaxNode> Matches { get; } = [];

    /// <summary>Whether <paramref name="condition"/> holds.</summary>
    public Verdict Of(IOperation condition) => Of(condition, 0);

    /// <summary>Puts the flags of two ways that the code can take together.</summary>
    public void Merge(Dictionary<ISymbol, Verdict> one, Dictionary<ISymbol, Verdict> other, Verdict difference)
    {
        Flags = new Dictionary<ISymbol, Verdict>(one, SymbolEqualityComparer.Default);
        foreach (KeyValuePair<ISymbol, Verdict> flag in other)
        {
            Flags[flag.Key] = one.TryGetValue(flag.Key, out Verdict known) && known == flag.Value ? known : difference;
        }
    }

    /// <summary>Begins another way from here; gives the flags as they are now.</summary>
    public Dictionary<ISymbol, Verdict> Fork(Dictionary<ISymbol, Verdict>? start = null)
    {
        Dictionary<ISymbol, Verdict> now = Flags;
        Flags = new Dictionary<ISymbol, Verdict>(start ?? now, SymbolEqualityComparer.Default);
        return now;
    }

    /// <summary>Whether a value matches a pattern or a case label.</summary>
    public Verdict Matching(IOperation value, IPatternOperation pattern) => Matching(value, pattern, 0);

    /// <summary>The elements of an array or a list that is written down; none for anything else.</summary>
    public static IEnumerable<IOperation> ElementsOf(IOperation list) => list switch
    {
        IArrayInitializerOperation initializer => initializer.ElementValues,
        IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
        IObjectCreationOperation { Initializer: { } initializer } => initializer.Initializers.OfType<IInvocationOperation>().Where(static add => add.Arguments.Length == 1).Select(static add => add.Arguments[0].Value),
        { Syntax: CollectionExpressionSyntax } => list.ChildOperations,
        _ => [],
    };

    /// <summary>Whether a number that is compared with equals what the outcome says.</summary>
    public Verdict Equal(IOperation left, IOperation right, SyntaxNode written)
    {
        Verdict result = Compare(BinaryOperatorKind.Equals, left, right);
        if (result == Verdict.True)
        {
            Matches.Add(written);
        }

        return result;
    }

    private static Verdict Not(Verdict verdict) => verdict switch
    {
        Verdict.True => Verdict.False,
        Verdict.False => Verdict.True,
        _ => verdict,
    };

    private static Verdict And(Verdict left, Verdict right) =>
        left == Verdict.False || right == Verdict.False ? Verdict.False : left == Verdict.Unknown || right == Verdict.Unknown ? Verdict.Unknown
        : left == Verdict.Either || right == Verdict.Either ? Verdict.Either : Verdict.True;

    private static Verdict Or(Verdict left, Verdict right) => Not(And(Not(left), Not(right)));

    private static Verdict Truth(bool holds) => holds ? Verdict.True : Verdict.False;

    private Verdict Of(IOperation condition, int depth)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        condition = OutcomeValue.Bare(condition);
        if (condition.ConstantValue is { HasValue: true, Value: bool constant })
        {
            return Truth(constant);
        }

        if (depth > MaxDepth * 4)
        {
            return Verdict.Unknown;
        }

        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Not(Of(not.Operand, depth + 1));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And } both:
                return And(Of(both.LeftOperand, depth + 1), Of(both.RightOperand, depth + 1));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or } any:
                return Or(Of(any.LeftOperand, depth + 1), Of(any.RightOperand, depth + 1));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } flags when flags.LeftOperand.Type?.SpecialType == SpecialType.System_Boolean:
                Verdict left = Of(flags.LeftOperand, depth + 1);
                Verdict right = Of(flags.RightOperand, depth + 1);
                Verdict same = left is Verdict.True or Verdict.False && right is Verdict.True or Verdict.False ? Truth(left == right) : Verdict.Unknown;
                return flags.OperatorKind == BinaryOperatorKind.Equals ? same : Not(same);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equal:
                return Equal(equal.LeftOperand, equal.RightOperand, equal.Syntax);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } different:
                return Not(Compare(BinaryOperatorKind.Equals, different.LeftOperand, different.RightOperand));
            case IBinaryOperation compared:
                return Compare(compared.OperatorKind, compared.LeftOperand, compared.RightOperand);
            case IIsPatternOperation pattern:
                return Matching(pattern.Value, pattern.Pattern, depth + 1);
            case IPropertyReferenceOperation { Property.Name: "IsSuccessStatusCode" or "IsSuccessful" or "IsSuccess" or "Succeeded" }:
                return Truth(Outcome.IsSuccess);
            case IPropertyReferenceOperation { Property.Name: "IsCancellationRequested" }:
                return Verdict.Either;
            case ILocalReferenceOperation local:
                // A flag that was not set on this way still has the value that it began with.
                return Flags.TryGetValue(local.Local, out Verdict set) ? set
                    : LocalFacts.Of(local).ValuesOf(local.Local) is not { IsDefault: false } values ? Verdict.Unknown
                    : values.Length == 1 || values[0].ConstantValue.HasValue ? Of(values[0], depth + 1) : Verdict.Unknown;
            case IFieldReferenceOperation field:
                return Flags.TryGetValue(field.Field, out Verdict kept) ? kept : Verdict.Unknown;
            case IConditionalOperation choice when choice.WhenFalse is not null:
                return Of(choice.Condition, depth + 1) switch
                {
                    Verdict.True => Of(choice.WhenTrue, depth + 1),
                    Verdict.False => Of(choice.WhenFalse, depth + 1),
                    _ => Verdict.Unknown,
                };
            case ISwitchExpressionOperation choice:
                return Of(choice, depth);
            case IInvocationOperation { TargetMethod.Name: "Contains" } contains:
                return Contains(contains);
            case IInvocationOperation call:
                return Of(call, depth);
            default:
                return Verdict.Unknown;
        }
    }

    private Verdict Of(ISwitchExpressionOperation choice, int depth)
    {
        foreach (ISwitchExpressionArmOperation arm in choice.Arms)
        {
            Verdict matches = Matching(choice.Value, arm.Pattern, depth + 1);
            matches = arm.Guard is { } guard ? And(matches, Of(guard, depth + 1)) : matches;
            if (matches != Verdict.False)
            {
                return matches == Verdict.True ? Of(arm.Value, depth + 1) : Verdict.Unknown;
            }
        }

        return Verdict.Unknown;
    }

    /// <summary>A list of codes or statuses that is written down.</summary>
    private Verdict Contains(IInvocationOperation call)
    {
        IOperation? list = Names.ReceiverOf(call);
        IOperation? wanted = Names.PlainArgument(call, 0);
        if (list is null || wanted is null)
        {
            return Verdict.Unknown;
        }

        while (list is IConversionOperation conversion)
        {
            // An array becomes a span for some compilers.
            list = conversion.Operand;
        }

        IOperation written = new ValueResolver(_program, _cancellationToken).Resolve(list);
        IEnumerable<IOperation> elements = ElementsOf(written);
        Verdict result = Verdict.False;
        bool isEmpty = true;
        foreach (IOperation element in elements)
        {
            isEmpty = false;
            Verdict one = Compare(BinaryOperatorKind.Equals, wanted, element);
            if (one == Verdict.True)
            {
                Matches.Add(call.Syntax);
            }

            result = Or(result, one);
        }

        return isEmpty ? Verdict.Unknown : result;
    }

    /// <summary>A method of the compilation that does nothing but judge, or that sends and says whether it was a success.</summary>
    private Verdict Of(IInvocationOperation call, int depth)
    {
        if (depth > MaxDepth || call.TargetMethod.IsAbstract || !IsBool(call.TargetMethod.ReturnType) || _program.BodyOf(call.TargetMethod, _cancellationToken) is not { } body)
        {
            return Verdict.Unknown;
        }

        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter)
            {
                _parameters[parameter.OriginalDefinition] = argument.Value;
            }
        }

        Verdict? result = null;
        foreach (IOperation operation in body.Descendants())
        {
            if (operation is IReturnOperation { ReturnedValue: { } value })
            {
                bool isInCatch = operation.Syntax.Ancestors().TakeWhile(node => node != body.Syntax).Any(static node => node is CatchClauseSyntax);
                if (isInCatch && Outcome.IsSuccess)
                {
                    continue;
                }

                Verdict one = Of(value, depth + 1);
                if (result is { } known && known != one)
                {
                    return Verdict.Unknown;
                }

                result = one;
            }
        }

        return result ?? Verdict.Unknown;
    }

    private static bool IsBool(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Boolean || type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [{ SpecialType: SpecialType.System_Boolean }] };

    private Verdict Matching(IOperation value, IPatternOperation pattern, int depth)
    {
        switch (pattern)
        {
            case IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } }:
                return IsAnswer(value) ? Verdict.False : Verdict.Unknown;
            case IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool wanted } }:
                Verdict holds = Of(value, depth + 1);
                return wanted ? holds : Not(holds);
            case IConstantPatternOperation constant:
                return Equal(value, constant.Value, constant.Syntax);
            case IRelationalPatternOperation relational:
                return Compare(relational.OperatorKind, value, relational.Value);
            case INegatedPatternOperation negated:
                return Not(Matching(value, negated.Pattern, depth + 1));
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } any:
                return Or(Matching(value, any.LeftPattern, depth + 1), Matching(value, any.RightPattern, depth + 1));
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both:
                return And(Matching(value, both.LeftPattern, depth + 1), Matching(value, both.RightPattern, depth + 1));
            case IDiscardPatternOperation:
                return Verdict.True;
            case IRecursivePatternOperation { DeconstructionSubpatterns.IsEmpty: true } recursive:
                Verdict result = Verdict.True;
                foreach (IPropertySubpatternOperation property in recursive.PropertySubpatterns)
                {
                    result = And(result, Matching(property.Member, property.Pattern, depth + 1));
                }

                return result;
            default:
                return Verdict.Unknown;
        }
    }

    private Verdict Compare(BinaryOperatorKind kind, IOperation left, IOperation right)
    {
        (ValueRole leftRole, int leftNumber) = OutcomeValue.Of(left, _parameters);
        (ValueRole rightRole, int rightNumber) = OutcomeValue.Of(right, _parameters);
        if (leftRole is ValueRole.Status or ValueRole.Code && rightRole == ValueRole.Number)
        {
            return Compare(kind, leftRole, rightNumber);
        }

        if (rightRole is ValueRole.Status or ValueRole.Code && leftRole == ValueRole.Number)
        {
            return Compare(Mirrored(kind), rightRole, leftNumber);
        }

        if (leftRole is ValueRole.Status or ValueRole.Code || rightRole is ValueRole.Status or ValueRole.Code)
        {
            return Verdict.Unknown;
        }

        if (kind == BinaryOperatorKind.Equals && right.ConstantValue is { HasValue: true, Value: null } && IsAnswer(left))
        {
            return Verdict.False;
        }

        return IsCount(left) && IsCount(right) ? Verdict.Either : Verdict.Unknown;
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

    private static bool IsAnswer(IOperation value) =>
        OutcomeValue.Bare(value).Type is { Name: "HttpResponseMessage" or "RestResponse" or "IRestResponse" or "IFlurlResponse" or "IApiResponse" or "ApiResponse" };

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
