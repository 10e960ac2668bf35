using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Control;

/// <summary>Tells whether a place runs only where the session was found open: by conditions, by calls that throw, by filtered sequences.</summary>
internal sealed class SessionGuards
{
    private const int MaxDepth = 8;

    private readonly ValueResolver _resolver;
    private readonly SendingOptions _options;
    private readonly SessionCondition _condition;

    /// <summary>Creates the judge. It is for one thread.</summary>
    public SessionGuards(ValueResolver resolver, SendingOptions options)
    {
        _resolver = resolver;
        _options = options;
        _condition = new SessionCondition(resolver, options);
    }

    /// <summary>
    /// Whether <paramref name="place"/> is guarded in its function or in those around it. A function that is beyond what is judged
    /// counts as guarded: nobody knows.
    /// </summary>
    public bool IsGuarded(FunctionUnit unit, SyntaxNode place)
    {
        for (FunctionUnit? current = unit; current is not null; current = current.Outer)
        {
            if (IsGuardedInside(current, place))
            {
                return true;
            }

            if (!current.IsLambda)
            {
                // A local function runs where it is called, not where it stands.
                return false;
            }

            if (IsSequenceGuarded(ValueOrigins.SequenceFor(current.Node), 0) || RunsGuarded(current.Node))
            {
                return true;
            }

            place = current.Node.Syntax;
        }

        return false;
    }

    private bool IsGuardedInside(FunctionUnit unit, SyntaxNode place)
    {
        if (ControlConditions.Of(unit, place, _resolver.CancellationToken) is not { } conditions)
        {
            return true;
        }

        foreach (ControlCondition condition in conditions)
        {
            if (_condition.SenseOf(condition.Condition).When(condition.Outcome).Guards())
            {
                return true;
            }
        }

        return PassesCheck(unit, place, 0) || IsInGuardedLoop(unit, place);
    }

    /// <summary>Whether a call that throws where the session is closed comes before the place on every way to it; null: before the end.</summary>
    private bool PassesCheck(FunctionUnit unit, SyntaxNode? place, int depth)
    {
        if (depth > MaxDepth || unit.Body.FlowOf(unit, _resolver.CancellationToken) is not { } flow)
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
        ImmutableArray<IMethodSymbol> targets = _resolver.Program.Implementations.Of(method, _resolver.CancellationToken);
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
            if (operation is not IThrowOperation thrown || ControlConditions.Of(unit, thrown.Exception?.Syntax ?? thrown.Syntax, _resolver.CancellationToken) is not { } conditions)
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

    /// <summary>Whether the place is in a loop over elements that were chosen by their session.</summary>
    private bool IsInGuardedLoop(FunctionUnit unit, SyntaxNode place)
    {
        for (IOperation? operation = unit.Body.OperationOf(place); operation is not null && operation != unit.Node; operation = operation.Parent)
        {
            if (operation is IForEachLoopOperation loop && IsSequenceGuarded(loop.Collection, 0))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a sequence holds only elements whose session is open.</summary>
    private bool IsSequenceGuarded(IOperation? sequence, int depth)
    {
        for (int step = 0; sequence is not null && step < MaxDepth * 2 && depth < MaxDepth; step++)
        {
            _resolver.CancellationToken.ThrowIfCancellationRequested();
            sequence = ValueResolver.Strip(sequence);
            if (SessionNames.SenseOf(OperationNames.Own(sequence), ImmutableArray<string>.Empty) == SessionSense.Open)
            {
                return true;
            }

            IOperation resolved = _resolver.Resolve(sequence);
            switch (resolved)
            {
                case ITranslatedQueryOperation query:
                    sequence = query.Operation;
                    continue;
                case IConversionOperation conversion:
                    sequence = conversion.Operand;
                    continue;
                case IInvocationOperation call:
                    if (Filters(call) || SessionNames.SenseOf(OperationNames.Own(call), ImmutableArray<string>.Empty) == SessionSense.Open || GivesGuarded(call, depth))
                    {
                        return true;
                    }

                    sequence = OperationNames.InstanceOf(call);
                    continue;
                default:
                    return false;
            }
        }

        return false;
    }

    private bool Filters(IInvocationOperation call)
    {
        if (call.TargetMethod.Name is "Select" or "SelectMany" or "OrderBy" or "OrderByDescending" or "GroupBy" or "SkipWhile")
        {
            return false;
        }

        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (SessionCondition.LambdaOf(argument.Value) is { } lambda && _condition.OfLambda(lambda).Guards())
            {
                return true;
            }

            if (argument.Value is IDelegateCreationOperation { Target: IMethodReferenceOperation { Method: var predicate } }
                && _condition.OfMethod(predicate).Guards())
            {
                return true;
            }
        }

        return false;
    }

    private bool GivesGuarded(IInvocationOperation call, int depth)
    {
        if (!ValueOrigins.IsSequence(call.Type) && call.Type?.Name is not ("Task" or "ValueTask"))
        {
            return false;
        }

        bool any = false;
        foreach (IMethodSymbol target in _resolver.Program.Implementations.Of(call.TargetMethod, _resolver.CancellationToken))
        {
            if (BodyModels.Of(_resolver.Program).UnitOf(target, _resolver.CancellationToken) is { } unit)
            {
                foreach (IOperation value in SourceBodies.ReturnsOf(unit))
                {
                    if (!IsSequenceGuarded(value, depth + 1))
                    {
                        return false;
                    }

                    any = true;
                }
            }
        }

        return any;
    }

    /// <summary>Whether a lambda is handed to a source method that runs it only where the session is open.</summary>
    private bool RunsGuarded(IOperation lambda)
    {
        IOperation? parent = lambda.Parent;
        while (parent is IConversionOperation or IDelegateCreationOperation)
        {
            parent = parent.Parent;
        }

        if (parent is not IArgumentOperation { Parameter: { } parameter, Parent: IInvocationOperation call })
        {
            return false;
        }

        bool any = false;
        foreach (IMethodSymbol target in _resolver.Program.Implementations.Of(call.TargetMethod, _resolver.CancellationToken))
        {
            if (parameter.Ordinal >= target.Parameters.Length || BodyModels.Of(_resolver.Program).UnitOf(target, _resolver.CancellationToken) is not { } unit)
            {
                continue;
            }

            foreach (IOperation reference in LocalFacts.Of(unit.Node).References(target.Parameters[parameter.Ordinal]))
            {
                if (reference.Parent is IInvocationOperation run && run.Instance == reference)
                {
                    any = true;
                    if (!IsGuarded(unit.Body.UnitOf(run), run.Syntax))
                    {
                        return false;
                    }
                }
            }
        }

        return any;
    }
}
