using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Payloads.Readers;

/// <summary>Tells which types can carry a message at all, so that the creations of all others cost one look-up.</summary>
internal sealed class PayloadTypes
{
    private readonly ConcurrentDictionary<ITypeSymbol, bool> _known = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, bool> _keepers = new(SymbolEqualityComparer.Default);

    /// <summary>Whether objects of the type can be messages: open objects with text keys, and classes with a member like <c>to</c>.</summary>
    public bool MayCarryMessage(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named && _known.GetOrAdd(named.OriginalDefinition, _ => Find(named));

    /// <summary>Whether objects of a class of the program may keep a message while calls fill it: in a field with an open object, or by methods that give the object back.</summary>
    public bool MayKeepMessage(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } named && _keepers.GetOrAdd(named.OriginalDefinition, _ => Keeps(named.OriginalDefinition));

    private bool Keeps(INamedTypeSymbol type)
    {
        int depth = 0;
        for (INamedTypeSymbol? current = type; current is { SpecialType: SpecialType.None, DeclaringSyntaxReferences.IsEmpty: false } && depth < 16; current = current.BaseType, depth++)
        {
            foreach (ISymbol member in current.GetMembers())
            {
                if (member is IFieldSymbol { IsStatic: false, IsConst: false, Type: var kept } ? MayCarryMessage(kept)
                    : member is IMethodSymbol { IsStatic: false, MethodKind: MethodKind.Ordinary, ReturnType: var result } && IsSame(result, current))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether a method gives the type itself: by its name, or as the type parameter that stands for derived builders.</summary>
    private static bool IsSame(ITypeSymbol result, INamedTypeSymbol type) =>
        SymbolEqualityComparer.Default.Equals(result.OriginalDefinition, type.OriginalDefinition)
        || result is ITypeParameterSymbol { DeclaringType: not null } parameter && parameter.ConstraintTypes.Any(constraint => SymbolEqualityComparer.Default.Equals(constraint.OriginalDefinition, type.OriginalDefinition));

    private static bool Find(INamedTypeSymbol type)
    {
        if (type.Name is "JsonObject" or "JObject" || DictionaryReader.HasTextKeys(type))
        {
            return true;
        }

        if (TypedObjectReader.IsFrameworkType(type))
        {
            return false;
        }

        int depth = 0;
        for (INamedTypeSymbol? current = type; current is { SpecialType: SpecialType.None } && depth < 16; current = current.BaseType, depth++)
        {
            foreach (ISymbol member in current.GetMembers())
            {
                if (member is IPropertySymbol or IFieldSymbol && !member.IsStatic
                    && SerializedNames.Of(member) is "to" or "recipient_type" or "messaging_product")
                {
                    return true;
                }
            }
        }

        return false;
    }
}
