using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Control;

/// <summary>Tells whether a recipient was read from an inbound message, which makes the message a reply (form d of DLG0201).</summary>
internal sealed class ReplyFacts
{
    private const int MaxDepth = 20;

    private readonly ValueResolver _resolver;
    private readonly Func<ISymbol, bool> _isSender;
    private readonly Func<string, bool> _isSenderName;
    private readonly HashSet<SyntaxNode> _open = new();

    /// <summary>Creates the facts. They are for one thread.</summary>
    /// <param name="resolver">Follows values.</param>
    /// <param name="isSender">Whether a member is the sender; by default that of an inbound message.</param>
    /// <param name="isSenderName">The same for JSON names.</param>
    public ReplyFacts(ValueResolver resolver, Func<ISymbol, bool>? isSender = null, Func<string, bool>? isSenderName = null)
    {
        _resolver = resolver;
        _isSender = isSender ?? InboundShape.IsSender;
        _isSenderName = isSenderName ?? InboundShape.IsSenderName;
    }

    /// <summary>Whether the value comes from the sender of an inbound message.</summary>
    /// <param name="value">The value, or what holds it.</param>
    /// <param name="path">The members that lead from <paramref name="value"/> to the recipient, outermost first; empty where it is the recipient.</param>
    public bool IsInbound(IOperation value, ImmutableArray<ISymbol> path) => Follow(value, path, 0);

    private bool Follow(IOperation value, ImmutableArray<ISymbol> path, int depth)
    {
        _resolver.CancellationToken.ThrowIfCancellationRequested();
        if (depth > MaxDepth)
        {
            return false;
        }

        foreach (ISymbol member in path)
        {
            if (_isSender(member))
            {
                return true;
            }
        }

        bool any = false;
        foreach (IOperation source in _resolver.Sources(value))
        {
            if (source.ConstantValue.HasValue && source is not ILocalReferenceOperation)
            {
                continue;
            }

            if (!_open.Add(source.Syntax))
            {
                continue;
            }

            try
            {
                if (!One(ValueResolver.Strip(source), path, depth + 1))
                {
                    return false;
                }

                any = true;
            }
            finally
            {
                _open.Remove(source.Syntax);
            }
        }

        return any;
    }

