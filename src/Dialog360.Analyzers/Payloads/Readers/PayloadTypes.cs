using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Payloads.Readers;

/// <summary>Tells which types can carry a message at all, so that the creations of all others cost one look-up.</summary>
internal sealed class PayloadTypes
{
    private readonly ConcurrentDictionary<ITypeSymbol, bool> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Whether objects of the type can be messages: open objects with text keys, and classes with a member like <c>to</c>.</summary>
    public bool MayCarryMessage(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named && _known.GetOrAdd(named.OriginalDefinition, _ => Find(named));

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
