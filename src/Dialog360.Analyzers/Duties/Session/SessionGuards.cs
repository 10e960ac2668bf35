using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Flow;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending;
using Dialog360.Analyzers.Sending.Time;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Duties.Session;

/// <summary>Tells whether a place runs only where the session was found open: by conditions, by calls that throw, by filtered sequences.</summary>
internal sealed class SessionGuards
{
    private readonly ValueResolver _resolver;
    private readonly SessionCondition _condition;
    private readonly ThrowingChecks _checks;
    private readonly GuardedSequences _sequences;
    private readonly HashSet<ISymbol> _open = new(SymbolEqualityComparer.Default);

    /// <summary>Creates the judge. It is for one thread.</summary>
    public SessionGuards(ValueResolver resolver, SendingOptions options)
    {
        _resolver = resolver;
        _condition = new SessionCondition(resolver, options);
        _checks = new ThrowingChecks(resolver, options, _condition);
        _sequences = new GuardedSequences(resolver, _condition);
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

            if (_sequences.IsGuarded(ValueOrigins.SequenceFor(current.Node)) || RunsGuarded(current.Node))
            {
                return true;
            }

            place = current.Node.Syntax;
        }

        return false;
    }

    /// <summary>Whether a recipient was taken out of a sequence that holds only elements whose session is open.</summary>
    public bool IsElementOfGuarded(IOperation recipient) => GuardedElements.SequenceOf(recipient, _resolver) is { } sequence && _sequences.IsGuarded(sequence);

    private bool IsGuardedInside(FunctionUnit unit, SyntaxNode place)
    {
        if (ControlConditions.Of(unit, place, SessionOverrides.Is, _resolver.CancellationToken) is not { } conditions)
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

        return _checks.PassesCheck(unit, place) || IsInGuardedLoop(unit, place);
    }

    /// <summary>Whether the place is in a loop over elements that were chosen by their session.</summary>
    private bool IsInGuardedLoop(FunctionUnit unit, SyntaxNode place)
    {
        for (IOperation? operation = unit.Body.OperationOf(place); operation is not null && operation != unit.Node; operation = operation.Parent)
        {
            if (operation is IForEachLoopOperation loop && _sequences.IsGuarded(loop.Collection))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a lambda is called, or handed to a source method that calls it, only where the session is open.</summary>
    private bool RunsGuarded(IOperation lambda)
    {
        IOperation? parent = lambda.Parent;
        while (parent is IConversionOperation or IDelegateCreationOperation)
        {
            parent = parent.Parent;
        }

        if (parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } })
        {
            return IsCalledGuarded(lambda, local);
        }

        if (parent is not IArgumentOperation { Parameter: { } parameter, Parent: IInvocationOperation call })
        {
            return false;
        }

        bool any = false;
        foreach (IMethodSymbol target in Implementations.Of(_resolver.Program).Of(call.TargetMethod, _resolver.CancellationToken))
        {
            if (parameter.Ordinal >= target.Parameters.Length || BodyModels.Of(_resolver.Program).UnitOf(target, _resolver.CancellationToken) is not { } unit)
            {
                continue;
            }

            any = true;
            if (!IsCalledGuarded(unit.Node, target.Parameters[parameter.Ordinal]))
            {
                return false;
            }
        }

        return any;
    }

    /// <summary>Whether all that is done with the delegate in a variable is to call it where the session is open.</summary>
    private bool IsCalledGuarded(IOperation around, ISymbol variable)
    {
        if (!_open.Add(variable))
        {
            // A delegate that is handed on to where it came from.
            return false;
        }

        bool any = false;
        foreach (IOperation reference in LocalFacts.Of(around).References(variable))
        {
            if (reference.Parent is not IInvocationOperation run || run.Instance != reference
                || BodyModels.Of(_resolver.Program).Around(run.Syntax, _resolver.CancellationToken) is not { } body || !IsGuarded(body.UnitOf(run), run.Syntax))
            {
                _open.Remove(variable);
                return false;
            }

            any = true;
        }

        _open.Remove(variable);
        return any;
    }
}
