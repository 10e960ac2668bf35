using System.Collections.Immutable;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Urls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Access;

/// <summary>Recognises the places that take an API key: behind the name of its header, or in a client of the SDK.</summary>
internal sealed class KeyPlaces
{
    private readonly ValueResolver _resolver;

    /// <summary>Creates the part.</summary>
    public KeyPlaces(ValueResolver resolver)
    {
        _resolver = resolver;
    }

    /// <summary>Whether the expression is the name of the header.</summary>
    public bool IsKeyHeader(IOperation name) => _resolver.ConstantOf(name) is { HasValue: true, Value: string text } && ApiHosts.IsKeyHeader(text.Trim());

    /// <summary>Whether the argument stands behind the name of the header, or where a client of the SDK takes the key.</summary>
    public bool Takes(IArgumentOperation argument)
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

    /// <summary>Whether a member of an anonymous object gives the header (Flurl writes <c>_</c> as <c>-</c>).</summary>
    public static bool IsHeaderMember(IPropertyReferenceOperation member)
    {
        IOperation? current = member;
        while (current is not (null or IInvocationOperation))
        {
            current = current.Parent;
        }

        return current is IInvocationOperation { TargetMethod.Name: "WithHeaders" } && ApiHosts.IsKeyHeader(member.Property.Name.Replace('_', '-'));
    }

    /// <summary>Whether a text with the value in it is a line that begins with the name of the header (<c>"D360-API-KEY: " + key</c>).</summary>
    /// <param name="text">The concatenation or interpolated string.</param>
    /// <param name="value">The part of it that the value gives.</param>
    public bool IsHeaderLine(IOperation text, IOperation value)
    {
        IOperation? before = text switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum when sum.RightOperand == value => sum.LeftOperand,
            IInterpolatedStringOperation { Parts: [IInterpolatedStringTextOperation { Text: { } first }, { } second] } when second == value => first,
            _ => null,
        };
        return before is not null && _resolver.ConstantOf(before) is { HasValue: true, Value: string known } && known.TrimEnd() is { Length: > 1 } line
            && line[line.Length - 1] == ':' && ApiHosts.IsKeyHeader(line.Substring(0, line.Length - 1).Trim());
    }
}
