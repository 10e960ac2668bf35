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
    private const int MaxDepth = 3;

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
            if (IsReaction(operation, 0) && operation.Syntax.SpanStart > call.Syntax.SpanStart && IsDecidedBy(operation, call, answer))
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
    public bool AreIn(ICatchClauseOperation clause) => clause.Handler.Descendants().Any(operation => IsReaction(operation, 0));

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

    private bool IsReaction(IOperation operation, int depth) => operation switch
    {
        IThrowOperation => true,
        IInvocationOperation call => LogCalls.Is(call) || !IsHarmless(call, depth),
        IAssignmentOperation { Target: IMemberReferenceOperation { Instance: null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } } } assignment => !IsOfNewObject(assignment, depth),
        IIncrementOrDecrementOperation { Target: IMemberReferenceOperation } => true,
        IAssignmentOperation { Target: IParameterReferenceOperation { Parameter.RefKind: not RefKind.None } } => true,
        IEventReferenceOperation => true,
        _ => false,
    };

    /// <summary>Whether a constructor fills the object that it makes: <c>Result.Fail(reason)</c> keeps nothing but what it gives back.</summary>
    private static bool IsOfNewObject(IAssignmentOperation assignment, int depth) =>
        depth > 0 && assignment.Target is IMemberReferenceOperation { Instance: IInstanceReferenceOperation } && assignment.SemanticModel?.GetEnclosingSymbol(assignment.Syntax.SpanStart) is IMethodSymbol { MethodKind: MethodKind.Constructor };

    /// <summary>Whether a call only waits, reads the answer or computes something.</summary>
    private bool IsHarmless(IInvocationOperation call, int depth)
    {
        IMethodSymbol method = call.TargetMethod;
        if (AnswerMembers.IsBody(method.Name) || method.Name is "ConfigureAwait" or "ToString" or "GetAwaiter" or "GetResult" or "Wait" or "Dispose" or "Delay" or "Sleep" or "FromResult"
            || BodyReads.Is(call))
        {
            return true;
        }

        if (method.DeclaringSyntaxReferences.IsEmpty)
        {
            return Computes(method);
        }

        // A method of the program that makes the result and does nothing else: Result.Fail(body), Describe(status).
        return depth < MaxDepth && method is { IsAbstract: false, IsVirtual: false, ReturnsVoid: false } && _program.BodyOf(method, _cancellationToken) is { } body
            && !body.Descendants().Any(part => IsReaction(part, depth + 1));
    }

    /// <summary>Whether a method of a library gives something that it computes, and keeps nothing.</summary>
    private static bool Computes(IMethodSymbol method) =>
        method is { ReturnsVoid: false, MethodKind: not MethodKind.DelegateInvoke, ContainingType: { Name: not ("Console" or "Environment" or "Activator" or "StringBuilder" or "GC" or "AppDomain" or "IProgress"), ContainingNamespace: { } home } }
        && !AnswerUses.IsTask(method.ReturnType)
        && home.ToDisplayString() is "System" or "System.Linq" or "System.Globalization" or "System.Text" or "System.Text.RegularExpressions" or "System.Text.Json" or "System.Text.Json.Nodes" or "Newtonsoft.Json" or "Newtonsoft.Json.Linq";
}
