using System.Collections.Immutable;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Pipelines;

/// <summary>What a retry of Polly says about one kind of failure.</summary>
/// <param name="Predicate">What the predicate runs, a lambda or the body of a method; null where every exception of the type counts.</param>
/// <param name="Written">The predicate as it is written, or the call without one.</param>
/// <param name="Exception">The type of the exceptions that it is about; null where it is about answers.</param>
/// <param name="IsAboutBoth">Whether it gets answers and exceptions (<c>ShouldHandle</c>).</param>
internal sealed record RetryClause(IOperation? Predicate, IOperation Written, ITypeSymbol? Exception, bool IsAboutBoth)
{
    /// <summary>The call that adds the clause to others of the same builder, which work without it; null where there are none.</summary>
    public IInvocationOperation? Addition { get; init; }
}

/// <summary>A retry of Polly: <c>Policy.Handle...().RetryAsync(3)</c>, or the <c>ShouldHandle</c> of a strategy.</summary>
/// <param name="Place">The call that makes it a retry, or the assignment of its predicate.</param>
/// <param name="Clauses">What is retried.</param>
internal sealed record RetryStrategy(IOperation Place, ImmutableArray<RetryClause> Clauses)
{
    private const int MaxChain = 32;

    /// <summary>The retries that a body writes down, in the order of the text.</summary>
    public static IEnumerable<RetryStrategy> In(IOperation root, ValueResolver resolver)
    {
        foreach (IOperation operation in root.DescendantsAndSelf())
        {
            if (operation is IInvocationOperation call && IsRetry(call) && Names.ReceiverOf(call) is { } builder)
            {
                yield return new RetryStrategy(call, ClausesOf(builder, resolver));
            }
            else if (operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { Name: "ShouldHandle", ContainingType.Name: var options } } } assignment
                && options.EndsWith("RetryStrategyOptions", StringComparison.Ordinal))
            {
                yield return new RetryStrategy(assignment, OfShouldHandle(assignment.Value, resolver));
            }
        }
    }

    /// <summary>Whether an operation is the place of a retry.</summary>
    public static bool IsPlace(IOperation operation) =>
        operation is IInvocationOperation call ? IsRetry(call) : operation is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: "ShouldHandle" } };

    private static bool IsRetry(IInvocationOperation call) =>
        Names.IsIn(call.TargetMethod.ContainingType, "Polly")
        && (call.TargetMethod.Name.StartsWith("WaitAndRetry", StringComparison.Ordinal) || call.TargetMethod.Name is "Retry" or "RetryAsync" or "RetryForever" or "RetryForeverAsync");

    private static ImmutableArray<RetryClause> OfShouldHandle(IOperation value, ValueResolver resolver)
    {
        IOperation written = Unconverted(value);
        return BodyOf(written, resolver) is { } predicate
            ? ImmutableArray.Create(new RetryClause(predicate, written, null, IsAboutBoth: true))
            : ClausesOf(written, resolver);
    }

    /// <summary>Goes up <c>Handle...().Or...().OrResult...()</c>.</summary>
    private static ImmutableArray<RetryClause> ClausesOf(IOperation builder, ValueResolver resolver)
    {
        ImmutableArray<RetryClause>.Builder clauses = ImmutableArray.CreateBuilder<RetryClause>();
        IOperation? current = Unconverted(resolver.Resolve(builder));
        for (int step = 0; step < MaxChain && current is IInvocationOperation call; step++)
        {
            IOperation? argument = Names.PlainArgument(call, 0) is { } given ? Unconverted(given) : null;
            IOperation? predicate = argument is null ? null : BodyOf(argument, resolver);
            switch (call.TargetMethod)
            {
                case { Name: "HandleResult" or "OrResult" } when predicate is not null:
                    clauses.Add(new RetryClause(predicate, argument!, null, IsAboutBoth: false) { Addition = AdditionAt(call) });
                    break;
                case { Name: "Handle" or "Or", TypeArguments: [{ } exception] } when argument is null || predicate is not null:
                    clauses.Add(new RetryClause(predicate, argument ?? call, exception, IsAboutBoth: false) { Addition = AdditionAt(call) });
                    break;
            }

            current = Names.ReceiverOf(call) is { } receiver ? Unconverted(resolver.Resolve(receiver)) : null;
        }

        clauses.Reverse();
        return clauses.ToImmutable();
    }

    private static IInvocationOperation? AdditionAt(IInvocationOperation call) =>
        Names.ReceiverOf(call) is IInvocationOperation others && SymbolEqualityComparer.Default.Equals(others.Type, call.Type) ? call : null;

    private static IOperation? BodyOf(IOperation argument, ValueResolver resolver) => argument switch
    {
        IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } => lambda,
        IDelegateCreationOperation { Target: IMethodReferenceOperation { Method: var method } } => resolver.Program.BodyOf(method, resolver.CancellationToken),
        IAnonymousFunctionOperation lambda => lambda,
        _ => null,
    };

    /// <summary>Also without the conversion that makes a predicate of a builder.</summary>
    private static IOperation Unconverted(IOperation operation)
    {
        operation = ValueResolver.Strip(operation);
        while (operation is IConversionOperation conversion)
        {
            operation = ValueResolver.Strip(conversion.Operand);
        }

        return operation;
    }
}
