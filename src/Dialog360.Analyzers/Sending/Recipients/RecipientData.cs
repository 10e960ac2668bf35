using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Sending.Recipients;

/// <summary>Tells types that carry data from services that data is asked from, by kind and name.</summary>
internal static class RecipientData
{
    /// <summary>Whether a parameter of that type carries data, rather than being a service that data is asked from.</summary>
    /// <param name="type">The type.</param>
    /// <param name="path">The members that are read from it: a text that can be set is data, whatever the type is called.</param>
    public static bool IsData(ITypeSymbol type, ImmutableArray<ISymbol> path)
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

        if (path is [IPropertySymbol { SetMethod: not null, Type.SpecialType: SpecialType.System_String, DeclaringSyntaxReferences.IsEmpty: false }, ..])
        {
            return true;
        }

        return !Vocabulary.Of("service").Any(service => type.Name.EndsWith(service, StringComparison.OrdinalIgnoreCase)
            && type.Name.Length >= service.Length && char.IsUpper(type.Name[type.Name.Length - service.Length]));

        static bool IsDbSet(ITypeSymbol type) => type.Name == "DbSet";
    }
}
