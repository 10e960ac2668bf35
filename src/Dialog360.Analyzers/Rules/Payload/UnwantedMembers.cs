using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Picture;

namespace Dialog360.Analyzers.Rules.Payload;

/// <summary>Of <see cref="IncompleteMessage"/>: members that the object does not take, in any generation or in this one, and the second of two that exclude each other.</summary>
internal static class UnwantedMembers
{
    private const string Kind = "unwanted";

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

            SchemaMember? documented = place.Shape.Member(member.Name);
            if (place.Shape.Forbidden.Contains(member.Name))
            {
                yield return Unwanted("not-taken", movedTo: null);
            }
            else if (documented?.IsForbidden(isCloud) == true)
            {
                yield return Unwanted(isCloud == true ? "not-taken-cloud" : "not-taken-on-premises", documented.MovedTo);
            }
            else if (documented is { IsLimitedToValues: false } && Companion.IsMissing(place, documented))
            {
                string what = Defect.Words.Phrase("without", place.PathOf(member.Name), documented.With!, Defect.Words.OrPlain(documented.WithValues));
                yield return Of(what, "remove", member.Name) with { Detail = new UnwantedMember(MovedTo: null) };
            }
            else if (place.Shape.OneOf.Contains(member.Name))
            {
                if (first is not null && first.Name != member.Name)
                {
                    yield return Of(Defect.Words.Phrase("exclude", place.PathOf(first.Name), place.PathOf(member.Name)), "remove-one") with { Detail = new UnwantedMember(MovedTo: null) { Rival = first } };
                }

                first ??= member;
            }

            Defect Unwanted(string phrase, string? movedTo) =>
                Of(Defect.Words.Phrase(phrase, Defect.NameOf(place), member.Name), movedTo is null ? "remove" : "move", movedTo is null ? member.Name : movedTo == "message" ? Defect.Words.Phrase(movedTo) : Defect.Words.Or([movedTo]))
                    with { Detail = new UnwantedMember(movedTo) };

            Defect Of(string what, string advice, params string[] arguments) =>
                new(Defect.NameOf(member, node), what, Kind, node, member, new UnwantedMember(MovedTo: null)) { Advice = Defect.Words.Advice(advice, arguments) };
        }
    }

    /// <summary>A member of a value type that nobody set, or an empty text that only keeps the compiler content.</summary>
    private static bool IsUnsetDefault(PayloadMember member) =>
        Given.IsDefault(member) && member.Value is { Kind: PayloadKind.Unknown } or { KnownText: "" };
}

/// <summary>Members that are only taken beside another one.</summary>
internal static class Companion
{
    /// <summary>Whether the member that this one needs is known to be absent, or to have another of its documented values.</summary>
    public static bool IsMissing(SchemaPlace place, SchemaMember member)
    {
        if (member.With is not { } companion)
        {
            return false;
        }

        PayloadNode? value = place.Node[companion];
        return value is null or { Kind: PayloadKind.Null } ? !place.Node.IsOpen
            : value.KnownText is { } text && place.Shape.Member(companion)?.Takes(text) == true && !member.WithValues.Contains(text, StringComparer.OrdinalIgnoreCase);
    }
}
