using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Answers;

/// <summary>A place where code asks whether an error has a code of the catalogue.</summary>
/// <param name="Place">The comparison, the label of a <c>case</c>, the constant in a pattern.</param>
/// <param name="Code">The code.</param>
/// <param name="Tested">What is compared with it.</param>
internal sealed record ErrorCodeTest(IOperation Place, int Code, IOperation Tested)
{
    /// <summary>The comparison, <c>is</c> or <c>switch</c> as a whole.</summary>
    public IOperation Whole { get; init; } = Place;

    /// <summary>Whether the test holds where the code is another one.</summary>
    public bool IsNegated { get; init; }
}

/// <summary>Finds the places where code compares the code of an error with one of the catalogue.</summary>
internal static class ErrorCodeTests
{
    /// <summary>From here on a number is a code of WhatsApp and nothing else.</summary>
    private const int Unmistakable = 100_000;

    /// <summary>Numbers from here to <see cref="LastStatus"/> are HTTP statuses as well, but for a few that no server answers.</summary>
    private const int FirstStatus = 400;

    private const int LastStatus = 599;

    private const int FirstOwn = 470;

    private const int LastOwn = 489;

    private static readonly IReadOnlyDictionary<ISymbol, IOperation> NoParameters = ImmutableDictionary.Create<ISymbol, IOperation>(SymbolEqualityComparer.Default);

    /// <summary>The tests in a body, in the order of the text.</summary>
    public static ImmutableArray<ErrorCodeTest> In(IOperation root, ValueResolver resolver)
    {
        ImmutableArray<ErrorCodeTest> tests = AllIn(root, resolver.CancellationToken);
        if (tests.IsEmpty)
        {
            return tests;
        }

        // A code that is read of what a host answers which is visibly not 360dialog's is another's.
        var foreign = BlockRequests.Of(root, resolver).Where(static call => call.Destination == Destination.Foreign).Select(static call => (call.Operation, Variables: AnswerUse.VariablesOf(call.Operation))).ToList();
        return foreign.Count == 0 ? tests : tests.RemoveAll(test => foreign.Any(answer => AnswerUse.Mentions(test.Tested, answer.Operation, answer.Variables)));
    }

    private static ImmutableArray<ErrorCodeTest> AllIn(IOperation root, CancellationToken cancellationToken)
    {
        ImmutableArray<ErrorCodeTest>.Builder tests = ImmutableArray.CreateBuilder<ErrorCodeTest>();
        foreach (IOperation operation in root.Descendants())
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (operation)
            {
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                    bool isNegated = comparison.OperatorKind == BinaryOperatorKind.NotEquals;
                    Add(comparison.LeftOperand, comparison.RightOperand, comparison, comparison, isNegated, tests);
                    Add(comparison.RightOperand, comparison.LeftOperand, comparison, comparison, isNegated, tests);
                    break;
                case IIsPatternOperation match:
                    AddPattern(match.Value, match.Pattern, match, tests);
                    break;
                case ISwitchOperation choice:
                    foreach (ICaseClauseOperation clause in choice.Cases.SelectMany(static section => section.Clauses))
                    {
                        AddClause(choice, clause, tests);
                    }

                    break;
                case ISwitchExpressionOperation choice:
                    foreach (ISwitchExpressionArmOperation arm in choice.Arms)
                    {
                        AddPattern(choice.Value, arm.Pattern, choice, tests);
                    }

                    break;
                case IInvocationOperation { TargetMethod: { Name: "Contains", ContainingType.SpecialType: SpecialType.System_String }, Instance: { } text, Arguments: [{ Value: var wanted }, ..] } call
                    when NumberOf(wanted) is >= Unmistakable and var code && IsCatalogued(code):
                    tests.Add(new ErrorCodeTest(call, code, text));
                    break;
            }
        }

