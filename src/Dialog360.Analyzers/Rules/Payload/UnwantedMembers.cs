using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Picture;

namespace Dialog360.Analyzers.Rules.Payload;

/// <summary>Of <see cref="IncompleteMessage"/>: members that the object does not take, in any generation or in this one, and the second of two that exclude each other.</summary>
internal static class UnwantedMembers
{
    /// <summary>The members that must not be there.</summary>
    public static IEnumerable<Defect> Of(SchemaPlace place, bool? isCloud)
    {
        PayloadNode node = place.Node;
        PayloadMember? first = null;
        foreach (PayloadMember member in node.Members)
        {
            // A conditional member may be left out exactly where it does not belong; what a factory writes is its own business.
            if (member.IsConditional || member.Origin.Style == WritingStyle.SdkFactory || !Given.IsNeverNull(member.Value) || IsUnsetDefault(member))
            {
                continue;
            }

            string where = place.Holder is { } holder ? $"'{holder}'" : "the message";
            if (place.Shape.Forbidden.Contains(member.Name))
            {
                yield return new Defect(Defect.NameOf(member, node), $"'{member.Name}' has no place in {where}", node, member, new UnwantedMember(MovedTo: null));
            }
            else if (place.Shape.Member(member.Name) is { } documented && documented.IsForbidden(isCloud))
            {
                string api = isCloud == true ? "Cloud" : "on-premises";
                yield return new Defect(Defect.NameOf(member, node), $"'{member.Name}' has no place in {where} in the {api} API", node, member, new UnwantedMember(documented.MovedTo));
            }
            else if (place.Shape.OneOf.Contains(member.Name))
            {
                if (first is not null && first.Name != member.Name)
                {
                    yield return new Defect(Defect.NameOf(member, node), $"'{first.Name}' and '{member.Name}' exclude each other in {where}", node, member, new UnwantedMember(MovedTo: null) { Rival = first });
                }

                first ??= member;
            }
        }
    }

    /// <summary>A member of a value type that nobody set, or an empty text that only keeps the compiler content.</summary>
    private static bool IsUnsetDefault(PayloadMember member) =>
        Given.IsDefault(member) && member.Value is { Kind: PayloadKind.Unknown } or { KnownText: "" };
}
