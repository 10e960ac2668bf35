using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Sending.Control;

/// <summary>The JSON names of the members of typed objects.</summary>
internal static class SerializedNames
{
    /// <summary>The JSON name of a field or property: what its attribute says, else its own name in lower case without underscores.</summary>
    public static string Of(ISymbol member)
    {
        foreach (AttributeData attribute in member.GetAttributes())
        {
            string? name = attribute.AttributeClass?.Name;
            if (name is not ("JsonPropertyNameAttribute" or "JsonPropertyAttribute" or "DataMemberAttribute"))
            {
                continue;
            }

            if (attribute.ConstructorArguments is [{ Value: string text }, ..])
            {
                return Plain(text);
            }

            foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
            {
                if (argument is { Key: "Name" or "PropertyName", Value.Value: string named })
                {
                    return Plain(named);
                }
            }
        }

        return Plain(member.Name);
    }

    /// <summary>The JSON names of all public members of a type and its bases.</summary>
    public static ImmutableHashSet<string> AllOf(ITypeSymbol? type)
    {
        ImmutableHashSet<string>.Builder names = ImmutableHashSet.CreateBuilder(StringComparer.Ordinal);
        for (ITypeSymbol? current = type; current is not null && current.SpecialType != SpecialType.System_Object; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers())
            {
                if (member is IPropertySymbol or IFieldSymbol { AssociatedSymbol: null } && !member.IsStatic)
                {
                    names.Add(Of(member));
                }
            }
        }

        return names.ToImmutable();
    }

    private static string Plain(string name) => name.Replace("_", string.Empty).ToLowerInvariant();
}
