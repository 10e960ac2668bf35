using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Flow;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending;
using Dialog360.Analyzers.Sending.Time;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Duties.Session;

/// <summary>Calls that throw where the session is closed, so that what follows them is guarded.</summary>
internal sealed class ThrowingChecks
{
    private const int MaxDepth = 8;

    private readonly ValueResolver _resolver;
    private readonly SendingOptions _options;
    private readonly SessionCondition _condition;

    /// <summary>Creates the part. It is for one thread.</summary>
    public ThrowingChecks(ValueResolver resolver, SendingOptions options, SessionCondition condition)
    {
        _resolver = resolver;
        _options = options;
        _condition = condition;
    }

    /// <summary>Whether a call that throws where the session is closed comes before the place on every way to it; null: before the end.</summary>
    public bool PassesCheck(FunctionUnit unit, SyntaxNode? place, int depth = 0)
    {
        if (depth > MaxDepth || FlowGraphs.Of(unit, _resolver.CancellationToken) is not { } flow)
        {
            return false;
        }

        foreach (IOperation operation in SourceBodies.OperationsOf(unit))
        {
            if (operation is IInvocationOperation call && (place is null || !place.Span.Contains(call.Syntax.Span)) && IsThrowingCheck(call, depth)
                && (place is null ? flow.MustPassToExit(call.Syntax) : flow.MustPass(call.Syntax, place)))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsThrowingCheck(IInvocationOperation call, int depth)
    {
        IMethodSymbol method = call.TargetMethod;
        ImmutableArray<IMethodSymbol> targets = Implementations.Of(_resolver.Program).Of(method, _resolver.CancellationToken);
        if (_options.IsSessionCheck(method) || targets.Any(_options.IsSessionCheck))
        {
            IOperation? parent = call.Parent;
            while (parent is IAwaitOperation or IConversionOperation or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetResult" or "GetAwaiter" or "Wait" })
            {
                parent = parent.Parent;
            }

            return parent is IExpressionStatementOperation;
        }

        bool seen = false;
        foreach (IMethodSymbol target in targets)
        {
            if (BodyModels.Of(_resolver.Program).UnitOf(target, _resolver.CancellationToken) is { } unit)
            {
                seen = true;
                if (!ThrowsWhereClosed(unit, depth + 1))
                {
                    return false;
                }
            }
        }

        if (seen)
        {
            return true;
        }

        ImmutableArray<string> own = NameWords.Of(method.Name);
        return SessionWords.Any(own, SessionWords.Demands) && SessionNames.SpeaksOfSession(own) && !SessionWords.Any(own, SessionWords.Others)
            && !SessionWords.Any(OperationNames.Holder(call), SessionWords.OtherHolders) && Space(method).StartsWith("System", StringComparison.Ordinal) is false;

        static string Space(IMethodSymbol method) => method.ContainingNamespace?.ToDisplayString() ?? string.Empty;
    }

    private bool ThrowsWhereClosed(FunctionUnit unit, int depth)
    {
        if (depth > MaxDepth)
        {
            return false;
        }

        foreach (IOperation operation in SourceBodies.OperationsOf(unit))
        {
            if (operation is not IThrowOperation thrown || ControlConditions.Of(unit, thrown.Exception?.Syntax ?? thrown.Syntax, SessionOverrides.Is, _resolver.CancellationToken) is not { } conditions)
            {
                continue;
            }

            foreach (ControlCondition condition in conditions)
            {
                if (_condition.SenseOf(condition.Condition).When(condition.Outcome) is SessionSense.Closed or SessionSense.About)
                {
                    return true;
                }
            }
        }

        return PassesCheck(unit, null, depth + 1);
    }
}
