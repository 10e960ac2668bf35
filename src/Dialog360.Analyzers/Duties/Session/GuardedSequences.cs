using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Time;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Duties.Session;

/// <summary>Sequences that hold only elements whose session is open: filtered ones, and what source methods give of such.</summary>
internal sealed class GuardedSequences
{
    private const int MaxDepth = 8;

    private readonly ValueResolver _resolver;
    private readonly SessionCondition _condition;
    private readonly CollectedSequences _collected;

    /// <summary>Creates the part. It is for one thread.</summary>
    public GuardedSequences(ValueResolver resolver, SessionCondition condition)
    {
        _resolver = resolver;
        _condition = condition;
        _collected = new CollectedSequences(resolver, condition);
    }

    /// <summary>Whether a sequence holds only elements whose session is open.</summary>
    public bool IsGuarded(IOperation? sequence, int depth = 0)
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
            if (_collected.IsGuarded(sequence, resolved))
            {
                return true;
            }

            switch (resolved)
            {
                case ITranslatedQueryOperation query:
                    sequence = query.Operation;
                    continue;
                case IConversionOperation conversion:
                    sequence = conversion.Operand;
                    continue;
                case IInvocationOperation call:
                    if (Filters(call) || _condition.Queries.AsksSinceOpening(call) || SessionNames.SenseOf(OperationNames.Own(call), ImmutableArray<string>.Empty) == SessionSense.Open || GivesGuarded(call, depth))
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
            if (ValueOrigins.LambdaOf(argument.Value) is { } lambda && _condition.OfLambda(lambda).Guards())
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
        foreach (IMethodSymbol target in Implementations.Of(_resolver.Program).Of(call.TargetMethod, _resolver.CancellationToken))
        {
            if (BodyModels.Of(_resolver.Program).UnitOf(target, _resolver.CancellationToken) is { } unit)
            {
                foreach (IOperation value in SourceBodies.ReturnsOf(unit))
                {
                    if (value.Parent is { Kind: OperationKind.YieldReturn } ? !_collected.IsGivenWhereOpen(unit, value) : !IsGuarded(value, depth + 1))
                    {
                        return false;
                    }

                    any = true;
                }
            }
        }

        return any;
    }
}
