using System.Collections.Immutable;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Queues;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Webhooks;

/// <summary>Follows an update from the function that receives it into the methods of the source that get it, or get a part of it.</summary>
internal sealed class ReceiverWalk
{
    private const int MaxFunctions = 200;

    private readonly ProgramModel _program;
    private readonly UpdatePlaces _places;
    private readonly CancellationToken _cancellationToken;
    private readonly List<ReceivedFunction> _functions = new();
    private readonly HashSet<FunctionUnit> _seen = new();
    private readonly HashSet<IOperation> _followed = new();
    private readonly HashSet<ISymbol> _raw = new(SymbolEqualityComparer.Default);

    private ReceiverWalk(UpdatePlaces places)
    {
        _program = places.Resolver.Program;
        _places = places;
        _cancellationToken = places.Resolver.CancellationToken;
    }

    /// <summary>The functions that an update passes through, and the calls that hand it on to them.</summary>
    public static (ImmutableArray<ReceivedFunction> Functions, RawBody Raw, HashSet<IOperation> Followed) From(FunctionUnit root, UpdatePlaces places)
    {
        ReceiverWalk walk = new(places);
        walk.Add(root, null, null);
        RawBody raw = new(places, walk._raw);
        for (int index = 0; index < walk._functions.Count && walk._functions.Count < MaxFunctions; index++)
        {
            walk.Follow(walk._functions[index], raw);
        }

        return (walk._functions.ToImmutableArray(), raw, walk._followed);
    }

    private void Add(FunctionUnit unit, ReceivedFunction? caller, IOperation? call)
    {
        // What stands inside a function that was added is read with it.
        for (FunctionUnit? outer = unit; outer is not null; outer = outer.Outer)
        {
            if (_seen.Contains(outer))
            {
                return;
            }
        }

        _seen.Add(unit);
        _functions.Add(new ReceivedFunction(unit, caller, call));
    }

