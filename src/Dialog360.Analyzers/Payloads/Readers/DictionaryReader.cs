using Dialog360.Analyzers.Payloads.Picture;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Payloads.Readers;

/// <summary>Reads <c>new Dictionary&lt;string, object&gt; { ["to"] = to }</c>, in both forms of initializer and filled later; also <c>ExpandoObject</c>-like types with text keys.</summary>
internal static class DictionaryReader
{
    /// <summary>The picture of the dictionary; null for other types.</summary>
    public static PayloadNode? Read(IObjectCreationOperation creation, PayloadReader reader)
    {
        if (creation.Type is not INamedTypeSymbol type || !HasTextKeys(type))
        {
            return null;
        }

        MemberList members = new();
        foreach (IArgumentOperation argument in creation.Arguments)
        {
            // A capacity or comparer adds nothing; a collection to copy does.
            members.IsOpen |= argument.Value.Type is { SpecialType: not SpecialType.System_Int32 } given && given.Name is not ("StringComparer" or "IEqualityComparer");
        }

        Entries.AddInitializer(creation, members, WritingStyle.Dictionary, reader);
        Entries.AddLater(creation, members, WritingStyle.Dictionary, reader);
        return members.ToNode(creation, WritingStyle.Dictionary);
    }

    /// <summary>Whether a type is a dictionary whose keys are texts or objects.</summary>
    public static bool HasTextKeys(INamedTypeSymbol type)
    {
        if (JsonTypes.Of(type) != JsonType.Object)
        {
            return false;
        }

        foreach (INamedTypeSymbol contract in type.AllInterfaces)
        {
            if (contract is { Name: "IDictionary", TypeArguments: [{ SpecialType: SpecialType.System_String or SpecialType.System_Object }, _] })
            {
                return true;
            }
        }

        return false;
    }
}
