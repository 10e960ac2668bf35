using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Flow;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Webhooks;

/// <summary>What decides, in the functions that an update passes through, whether something runs.</summary>
internal sealed class ReceiverConditions
{
    private const int MaxSteps = 400;

    private readonly Receiver _receiver;
    private readonly CancellationToken _cancellationToken;

    /// <summary>Creates it for one receiver and one thread.</summary>
    public ReceiverConditions(Receiver receiver)
    {
        _receiver = receiver;
        _cancellationToken = receiver.Places.Resolver.CancellationToken;
    }

    /// <summary>The conditions that decide whether an operation of a function runs, those around the lambdas it stands in included.</summary>
    public IEnumerable<ControlCondition> Around(ReceivedFunction function, IOperation operation)
    {
        IOperation place = operation;
        for (FunctionUnit? unit = function.Unit.Body.UnitOf(operation); unit is not null; unit = unit.Outer)
        {
            foreach (ControlCondition condition in ControlConditions.Of(unit, place.Syntax, static _ => false, _cancellationToken) ?? [])
            {
                yield return condition;
            }

            if (unit == function.Unit)
            {
                yield break;
            }

            place = unit.Node;
        }
    }

    /// <summary>All that a condition looks at: its operations, and those that gave the locals in it their values.</summary>
    public IEnumerable<IOperation> LooksAt(IOperation condition)
    {
        HashSet<IOperation> seen = new();
        Stack<IOperation> pending = new();
        pending.Push(Subject(condition));
        pending.Push(condition);
        while (pending.Count > 0 && seen.Count < MaxSteps)
        {
            foreach (IOperation operation in pending.Pop().DescendantsAndSelf())
            {
                if (!seen.Add(operation))
                {
                    continue;
                }

                yield return operation;
                if (operation is ILocalReferenceOperation local)
                {
                    foreach (IOperation source in _receiver.Places.Resolver.Sources(local))
                    {
                        pending.Push(source);
                    }

                    if (ValueOrigins.OutCallOf(local) is { } call)
                    {
                        pending.Push(call);
                    }
                }
            }
        }
    }

    /// <summary>
    /// Whether something runs only where there is a message, or a status that was looked at: a condition, a loop over messages, or a caller that had one.
    /// </summary>
    public bool HasMessage(ReceivedFunction function, IOperation operation)
    {
        for (ReceivedFunction? current = function; current is not null; current = current.Caller)
        {
            if (IsInLoop(operation) || Around(current, operation).Any(TestsMessages) || FollowsAccess(current, operation))
            {
                return true;
            }

            if (current.Call is not { } call)
            {
                return false;
            }

            foreach (IArgumentOperation argument in CallSite.ArgumentsOf(call))
            {
                if (_receiver.Places.Of(argument.Value) is { IsOfMessage: true, IsList: false } or { IsOfStatus: true, IsList: false, Shape.Members.Count: 0 })
                {
                    return true;
                }
            }

            if (call is IMethodReferenceOperation && ValueOrigins.SequenceFor(call) is { } sequence && _receiver.Places.Of(sequence) is { IsOfMessage: true })
            {
                return true;
            }

            operation = call;
        }

        return false;
    }

    /// <summary>Whether an exception of such an access is caught on the way to the request.</summary>
    public static bool IsCaught(ReceivedFunction function, IOperation operation, Func<ITypeSymbol?, bool> catches)
    {
        for (ReceivedFunction? current = function; current is not null; current = current.Caller)
        {
            for (IOperation? parent = operation; parent is not null && parent != current.Unit.Node.Parent; parent = parent.Parent)
            {
                if (parent is ITryOperation attempt && attempt.Body.Syntax.Span.Contains(operation.Syntax.Span) && attempt.Catches.Any(clause => catches(clause.ExceptionType)))
                {
                    return true;
                }
            }

            if (current.Call is not { } call)
            {
                return false;
            }

            operation = call;
        }

        return false;
    }

