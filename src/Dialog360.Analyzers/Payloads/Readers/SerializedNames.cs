using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Picture;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Payloads.Readers;

/// <summary>Tells under which name a C# member stands in the JSON, and what the attributes of each library say of it.</summary>
internal static class SerializedNames
{
    /// <summary>
    /// The serialized name: that of an attribute exactly; else the name of a message's member that equals the C# name when case and
    /// underscores are left out (<c>PreviewUrl</c> is <c>preview_url</c>); else the C# name in snake case.
    /// </summary>
    public static string Of(ISymbol member) => AttributeName(member) ?? OfCSharpName(member.Name);

    /// <summary>The serialized form of a C# name without attribute.</summary>
    public static string OfCSharpName(string name) => MessageNames.Canonical(name) ?? NamingPolicies.Apply(NamingPolicy.SnakeCaseLower, name);

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
            if (NameIn(attribute) is { Length: > 0 } name)
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>The name that an attribute of that library gives a member, or the member that it overrides; null where there is none.</summary>
    public static string? AttributeName(ISymbol member, SerializerLibrary library)
    {
        for (ISymbol? declared = member; declared is not null; declared = (declared as IPropertySymbol)?.OverriddenProperty)
        {
            foreach (AttributeData attribute in declared.GetAttributes())
            {
                if (IsNameFor(attribute, declared, library) && NameIn(attribute) is { Length: > 0 } name)
                {
                    return name;
                }
            }
        }

        return null;
    }

    /// <summary>Whether an attribute says how the library names a member in a way that nobody but the library knows.</summary>
    public static bool HasOwnNaming(ISymbol member, SerializerLibrary library)
    {
        foreach (AttributeData attribute in member.GetAttributes().Concat(member.ContainingType?.GetAttributes() ?? ImmutableArray<AttributeData>.Empty))
        {
            if (LibraryOf(attribute) == library && (attribute.AttributeClass!.Name.IndexOf("Naming", StringComparison.Ordinal) >= 0 || attribute.NamedArguments.Any(static argument => argument.Key == "NamingStrategyType")))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an attribute tells that library to leave a member out.</summary>
    public static bool IsIgnored(ISymbol member, SerializerLibrary library)
    {
        foreach (AttributeData attribute in member.GetAttributes())
        {
            switch (attribute.AttributeClass?.Name)
            {
                case "JsonIgnoreAttribute" when LibraryOf(attribute) == library && (attribute.NamedArguments.IsEmpty || attribute.NamedArguments.Any(static argument => argument is { Key: "Condition", Value.Value: 1 })):
                case "IgnoreDataMemberAttribute" or "NonSerializedAttribute" when library == SerializerLibrary.Newtonsoft:
                case "ScriptIgnoreAttribute" when library == SerializerLibrary.JavaScript:
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether an attribute tells that library to write a member, whatever its kind and accessibility.</summary>
    public static bool IsMarked(ISymbol member, SerializerLibrary library)
    {
        foreach (AttributeData attribute in member.GetAttributes())
        {
            switch (attribute.AttributeClass?.Name)
            {
                case "JsonIncludeAttribute" when library == SerializerLibrary.SystemText:
                case "JsonPropertyAttribute" or "JsonRequiredAttribute" when library == SerializerLibrary.Newtonsoft && LibraryOf(attribute) == library:
                case "DataMemberAttribute" when library == SerializerLibrary.Newtonsoft && HasContract(member.ContainingType):
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether that library writes only those members of a type that attributes tell it to.</summary>
    public static bool IsMarkedOnly(INamedTypeSymbol? type, SerializerLibrary library) =>
        library == SerializerLibrary.Newtonsoft
        && (HasContract(type) || type?.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "JsonObjectAttribute" && !attribute.ConstructorArguments.IsEmpty) == true);

    private static bool HasContract(INamedTypeSymbol? type) => type?.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "DataContractAttribute") == true;

    private static bool IsNameFor(AttributeData attribute, ISymbol member, SerializerLibrary library) =>
        attribute.AttributeClass?.Name == "DataMemberAttribute" ? library == SerializerLibrary.Newtonsoft && HasContract(member.ContainingType) : LibraryOf(attribute) == library;

    private static SerializerLibrary LibraryOf(AttributeData attribute) => attribute.AttributeClass?.ContainingNamespace?.ToDisplayString() switch
    {
        "System.Text.Json.Serialization" => SerializerLibrary.SystemText,
        "Newtonsoft.Json" => SerializerLibrary.Newtonsoft,
        _ => SerializerLibrary.Unknown,
    };

    private static string? NameIn(AttributeData attribute) => attribute.AttributeClass?.Name switch
    {
        "JsonPropertyNameAttribute" or "JsonStringEnumMemberNameAttribute" => FirstText(attribute),
        "JsonPropertyAttribute" => FirstText(attribute) ?? NamedText(attribute, "PropertyName"),
        "DataMemberAttribute" => NamedText(attribute, "Name"),
        "EnumMemberAttribute" => NamedText(attribute, "Value"),
        _ => null,
    };

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
}
