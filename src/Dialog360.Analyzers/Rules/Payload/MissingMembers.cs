using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Picture;

namespace Dialog360.Analyzers.Rules.Payload;

/// <summary>Of <see cref="IncompleteMessage"/>: members that an object must have and has not. What may be added out of sight is not missing.</summary>
internal static class MissingMembers
{
    /// <summary>What the object lacks, in one defect; null where it is complete or where nobody can tell.</summary>
    public static Defect? Of(SchemaPlace place, bool? isCloud)
    {
        PayloadNode node = place.Node;
        if (node.IsOpen || node.Origin.Style == WritingStyle.ClassDefault)
        {
            return null;
        }

        ImmutableArray<string> missing = place.Shape.Members
            .Where(member => member.IsRequired(isCloud) && !Has(node, member.Name) && !member.Unless.Any(other => Has(node, other)))
            .Select(static member => member.Name)
            .ToImmutableArray();
        ImmutableArray<string> oneOf = place.Shape.OneOf;
        bool lacksChoice = !oneOf.IsEmpty && !oneOf.Any(name => Has(node, name));
        if (missing.IsEmpty && !lacksChoice)
        {
            return LacksTitle(place);
        }

        IEnumerable<string> words = missing.Select(static name => $"'{name}'");
        words = lacksChoice ? words.Concat(new[] { string.Join(" or ", oneOf.Select(static name => $"'{name}'")) }) : words;
        string where = place.Holder is { } holder ? $" in '{holder}'" : string.Empty;
        return new Defect(
            Defect.StartOf(node),
            $"{string.Join(" and ", words)} {(missing.Length + (lacksChoice ? 1 : 0) > 1 ? "are" : "is")} missing{where}",
            node,
            Member: null,
            new LackingMembers((lacksChoice ? missing.AddRange(oneOf) : missing).Select(name => (name, place.Shape.Member(name)?.Added, NearMiss(place, name))).ToImmutableArray()) { Alternatives = lacksChoice ? oneOf : ImmutableArray<string>.Empty });
    }

    /// <summary>Whether the object has the member; one of the wrong JSON type counts, null does not.</summary>
    private static bool Has(PayloadNode node, string name) => node[name] is { Kind: not PayloadKind.Null };

    /// <summary>One of several sections without a title.</summary>
    private static Defect? LacksTitle(SchemaPlace place)
    {
        foreach (SchemaMember member in place.Shape.Members)
        {
            if (member.TitledBy is not { } title || place.Node[member.Name] is not { Kind: PayloadKind.Array, IsOpen: false, Elements.Length: > 1 } array)
            {
                continue;
            }

            foreach (PayloadNode element in array.Elements)
            {
                if (element is { Kind: PayloadKind.Object, IsOpen: false } && !Has(element, title))
                {
                    return new Defect(
                        Defect.StartOf(element),
                        $"'{title}' is missing in one of several {member.Name}",
                        element,
                        Member: null,
                        new LackingMembers(ImmutableArray.Create((title, (string?)null, member.Shape is null ? null : NearMiss(new SchemaPlace(element, member.Shape, null), title)))));
                }
            }
        }

        return null;
    }

    /// <summary>A member that the schema does not know and whose name comes near (<c>longitud</c>).</summary>
    private static PayloadMember? NearMiss(SchemaPlace place, string name)
    {
        foreach (PayloadMember member in place.Node.Members)
        {
            if (place.Shape.Member(member.Name) is null && MessageSchema.NearestMember(place.Shape, member.Name) == name)
            {
                return member;
            }
        }

        return null;
    }
}