    private bool One(IOperation source, ImmutableArray<ISymbol> path, int depth)
    {
        switch (source)
        {
            case IPropertyReferenceOperation { Arguments: [{ Value.ConstantValue: { HasValue: true, Value: string key } }, ..] }:
                return _isSenderName(key) || (OperationNames.InstanceOf(source) is { } indexed && Follow(indexed, ImmutableArray<ISymbol>.Empty, depth));
            case IArrayElementReferenceOperation element:
                return Follow(element.ArrayReference, path, depth);
            case IFieldReferenceOperation { Field: { ContainingType.IsTupleType: true } item, Instance: { } tuple }:
                return TupleElement(tuple, ElementIndex(item), path, depth);
            case IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol } reference:
                return Member(reference, path, depth);
            case IDynamicMemberReferenceOperation dynamic:
                return _isSenderName(dynamic.MemberName) || (dynamic.Instance is { } holder && Follow(holder, path, depth));
            case IDynamicIndexerAccessOperation { Arguments: [{ ConstantValue: { HasValue: true, Value: string name } }] }:
                return _isSenderName(name);
            case IDynamicInvocationOperation { Operation: IDynamicMemberReferenceOperation { Instance: { } receiver } }:
                return Follow(receiver, path, depth);
            case IInvocationOperation call:
                return Call(call, path, depth);
            case IObjectCreationOperation creation:
                return Creation(creation, path, depth);
            case IAnonymousObjectCreationOperation anonymous:
                return path.Length > 0 && anonymous.Initializers.OfType<ISimpleAssignmentOperation>().Any(assignment =>
                    assignment.Target is IPropertyReferenceOperation { Property: var property } && property.Name == path[0].Name && Follow(assignment.Value, path.RemoveAt(0), depth));
            case IInterpolatedStringOperation text:
                return text.Parts.OfType<IInterpolationOperation>().Any(part => Follow(part.Expression, path, depth));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                return Follow(sum.LeftOperand, path, depth) || Follow(sum.RightOperand, path, depth);
            case IConversionOperation conversion:
                return Follow(conversion.Operand, path, depth);
            case IConditionalAccessOperation access:
                return Follow(access.WhenNotNull, path, depth);
            case IConditionalAccessInstanceOperation instance:
                return OperationNames.BeforeDot(instance) is { } before && Follow(before, path, depth);
            case ITranslatedQueryOperation query:
                return Follow(query.Operation, path, depth);
            case IRangeOperation or ITupleOperation:
                return false;
            case ILocalReferenceOperation local:
                return Local(local, path, depth);
            case IParameterReferenceOperation { Parameter: var parameter } when ValueOrigins.LambdaSequenceOf(parameter, source) is { } sequence:
                return Follow(sequence, path, depth);
            default:
                return false;
        }
    }

    private bool Member(IMemberReferenceOperation reference, ImmutableArray<ISymbol> path, int depth)
    {
        if (_isSender(reference.Member))
        {
            return true;
        }

        IOperation? instance = OperationNames.InstanceOf(reference);
        if (instance is not null and not IInstanceReferenceOperation)
        {
            IOperation holder = _resolver.Resolve(instance);
            if (holder is IObjectCreationOperation or IAnonymousObjectCreationOperation)
            {
                return Follow(holder, path.Insert(0, reference.Member), depth);
            }

            // What was looked up by the sender, and parts of it (from.Length, task.Result, group.Key).
            if (Follow(instance, reference.Member.ContainingType is { IsGenericType: true } or { SpecialType: not SpecialType.None } ? path : path.Insert(0, reference.Member), depth))
            {
                return true;
            }
        }

        ImmutableArray<IOperation> values = CallIndex.Of(_resolver.Program).ValuesOf(reference.Member, _resolver.CancellationToken);
        return values.Length > 0 && values.All(value => FollowThroughConstructor(value, path, depth)) && reference.Member is IPropertySymbol or IFieldSymbol;
    }

    private bool FollowThroughConstructor(IOperation value, ImmutableArray<ISymbol> path, int depth)
    {
        if (_resolver.Resolve(value) is IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor } parameter })
        {
            ImmutableArray<CallSite> creations = CallIndex.Of(_resolver.Program).CallersOf(constructor, _resolver.CancellationToken);
            return creations.Length > 0 && creations.All(site => CallSite.ArgumentOf(site.Operation, parameter.Ordinal) is { } argument && Follow(argument, path, depth));
        }

        return Follow(value, path, depth);
    }

    private bool Creation(IObjectCreationOperation creation, ImmutableArray<ISymbol> path, int depth)
    {
        if (path.Length == 0)
        {
            return creation.Arguments.Any(argument => Follow(argument.Value, path, depth));
        }

        return MemberValue(creation, path[0]) is { } value && Follow(value, path.RemoveAt(0), depth);
    }

    /// <summary>The value that a creation gives to a member, by its initializer or the like-named argument of its constructor; null where none is seen.</summary>
    public static IOperation? MemberValue(IOperation creation, ISymbol member)
    {
        if (creation is IAnonymousObjectCreationOperation anonymous)
        {
            foreach (IOperation initializer in anonymous.Initializers)
            {
                if (initializer is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var name }, Value: var value } && name == member.Name)
                {
                    return value;
                }
            }
        }

        if (creation is not IObjectCreationOperation created)
        {
            return null;
        }

        foreach (IOperation initializer in created.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (initializer is ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member.Name: var name }, Value: var value } && name == member.Name)
            {
                return value;
            }
        }

        foreach (IArgumentOperation argument in created.Arguments)
        {
            if (string.Equals(argument.Parameter?.Name, member.Name, StringComparison.OrdinalIgnoreCase))
            {
                return argument.Value;
            }
        }

        return null;
    }

    private bool Call(IInvocationOperation call, ImmutableArray<ISymbol> path, int depth)
    {
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Value.ConstantValue is { HasValue: true, Value: string key } && _isSenderName(key))
            {
                return true;
            }
        }

        if (OperationNames.InstanceOf(call) is { } instance && instance is not IInstanceReferenceOperation && Follow(instance, path, depth))
        {
            return true;
        }

        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (SessionCondition.LambdaOf(argument.Value) is { } lambda)
            {
                if (call.TargetMethod.Name is "Select" or "SelectMany" or "GroupBy" or "DistinctBy" && SourceBodies.ReturnsOf(BodyModels.Of(_resolver.Program).Around(lambda.Syntax, _resolver.CancellationToken)?.UnitAt(lambda) ?? new FunctionUnit(null!, lambda, null, null)).Any(value => Follow(value, path, depth)))
                {
                    return true;
                }

                // Find(x => x.Phone == message.From): looked up by the sender.
                if (call.TargetMethod.Name.StartsWith("F", StringComparison.Ordinal) || call.TargetMethod.Name.StartsWith("Single", StringComparison.Ordinal) || call.TargetMethod.Name == "Where")
                {
                    if (lambda.Body.Descendants().OfType<IBinaryOperation>().Any(equality => equality.OperatorKind == BinaryOperatorKind.Equals
                        && (Follow(equality.RightOperand, ImmutableArray<ISymbol>.Empty, depth) || Follow(equality.LeftOperand, ImmutableArray<ISymbol>.Empty, depth))))
                    {
                        return true;
                    }
                }
            }
            else if (argument.Value is not ILiteralOperation && argument.Value.Type?.TypeKind != TypeKind.Delegate && Follow(argument.Value, ImmutableArray<ISymbol>.Empty, depth))
            {
                return true;
            }
        }

        return SourceBodies.UnitBehind(call, _resolver.Program, _resolver.CancellationToken) is { } unit && SourceBodies.ReturnsOf(unit).Any(value => Follow(value, path, depth));
    }

    private bool Local(ILocalReferenceOperation local, ImmutableArray<ISymbol> path, int depth)
    {
        if (ValueOrigins.LoopSequenceOf(local, _resolver) is { } sequence)
        {
            return ValueOrigins.DeconstructionOf(local) is null && Follow(sequence, path, depth);
        }

        if (ValueOrigins.DeconstructionOf(local) is { } deconstruction)
        {
            return TupleElement(deconstruction.Value, deconstruction.Index, path, depth);
        }

        if (ValueOrigins.PatternMemberOf(local, _resolver) is { } member && _isSender(member))
        {
            return true;
        }

        return ValueOrigins.OutCallOf(local) is { } call && Call(call, path, depth);
    }

    private bool TupleElement(IOperation tuple, int index, ImmutableArray<ISymbol> path, int depth)
    {
        IOperation resolved = _resolver.Resolve(tuple);
        if (resolved is ITupleOperation elements)
        {
            return index < elements.Elements.Length && Follow(elements.Elements[index], path, depth);
        }

        if (resolved is IConversionOperation { Operand: ITupleOperation converted })
        {
            return index < converted.Elements.Length && Follow(converted.Elements[index], path, depth);
        }

        return resolved is IInvocationOperation call && SourceBodies.UnitBehind(call, _resolver.Program, _resolver.CancellationToken) is { } unit
            && SourceBodies.ReturnsOf(unit).Any(value => ValueResolver.Strip(value) is ITupleOperation returned && index < returned.Elements.Length && Follow(returned.Elements[index], path, depth));
    }

    private static int ElementIndex(IFieldSymbol item)
    {
        int index = 0;
        foreach (IFieldSymbol element in item.ContainingType.TupleElements)
        {
            if (element.Name == item.Name || element.CorrespondingTupleField?.Name == item.Name)
            {
                return index;
            }

            index++;
        }

        return int.MaxValue;
    }
}
