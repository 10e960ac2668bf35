using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Answers;

/// <summary>
/// Tells whether a method does something of its own where a send fails: it throws, writes a log, keeps it, calls someone. Only then may its callers
/// leave its result alone.
/// </summary>
internal sealed class Reactions
{
    private readonly ProgramModel _program;
    private readonly CancellationToken _cancellationToken;

    /// <summary>Creates the part for one program.</summary>
    public Reactions(ProgramModel program, CancellationToken cancellationToken)
    {
        _program = program;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Whether code that the answer to a call decides about reacts to it.</summary>
    public bool AreUnder(IInvocationOperation call)
    {
        HashSet<ISymbol> answer = AnswerUse.VariablesOf(call);
        foreach (IOperation operation in call.Root().Descendants())
        {
            _cancellationToken.ThrowIfCancellationRequested();
            if (IsReaction(operation) && operation.Syntax.SpanStart > call.Syntax.SpanStart && IsDecidedBy(operation, call, answer))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The <c>catch</c> that takes what a call throws, and nothing more happens; null where nothing takes it.</summary>
    public static ICatchClauseOperation? CatchAround(IOperation call)
    {
        for (IOperation? current = call; current?.Parent is { } parent; current = parent)
        {
            if (parent is ITryOperation attempt && attempt.Body == current)
            {
                foreach (ICatchClauseOperation clause in attempt.Catches)
                {
                    if (clause.Filter is null && clause.ExceptionType is { Name: "Exception" or "HttpRequestException" or "FlurlHttpException" or "WebException" or "ApiException" or "Object" })
                    {
                        return clause;
                    }
                }
            }
        }

        return null;
    }

    /// <summary>Whether a handler reacts to the exception that it takes.</summary>
    public static bool AreIn(ICatchClauseOperation clause) => clause.Handler.Descendants().Any(IsReaction);

    private bool IsDecidedBy(IOperation operation, IInvocationOperation call, HashSet<ISymbol> answer)
    {
        if (BodyModels.Of(_program).Around(operation.Syntax, _cancellationToken) is not { } body)
        {
            return true;
        }

        FunctionUnit unit = body.UnitOf(operation);
        if (FlowGraphs.Of(unit, _cancellationToken) is not { } flow)
        {
            // Too large to be looked at.
            return true;
        }

        foreach ((BasicBlock block, bool _) in flow.ControllersOf(flow.BlockOf(operation.Syntax)))
        {
            IOperation condition = ControlConditions.OriginalOf(body, block.BranchValue!);
            if (Mentions(condition, call, answer))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a condition asks for the answer. Operations of one body may exist twice; their syntax does not.</summary>
    private static bool Mentions(IOperation condition, IInvocationOperation call, HashSet<ISymbol> answer) =>
        AnswerUse.Mentions(condition, call, answer) || condition.Syntax.Span.Contains(call.Syntax.Span);

    private static bool IsReaction(IOperation operation) => operation switch
    {
        IThrowOperation => true,
        IInvocationOperation call => LogCalls.Is(call) || !IsHarmless(call),
        IAssignmentOperation { Target: IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } } } => true,
        IAssignmentOperation { Target: IParameterReferenceOperation { Parameter.RefKind: not RefKind.None } } => true,
        IEventReferenceOperation => true,
        _ => false,
    };

    /// <summary>Whether a call only waits, reads the answer or computes something.</summary>
    private static bool IsHarmless(IInvocationOperation call) =>
        call.TargetMethod.Name is "ReadAsStringAsync" or "ReadAsStreamAsync" or "ReadFromJsonAsync" or "ConfigureAwait" or "ToString" or "GetAwaiter" or "GetResult" or "Wait" or "Dispose" or "Delay" or "Sleep"
            or "Format" or "Concat" or "Join" or "FromResult" or "FirstOrDefault" or "First" or "GetProperty" or "TryGetProperty" or "GetString" or "GetInt32" or "IsNullOrEmpty" or "IsNullOrWhiteSpace" or "Contains"
        || BodyReads.Is(call);
}
