using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Webhooks;

/// <summary>
/// Tells where in an update a value stands, whatever the update is read with: classes, JSON elements and nodes, tokens, <c>dynamic</c>, dictionaries.
/// It is for one thread, and for the functions that one update passes through.
/// </summary>
internal sealed class UpdatePlaces
{
    private const int MaxDepth = 48;

    private readonly UpdateTypes _types;
    private readonly Dictionary<ISymbol, UpdatePlace> _bound = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<IOperation, UpdatePlace?> _known = new();
    private readonly HashSet<IOperation> _open = new();

    /// <summary>Creates it for one compilation.</summary>
    public UpdatePlaces(ProgramModel program, CancellationToken cancellationToken)
    {
        Resolver = new ValueResolver(program, cancellationToken);
        _types = UpdateTypes.Of(program);
    }

    /// <summary>Follows values.</summary>
    public ValueResolver Resolver { get; }

    /// <summary>Says what a call gives to a parameter, or to a member of a command; the first call that is seen decides. Whether that was news.</summary>
    public bool Bind(ISymbol holder, UpdatePlace place)
    {
        holder = holder.OriginalDefinition;
        if (_bound.ContainsKey(holder))
        {
            return false;
        }

        _bound.Add(holder, place);
        _known.Clear();
        return true;
    }

    /// <summary>Whether a parameter already stands for another part of an update: one method that takes both is followed for the first alone.</summary>
    public bool IsBoundElsewhere(IParameterSymbol parameter, UpdatePlace place) =>
        _bound.TryGetValue(parameter.OriginalDefinition, out UpdatePlace bound) && (bound.Shape != place.Shape || bound.IsList != place.IsList);

    /// <summary>Where the value stands; null where it is no part of an update, or nobody sees which.</summary>
    public UpdatePlace? Of(IOperation value) => Of(value, 0);

    private UpdatePlace? Of(IOperation value, int depth)
    {
        Resolver.CancellationToken.ThrowIfCancellationRequested();
        value = ValueResolver.Bare(value);
        if (_known.TryGetValue(value, out UpdatePlace? known))
        {
            return known;
        }

        if (depth > MaxDepth || !_open.Add(value))
        {
            return null;
        }

        try
        {
            UpdatePlace? place = Find(value, depth + 1) ?? (value is IInvocationOperation or ILocalReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation or IArrayElementReferenceOperation or IMemberReferenceOperation ? _types.PlaceOf(value.Type) : null);
            _known[value] = place;
            return place;
        }
        finally
        {
            _open.Remove(value);
        }
    }

