using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Program;

namespace Dialog360.Analyzers.Rules.Payload;

/// <summary>Of <see cref="IncompleteMessage"/>: the type does not exist, or the message has no object of that name.</summary>
internal static class TypeDisagreement
{
    /// <summary>On-premises knew it until version 2.39.</summary>
    private const string OldTemplateType = "hsm";

    /// <summary>The disagreement, or null.</summary>
    public static Defect? Of(MessagePicture message)
    {
        PayloadNode root = message.Root;
        if (message.TypeMember is not { Value: { KnownText: { } type } value } member || Given.HasPlaceholder(type) || type.Length == 0 && Given.IsDefault(member))
        {
            return null;
        }

        SourceSpan span = member.Origin.Style == WritingStyle.ClassDefault ? Defect.StartOf(root) : value.Span;
        if (!MessageNames.IsType(type))
        {
            // How a member of an enum is written is up to its converter.
            ImmutableArray<string> types = TypesFor(root, type);
            return value.StaticType != JsonType.String || type == OldTemplateType && message.IsCloud != true ? null
                : new Defect(span, Defect.Words.Phrase("unknown-type", type), "type", root, member, new WrongType(types, root.Member(type))) { Advice = Use(types) };
        }

        if (root.IsOpen || root[type] is { Kind: not PayloadKind.Null })
        {
            return null;
        }

        ImmutableArray<string> held = ContentsOf(root);
        string words = held.IsEmpty ? Defect.Words.Phrase("no-content", type) : Defect.Words.Phrase("other-content", type, held[0]);
        PayloadMember? near = NearMiss(root, type);
        return new Defect(span, words, "missing", root, member, new WrongType(held, near ?? (held.Length == 1 ? root.Member(held[0]) : null)))
        {
            Advice = Misnamed.AdviceFor(root, [type], message.Serializer) ?? (near is not null ? Defect.Words.Advice("rename", near.Name, type) : Use(held)),
        };
    }

    /// <summary>The one type that was meant, at the end of the message.</summary>
    private static string Use(ImmutableArray<string> types) => types is [{ } only] ? Defect.Words.Advice("set-type", only) : string.Empty;

    private static ImmutableArray<string> TypesFor(PayloadNode root, string type)
    {
        ImmutableArray<string> held = ContentsOf(root);
        return !held.IsEmpty ? held : MessageSchema.NearestType(type) is { } nearest ? ImmutableArray.Create(nearest) : ImmutableArray<string>.Empty;
    }

    private static ImmutableArray<string> ContentsOf(PayloadNode root) => root.Members
        .Where(static member => MessageNames.IsType(member.Name) && member.Value.Kind != PayloadKind.Null)
        .Select(static member => member.Name)
        .Distinct()
        .ToImmutableArray();

    private static PayloadMember? NearMiss(PayloadNode root, string type)
    {
        foreach (PayloadMember member in root.Members)
        {
            if (member.MeantName is null && MessageSchema.Message.Member(member.Name) is null && MessageSchema.NearestMember(MessageSchema.Message, member.Name) == type)
            {
                return member;
            }
        }

        return null;
    }
}
