using Dialog360.Analyzers.Payloads.Readers;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>Finds the member of a C# type that is serialized under a name.</summary>
internal static class MemberFinder
{
    /// <summary>The property or field of <paramref name="type"/>, or of a base, that is serialized as <paramref name="name"/> and can be set; null where there is none.</summary>
    public static ISymbol? Find(ITypeSymbol? type, string name)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers())
            {
                if (CanBeSet(member) && SerializedNames.IsSerialized(member) && SerializedNames.Of(member) == name)
                {
                    return member;
                }
            }
        }

        return null;
    }

    /// <summary>The type of a property or field.</summary>
    public static ITypeSymbol? TypeOf(ISymbol? member) => member switch
    {
        IPropertySymbol property => property.Type,
        IFieldSymbol field => field.Type,
        _ => null,
    };

    /// <summary>The member of an enum that is serialized as <paramref name="text"/>, or null.</summary>
    public static IFieldSymbol? FindInEnum(ITypeSymbol type, string text)
    {
        foreach (ISymbol member in type.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true } field && (SerializedNames.AttributeName(field) ?? field.Name.ToLowerInvariant()) == text)
            {
                return field;
            }
        }

        return null;
    }

    private static bool CanBeSet(ISymbol member) => member is IPropertySymbol
    {
        SetMethod.DeclaredAccessibility: Accessibility.Public or Accessibility.Internal,
    }
    or IFieldSymbol { IsReadOnly: false, IsConst: false, IsImplicitlyDeclared: false };
}
