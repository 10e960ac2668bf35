using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Readers;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Webhooks;

/// <summary>Recognises the sender of an inbound message by the shape of webhooks: <c>from</c> of a message, <c>wa_id</c> of a contact.</summary>
internal static class InboundShape
{
    private static readonly string[] MessageMembers = { "id", "messageid", "timestamp", "type", "text", "body", "audio", "image", "interactive", "button", "profile", "context" };

    /// <summary>Whether a field or property is the sender of an inbound message.</summary>
    public static bool IsSender(ISymbol member)
    {
        string name = NameOf(member);
        if (name is not ("from" or "waid"))
        {
            return false;
        }

        ImmutableHashSet<string> members = NamesOf(member.ContainingType);
        ImmutableArray<string> type = NameWords.Of(member.ContainingType?.Name ?? string.Empty);
        bool named = type.Contains("inbound") || type.Contains("incoming") || type.Contains("webhook") || type.Contains("received") || type.Contains("notification");
        if (name == "waid")
        {
            return named || members.Contains("profile") || (members.Count <= 4 && members.Contains("userid"));
        }

        return !members.Contains("to") && !members.Contains("recipient") && !members.Contains("subject") && (named || MessageMembers.Any(members.Contains));
    }

    /// <summary>Whether a JSON name is that of the sender of an inbound message: <c>GetProperty("from")</c>, a path that ends in it.</summary>
    public static bool IsSenderName(string name)
    {
        int dot = name.LastIndexOf('.');
        string last = dot < 0 ? name : name.Substring(dot + 1);
        return last is "from" or "wa_id" or "From" or "WaId";
    }

    /// <summary>Whether a JSON name, a member or a call is that of a number which the contacts look-up or an inbound message has given.</summary>
    public static bool IsWaId(ISymbol member) => NameOf(member) == "waid";

    /// <summary>The JSON name of a field or property, in lower case without underscores.</summary>
    private static string NameOf(ISymbol member) => (SerializedNames.AttributeName(member) ?? member.Name).Replace("_", string.Empty).ToLowerInvariant();

    private static ImmutableHashSet<string> NamesOf(ITypeSymbol? type)
    {
        ImmutableHashSet<string>.Builder names = ImmutableHashSet.CreateBuilder(StringComparer.Ordinal);
        for (ITypeSymbol? current = type; current is not null && current.SpecialType != SpecialType.System_Object; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers())
            {
                if (member is IPropertySymbol or IFieldSymbol { AssociatedSymbol: null } && !member.IsStatic)
                {
                    names.Add(NameOf(member));
                }
            }
        }

        return names.ToImmutable();
    }
}