    /// <summary>Whether a condition looks at messages, at a status, or asks a method that does.</summary>
    private bool TestsMessages(ControlCondition control)
    {
        // A turn of a loop over messages is a message; that a loop over statuses has a turn says nothing of what the status is.
        if (LoopOver(control.Condition) is { } sequence)
        {
            return control.Outcome && _receiver.Places.Of(sequence) is { IsOfMessage: true };
        }

        foreach (IOperation operation in LooksAt(control.Condition))
        {
            if (operation is ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation or IInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation or IArrayElementReferenceOperation or IConditionalAccessOperation)
            {
                if (_receiver.Places.Of(operation) is { } place && (place.IsOfMessage || place.IsOfStatus))
                {
                    return true;
                }
            }

            if (operation is IInvocationOperation call && (ReadsMessages(call) || NamesMessages(call)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether something can only run after an element of the messages was taken, in this function or in one that it calls: without one that throws.</summary>
    private bool FollowsAccess(ReceivedFunction function, IOperation operation)
    {
        FunctionUnit unit = function.Unit.Body.UnitOf(operation);
        if (FlowGraphs.Of(unit, _cancellationToken) is not { } flow)
        {
            return false;
        }

        foreach (ElementRead access in MessageAccesses.Throwing(_receiver))
        {
            IOperation place = access.Operation;
            for (ReceivedFunction? current = access.In; current is not null; current = current.Caller)
            {
                if (current == function && place != operation && unit.Body.UnitOf(place) == unit && flow.MustPass(place.Syntax, operation.Syntax))
                {
                    return true;
                }

                if (current.Call is not { } call)
                {
                    break;
                }

                place = call;
            }
        }

        return false;
    }

    /// <summary>The sequence of the loop whose turn a condition decides; null for any other condition.</summary>
    private static IOperation? LoopOver(IOperation condition)
    {
        for (IOperation? current = condition; current is not null; current = current.Parent)
        {
            if (current is IForEachLoopOperation loop)
            {
                return loop.Collection;
            }

            bool isCollection = current.Parent is IForEachLoopOperation { Collection: var collection } && collection == current;
            if (!isCollection && current.Parent is not IConversionOperation)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Whether the method behind a call, or one that it hands the update to, looks at messages or statuses.</summary>
    private bool ReadsMessages(IInvocationOperation call) =>
        _receiver.Reads.Followed.Contains(call)
        && _receiver.Functions.Where(function => IsBehind(function, call)).Any(function => _receiver.Reads.Names.Any(read => read.In == function && (read.Place.IsOfMessage || read.Place.IsOfStatus)));

    private bool IsBehind(ReceivedFunction function, IInvocationOperation call)
    {
        foreach (IMethodSymbol target in Implementations.Of(function.Unit.Body.Program).Of(call.TargetMethod, _cancellationToken))
        {
            for (ReceivedFunction? current = function; current is not null; current = current.Caller)
            {
                if (SymbolEqualityComparer.Default.Equals(current.Unit.Symbol?.OriginalDefinition, target.OriginalDefinition))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>TryGetProperty("messages", ...), ContainsKey("statuses").</summary>
    private bool NamesMessages(IInvocationOperation call) =>
        _receiver.Reads.Names.Any(read => ReferenceEquals(read.Operation, call) && (read.Place.IsOfMessage || read.Place.IsOfStatus));

    private bool IsInLoop(IOperation operation)
    {
        for (IOperation? parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            IOperation? sequence = parent switch
            {
                IForEachLoopOperation loop when loop.Body.Syntax.Span.Contains(operation.Syntax.Span) => loop.Collection,
                IAnonymousFunctionOperation lambda => ValueOrigins.SequenceFor(lambda),
                _ => null,
            };
            if (sequence is not null && _receiver.Places.Of(sequence) is { } place && (place.IsOfMessage || place.Shape == Catalog.WebhookSchema.Current.StatusError))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What a case of a switch is compared with; any other condition itself.</summary>
    private static IOperation Subject(IOperation condition)
    {
        for (IOperation? parent = condition; parent is ICaseClauseOperation or ISwitchCaseOperation or IPatternOperation or ISwitchExpressionArmOperation; parent = parent.Parent)
        {
            switch (parent.Parent)
            {
                case ISwitchOperation choice:
                    return choice.Value;
                case ISwitchExpressionOperation choice:
                    return choice.Value;
                case IIsPatternOperation test:
                    return test.Value;
            }
        }

        return condition;
    }
}
