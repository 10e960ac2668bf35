using System.Collections.Immutable;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Answers;

/// <summary>A comparison that calls an answer successful for one status alone.</summary>
/// <param name="Place">The comparison, or the label of the <c>case</c>.</param>
/// <param name="Status">The status: 200 or 201.</param>
internal sealed record SuccessCheck(IOperation Place, int Status);

/// <summary>Finds the comparisons that call the answer to a send successful for one status alone.</summary>
internal sealed class SuccessChecks
{
    private const int Ok = 200;
    private const int Created = 201;

    private static readonly IReadOnlyDictionary<ISymbol, IOperation> NoParameters = ImmutableDictionary.Create<ISymbol, IOperation>(SymbolEqualityComparer.Default);

    private readonly ProgramModel _program;
    private readonly CancellationToken _cancellationToken;

    /// <summary>Creates the part for one program.</summary>
    public SuccessChecks(ProgramModel program, CancellationToken cancellationToken)
    {
        _program = program;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The comparisons in the body of a send; none where the code accepts other successes somewhere too.</summary>
    public ImmutableArray<SuccessCheck> Of(IInvocationOperation send)
    {
        HashSet<ISymbol> answer = AnswerUse.VariablesOf(send);
        List<SuccessCheck> checks = new();
        foreach (IOperation operation in send.Root().Descendants())
        {
            _cancellationToken.ThrowIfCancellationRequested();
            switch (operation)
            {
                case IPropertyReferenceOperation { Property.Name: "IsSuccessStatusCode" or "IsSuccessful" or "IsSuccess", Instance: { } instance } when AnswerUse.Mentions(instance, send, answer):
                case IInvocationOperation { Instance: { } ensured } ensure when AnswerMembers.IsEnsure(ensure.TargetMethod.Name) && AnswerUse.Mentions(ensured, send, answer):
                    return ImmutableArray<SuccessCheck>.Empty;
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                    Add(comparison.LeftOperand, comparison.RightOperand, comparison, send, answer, checks);
                    Add(comparison.RightOperand, comparison.LeftOperand, comparison, send, answer, checks);
                    break;
                case IInvocationOperation { TargetMethod.Name: "Equals", Instance: { } compared, Arguments: [{ Value: var other }] } comparison:
                    Add(compared, other, comparison, send, answer, checks);
                    break;
                case IIsPatternOperation match when IsStatus(match.Value, send, answer):
                    foreach (IConstantPatternOperation constant in match.Pattern.DescendantsAndSelf().OfType<IConstantPatternOperation>())
                    {
                        Add(match.Value, constant.Value, constant, send, answer, checks);
                    }

                    break;
                case ISwitchOperation choice when IsStatus(choice.Value, send, answer):
                    foreach (ISingleValueCaseClauseOperation clause in choice.Cases.SelectMany(static section => section.Clauses).OfType<ISingleValueCaseClauseOperation>())
                    {
                        Add(choice.Value, clause.Value, clause.Value, send, answer, checks);
                    }

                    break;
                case ISwitchExpressionOperation choice when IsStatus(choice.Value, send, answer):
                    foreach (IConstantPatternOperation constant in choice.Arms.SelectMany(static arm => arm.Pattern.DescendantsAndSelf()).OfType<IConstantPatternOperation>())
                    {
                        Add(choice.Value, constant.Value, constant, send, answer, checks);
                    }

                    break;
            }
        }

        bool acceptsBoth = checks.Any(static check => check.Status == Ok) && checks.Any(static check => check.Status == Created);
        return acceptsBoth ? ImmutableArray<SuccessCheck>.Empty : checks.Where(Decides).ToImmutableArray();
    }

    private static void Add(IOperation value, IOperation number, IOperation place, IInvocationOperation send, HashSet<ISymbol> answer, List<SuccessCheck> checks)
    {
        (ValueRole role, int status) = OutcomeValue.Of(number, NoParameters);
        if (role != ValueRole.Number && OutcomeValue.Bare(value) is IInvocationOperation { TargetMethod.Name: "ToString", Instance: { } named } && OutcomeValue.TextIn(number) is { } name)
        {
            // response.StatusCode.ToString() == "Created"
            (role, status, value) = (ValueRole.Number, StatusNamed(name), named);
        }

        if (role == ValueRole.Number && (status is Ok or Created) && IsStatus(value, send, answer))
        {
            checks.Add(new SuccessCheck(place, status));
        }
    }

    private static int StatusNamed(string name) => Enum.TryParse(name, out System.Net.HttpStatusCode status) ? (int)status : 0;

    private static bool IsStatus(IOperation value, IInvocationOperation send, HashSet<ISymbol> answer) =>
        OutcomeValue.Of(value, NoParameters).Role == ValueRole.Status && AnswerUse.Mentions(value, send, answer);

    /// <summary>Whether the whole condition around a comparison differs between the two successes: others in it may accept both.</summary>
    private bool Decides(SuccessCheck check)
    {
        IOperation condition = check.Place;
        while (condition.Parent is IUnaryOperation or IParenthesizedOperation or IConversionOperation)
        {
            condition = condition.Parent;
        }

        if (condition.Parent is not (IBinaryOperation or IPatternOperation or IIsPatternOperation))
        {
            // It stands alone.
            return true;
        }

        while (condition.Parent is IBinaryOperation or IUnaryOperation or IParenthesizedOperation or IConversionOperation or IPatternOperation or IIsPatternOperation)
        {
            condition = condition.Parent;
        }

        if (condition is not (IBinaryOperation or IUnaryOperation or IIsPatternOperation))
        {
            // A case of a switch: the other success goes where failures go.
            return true;
        }

        Verdict one = new OutcomeConditions(_program, new Outcome(true, Ok, null), _cancellationToken).Of(condition);
        Verdict other = new OutcomeConditions(_program, new Outcome(true, Created, null), _cancellationToken).Of(condition);
        return one != other;
    }
}
