using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Answers;

/// <summary>A switch on the code of an error, and the errors that it leaves out.</summary>
/// <param name="Operation">The <c>switch</c>, a statement or an expression.</param>
/// <param name="Codes">The codes that it names.</param>
/// <param name="Missing">The errors that a send can bring as well, one for each code.</param>
internal sealed record ErrorSwitch(IOperation Operation, ImmutableArray<int> Codes, ImmutableArray<ErrorEntry> Missing)
{
    /// <summary>Whether the errors are those of a webhook's statuses: whoever throws there answers the webhook with a failure.</summary>
    public bool IsOfStatus { get; init; }
}

/// <summary>Finds the switches on codes of errors that handle some and say nothing of all others.</summary>
internal static class ErrorSwitches
{
    private const int FewestCodes = 2;

    /// <summary>Those in a body, in the order of the text.</summary>
    /// <param name="root">The body.</param>
    /// <param name="isAnswer">Whether errors come with answers to sends there, with statuses of webhooks (false), or either way (null).</param>
    /// <param name="resolver">Follows values.</param>
    public static IEnumerable<ErrorSwitch> IncompleteIn(IOperation root, bool? isAnswer, ValueResolver resolver)
    {
        foreach (IGrouping<IOperation, ErrorCodeTest> tests in ErrorCodeTests.In(root, resolver).Where(static test => test.Whole is ISwitchOperation or ISwitchExpressionOperation).GroupBy(static test => test.Whole))
        {
            ImmutableArray<int> codes = tests.Select(static test => test.Code).Distinct().ToImmutableArray();
            if (codes.Length >= FewestCodes && !HasDefault(tests.Key) && MissingIn(codes, LabelsOf(tests.Key), isAnswer) is { IsEmpty: false } missing)
            {
                yield return new ErrorSwitch(tests.Key, codes, missing) { IsOfStatus = isAnswer == false };
            }
        }
    }

    /// <summary>All numbers that a switch names: beside codes that nothing else has, small ones are codes too.</summary>
    private static HashSet<int> LabelsOf(IOperation operation)
    {
        HashSet<int> labels = new();
        foreach (IOperation part in operation.Descendants())
        {
            if (part is ISingleValueCaseClauseOperation { Value: var single } && ErrorCodeTests.NumberOf(single) is { } label)
            {
                labels.Add(label);
            }
            else if (part is IConstantPatternOperation { Value: var constant } && ErrorCodeTests.NumberOf(constant) is { } number)
            {
                labels.Add(number);
            }
        }

        return labels;
    }

    private static ImmutableArray<ErrorEntry> MissingIn(ImmutableArray<int> codes, HashSet<int> labels, bool? isAnswer)
    {
        ErrorCatalog catalog = ErrorCatalog.Current;
        string api = codes.SelectMany(catalog.WithCode).Any(static error => error.Api == "cloud") ? "cloud" : "on-premises";
        return catalog.OfSends
            .Where(error => error.Api == api && error.Code is { } code && !labels.Contains(code)
                && (isAnswer is null || error.Surfaces.Contains(isAnswer.Value ? "response" : "webhook")))
            .GroupBy(static error => error.Code)
            .Select(static same => same.First())
            .OrderByDescending(static error => error.Code)
            .ToImmutableArray();
    }

    /// <summary>Whether all other codes are handled: something is done, said or given back for them.</summary>
    private static bool HasDefault(IOperation operation) => operation switch
    {
        ISwitchOperation choice => choice.Cases.Any(static section => section.Clauses.Any(static clause => TakesOthers(clause)) && section.Body.Any(static statement => !IsNothing(statement)))
            || IsFollowed(choice),
        ISwitchExpressionOperation choice => choice.Arms.Any(static arm => TakesOthers(arm.Pattern, arm.Guard)),
        _ => true,
    };

    /// <summary>Whether what stands after the switch is for all other codes: every case leaves, or only sets what is read there.</summary>
    private static bool IsFollowed(ISwitchOperation choice) =>
        choice.Parent is IBlockOperation block
        && block.Operations.Any(next => !next.IsImplicit && next.Syntax.SpanStart > choice.Syntax.SpanStart && !IsNothing(next))
        && (choice.Cases.Where(static section => !section.Clauses.Any(static clause => TakesOthers(clause))).All(static section => Leaves(section.Body))
            || choice.Cases.All(static section => section.Body.All(static statement => IsNothing(statement) || Sets(statement))));

    private static bool Leaves(ImmutableArray<IOperation> statements) => statements is [.., var last] && last switch
    {
        IBlockOperation block => Leaves(block.Operations),
        IReturnOperation or IThrowOperation or IExpressionStatementOperation { Operation: IThrowOperation } => true,
        IBranchOperation { BranchKind: BranchKind.Continue } => true,
        _ => false,
    };

    private static bool Sets(IOperation statement) => statement switch
    {
        IBlockOperation block => block.Operations.All(static each => IsNothing(each) || Sets(each)),
        IExpressionStatementOperation { Operation: ISimpleAssignmentOperation { Target: ILocalReferenceOperation } } => true,
        _ => false,
    };

    /// <summary>Whether a case is for more than the codes that it names.</summary>
    private static bool TakesOthers(ICaseClauseOperation clause) =>
        clause is IDefaultCaseClauseOperation or IRelationalCaseClauseOperation or IRangeCaseClauseOperation || clause is IPatternCaseClauseOperation pattern && TakesOthers(pattern.Pattern, pattern.Guard);

    private static bool TakesOthers(IPatternOperation pattern, IOperation? guard) =>
        pattern is IDiscardPatternOperation or IDeclarationPatternOperation || (guard is not null && pattern is not IConstantPatternOperation) || pattern.DescendantsAndSelf().Any(static part => part is IRelationalPatternOperation or INegatedPatternOperation);

    private static bool IsNothing(IOperation statement) => statement is IBranchOperation or IEmptyOperation
        || (statement is IBlockOperation block && block.Operations.All(IsNothing));
}
