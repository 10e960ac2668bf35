using Dialog360.Analyzers.Answers;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Duties.Retrying;

/// <summary>What runs again for another attempt: the innermost loop around a send, or the method that calls itself.</summary>
/// <param name="Operation">The loop, else the body of the method.</param>
/// <param name="Body">What is run.</param>
/// <param name="Send">The call that sends.</param>
/// <param name="Failure">How its failure shows.</param>
internal sealed record RetryRegion(IOperation Operation, IOperation Body, IInvocationOperation Send, SendFailure Failure)
{
    private readonly HashSet<ISymbol> _sent = SentBy(Send);

    /// <summary>The method, where it may call itself.</summary>
    public IMethodSymbol? Method { get; init; }

    /// <summary>The queue from which the loop takes its items, where it puts some of them back.</summary>
    public ISymbol? Queue { get; init; }

    /// <summary>The region around a send, or null.</summary>
    public static RetryRegion? Around(IInvocationOperation send, SendContextCalls calls)
    {
        for (IOperation? current = send; current is not null; current = current.Parent)
        {
            switch (current.Parent)
            {
                case IForEachLoopOperation loop when loop.Body == current:
                    // Over recipients it is no retry, unless what failed goes back to where the loop takes it from.
                    return PutBack.Around(loop, send, calls) ?? (loop.Locals.Any(local => SentBy(send).Contains(local)) ? null : new RetryRegion(loop, loop.Body, send, SendFailure.Of(send, calls)));
                case IForLoopOperation loop when loop.Body == current:
                    return loop.Locals.Any(local => SentBy(send).Contains(local)) ? null : new RetryRegion(loop, loop.Body, send, SendFailure.Of(send, calls));
                case IWhileLoopOperation loop:
                    return PutBack.Around(loop, send, calls) ?? new RetryRegion(loop, loop.Body, send, SendFailure.Of(send, calls));
                case IAnonymousFunctionOperation:
                    return null;
                case ILocalFunctionOperation { Body: { } body } local:
                    return new RetryRegion(local, body, send, SendFailure.Of(send, calls)) { Method = local.Symbol };
                case IMethodBodyOperation { BlockBody: { } body } method:
                    return calls.Program.SemanticModelOf(method.Syntax.SyntaxTree).GetDeclaredSymbol(method.Syntax, calls.CancellationToken) is IMethodSymbol symbol && !SymbolEqualityComparer.Default.Equals(send.TargetMethod, symbol)
                        ? new RetryRegion(method, body, send, SendFailure.Of(send, calls)) { Method = symbol }
                        : null;
            }
        }

        return null;
    }

    /// <summary>Whether an assignment to <paramref name="target"/> changes what is sent.</summary>
    public bool IsSent(IOperation target) => SymbolOf(target) is { } symbol && _sent.Contains(symbol);

    /// <summary>Whether the method calls itself with the same message, or puts it back into the queue.</summary>
    public bool IsAgain(IInvocationOperation call)
    {
        if (Queue is not null)
        {
            return PutBack.IsInto(call, Queue, _sent);
        }

        if (Method is null || !SymbolEqualityComparer.Default.Equals(call.TargetMethod, Method))
        {
            return false;
        }

        foreach (IArgumentOperation argument in call.Arguments)
        {
            bool isSame = argument.ArgumentKind == ArgumentKind.DefaultValue
                || ValueResolver.Strip(argument.Value) is IParameterReferenceOperation { Parameter: var given } && SymbolEqualityComparer.Default.Equals(given, argument.Parameter);
            bool isCount = argument.Parameter?.Type is { SpecialType: SpecialType.System_Int32 or SpecialType.System_Boolean } or { Name: "TimeSpan" or "CancellationToken" };
            if (!isSame && !isCount)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a <c>goto</c> leads back to before the send.</summary>
    public bool IsAgain(IBranchOperation branch)
    {
        foreach (IOperation part in Operation.Descendants())
        {
            if (part is ILabeledOperation labeled && SymbolEqualityComparer.Default.Equals(labeled.Label, branch.Target))
            {
                return part.Syntax.SpanStart < Send.Syntax.SpanStart && branch.Syntax.SpanStart > Send.Syntax.SpanStart;
            }
        }

        return false;
    }

    /// <summary>The variables and members that a call of a send speaks of, what they are made of included.</summary>
    public static HashSet<ISymbol> SentBy(IOperation send)
    {
        HashSet<ISymbol> symbols = new(SymbolEqualityComparer.Default);
        Add(send, 0);
        return symbols;

        void Add(IOperation operation, int depth)
        {
            foreach (IOperation part in operation.DescendantsAndSelf())
            {
                if (SymbolOf(part) is { } symbol && symbols.Add(symbol) && depth < 4 && part is ILocalReferenceOperation { Local: var local }
                    && LocalFacts.Of(part).InitializerOf(local) is { } made)
                {
                    // new StringContent(json): the text is sent too.
                    Add(made, depth + 1);
                }
            }
        }
    }

    private static ISymbol? SymbolOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation } property => property.Property,
        IPropertyReferenceOperation { Instance: { } instance } => SymbolOf(instance),
        _ => null,
    };
}
