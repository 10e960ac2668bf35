using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Access;

/// <summary>
/// Follows a value forward through locals, members, parameters and defaults, to the header that carries the API key or to a client of
/// the SDK that takes it.
/// </summary>
internal sealed class KeyFlow
{
    private const int MaxSymbols = 64;

    private readonly ValueResolver _resolver;
    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);

    private KeyFlow(ValueResolver resolver)
    {
        _resolver = resolver;
    }

    /// <summary>Whether the value is used as the API key somewhere.</summary>
    public static bool ReachesKey(IOperation value, ValueResolver resolver) => new KeyFlow(resolver).Reaches(value);

    private bool Reaches(IOperation value)
    {
        IOperation current = value;
        while (true)
        {
            _resolver.CancellationToken.ThrowIfCancellationRequested();
            switch (current.Parent)
            {
                case IConversionOperation or IParenthesizedOperation or ICoalesceOperation or IArrayInitializerOperation or IArrayCreationOperation
                    or ISwitchExpressionOperation:
                    current = current.Parent;
                    break;
                case IConditionalOperation conditional when conditional.Condition != current:
                    current = conditional;
                    break;
                case ISwitchExpressionArmOperation arm when arm.Value == current:
                    current = arm;
                    break;
                case IArgumentOperation argument:
                    return IsKeyArgument(argument) || (argument.Parameter is { DeclaringSyntaxReferences.IsEmpty: false } parameter && SymbolReaches(parameter, current));
                case ITupleOperation { Elements: [{ } name, { } second] } when second == current:
                    return IsKeyHeader(name);
                case IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator }:
                    return SymbolReaches(declarator.Symbol, declarator);
                case ISimpleAssignmentOperation assignment when assignment.Value == current:
                    return TargetReaches(assignment.Target);
                case ICoalesceAssignmentOperation assignment when assignment.Value == current:
                    return TargetReaches(assignment.Target);
                case IFieldInitializerOperation field:
                    return AnyReaches(field.InitializedFields.CastArray<ISymbol>(), current);
                case IPropertyInitializerOperation property:
                    return AnyReaches(property.InitializedProperties.CastArray<ISymbol>(), current);
                case IParameterInitializerOperation initializer:
                    return SymbolReaches(initializer.Parameter, current);
                case IReturnOperation returned:
                    return ReturnReaches(returned);
                default:
                    return false;
            }
        }
    }

    private bool AnyReaches(ImmutableArray<ISymbol> symbols, IOperation near)
    {
        foreach (ISymbol symbol in symbols)
        {
            if (SymbolReaches(symbol, near))
            {
                return true;
            }
        }

        return false;
    }

    private bool SymbolReaches(ISymbol symbol, IOperation near)
    {
        if (!_seen.Add(symbol) || _seen.Count > MaxSymbols)
        {
            return false;
        }

        foreach (IOperation use in SymbolUses.Of(symbol, near, _resolver))
        {
            if (!LocalFacts.IsWrite(use) && Reaches(use))
            {
                return true;
            }
        }

        return false;
    }

    private bool TargetReaches(IOperation target)
    {
        switch (target)
        {
            case ILocalReferenceOperation local:
                return SymbolReaches(local.Local, local);
            case IPropertyReferenceOperation { Arguments: [{ } index] }:
                return IsKeyHeader(index.Value);
            case IPropertyReferenceOperation { Property: { ContainingType.IsAnonymousType: true } property } anonymous:
                return IsHeaderObject(anonymous) && ApiHosts.IsKeyHeader(property.Name.Replace('_', '-'));
            case IMemberReferenceOperation { Member: { DeclaringSyntaxReferences.IsEmpty: false } member }:
                return SymbolReaches(member, target);
            default:
                return false;
        }
    }

    private bool ReturnReaches(IReturnOperation returned)
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
        return owner is not null && SymbolReaches(owner, returned);
    }

    /// <summary>Whether the value stands behind the name of the header, or where a client of the SDK takes the key.</summary>
    private bool IsKeyArgument(IArgumentOperation argument)
    {
        if (argument.Parameter is not { } parameter)
        {
            return false;
        }

        foreach (AttributeData attribute in parameter.GetAttributes())
        {
            // Refit: [Header("D360-API-KEY")] string key
            if (attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Primitive, Value: string header }] && ApiHosts.IsKeyHeader(header))
            {
                return true;
            }
        }

        if (argument.Parent is IObjectCreationOperation { Type: { } type } && Names.IsIn(type, "WABA360Dialog"))
        {
            return parameter.Name.IndexOf("key", StringComparison.OrdinalIgnoreCase) >= 0;
        }

        ImmutableArray<IArgumentOperation> arguments = argument.Parent switch
        {
            IInvocationOperation invocation => invocation.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => ImmutableArray<IArgumentOperation>.Empty,
        };
        foreach (IArgumentOperation other in arguments)
        {
            if (other.Parameter?.Ordinal == parameter.Ordinal - 1 && IsKeyHeader(other.Value))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an anonymous object gives headers (Flurl writes <c>_</c> as <c>-</c>).</summary>
    private static bool IsHeaderObject(IPropertyReferenceOperation property)
    {
        IOperation? current = property;
        while (current is not (null or IInvocationOperation))
        {
            current = current.Parent;
        }

        return current is IInvocationOperation { TargetMethod.Name: "WithHeaders" };
    }

    private bool IsKeyHeader(IOperation name) => _resolver.ConstantOf(name) is { HasValue: true, Value: string text } && ApiHosts.IsKeyHeader(text.Trim());
}
