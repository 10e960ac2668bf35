using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Recipients;

/// <summary>
/// Finds the parameter that a recipient is, or is computed from (form e of DLG0201). What is looked up with a parameter as key is not
/// computed from it, and a store that comes in as a parameter is no data.
/// </summary>
internal sealed class RecipientOrigin
{
    private const int MaxDepth = 24;

    private readonly ValueResolver _resolver;
    private readonly RecipientCalls _calls;
    private readonly HashSet<SyntaxNode> _open = new();

    /// <summary>Creates a finder. It is for one thread.</summary>
    public RecipientOrigin(ValueResolver resolver)
    {
        _resolver = resolver;
        _calls = new RecipientCalls(this, resolver);
    }

    /// <summary>The root of the recipient, or null where it has none.</summary>
    /// <param name="value">The recipient, or what holds it.</param>
    /// <param name="path">The members that lead from <paramref name="value"/> to the recipient.</param>
    public RecipientRoot? RootOf(IOperation value, ImmutableArray<ISymbol> path) => Find(value, path, 0);

    /// <summary>The same, from a value that was reached in <paramref name="depth"/> steps.</summary>
    public RecipientRoot? Find(IOperation value, ImmutableArray<ISymbol> path, int depth)
    {
        _resolver.CancellationToken.ThrowIfCancellationRequested();
        if (depth > MaxDepth)
        {
            return null;
        }

        foreach (IOperation source in _resolver.Sources(value))
        {
            if (!_open.Add(source.Syntax))
            {
                continue;
            }

            try
            {
                if (One(ValueResolver.Strip(source), path, depth + 1) is { } root)
                {
                    return root;
                }
            }
            finally
            {
                _open.Remove(source.Syntax);
            }
        }

        return null;
    }

