using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Control;

/// <summary>What a recipient is computed from: a parameter, or an item taken from a queue.</summary>
/// <param name="Parameter">The parameter; null for a queued item.</param>
/// <param name="Item">The type of the queued item; null for a parameter.</param>
/// <param name="Path">The members that lead from the parameter or item to the recipient.</param>
internal sealed record RecipientRoot(IParameterSymbol? Parameter, ITypeSymbol? Item, ImmutableArray<ISymbol> Path);

/// <summary>
/// Finds the parameter that a recipient is, or is computed from (form e of DLG0201). What is looked up with a parameter as key is not
/// computed from it, and a store that comes in as a parameter is no data.
/// </summary>
internal sealed class RecipientOrigin
{
    private const int MaxDepth = 24;

    private static readonly HashSet<string> LookupWords = new(StringComparer.Ordinal)
    {
        "get", "find", "load", "lookup", "query", "fetch", "read", "resolve", "search", "single", "first", "buscar", "obtener", "consultar", "obter", "hole", "lade", "suche", "bul", "getir", "for",
    };

    private static readonly string[] Services =
    {
        "Repository", "Store", "Service", "Client", "Context", "Db", "Provider", "Factory", "Reader", "Gateway", "Directory", "Repo", "Cache", "Crm", "Catalog", "Registry", "Source", "Database", "Connection", "Dao", "Session", "Sender",
    };

    private static readonly HashSet<string> Dequeues = new(StringComparer.Ordinal)
    {
        "ReadAllAsync", "ReadAsync", "TryRead", "Dequeue", "DequeueAsync", "TryDequeue", "Take", "TryTake", "TryPop", "Pop", "GetConsumingEnumerable", "Receive", "ReceiveAsync", "TryReceive", "TryPeek", "Peek", "ReadAll", "Consume",
    };

    private readonly ValueResolver _resolver;
    private readonly HashSet<SyntaxNode> _open = new();

    /// <summary>Creates a finder. It is for one thread.</summary>
    public RecipientOrigin(ValueResolver resolver)
    {
        _resolver = resolver;
    }

    /// <summary>The root of the recipient, or null where it has none.</summary>
    /// <param name="value">The recipient, or what holds it.</param>
    /// <param name="path">The members that lead from <paramref name="value"/> to the recipient.</param>
    public RecipientRoot? RootOf(IOperation value, ImmutableArray<ISymbol> path) => Find(value, path, 0);

    private RecipientRoot? Find(IOperation value, ImmutableArray<ISymbol> path, int depth)
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
            case IFieldReferenceOperation { Field.ContainingType.IsTupleType: true, Instance: { } tuple } element:
                return Find(tuple, path.Insert(0, element.Field), depth);
            case IPropertyReferenceOperation { Arguments.Length: > 0 } or IArrayElementReferenceOperation:
                IOperation? indexed = source is IArrayElementReferenceOperation array ? array.ArrayReference : OperationNames.InstanceOf(source);
                return indexed is null ? null : Find(indexed, ImmutableArray<ISymbol>.Empty, depth);
            case IMemberReferenceOperation { Member: IPropertySymbol or IFieldSymbol } reference:
                return OperationNames.InstanceOf(reference) is { } instance and not IInstanceReferenceOperation
                    ? Find(instance, IsWrapper(reference.Member) ? path : path.Insert(0, reference.Member), depth)
                    : null;
            case IInvocationOperation call:
                return Call(call, path, depth);
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
                return path.Length > 0 && ReplyFacts.MemberValue(creation, path[0]) is { } member ? Find(member, path.RemoveAt(0), depth)
                    : First(creation.Arguments.Select(static argument => argument.Value), ImmutableArray<ISymbol>.Empty, depth);
            case IAnonymousObjectCreationOperation anonymous:
                return path.Length > 0 && ReplyFacts.MemberValue(anonymous, path[0]) is { } value ? Find(value, path.RemoveAt(0), depth) : null;
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

    private RecipientRoot? First(IEnumerable<IOperation> values, ImmutableArray<ISymbol> path, int depth)
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