        return tests.ToImmutable();
    }

    /// <summary>Whether an expression gives the code of an error, as far as its type and its name tell; of a number that nothing else has, anything but a status.</summary>
    public static bool IsErrorCode(IOperation value, int code)
    {
        ValueRole role = OutcomeValue.Of(value, NoParameters).Role is ValueRole.Other ? OutcomeValue.Of(Read(value), NoParameters).Role : OutcomeValue.Of(value, NoParameters).Role;
        return role != ValueRole.Status && !IsOfAnotherSystem(value) && (code >= Unmistakable || (role == ValueRole.Code && code >= FirstStatus && IsNamedCode(value) && !IsOfStranger(value) && (code is > LastStatus or (>= FirstOwn and <= LastOwn) || IsOfError(value))));
    }

    private static void AddClause(ISwitchOperation choice, ICaseClauseOperation clause, ImmutableArray<ErrorCodeTest>.Builder tests)
    {
        switch (clause)
        {
            case ISingleValueCaseClauseOperation single:
                Add(choice.Value, single.Value, single.Value, choice, false, tests);
                break;
            case IPatternCaseClauseOperation pattern:
                AddPattern(choice.Value, pattern.Pattern, choice, tests);
                break;
        }
    }

    private static void AddPattern(IOperation value, IPatternOperation pattern, IOperation whole, ImmutableArray<ErrorCodeTest>.Builder tests)
    {
        foreach (IOperation part in pattern.DescendantsAndSelf())
        {
            if (part is IConstantPatternOperation constant)
            {
                // { Code: 470 }
                IOperation tested = constant.Parent is IPropertySubpatternOperation { Member: { } member } ? member : value;
                Add(tested, constant.Value, constant, whole, constant.Parent is INegatedPatternOperation, tests);
            }
        }
    }

    private static void Add(IOperation tested, IOperation number, IOperation place, IOperation whole, bool isNegated, ImmutableArray<ErrorCodeTest>.Builder tests)
    {
        if (NumberOf(number) is { } code && IsCatalogued(code) && !tested.ConstantValue.HasValue && IsErrorCode(tested, code))
        {
            tests.Add(new ErrorCodeTest(place, code, tested) { Whole = whole, IsNegated = isNegated });
        }
    }

    private static bool IsCatalogued(int code) => ErrorCatalog.Current.WithCode(code).Any();

    /// <summary>The number that is written there, as a number or as a text; null where it is none.</summary>
    public static int? NumberOf(IOperation operation) => OutcomeValue.Of(operation, NoParameters) is (ValueRole.Number, var number) ? number : null;

    /// <summary>What is read in the end: <c>Code</c> of <c>answer?.Error?.Code</c>, and of <c>error.Code.ToString()</c>.</summary>
    private static IOperation Read(IOperation value)
    {
        value = OutcomeValue.Bare(value);
        while (value is IConditionalAccessOperation or IInvocationOperation { TargetMethod.Name: "ToString", Arguments.IsEmpty: true, Instance: not null })
        {
            value = OutcomeValue.Bare(value is IConditionalAccessOperation access ? access.WhenNotNull : ((IInvocationOperation)value).Instance!);
        }

        return value;
    }

    /// <summary>A member of a library is a code of that library: <c>SocketException.ErrorCode</c>, <c>SqlException.Number</c>.</summary>
    private static bool IsOfAnotherSystem(IOperation value)
    {
        value = Read(value);
        return value is IMemberReferenceOperation { Member: { DeclaringSyntaxReferences.IsEmpty: true, ContainingType.Name: not ("JsonElement" or "JToken" or "JObject" or "JsonNode" or "JsonObject") } };
    }

    /// <summary>Whether the code is a member of a class that nothing shows to be an error: orders and countries have codes too.</summary>
    private static bool IsOfStranger(IOperation value) =>
        Read(value) switch
        {
            // order["country"]["code"]
            var read when JsonRead.Of(read) is { Holder: { } holder } && JsonRead.Of(holder) is not null => !NamesError(value.Syntax),
            IMemberReferenceOperation { Member: { DeclaringSyntaxReferences.IsEmpty: false, ContainingType: { } type } } member =>
                !NamesError(member.Syntax) && !NameWords.Of(type.Name).Any(ErrorWords.MayHoldErrorType)
                && !type.GetMembers().Any(static each => each is IPropertySymbol or IFieldSymbol && ErrorWords.StandsBesideCode(each.Name)),
            _ => false,
        };

    /// <summary>Whether the code is read of something that is called an error: 429 of anything else is a status.</summary>
    private static bool IsOfError(IOperation value)
    {
        value = OutcomeValue.Bare(value);
        return NamesError(value.Syntax)
            || (value is ILocalReferenceOperation local && LocalFacts.Of(local).ValuesOf(local.Local) is { IsDefaultOrEmpty: false } values && values.Any(static each => NamesError(each.Syntax)));
    }

    private static bool NamesError(SyntaxNode node) => node.DescendantTokens().Any(static token => token.ValueText.IndexOf("err", StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>Whether the name says code, or error code, and not the code of something else.</summary>
    private static bool IsNamedCode(IOperation value)
    {
        if (OutcomeValue.NameOf(Read(value)) is not { Length: > 0 } name)
        {
            return false;
        }

        ImmutableArray<string> words = NameWords.Of(name);
        return words.Contains("code") && words.All(ErrorWords.MayStandBesideCode);
    }
}
