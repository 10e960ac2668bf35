using System.Text;
using Dialog360.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Payloads.Readers;

/// <summary>Tells under which name a C# member stands in the JSON.</summary>
internal static class SerializedNames
{
    /// <summary>
    /// The serialized name: that of an attribute exactly; else the name of a message's member that equals the C# name when case and
    /// underscores are left out (<c>PreviewUrl</c> is <c>preview_url</c>); else the C# name in snake case.
    /// </summary>
    public static string Of(ISymbol member) => AttributeName(member) ?? OfCSharpName(member.Name);

    /// <summary>The serialized form of a C# name without attribute.</summary>
    public static string OfCSharpName(string name) => MessageNames.Canonical(name) ?? SnakeCase(name);

    /// <summary>Whether the member is written at all.</summary>
    public static bool IsSerialized(ISymbol member) =>
        member is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false }
            and (IPropertySymbol { GetMethod: not null, IsIndexer: false } or IFieldSymbol { AssociatedSymbol: null }) && !IsIgnored(member)
        || member is IPropertySymbol { IsStatic: false, IsIndexer: false } and { DeclaredAccessibility: not Accessibility.Public } && AttributeName(member) is not null;

    /// <summary>The name that an attribute gives (<c>JsonPropertyName</c>, <c>JsonProperty</c>, <c>DataMember</c>, <c>EnumMember</c>, <c>JsonStringEnumMemberName</c>), or null.</summary>
    public static string? AttributeName(ISymbol member)
    {
        foreach (AttributeData attribute in member.GetAttributes())
        {
            string? name = attribute.AttributeClass?.Name switch
            {
                "JsonPropertyNameAttribute" or "JsonStringEnumMemberNameAttribute" => FirstText(attribute),
                "JsonPropertyAttribute" => FirstText(attribute) ?? NamedText(attribute, "PropertyName"),
                "DataMemberAttribute" => NamedText(attribute, "Name"),
                "EnumMemberAttribute" => NamedText(attribute, "Value"),
                _ => null,
            };

            if (!string.IsNullOrEmpty(name))
            {
                return name;
            }
        }

        return null;
    }

    private static bool IsIgnored(ISymbol member)
    {
        foreach (AttributeData attribute in member.GetAttributes())
        {
            switch (attribute.AttributeClass?.Name)
            {
                case "IgnoreDataMemberAttribute" or "ScriptIgnoreAttribute":
                case "JsonIgnoreAttribute" when attribute.NamedArguments.IsEmpty:
                    return true;
            }
        }

        return false;
    }

    private static string? FirstText(AttributeData attribute) =>
        attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Primitive, Value: string text }, ..] ? text : null;

    private static string? NamedText(AttributeData attribute, string name)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
            {
                return argument.Value.Value as string;
            }
        }

        return null;
    }

    private static string SnakeCase(string name)
    {
        StringBuilder result = new(name.Length + 4);
        for (int index = 0; index < name.Length; index++)
        {
            char character = name[index];
            if (char.IsUpper(character) && index > 0 && !char.IsUpper(name[index - 1]) && name[index - 1] != '_')
            {
                result.Append('_');
            }

            result.Append(char.ToLowerInvariant(character));
        }

        return result.ToString();
    }
}