        return IsData(parameter.Type) ? new RecipientRoot(parameter, null, path) : null;
    }

    private RecipientRoot? Local(ILocalReferenceOperation local, ImmutableArray<ISymbol> path, int depth)
    {
        if (ValueOrigins.LoopSequenceOf(local, _resolver) is { } sequence)
        {
            return DequeuedBy(sequence) ? Item(local.Type, local, path) : Find(sequence, path, depth);
        }

        if (ValueOrigins.DeconstructionOf(local) is { } deconstruction)
        {
            IOperation value = _resolver.Resolve(deconstruction.Value);
            return value is ITupleOperation tuple && deconstruction.Index < tuple.Elements.Length ? Find(tuple.Elements[deconstruction.Index], path, depth)
                : DequeuedBy(value) ? Item(value.Type, local, path)
                : value is IInvocationOperation ? null : Find(value, path, depth);
        }

        if (ValueOrigins.OutCallOf(local) is { } call)
        {
            return Dequeues.Contains(call.TargetMethod.Name) ? Item(local.Type, local, path) : Call(call, path, depth);
        }

        // A pattern variable: message is TextMessage text.
        return PatternValue(local) is { } matched ? Find(matched, path, depth) : null;
    }

    private IOperation? PatternValue(ILocalReferenceOperation local)
    {
        if (local.Local.DeclaringSyntaxReferences is not [{ } declared])
        {
            return null;
        }

        SyntaxNode? node = declared.GetSyntax(_resolver.CancellationToken);
        BodyModel? body = BodyModels.Of(_resolver.Program).Around(node, _resolver.CancellationToken);
        for (int step = 0; step < 8 && node is not null && body is not null; step++, node = node.Parent)
        {
            switch (body.OperationOf(node))
            {
                case IPropertySubpatternOperation { Member: IMemberReferenceOperation member }:
                    return member.Instance;
                case IIsPatternOperation pattern:
                    return pattern.Value;
                case ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation { Value: var value } }:
                    return value;
                case ISwitchOperation { Value: var value }:
                    return value;
            }
        }

        return null;
    }

    private RecipientRoot? Call(IInvocationOperation call, ImmutableArray<ISymbol> path, int depth)
    {
        IMethodSymbol method = call.TargetMethod;
        IOperation? instance = OperationNames.InstanceOf(call);
        if (DequeuedBy(call))
        {
            return Item(call.Type, call, path);
        }

        // A method of the data itself: to.Trim(), order.GetPhone(), orders.Where(...).
        if (instance is not null and not IInstanceReferenceOperation
            && (ValueOrigins.IsSequence(instance.Type) || instance.Type?.SpecialType == SpecialType.System_String || call.Arguments.Length <= (call.Instance is null ? 1 : 0) || method.Name is "ToString" or "GetProperty" or "Value" or "SelectToken"))
        {
            RecipientRoot? projected = method.Name is "Select" or "SelectMany" ? Projected(call, depth) : null;
            return projected ?? Find(instance, method.Name is "Select" or "SelectMany" ? ImmutableArray<ISymbol>.Empty : path, depth);
        }

        if (SourceBodies.UnitBehind(call, _resolver.Program, _resolver.CancellationToken) is { } unit)
        {
            foreach (IOperation returned in SourceBodies.ReturnsOf(unit))
            {
                if (Find(returned, path, depth) is { Parameter: { } own } root && SymbolEqualityComparer.Default.Equals(own.ContainingSymbol, unit.Symbol)
                    && CallSite.ArgumentOf(call, own.Ordinal) is { } argument && Find(argument, root.Path, depth) is { } through)
                {
                    return through;
                }
            }

            return null;
        }

        bool looksUp = call.Parent is IAwaitOperation || (instance is not null and not IInstanceReferenceOperation && NameWords.Of(method.Name).Any(LookupWords.Contains)) || method.ReturnType.SpecialType != SpecialType.System_String;
        return looksUp ? null : First(call.Arguments.Select(static argument => argument.Value), path, depth);
    }

    private RecipientRoot? Projected(IInvocationOperation select, int depth)
    {
        foreach (IArgumentOperation argument in select.Arguments)
        {
            if (SessionCondition.LambdaOf(argument.Value) is { } lambda)
            {
                foreach (IOperation operation in lambda.Body.Descendants())
                {
                    if (operation is IReturnOperation { ReturnedValue: { } value } && Find(value, ImmutableArray<ISymbol>.Empty, depth) is { } root)
                    {
                        return root;
                    }
                }
            }
        }

        return null;
    }

    private bool DequeuedBy(IOperation value)
    {
        IOperation? current = _resolver.Resolve(value);
        for (int step = 0; step < 8 && current is not null; step++)
        {
            if (current is IInvocationOperation { TargetMethod: var method })
            {
                if (Dequeues.Contains(method.Name) && method.Name is not ("Take" or "TryPeek") || (method.Name == "Take" && method.Parameters.IsEmpty))
                {
                    return true;
                }

                current = OperationNames.InstanceOf(current) is { } instance ? _resolver.Resolve(instance) : null;
                continue;
            }

            return false;
        }

        return false;
    }

    private RecipientRoot? Item(ITypeSymbol? type, IOperation place, ImmutableArray<ISymbol> path)
    {
        while (type is INamedTypeSymbol { TypeArguments: [{ } inner], Name: "Task" or "ValueTask" or "Nullable" })
        {
            type = inner;
        }

        bool tells = type is { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface, SpecialType: SpecialType.None } && (type.IsTupleType || type.DeclaringSyntaxReferences.Length > 0);
        _ = place;
        return tells ? new RecipientRoot(null, type, path) : null;
    }

    private static bool IsWrapper(ISymbol member) => member.Name is "Value" or "Result" && member.ContainingType?.Name is "Nullable" or "Task" or "ValueTask" or "Lazy";

    /// <summary>Whether a parameter of that type carries data, rather than being a service that data is asked from.</summary>
    public static bool IsData(ITypeSymbol type)
    {
        if (type.SpecialType != SpecialType.None || type.TypeKind is TypeKind.Array or TypeKind.Enum or TypeKind.Struct or TypeKind.TypeParameter or TypeKind.Dynamic || ValueOrigins.IsSequence(type))
        {
            return !IsDbSet(type);
        }

        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.Name is "DbContext" or "HttpClient" or "BackgroundService" or "ControllerBase")
            {
                return false;
            }
        }

        foreach (string service in Services)
        {
            if (type.Name.EndsWith(service, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;

        static bool IsDbSet(ITypeSymbol type) => type.Name == "DbSet";
    }
}