    private UpdatePlace? Find(IOperation value, int depth)
    {
        switch (value)
        {
            case IConditionalAccessOperation access:
                return Of(access.WhenNotNull, depth);
            case IConditionalAccessInstanceOperation instance:
                return OperationNames.BeforeDot(instance) is { } before ? Of(before, depth) : null;
            case ICoalesceOperation coalesce:
                return Of(coalesce.Value, depth);
            case IConditionalOperation { WhenFalse: { } whenFalse } conditional:
                return Of(conditional.WhenTrue, depth) ?? Of(whenFalse, depth);
            case ISwitchExpressionOperation choice:
                return choice.Arms.Select(arm => Of(arm.Value, depth)).FirstOrDefault(static place => place is not null);
            case ISimpleAssignmentOperation assignment:
                return Of(assignment.Value, depth);
            case IPropertyReferenceOperation { Arguments: [{ Value: var index }], Instance: { } indexed }:
                return Indexed(HolderOf(indexed), value, index, depth);
            case IArrayElementReferenceOperation { Indices: [_] } element:
                return Of(element.ArrayReference, depth)?.Element;
            case IDynamicIndexerAccessOperation { Operation: { } held, Arguments: [var index] }:
                return Indexed(held, value, index, depth);
            case IDynamicMemberReferenceOperation { Instance: { } holder } dynamic:
                return Child(holder, dynamic.MemberName, depth);
            case IDynamicInvocationOperation { Operation: IDynamicMemberReferenceOperation { Instance: { } receiver } called }:
                return JsonCalls.KeepsPlace(called.MemberName) ? Of(receiver, depth) : null;
            case IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol } reference:
                return Member(reference, depth);
            case IInvocationOperation call:
                return Call(call, depth);
            case IParameterReferenceOperation parameter:
                return Parameter(parameter, depth);
            case ILocalReferenceOperation local:
                return Local(local, depth);
            case ITranslatedQueryOperation query:
                return Of(query.Operation, depth);
            case IForEachLoopOperation loop:
                return Of(loop.Collection, depth)?.Element;
            default:
                return null;
        }
    }

    private UpdatePlace? Member(IMemberReferenceOperation reference, int depth)
    {
        if (_types.PlaceOf(reference.Member) is { } place || _bound.TryGetValue(reference.Member.OriginalDefinition, out place))
        {
            return place;
        }

        IOperation? holder = OperationNames.InstanceOf(reference);
        if (holder is not null && JsonCalls.IsFirstOfToken(reference.Member) && Of(holder, depth) is { IsList: true } list)
        {
            return list.Element;
        }

        if (holder is not null && JsonCalls.KeepsPlace(reference.Member.Name) && (UpdateTypes.IsDom(holder.Type) || reference.Member.ContainingType is { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } or { IsGenericType: true, Name: "KeyValuePair" }))
        {
            return Of(holder, depth);
        }

        // A property of the source that looks something up in the update: public Message First => Entry[0].Changes[0]...
        return SourceBodies.UnitBehind(reference, Resolver.Program, Resolver.CancellationToken) is { } unit ? Returned(unit, depth) : null;
    }

    private UpdatePlace? Call(IInvocationOperation call, int depth)
    {
        string name = call.TargetMethod.Name;
        if (OperationNames.InstanceOf(call) is { } instance)
        {
            if (UpdateTypes.IsDom(instance.Type) && JsonCalls.NamedBy(call, Resolver) is { } member)
            {
                return member.IndexOf('.') >= 0 || member.IndexOf('[') >= 0 ? JsonCalls.AlongPath(Of(instance, depth) ?? UpdatePlace.Update, member) : Child(instance, member, depth);
            }

            if (JsonCalls.IsElement(name) && (call.TargetMethod.ContainingType?.Name is "Enumerable" or "Queryable" or "JsonElement" || Of(instance, depth) is { IsList: true }))
            {
                return Of(instance, depth)?.Element;
            }

            if (JsonCalls.IsProjection(name) && call.Arguments.Select(static argument => ValueOrigins.LambdaOf(argument.Value)).FirstOrDefault(static lambda => lambda is not null) is { } selector)
            {
                UpdatePlace? projected = null;
                foreach (IOperation operation in selector.Body.Descendants())
                {
                    if (operation is IReturnOperation { ReturnedValue: { } selected } && operation.Parent?.Parent == selector)
                    {
                        projected ??= Of(selected, depth);
                    }
                }

                return projected?.List;
            }

            if (JsonCalls.KeepsPlace(name) && Of(instance, depth) is { } kept)
            {
                return kept;
            }
        }

        if (SourceBodies.UnitBehind(call, Resolver.Program, Resolver.CancellationToken) is { } unit)
        {
            return Returned(unit, depth);
        }

        if (_types.PlaceOf(Names.Awaited(call.TargetMethod.ReturnType)) is { } typed)
        {
            return typed;
        }

        return JsonCalls.IsParse(call) && InboundText.IsOfRequest(call, Resolver) ? UpdatePlace.Update : null;
    }

    private UpdatePlace? Returned(FunctionUnit unit, int depth)
    {
        foreach (IOperation returned in SourceBodies.ReturnsOf(unit))
        {
            if (Of(returned, depth) is { } place)
            {
                return place;
            }
        }

        return null;
    }

    private UpdatePlace? Parameter(IParameterReferenceOperation reference, int depth)
    {
        if (_bound.TryGetValue(reference.Parameter.OriginalDefinition, out UpdatePlace bound))
        {
            return bound;
        }

        return ValueOrigins.LambdaSequenceOf(reference.Parameter, reference) is { } sequence ? Of(sequence, depth)?.Element : null;
    }

    private UpdatePlace? Local(ILocalReferenceOperation local, int depth)
    {
        if (ValueOrigins.LoopSequenceOf(local, Resolver) is { } sequence)
        {
            return Of(sequence, depth)?.Element;
        }

        foreach (IOperation source in Resolver.Sources(local))
        {
            IOperation bare = ValueResolver.Bare(source);
            if (bare is not ILocalReferenceOperation { } same || !SymbolEqualityComparer.Default.Equals(same.Local, local.Local))
            {
                if (Of(bare, depth) is { } place)
                {
                    return place;
                }
            }
        }

        if (ValueOrigins.OutCallOf(local) is { } call && OperationNames.InstanceOf(call) is { } holder && UpdateTypes.IsDom(holder.Type) && JsonCalls.NamedBy(call, Resolver) is { } name)
        {
            return Child(holder, name, depth);
        }

        // Values that reach it in ways that are not plain (a loop, a try): any of them tells what it is.
        foreach (IOperation reference in LocalFacts.Of(local).References(local.Local))
        {
            if (reference.Parent is ISimpleAssignmentOperation { Value: { } assigned } assignment && assignment.Target == reference && Of(assigned, depth) is { } place)
            {
                return place;
            }
        }

        if (LocalFacts.Of(local).InitializerOf(local.Local) is { } initializer && Of(initializer, depth) is { } initial)
        {
            return initial;
        }

        return PatternPlaces.ValueOf(local) is { } matched ? OfPattern(matched, depth) : null;
    }

    private UpdatePlace? OfPattern(PatternPlaces.Match match, int depth)
    {
        UpdatePlace? place = match.Member is { } member ? _types.PlaceOf(member) : match.Value is { } value ? Of(value, depth) : null;
        return match.IsElement ? place?.Element : place;
    }

    /// <summary>An index by name gives a member, any other one an element.</summary>
    private UpdatePlace? Indexed(IOperation holder, IOperation access, IOperation index, int depth)
    {
        if (Resolver.ConstantOf(index) is { HasValue: true, Value: string name })
        {
            return UpdateTypes.IsDom(holder.Type) || access is IDynamicIndexerAccessOperation ? Child(holder, name, depth) : null;
        }

        return Of(holder, depth)?.Element;
    }

    private UpdatePlace? Child(IOperation holder, string name, int depth)
    {
        if (Of(holder, depth) is { } place)
        {
            return place.Element.Child(name);
        }

        return WebhookSchema.Current.Alone(name) is { } member && InboundText.MayBeOfRequest(holder, Resolver) ? new UpdatePlace(member.Shape, member.IsList, null) : null;
    }

    private static IOperation HolderOf(IOperation instance) =>
        instance is IConditionalAccessInstanceOperation access && OperationNames.BeforeDot(access) is { } before ? before : instance;
}
