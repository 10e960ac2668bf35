using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Payloads.Picture;

/// <summary>Tells what C# types are serialized to, where that does not depend on converters or options.</summary>
internal static class JsonTypes
{
    /// <summary>The JSON type of values of <paramref name="type"/>.</summary>
    public static JsonType Of(ITypeSymbol? type)
    {
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            type = nullable.TypeArguments[0];
        }

        switch (type?.SpecialType)
        {
            case SpecialType.System_String or SpecialType.System_Char or SpecialType.System_DateTime:
                return JsonType.String;
            case SpecialType.System_Boolean:
                return JsonType.Boolean;
            case SpecialType.System_SByte or SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16
                or SpecialType.System_Int32 or SpecialType.System_UInt32 or SpecialType.System_Int64 or SpecialType.System_UInt64
                or SpecialType.System_Single or SpecialType.System_Double or SpecialType.System_Decimal:
                return JsonType.Number;
            case SpecialType.System_Object or null:
                return JsonType.Unknown;
        }

        return type switch
        {
            IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } => JsonType.String,
            IArrayTypeSymbol => JsonType.Array,
            { TypeKind: TypeKind.Enum or TypeKind.Dynamic or TypeKind.Error or TypeKind.TypeParameter or TypeKind.Interface or TypeKind.Delegate } => OfInterface(type),
            INamedTypeSymbol named when HasConverter(named) => JsonType.Unknown,
            INamedTypeSymbol named => OfNamed(named),
            _ => JsonType.Unknown,
        };
    }

    /// <summary>Whether the attributes of a type or member hand its serialization to a converter or to special number handling.</summary>
    public static bool HasConverter(ISymbol symbol)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass?.Name is "JsonConverterAttribute" or "JsonNumberHandlingAttribute")
            {
                return true;
            }
        }

        return false;
    }

    private static JsonType OfNamed(INamedTypeSymbol type)
    {
        string? space = type.ContainingNamespace?.ToDisplayString();
        if (space == "System")
        {
            return type.Name is "Guid" or "DateTimeOffset" or "Uri" or "DateOnly" or "TimeOnly" or "TimeSpan" or "Version" ? JsonType.String : JsonType.Unknown;
        }

        if (space is "System.Text.Json" or "System.Text.Json.Nodes" or "Newtonsoft.Json.Linq")
        {
            return JsonType.Unknown;
        }

        foreach (INamedTypeSymbol contract in type.AllInterfaces)
        {
            if (IsDictionary(contract))
            {
                return JsonType.Object;
            }
        }

        foreach (INamedTypeSymbol contract in type.AllInterfaces)
        {
            if (contract.SpecialType == SpecialType.System_Collections_IEnumerable)
            {
                return JsonType.Array;
            }
        }

        return type.IsAbstract || !IsPlain(type) ? JsonType.Unknown : JsonType.Object;
    }

    private static JsonType OfInterface(ITypeSymbol type) =>
        type is not INamedTypeSymbol { TypeKind: TypeKind.Interface } named ? JsonType.Unknown
        : IsDictionary(named) ? JsonType.Object
        : named.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T or SpecialType.System_Collections_Generic_IList_T
            or SpecialType.System_Collections_Generic_ICollection_T or SpecialType.System_Collections_Generic_IReadOnlyList_T
            or SpecialType.System_Collections_Generic_IReadOnlyCollection_T ? JsonType.Array
        : JsonType.Unknown;

    private static bool IsDictionary(INamedTypeSymbol type) => type.Name is "IDictionary" or "IReadOnlyDictionary";

    private static bool IsPlain(INamedTypeSymbol type) =>
        type.IsAnonymousType || type.TypeKind is TypeKind.Class && type.Locations.Length > 0 && type.Locations[0].IsInSource;
}