    private RecipientRoot? One(IOperation source, ImmutableArray<ISymbol> path, int depth)
    {
        switch (source)
        {
            case IParameterReferenceOperation { Parameter: var parameter }:
                return Parameter(parameter, source, path, depth);
            case ILocalReferenceOperation local:
                return Local(local, path, depth);
            case IFieldReferenceOperation { Field.ContainingType.IsTupleType: true, Instance: { } holder } element:
                return Find(holder, path.Insert(0, element.Field), depth);
            case IPropertyReferenceOperation { Arguments.Length: > 0 } or IArrayElementReferenceOperation:
                IOperation? indexed = source is IArrayElementReferenceOperation array ? array.ArrayReference : OperationNames.InstanceOf(source);
                return indexed is null ? null : Find(indexed, ImmutableArray<ISymbol>.Empty, depth);
            case IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol } reference:
                return OperationNames.InstanceOf(reference) is { } instance and not IInstanceReferenceOperation
                    ? Find(instance, IsWrapper(reference.Member) ? path : path.Insert(0, reference.Member), depth)
                    : null;
            case IInvocationOperation call:
                return _calls.RootOf(call, path, depth);
            case IInterpolatedStringOperation text:
                return First(text.Parts.OfType<IInterpolationOperation>().Select(static part => part.Expression), path, depth);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum:
                return Find(sum.LeftOperand, path, depth) ?? Find(sum.RightOperand, path, depth);
            case IConversionOperation conversion:
                return Find(conversion.Operand, path, depth);
            case IConditionalAccessOperation access:
                return Find(access.WhenNotNull, path, depth);
            case IConditionalAccessInstanceOperation dotted:
                return OperationNames.BeforeDot(dotted) is { } before ? Find(before, path, depth) : null;
            case ITranslatedQueryOperation query:
                return Find(query.Operation, path, depth);
            case IObjectCreationOperation creation:
                return path.Length > 0 && CreatedMembers.ValueOf(creation, path[0]) is { } member ? Find(member, path.RemoveAt(0), depth)
                    : First(creation.Arguments.Select(static argument => argument.Value), ImmutableArray<ISymbol>.Empty, depth);
            case IWithOperation copy:
                return path.Length > 0 && CreatedMembers.ValueOf(copy, path[0]) is { } changed ? Find(changed, path.RemoveAt(0), depth) : Find(copy.Operand, path, depth);
            case IImplicitIndexerReferenceOperation { Instance: { } sliced }:
                return Find(sliced, path, depth);
            case IAnonymousObjectCreationOperation anonymous:
                return path.Length > 0 && CreatedMembers.ValueOf(anonymous, path[0]) is { } value ? Find(value, path.RemoveAt(0), depth) : null;
            case ITupleOperation tuple:
                return TupleElements.ValueOf(tuple, path) is { } held ? Find(held, path.RemoveAt(0), depth) : null;
            case IArrayCreationOperation { Initializer: { } elements }:
                return First(elements.ElementValues, path, depth);
            case IDynamicMemberReferenceOperation { Instance: { } dynamic }:
                return Find(dynamic, path, depth);
            case IDynamicIndexerAccessOperation { Operation: { } dynamicIndexed }:
                return Find(dynamicIndexed, path, depth);
            case IDynamicInvocationOperation { Operation: IDynamicMemberReferenceOperation { Instance: { } receiver } }:
                return Find(receiver, path, depth);
            default:
                return null;
        }
    }

    /// <summary>The root of the first of the values that has one.</summary>
    public RecipientRoot? First(IEnumerable<IOperation> values, ImmutableArray<ISymbol> path, int depth)
    {
        foreach (IOperation value in values)
        {
            if (Find(value, path, depth) is { } root)
            {
                return root;
            }
        }

        return null;
    }

    private RecipientRoot? Parameter(IParameterSymbol parameter, IOperation reference, ImmutableArray<ISymbol> path, int depth)
    {
        if (ValueOrigins.LambdaSequenceOf(parameter, reference) is { } sequence)
        {
            return Find(sequence, path, depth);
        }

        if (parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
            && BodyModels.Of(_resolver.Program).Around(reference.Syntax, _resolver.CancellationToken)?.Method is var method
            && !SymbolEqualityComparer.Default.Equals(constructor, method))
        {
            // A parameter of a primary constructor is state of the object, like a field.
            return null;
        }

        return RecipientData.IsData(parameter.Type, path) ? new RecipientRoot(parameter, null, path) : null;
    }

    private RecipientRoot? Local(ILocalReferenceOperation local, ImmutableArray<ISymbol> path, int depth)
    {
        if (ValueOrigins.LoopSequenceOf(local, _resolver) is { } sequence)
        {
            return DequeuedItems.Gives(sequence, _resolver) ? DequeuedItems.RootOf(local.Type, path)
                : Find(sequence, TupleElements.OfLoop(local, sequence) is { } element ? path.Insert(0, element) : path, depth);
        }

        if (ValueOrigins.DeconstructionOf(local) is { } deconstruction)
        {
            IOperation value = _resolver.Resolve(deconstruction.Value);
            return value is ITupleOperation tuple && deconstruction.Index < tuple.Elements.Length ? Find(tuple.Elements[deconstruction.Index], path, depth)
                : DequeuedItems.Gives(value, _resolver) ? DequeuedItems.RootOf(value.Type, path)
                : value is IInvocationOperation ? null : Find(value, path, depth);
        }

        if (ValueOrigins.OutCallOf(local) is { } call)
        {
            return DequeuedItems.IsTaking(call.TargetMethod) ? DequeuedItems.RootOf(local.Type, path) : _calls.RootOfOut(call, local.Local, path, depth);
        }

        // A pattern variable: message is TextMessage text.
        return PatternValues.Of(local, _resolver) is { } matched ? Find(matched, path, depth)
            : First(Assigned(local), path, depth);
    }

    /// <summary>All that a local is ever given, where which of it can be there is not plain: a number that is put right step by step.</summary>
    private static IEnumerable<IOperation> Assigned(ILocalReferenceOperation local) =>
        LocalFacts.Of(local).ValuesOf(local.Local) is { IsDefaultOrEmpty: false } values ? values : ImmutableArray<IOperation>.Empty;

    private static bool IsWrapper(ISymbol member) => member.Name is "Value" or "Result" && member.ContainingType?.Name is "Nullable" or "Task" or "ValueTask" or "Lazy";
}
