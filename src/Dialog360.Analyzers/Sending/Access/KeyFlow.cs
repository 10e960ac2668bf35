using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Objects;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Access;

/// <summary>
/// Follows a value forward through locals, members, parameters, collections and defaults, to the header that carries the API key, to a
/// client of the SDK that takes it, or to a member or parameter whose name says so.
/// </summary>
internal sealed class KeyFlow
{
    private const int MaxSymbols = 64;

    private readonly ValueResolver _resolver;
    private readonly KeyPlaces _places;
    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);

    private KeyFlow(ValueResolver resolver)
    {
        _resolver = resolver;
        _places = new KeyPlaces(resolver);
    }

    /// <summary>Whether the value is used as the API key somewhere.</summary>
    public static bool ReachesKey(IOperation value, ValueResolver resolver) => new KeyFlow(resolver).Reaches(value, null);

    /// <param name="value">The value, or a collection that holds it.</param>
    /// <param name="entry">What it is found under in the collection; null for the value itself and where that is not known.</param>
    private bool Reaches(IOperation value, string? entry)
    {
        IOperation current = value;
        while (true)
        {
            _resolver.CancellationToken.ThrowIfCancellationRequested();
            switch (current.Parent)
            {
                case IConversionOperation or IParenthesizedOperation or ICoalesceOperation or IArrayInitializerOperation or IArrayCreationOperation
                    or ISwitchExpressionOperation or IInterpolatedStringOperation { Parts.Length: 1 }:
                    current = current.Parent;
                    break;
                case IInterpolationOperation hole when hole.Expression == current:
                    if (hole.Parent is { } text && _places.IsHeaderLine(text, hole))
                    {
                        return true;
                    }

                    current = hole;
                    break;
                case IBinaryOperation sum:
                    return _places.IsHeaderLine(sum, current);
                case IConditionalOperation conditional when conditional.Condition != current:
                    current = conditional;
                    break;
                case ISwitchExpressionArmOperation arm when arm.Value == current:
                    current = arm;
                    break;
                case IInvocationOperation { TargetMethod: { ContainingType.SpecialType: SpecialType.System_String, Name: "Trim" or "TrimStart" or "TrimEnd" or "ToString" } } same when same.Instance == current:
                    current = same;
                    break;
                case IArrayElementReferenceOperation element when element.ArrayReference == current:
                    current = element;
                    break;
                case IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [{ } index] } element when element.Instance == current && !LocalFacts.IsWrite(element):
                    if (IsOther(index.Value, entry))
                    {
                        return false;
                    }

                    (current, entry) = (element, null);
                    break;
                case IArgumentOperation argument when IsElement(argument) is { } collection:
                    if (_places.Takes(argument))
                    {
                        return true;
                    }

                    (current, entry) = (collection, KeyOf(argument));
                    break;
                case IArgumentOperation { Parameter: { Name: "defaultValue", DeclaringSyntaxReferences.IsEmpty: true }, Parent: IInvocationOperation given }:
                    current = given;
                    break;
                case IArgumentOperation argument:
                    return _places.Takes(argument) || (argument.Parameter is { } parameter && (KeyNames.TakesKey(parameter) || (!parameter.DeclaringSyntaxReferences.IsEmpty && ParameterReaches(parameter, current))));
                case ITupleOperation { Elements: [{ } name, { } second] } when second == current:
                    return _places.IsKeyHeader(name);
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                    return SymbolReaches(declarator.Symbol, declarator, entry);
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [{ } index] }, Parent: IObjectOrCollectionInitializerOperation { Parent: IObjectCreationOperation creation } } pair when pair.Value == current:
                    if (_places.IsKeyHeader(index.Value))
                    {
                        return true;
                    }

                    (current, entry) = (creation, ConstantOf(index.Value));
                    break;
                case ISimpleAssignmentOperation assignment when assignment.Value == current:
                    return TargetReaches(assignment.Target, entry);
                case ICoalesceAssignmentOperation assignment when assignment.Value == current:
                    return TargetReaches(assignment.Target, entry);
                case IFieldInitializerOperation field:
                    return AnyReaches(field.InitializedFields.CastArray<ISymbol>(), current, entry);
                case IPropertyInitializerOperation property:
                    return AnyReaches(property.InitializedProperties.CastArray<ISymbol>(), current, entry);
                case IParameterInitializerOperation initializer:
                    return ParameterReaches(initializer.Parameter, current);
                case IReturnOperation returned:
                    return ReturnReaches(returned, entry);
                default:
                    return false;
            }
        }
    }

    /// <summary>The collection whose initializer adds the argument (<c>new List&lt;string&gt; { "..." }</c>), or null.</summary>
    private static IOperation? IsElement(IArgumentOperation argument) =>
        argument.Parent is IInvocationOperation { Parent: IObjectOrCollectionInitializerOperation { Parent: IObjectCreationOperation creation } } add && add.Arguments[add.Arguments.Length - 1] == argument
            ? creation
            : null;

    private string? KeyOf(IArgumentOperation argument) =>
        argument.Parent is IInvocationOperation { Arguments: [{ } key, _] } ? ConstantOf(key.Value) : null;

    private string? ConstantOf(IOperation value) => _resolver.ConstantOf(value) is { HasValue: true, Value: string text } ? text : null;

    /// <summary>Whether another entry of the collection is read.</summary>
    private bool IsOther(IOperation index, string? entry) => entry is not null && ConstantOf(index) is { } read && read != entry;

    private bool AnyReaches(ImmutableArray<ISymbol> symbols, IOperation near, string? entry)
    {
        foreach (ISymbol symbol in symbols)
        {
            if (SymbolReaches(symbol, near, entry))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The uses of a parameter, and those of the property that a positional parameter of a record declares.</summary>
    private bool ParameterReaches(IParameterSymbol parameter, IOperation near) =>
        SymbolReaches(parameter, near, null)
        || (parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: { IsRecord: true } record }
            && record.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault() is { } property && SymbolReaches(property, near, null));

    private bool SymbolReaches(ISymbol symbol, IOperation near, string? entry)
    {
        if (KeyNames.TakesKey(symbol))
        {
            return true;
        }

        if (!_seen.Add(symbol) || _seen.Count > MaxSymbols)
        {
            return false;
        }

        foreach (IOperation use in SymbolUses.Of(symbol, near, _resolver))
        {
            if (!LocalFacts.IsWrite(use) && Reaches(use, entry))
            {
                return true;
            }
        }

        return false;
    }

    private bool TargetReaches(IOperation target, string? entry)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                return SymbolReaches(local.Local, local, entry);
            case IPropertyReferenceOperation { Arguments: [{ } index] }:
                return _places.IsKeyHeader(index.Value);
            case IPropertyReferenceOperation { Property.ContainingType.IsAnonymousType: true } anonymous:
                return KeyPlaces.IsHeaderMember(anonymous);
            case IMemberReferenceOperation { Member: var member }:
                return member.DeclaringSyntaxReferences.IsEmpty ? KeyNames.TakesKey(member) : SymbolReaches(member, target, entry);
            default:
                return false;
        }
    }

    private bool ReturnReaches(IReturnOperation returned, string? entry)
    {
        IOperation root = returned;
        while (root.Parent is { } parent && root is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
        {
            root = parent;
        }

        ISymbol? owner = root switch
        {
            ILocalFunctionOperation local => local.Symbol,
            IAnonymousFunctionOperation => null,
            _ => _resolver.Program.SemanticModelOf(root.Syntax.SyntaxTree).GetEnclosingSymbol(returned.Syntax.SpanStart, _resolver.CancellationToken),
        };
        owner = owner is IMethodSymbol { AssociatedSymbol: { } property } ? property : owner;
        return owner is not null && SymbolReaches(owner, returned, entry);
    }
}
