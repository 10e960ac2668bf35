using System.Collections.Immutable;
using Dialog360.Analyzers.Sending.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Answers;

/// <summary>Tells whether the method around a send lets somebody else know of its failure.</summary>
internal static class HandedOn
{
    /// <summary>Whether a failure leaves the method, as an exception, a result or a call that may keep it; true where that is not certain.</summary>
    public static bool ByMethodOf(SendCall send, ImmutableArray<SendCall> others, CancellationToken cancellationToken)
    {
        IOperation body = MethodAround(send.Operation);
        if (!send.IsAwaited || ReturnsSomething(body, send.Operation) || (send.ThrowsOnFailure && !IsSwallowed(send.Operation)))
        {
            return true;
        }

        foreach (IOperation operation in body.Descendants())
        {
            cancellationToken.ThrowIfCancellationRequested();
            bool mayHandOn = operation switch
            {
                IThrowOperation { Syntax: var thrown } => thrown.SpanStart > send.Operation.Syntax.SpanStart,
                IInvocationOperation { TargetMethod.Name: "EnsureSuccessStatusCode" or "ThrowIfError" } ensure => !IsSwallowed(ensure),
                IInvocationOperation call => call.Syntax.SpanStart > send.Operation.Syntax.Span.End && !IsHarmless(call) && !others.Any(other => other.Operation == call),
                IAssignmentOperation { Target: IMemberReferenceOperation, Parent: IExpressionStatementOperation, Syntax: var assigned } => assigned.SpanStart > send.Operation.Syntax.Span.End,
                IAssignmentOperation { Target: IParameterReferenceOperation { Parameter.RefKind: not RefKind.None } } => true,
                IEventReferenceOperation => true,
                _ => false,
            };
            if (mayHandOn)
            {
                return true;
            }
        }

        return false;
    }

    private static IOperation MethodAround(IOperation operation)
    {
        while (operation.Parent is { } parent && operation is not ILocalFunctionOperation)
        {
            operation = parent;
        }

        return operation;
    }

    /// <summary>Whether what the method gives back depends on how the send ended.</summary>
    private static bool ReturnsSomething(IOperation body, IOperation send)
    {
        if (body is IMethodBodyOperation { BlockBody: null })
        {
            // Task SendAsync() => client.PostAsync(...)
            return true;
        }

        HashSet<ISymbol> answer = AnswerUse.VariablesOf(send);
        foreach (IOperation operation in body.Descendants())
        {
            if (operation.Kind == OperationKind.YieldReturn)
            {
                return true;
            }

            if (operation is IReturnOperation { ReturnedValue: { } value }
                && ((AnswerUse.Mentions(value, send, answer) && !IsOfOther(operation, send)) || AnswerUse.IsControlled(operation, body, send, answer) || IsInCatch(operation, body)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a value is given back by a lambda that the send does not stand in.</summary>
    private static bool IsOfOther(IOperation returned, IOperation send)
    {
        IOperation? current = returned.Parent;
        while (current is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation))
        {
            current = current.Parent;
        }

        return current is not null && !current.Syntax.Span.Contains(send.Syntax.Span);
    }

    private static bool IsInCatch(IOperation operation, IOperation body)
    {
        for (IOperation? current = operation; current is not null && current != body; current = current.Parent)
        {
            if (current is ICatchClauseOperation)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a <c>catch</c> takes the exception of a call and does not throw again.</summary>
    private static bool IsSwallowed(IOperation call)
    {
        for (IOperation? current = call; current is not null; current = current.Parent)
        {
            if (current.Parent is ITryOperation attempt && attempt.Body == current)
            {
                foreach (ICatchClauseOperation clause in attempt.Catches)
                {
                    if (clause.Filter is null && clause.ExceptionType is { Name: "Exception" or "HttpRequestException" or "FlurlHttpException" or "WebException" or "ApiException" or "Object" })
                    {
                        return !clause.Handler.Descendants().Any(static part => part is IThrowOperation);
                    }
                }
            }
        }

        return false;
    }

    /// <summary>Whether a call behind the send only waits, reads the answer, or writes a line for people.</summary>
    private static bool IsHarmless(IInvocationOperation call) =>
        call.TargetMethod.Name is "ReadAsStringAsync" or "ConfigureAwait" or "ToString" or "GetAwaiter" or "GetResult" or "Wait" or "Dispose" or "Delay" or "Sleep" or "Format" or "Concat"
        || LogCalls.Is(call);
}
