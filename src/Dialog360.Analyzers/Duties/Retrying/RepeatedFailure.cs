using System.Globalization;
using Dialog360.Analyzers.Answers;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Duties.Retrying;

/// <summary>A retry of a failure that repeats.</summary>
/// <param name="Span">The condition, the <c>catch</c>, or the keyword of the loop.</param>
/// <param name="What">What is retried, as the message names it.</param>
/// <param name="Condition">The comparison that asks for the code; null where every failure is retried.</param>
internal sealed record RepeatedFailure(SourceSpan Span, string What, SyntaxNode? Condition)
{
    /// <summary>A call that asks for nothing but this failure, and that others can do without; or null.</summary>
    public SyntaxNode? Addition { get; init; }

    /// <summary>The statuses that say that a request itself is wrong.</summary>
    private const int FirstClientError = 400;
    private const int LastClientError = 499;
    private const int LastStatus = 599;

    /// <summary>What the region around a send retries in vain.</summary>
    public static IEnumerable<RepeatedFailure> In(RetryRegion region, ValueResolver resolver)
    {
        if (Walk(region, resolver, Outcome.Success).Repeats() != false)
        {
            // It goes on after a success too: no retry.
            yield break;
        }

        if (Everything(region, resolver) is { } everything)
        {
            yield return everything;
            yield break;
        }

        HashSet<SyntaxNode> found = [];
        foreach (int number in NumbersIn(region.Operation, resolver))
        {
            foreach (Outcome outcome in OutcomesOf(number))
            {
                RetryWalk walk = Walk(region, resolver, outcome);
                if (walk.Repeats() == true && walk.Conditions.Matches.LastOrDefault() is { } match && found.Add(match) && SpanOf(match, region, resolver) is { } span)
                {
                    yield return new RepeatedFailure(span, NameOf(outcome), match);
                }
            }
        }
    }

    /// <summary>What the message calls an outcome.</summary>
    public static string NameOf(Outcome outcome) => outcome.Code is { } code
        ? "Error " + code.ToString(CultureInfo.InvariantCulture)
        : "Status " + outcome.Status?.ToString(CultureInfo.InvariantCulture);

    /// <summary>What the message says where no failure is left out.</summary>
    public static string NameOfAll => "Every failure";

    /// <summary>The numbers that are written in the code, and in the methods of the compilation that it asks, and whose failure repeats.</summary>
    public static IEnumerable<int> NumbersIn(IOperation operation, ValueResolver resolver)
    {
        SortedSet<int> numbers = [];
        Collect(operation, 0);
        return numbers;

        void Collect(IOperation root, int depth)
        {
            foreach (IOperation part in root.DescendantsAndSelf())
            {
                if (OutcomeValue.Of(part, EmptyParameters) is (ValueRole.Number, > 0 and var number) && ErrorCatalog.Current.IsNeverRetried(number))
                {
                    numbers.Add(number);
                }

                if (depth < 2 && part is IInvocationOperation { TargetMethod: { IsAbstract: false } method } && resolver.Program.BodyOf(method, resolver.CancellationToken) is { } body)
                {
                    Collect(body, depth + 1);
                }
                else if (depth < 2 && part is IFieldReferenceOperation or ILocalReferenceOperation)
                {
                    foreach (IOperation element in OutcomePatterns.ElementsOf(resolver.Resolve(part)))
                    {
                        Collect(element, 2);
                    }
                }
            }
        }
    }

    /// <summary>The outcomes that a number can stand for.</summary>
    public static IEnumerable<Outcome> OutcomesOf(int number)
    {
        if (number is >= FirstClientError and <= LastStatus)
        {
            yield return Outcome.OfStatus(number);
        }

        yield return Outcome.OfCode(number);
    }

    /// <summary>Whether a retry happens for every status that says that the request is wrong.</summary>
    public static bool IsForAll(Func<Outcome, bool> repeats)
    {
        for (int status = FirstClientError; status <= LastClientError; status++)
        {
            if (!repeats(Outcome.OfStatus(status)))
            {
                return false;
            }
        }

        return true;
    }

    private static readonly Dictionary<ISymbol, IOperation> EmptyParameters = new(SymbolEqualityComparer.Default);

    private static RetryWalk Walk(RetryRegion region, ValueResolver resolver, Outcome outcome) => new(region, resolver.Program, outcome, resolver.CancellationToken);

    private static RepeatedFailure? Everything(RetryRegion region, ValueResolver resolver)
    {
        if (!IsForAll(outcome => Walk(region, resolver, outcome).Repeats() == true))
        {
            return null;
        }

        RetryWalk walk = Walk(region, resolver, Outcome.OfStatus(FirstClientError));
        walk.Repeats();
        SourceSpan? span = walk.Cause is { } cause ? SourceSpan.Of(OutcomeDependence.Decisive(cause, walk.Conditions).Syntax)
            : walk.Caught?.Syntax is CatchClauseSyntax caught ? SourceSpan.Of(caught.CatchKeyword)
            : KeywordOf(region.Operation.Syntax) is { } keyword ? SourceSpan.Of(keyword)
            : null;
        return span is { } place ? new RepeatedFailure(place, NameOfAll, null) : null;
    }

    private static SyntaxToken? KeywordOf(SyntaxNode loop) => loop switch
    {
        ForStatementSyntax statement => statement.ForKeyword,
        ForEachStatementSyntax statement => statement.ForEachKeyword,
        WhileStatementSyntax statement => statement.WhileKeyword,
        DoStatementSyntax statement => statement.DoKeyword,
        _ => null,
    };

    /// <summary>Where a comparison is shown: on itself, or on the call of the method that makes it.</summary>
    private static SourceSpan? SpanOf(SyntaxNode match, RetryRegion region, ValueResolver resolver)
    {
        SyntaxNode around = region.Operation.Syntax;
        if (match.SyntaxTree == around.SyntaxTree && around.Span.Contains(match.Span))
        {
            return SourceSpan.Of(match is ConstantPatternSyntax { Parent: IsPatternExpressionSyntax whole } ? whole : match);
        }

        foreach (IOperation part in region.Operation.Descendants())
        {
            if (part is IInvocationOperation call && resolver.Program.BodyOf(call.TargetMethod, resolver.CancellationToken) is { } body
                && body.Syntax.SyntaxTree == match.SyntaxTree && body.Syntax.Span.Contains(match.Span))
            {
                return SourceSpan.Of(call.Syntax);
            }
        }

        return null;
    }
}
