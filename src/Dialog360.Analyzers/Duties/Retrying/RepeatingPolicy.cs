using Dialog360.Analyzers.Answers;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Pipelines;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Duties.Retrying;

/// <summary>Finds retries of Polly that send again what fails the same way again.</summary>
internal static class RepeatingPolicy
{
    private const string NetworkException = "HttpRequestException";

    /// <summary>What the retries that a body writes down repeat in vain, where messages go through them.</summary>
    public static IEnumerable<RepeatedFailure> In(IOperation root, PayloadReader reader)
    {
        foreach (RetryStrategy strategy in RetryStrategy.In(root, reader.Resolver))
        {
            foreach (RetryClause clause in strategy.Clauses)
            {
                // Whether a message goes this way is asked last: it takes a look at the whole program.
                bool mayBeWrong = JudgeAnswers(clause, root, reader.Resolver).Any() || JudgeThrown(clause, clause.Exception?.Name ?? NetworkException, root, reader.Resolver).Any();
                if (!mayBeWrong || PolicySends.Of(reader).At(strategy.Place.Syntax) is not { } use)
                {
                    continue;
                }

                IEnumerable<RepeatedFailure> answers = use.SeesAnswer ? JudgeAnswers(clause, root, reader.Resolver) : [];
                IEnumerable<RepeatedFailure> thrown = use.ThrownAs is { } type ? JudgeThrown(clause, type, root, reader.Resolver) : [];
                foreach (RepeatedFailure failure in answers.Concat(thrown))
                {
                    yield return failure;
                }
            }
        }
    }

    private static IEnumerable<RepeatedFailure> JudgeAnswers(RetryClause clause, IOperation root, ValueResolver resolver) =>
        clause.Exception is null ? Judge(clause, null, root, resolver) : [];

    private static IEnumerable<RepeatedFailure> JudgeThrown(RetryClause clause, string thrownAs, IOperation root, ValueResolver resolver) =>
        clause.IsAboutBoth || (clause.Exception is { } type && (type.Name == thrownAs || type.Name == "Exception")) ? Judge(clause, thrownAs, root, resolver) : [];

    private static IEnumerable<RepeatedFailure> Judge(RetryClause clause, string? thrownAs, IOperation root, ValueResolver resolver)
    {
        if (clause.Predicate is not { } predicate)
        {
            yield return new RepeatedFailure(InvokedName.Of((IInvocationOperation)clause.Written), RepeatedFailure.NameOfAll, null) { Addition = clause.Addition?.Syntax };
            yield break;
        }

        if (RepeatedFailure.IsForAll(outcome => Under(outcome).OfBody(predicate) == Verdict.True))
        {
            yield return new RepeatedFailure(SourceSpan.Of(ConditionOf(clause, root).Syntax), RepeatedFailure.NameOfAll, null) { Addition = clause.Addition?.Syntax };
            yield break;
        }

        HashSet<SourceSpan> found = [];
        foreach (int number in RepeatedFailure.NumbersIn(predicate, resolver))
        {
            foreach (Outcome outcome in RepeatedFailure.OutcomesOf(number))
            {
                OutcomeConditions conditions = Under(outcome);
                if (conditions.OfBody(predicate) == Verdict.True && conditions.Matches.LastOrDefault() is { } match)
                {
                    SyntaxNode place = match.SyntaxTree == clause.Written.Syntax.SyntaxTree && clause.Written.Syntax.Span.Contains(match.Span)
                        ? match is ConstantPatternSyntax { Parent: IsPatternExpressionSyntax whole } ? whole : match
                        : ConditionOf(clause, root).Syntax;
                    if (found.Add(SourceSpan.Of(place)))
                    {
                        yield return new RepeatedFailure(SourceSpan.Of(place), RepeatedFailure.NameOf(outcome), match) { Addition = match is not InvocationExpressionSyntax && place == ConditionOf(clause, root).Syntax ? clause.Addition?.Syntax : null };
                    }
                }
            }
        }

        OutcomeConditions Under(Outcome outcome)
        {
            OutcomeConditions conditions = new(resolver.Program, outcome, resolver.CancellationToken);
            conditions.Comparison.ThrownAs = thrownAs;
            return conditions;
        }
    }

    /// <summary>The condition of a lambda that is nothing but one; else the predicate as it is written.</summary>
    private static IOperation ConditionOf(RetryClause clause, IOperation root)
    {
        if (clause.Predicate is not IAnonymousFunctionOperation { Body.Operations: [IReturnOperation { ReturnedValue: { } value }] } || !root.Syntax.Span.Contains(value.Syntax.Span))
        {
            return clause.Written;
        }

        IOperation bare = OutcomeValue.Bare(value);
        return bare switch
        {
            IInvocationOperation { TargetMethod.Name: "FromResult", Arguments: [{ Value: var given }] } => OutcomeValue.Bare(given),
            IObjectCreationOperation { Type.Name: "ValueTask", Arguments: [{ Value: var given }] } => OutcomeValue.Bare(given),
            _ => bare,
        };
    }
}
