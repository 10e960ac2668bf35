using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Webhooks;

/// <summary>Tells whether a recipient was read from an inbound message, which makes the message a reply (form d of DLG0201).</summary>
internal sealed class ReplyFacts
{
    private const int MaxDepth = 20;

    private readonly ValueResolver _resolver;
    private readonly Func<ISymbol, bool> _isSender;
    private readonly Func<string, bool> _isSenderName;
    private readonly InboundWays _ways;
    private readonly ReplyTuples _tuples;
    private readonly ReplyCalls _calls;
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
        _ways = new InboundWays(resolver.Program, resolver.CancellationToken);
        _tuples = new ReplyTuples(this, resolver);
        _calls = new ReplyCalls(this, resolver, _isSenderName);
    }

    /// <summary>Whether the value comes from the sender of an inbound message.</summary>
    /// <param name="value">The value, or what holds it.</param>
    /// <param name="path">The members that lead from <paramref name="value"/> to the recipient, outermost first; empty where it is the recipient.</param>
    public bool IsInbound(IOperation value, ImmutableArray<ISymbol> path) => Follow(value, path, 0);

    /// <summary>The same, from a value that was reached in <paramref name="depth"/> steps.</summary>
    public bool Follow(IOperation value, ImmutableArray<ISymbol> path, int depth)
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
            case IPropertyReferenceOperation { Arguments: [{ Value: var index }, ..] } when ValueResolver.Strip(index).ConstantValue is { HasValue: true, Value: string key }:
                return _isSenderName(key) || (InboundShape.IsContactId(key) && ContactPaths.LeadTo(OperationNames.InstanceOf(source), _resolver)) || (OperationNames.InstanceOf(source) is { } indexed && Follow(indexed, ImmutableArray<ISymbol>.Empty, depth));
            case IArrayElementReferenceOperation element:
                return Follow(element.ArrayReference, path, depth);
            case IFieldReferenceOperation { Field: { ContainingType.IsTupleType: true } item, Instance: { } tuple }:
                return _tuples.IsInbound(tuple, TupleElements.IndexOf(item), path, depth);
            case ITupleOperation elements:
                return TupleElements.ValueOf(elements, path) is { } held && Follow(held, path.RemoveAt(0), depth);
            case IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol } reference:
                return Member(reference, path, depth);
            case IDynamicMemberReferenceOperation dynamic:
                return _isSenderName(dynamic.MemberName) || (dynamic.Instance is { } holder && Follow(holder, path, depth));
            case IDynamicIndexerAccessOperation { Arguments: [{ ConstantValue: { HasValue: true, Value: string name } }] }:
                return _isSenderName(name);
            case IDynamicInvocationOperation { Operation: IDynamicMemberReferenceOperation { Instance: { } receiver } }:
                return Follow(receiver, path, depth);
            case IInvocationOperation call:
                return _calls.IsInbound(call, path, depth);
            case IObjectCreationOperation creation:
                return Creation(creation, path, depth);
            case IWithOperation copy:
                return path.Length > 0 && CreatedMembers.ValueOf(copy, path[0]) is { } changed ? Follow(changed, path.RemoveAt(0), depth) : Follow(copy.Operand, path, depth);
            case IImplicitIndexerReferenceOperation { Instance: { } sliced }:
                return Follow(sliced, path, depth);
            case IAnonymousObjectCreationOperation anonymous:
                return path.Length > 0 && CreatedMembers.ValueOf(anonymous, path[0]) is { } made && Follow(made, path.RemoveAt(0), depth);
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
            case ILocalReferenceOperation local:
                return Local(local, path, depth);
            case IParameterReferenceOperation { Parameter: var parameter } when ValueOrigins.LambdaSequenceOf(parameter, source) is { } sequence:
                return Follow(sequence, path, depth);
            case IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } }:
                return _ways.LeadTo(source) && FollowThroughConstructor(source, path, depth);
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

        if (!_ways.LeadTo(reference))
        {
            return false;
        }

        ImmutableArray<IOperation> values = CallIndex.Of(_resolver.Program).ValuesOf(reference.Member, _resolver.CancellationToken);
        return values.Length > 0 && values.All(value => FollowThroughConstructor(value, path, depth)) && reference.Member is IPropertySymbol or IFieldSymbol;
    }

    private bool FollowThroughConstructor(IOperation value, ImmutableArray<ISymbol> path, int depth)
    {
        if (_resolver.Resolve(value) is IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } constructor } parameter })
        {
            ImmutableArray<CallSite> creations = CallIndex.Of(_resolver.Program).CallersOf(constructor, _resolver.CancellationToken);
            return creations.Length > 0 && creations.All(site => CallSite.ArgumentOf(site.Operation, parameter.Ordinal) is { } argument && Follow(argument, path, depth + 1));
        }

        return Follow(value, path, depth);
    }

    private bool Creation(IObjectCreationOperation creation, ImmutableArray<ISymbol> path, int depth)
    {
        if (path.Length == 0)
        {
            return creation.Arguments.Any(argument => Follow(argument.Value, path, depth));
        }

        return CreatedMembers.ValueOf(creation, path[0]) is { } value && Follow(value, path.RemoveAt(0), depth);
    }

    private static List<IOperation> AddedTo(ILocalReferenceOperation list) =>
        ValueOrigins.IsSequence(list.Type)
            ? LocalFacts.Of(list).References(list.Local)
                .Where(static reference => reference.Parent is IInvocationOperation { TargetMethod.Name: "Add" or "Enqueue" or "Push", Arguments.Length: 1 } call && call.Instance == reference)
                .Select(static reference => ((IInvocationOperation)reference.Parent!).Arguments[0].Value).ToList()
            : [];

    /// <summary>Whether a list is filled with answers to the sender, and with nothing else.</summary>
    private bool AreAllAdded(ILocalReferenceOperation list, ImmutableArray<ISymbol> path, int depth) =>
        AddedTo(list) is { Count: > 0 } added && added.All(element => Follow(element, path, depth));

    private bool Local(ILocalReferenceOperation local, ImmutableArray<ISymbol> path, int depth)
    {
        if (ValueOrigins.LoopSequenceOf(local, _resolver) is { } sequence)
        {
            ImmutableArray<ISymbol> inElement = TupleElements.OfLoop(local, sequence) is { } element ? path.Insert(0, element) : path;
            return ValueOrigins.DeconstructionOf(local) is null
                && (Follow(sequence, inElement, depth) || (ValueResolver.Strip(sequence) is ILocalReferenceOperation list && AreAllAdded(list, inElement, depth)));
        }

        if (ValueOrigins.DeconstructionOf(local) is { } deconstruction)
        {
            return _tuples.IsInbound(deconstruction.Value, deconstruction.Index, path, depth);
        }

        if (ValueOrigins.PatternMemberOf(local, _resolver) is { } member && _isSender(member))
        {
            return true;
        }

        if (ValueOrigins.OutCallOf(local) is { } call)
        {
            return _calls.IsInbound(call, path, depth);
        }

        if (AreAllAdded(local, path, depth))
        {
            return true;
        }

        // A number that is put right step by step.
        ImmutableArray<IOperation> assigned = LocalFacts.Of(local).ValuesOf(local.Local);
        return !assigned.IsDefaultOrEmpty && assigned.Any(value => !_open.Contains(value.Syntax) && Follow(value, path, depth))
            && assigned.All(value => _open.Contains(value.Syntax) || value.ConstantValue.HasValue || Follow(value, path, depth));
    }
}
