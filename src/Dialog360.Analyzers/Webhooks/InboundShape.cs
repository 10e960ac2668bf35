using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Sending.Time;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Webhooks;

/// <summary>
/// Recognises the sender of an inbound message by the shape of webhooks (<c>from</c> and <c>from_user_id</c> of a message, <c>wa_id</c> and
/// <c>user_id</c> of a contact), and objects of the program that carry a received message.
/// </summary>
internal static class InboundShape
{
    /// <summary>Whether a field or property is the sender of an inbound message.</summary>
    public static bool IsSender(ISymbol member)
    {
        string name = NameOf(member);
        if (Vocabulary.Of("receivedSender").Contains(name))
        {
            return IsReceivedMessage(member.ContainingType);
        }

        if (!Vocabulary.Of("senderMember").Contains(name) && !Vocabulary.Of("contactMember").Contains(name))
        {
            return false;
        }

        ImmutableHashSet<string> members = NamesOf(member.ContainingType);
        bool named = IsInboundType(member.ContainingType);
        if (Vocabulary.Of("contactMember").Contains(name))
        {
            return members.Contains("profile") || (name == "waid" ? named || (members.Count <= 4 && members.Contains("userid")) : members.Contains("waid"));
        }

        return !members.Contains("subject")
            && (members.Overlaps(Vocabulary.Of("addresseeMember")) ? IsReceivedMessage(member.ContainingType) : named || members.Overlaps(Vocabulary.Of("messageMember")));
    }

    /// <summary>Whether objects of a type carry a received message: it is called like one, and has a sender, a time and a content.</summary>
    public static bool IsReceivedMessage(ITypeSymbol? type)
    {
        ImmutableArray<string> words = NameWords.Of(type?.Name ?? string.Empty);
        bool inbound = Vocabulary.Any(words, Vocabulary.Of("inboundType"));
        if (Vocabulary.Any(words, Vocabulary.Of("otherMessage")) || Vocabulary.Any(words, SessionWords.Outbound) || !(inbound || Vocabulary.Any(words, SessionWords.Message)))
        {
            return false;
        }

        ImmutableHashSet<string> members = NamesOf(type);
        return (members.Overlaps(Vocabulary.Of("senderMember")) || members.Overlaps(Vocabulary.Of("receivedSender"))) && HasTime(type) && (inbound || members.Overlaps(Vocabulary.Of("contentMember")));
    }

    /// <summary>Whether a field or property is the id of a received message, which a reply quotes.</summary>
    public static bool IsReceivedId(ISymbol member) =>
        Vocabulary.Of("idMember").Contains(NameOf(member)) && (IsReceivedMessage(member.ContainingType) || IsInboundType(member.ContainingType) || MembersOf(member.ContainingType).Any(IsSender));

    /// <summary>Whether a JSON name is that of the sender of an inbound message: <c>GetProperty("from")</c>, a path that ends in it.</summary>
    public static bool IsSenderName(string name)
    {
        int dot = name.LastIndexOf('.');
        string last = dot < 0 ? name : name.Substring(dot + 1);
        return last is "from" or "wa_id" or "From" or "WaId" || last.StartsWith("from_", StringComparison.Ordinal) && Vocabulary.Of("senderMember").Contains(Fold(last))
            || (dot > 0 && IsContactId(last) && name.Contains("contacts"));
    }

    /// <summary>Whether a JSON name is the user id of a contact, where it is read from one.</summary>
    public static bool IsContactId(string name) => name is "user_id" or "parent_user_id";

    /// <summary>Whether a JSON name, a member or a call is that of a number which the contacts look-up or an inbound message has given.</summary>
    public static bool IsWaId(ISymbol member) => NameOf(member) == "waid";

    /// <summary>The JSON name of a field or property, in lower case without underscores.</summary>
    private static string NameOf(ISymbol member) => Fold(SerializedNames.AttributeName(member) ?? member.Name);

    private static string Fold(string name) => name.Replace("_", string.Empty).ToLowerInvariant();

    private static bool IsInboundType(ITypeSymbol? type) => Vocabulary.Any(NameWords.Of(type?.Name ?? string.Empty), Vocabulary.Of("inboundType"));

    private static bool HasTime(ITypeSymbol? type) =>
        MembersOf(type).Any(static member => Vocabulary.Of("timeMember").Contains(NameOf(member)) || TimeNames.IsTime((member as IPropertySymbol)?.Type ?? (member as IFieldSymbol)?.Type));

    private static ImmutableHashSet<string> NamesOf(ITypeSymbol? type) => ImmutableHashSet.CreateRange(StringComparer.Ordinal, MembersOf(type).Select(NameOf));

    private static IEnumerable<ISymbol> MembersOf(ITypeSymbol? type)
    {
        for (ITypeSymbol? current = type; current is not null && current.SpecialType != SpecialType.System_Object; current = current.BaseType)
        {
            foreach (ISymbol member in current.GetMembers())
            {
                if (member is IPropertySymbol or IFieldSymbol { AssociatedSymbol: null } && !member.IsStatic)
                {
                    yield return member;
                }
            }
        }
    }
}