    private void Follow(ReceivedFunction function, RawBody raw)
    {
        foreach (IOperation operation in function.Operations)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            switch (operation)
            {
                case IInvocationOperation call:
                    FollowCall(function, call, call.TargetMethod, raw);
                    FollowMediated(function, call, raw);
                    break;
                case IObjectCreationOperation { Constructor: { } constructor } creation when !creation.Arguments.IsEmpty:
                    FollowCall(function, creation, constructor, raw);
                    break;
                case IMethodReferenceOperation reference when ValueOrigins.SequenceFor(reference) is { } sequence && _places.Of(sequence) is { } place:
                    FollowGroup(function, reference, place.Element);
                    break;
                case IPropertyReferenceOperation property when _places.Of(property) is not null && SourceBodies.UnitBehind(property, _program, _cancellationToken) is { } getter:
                    Add(getter, function, property);
                    break;
            }
        }
    }

    private void FollowGroup(ReceivedFunction function, IMethodReferenceOperation reference, UpdatePlace place)
    {
        foreach (IMethodSymbol target in Implementations.Of(_program).Of(reference.Method, _cancellationToken))
        {
            if (target.Parameters.Length > 0 && BodyModels.Of(_program).UnitOf(target, _cancellationToken) is { } unit)
            {
                _places.Bind(target.Parameters[0], place);
                _followed.Add(reference);
                Add(unit, function, reference);
            }
        }
    }

    /// <summary>A lambda that handles the update and that the method runs: <c>Guard(() => service.Handle(update))</c>.</summary>
    private bool IsWorkOn(IOperation argument) =>
        ValueResolver.Bare(argument) is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Symbol.Parameters.IsEmpty: true } lambda }
        && lambda.Body.Descendants().Any(part => part is IArgumentOperation { Value: var value } && _places.Of(value) is { } place && place.HasParts);

    private void FollowCall(ReceivedFunction function, IOperation call, IMethodSymbol method, RawBody raw)
    {
        if (method.MethodKind == MethodKind.DelegateInvoke || !Carries(function, call, method, raw))
        {
            return;
        }

        foreach (IMethodSymbol target in Implementations.Of(_program).Of(method, _cancellationToken))
        {
            if (BodyModels.Of(_program).UnitOf(target.ReducedFrom ?? target, _cancellationToken) is not { } unit)
            {
                continue;
            }

            bool isElsewhere = false;
            foreach (IParameterSymbol parameter in (target.ReducedFrom ?? target).OriginalDefinition.Parameters)
            {
                if (CallSite.ArgumentOf(call, parameter.Ordinal) is not { } argument)
                {
                    continue;
                }

                if (_places.Of(argument) is { } place)
                {
                    isElsewhere |= _places.IsBoundElsewhere(parameter, place);
                    _places.Bind(parameter, place);
                }
                else if (raw.Is(argument))
                {
                    _raw.Add(parameter);
                }
            }

            if (!isElsewhere)
            {
                _followed.Add(call);
                Add(unit, function, call);
            }
        }
    }

    /// <summary>Goes on in the handlers of a command or notification that carries the update, or what it is read from.</summary>
    private void FollowMediated(ReceivedFunction function, IInvocationOperation call, RawBody raw)
    {
        if (QueueItems.Of(_program).MediatedItemOf(call, _cancellationToken) is not { Type: { } type } item)
        {
            return;
        }

        bool carries = _places.Of(item) is not null;
        IOperation made = ValueResolver.Bare(_places.Resolver.Resolve(item));
        foreach ((ISymbol member, IOperation value) in MembersOf(made))
        {
            if (_places.Of(value) is { } place)
            {
                carries |= place.HasParts;
                _places.Bind(member, place);
            }
            else if (raw.Is(value))
            {
                carries = true;
                _raw.Add(member.OriginalDefinition);
            }
        }

        foreach (FunctionUnit handler in carries ? QueueItems.Of(_program).HandlersOf(type, _cancellationToken) : Enumerable.Empty<FunctionUnit>())
        {
            _followed.Add(call);
            _followed.UnionWith(made.DescendantsAndSelf().Where(static part => part is IObjectCreationOperation or ISimpleAssignmentOperation));
            Add(handler, function, call);
        }
    }

    /// <summary>What the members of an object are given where it is created: by the parameters of a record, or of a constructor that are called alike, and by initializers.</summary>
    private static IEnumerable<(ISymbol Member, IOperation Value)> MembersOf(IOperation item)
    {
        if (item is not IObjectCreationOperation { Type: { } type } creation)
        {
            yield break;
        }

        foreach (IArgumentOperation argument in creation.Arguments)
        {
            if (argument.Parameter is { } parameter && type.GetMembers().FirstOrDefault(member => member is IPropertySymbol && string.Equals(member.Name, parameter.Name, StringComparison.OrdinalIgnoreCase)) is { } property)
            {
                yield return (property, argument.Value);
            }
        }

        foreach (IOperation set in creation.Initializer?.Initializers ?? Enumerable.Empty<IOperation>())
        {
            if (set is ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: var member }, Value: var value })
            {
                yield return (member, value);
            }
        }
    }

    /// <summary>Whether a call hands on an update, a part of it that has parts itself, or the body that it is read from.</summary>
    private bool Carries(ReceivedFunction function, IOperation call, IMethodSymbol method, RawBody raw)
    {
        if (method.DeclaringSyntaxReferences.IsEmpty && Implementations.Of(_program).Of(method, _cancellationToken).All(static target => target.DeclaringSyntaxReferences.IsEmpty))
        {
            return false;
        }

        bool any = false;
        foreach (IArgumentOperation argument in CallSite.ArgumentsOf(call))
        {
            any = true;
            if (_places.Of(argument.Value) is { } place ? place.HasParts : raw.Is(argument.Value) || IsWorkOn(argument.Value))
            {
                return true;
            }
        }

        if (call is IInvocationOperation { Instance: { } instance } && instance is not IInstanceReferenceOperation && _places.Of(instance) is { } asked && asked.HasParts)
        {
            return true;
        }

        // A helper beside the receiver that reads the body itself.
        return !any && call is IInvocationOperation && SymbolEqualityComparer.Default.Equals(method.ContainingType, function.Unit.Symbol?.ContainingType);
    }
}
