using System.Collections.Immutable;
using System.Globalization;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Picture;

namespace Dialog360.Analyzers.Rules.Payload;

/// <summary>Of <see cref="IncompleteMessage"/>: members that an object must have and has not. What may be added out of sight is not missing.</summary>
internal static class MissingMembers
{
    /// <summary>What the object lacks, in one defect; null where it is complete or where nobody can tell.</summary>
    /// <param name="place">The object.</param>
    /// <param name="isCloud">Whether it goes to the Cloud API; null where nobody knows.</param>
    /// <param name="serializer">What writes it, where that is known.</param>
    public static Defect? Of(SchemaPlace place, bool? isCloud, Serializer? serializer = null)
    {
        PayloadNode node = place.Node;
        if (node.IsOpen || node.Origin.Style == WritingStyle.ClassDefault)
        {
            return null;
        }

        List<(string Name, string? Added)> missing = place.Shape.Members
            .Where(member => member.IsRequired(isCloud) && !Has(node, member.Name) && !member.Unless.Any(other => Has(node, other)))
            .Select(static member => (member.Name, member.Added))
            .ToList();
        if (place.Holder is null && isCloud == true && MissingType(node) is { } type)
        {
            missing.Add(type);
        }

        ImmutableArray<string> choice = place.Shape.OneOf.IsEmpty ? place.Shape.AnyOf : place.Shape.OneOf;
        bool lacksChoice = !choice.IsEmpty && !choice.Any(name => Has(node, name));
        if (missing.Count == 0 && !lacksChoice)
        {
            return LacksTitle(place);
        }

        List<string> paths = missing.ConvertAll(member => Defect.Words.Or([place.PathOf(member.Name)]));
        if (lacksChoice)
        {
            paths.Add(Defect.Words.Or(choice.Select(place.PathOf)));
        }

        IEnumerable<(string Name, string? Added)> lacking = lacksChoice ? missing.Concat(choice.Select(static name => (name, (string?)null))) : missing;
        LackingMembers detail = new(lacking.Select(each => (each.Name, each.Added, NearMiss(place, each.Name))).ToImmutableArray())
        {
            Alternatives = lacksChoice ? choice : ImmutableArray<string>.Empty,
        };
        return new Defect(
            Defect.StartOf(node),
            Defect.Words.Phrase(paths.Count > 1 ? "missing-several" : "missing", Defect.Words.AndPlain(paths)),
            lacksChoice && missing.Count == 0 && MediaTypes.IsChoice(choice) ? "media" : "missing",
            node,
            Member: null,
            detail)
        {
            Kind = missing.Count == 1 ? place.Shape.Member(missing[0].Name)?.Error : null,
            Advice = Misnamed.AdviceFor(node, detail.Members.Select(static member => member.Name), serializer) ?? AdviceFor(detail),
        };
    }

    /// <summary>The type of a message that leaves it out although its object is not that of the type that is taken then.</summary>
    private static (string Name, string? Added)? MissingType(PayloadNode root) =>
        !Has(root, "type") && MessageRecognizer.ImpliedType(root) is { } implied && implied != MessageSchema.ImpliedType ? ("type", $"\"{implied}\"") : null;

    private static string AdviceFor(LackingMembers lacking) => lacking.Members switch
    {
        [{ NearMiss: { } near, Name: var name }] => Defect.Words.Advice("rename", near.Name, name),
        [{ Added: { } added, Name: var name }] => Defect.Words.Advice("add", $"\"{name}\": {added}"),
        _ => string.Empty,
    };

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
                    string path = place.PathOf(member.Name) + $"[{array.Elements.IndexOf(element).ToString(CultureInfo.InvariantCulture)}].{title}";
                    return new Defect(
                        Defect.StartOf(element),
                        Defect.Words.Phrase("titles", Defect.Words.Or([path]), member.Name),
                        "missing",
                        element,
                        Member: null,
                        new LackingMembers(ImmutableArray.Create((title, (string?)null, member.Shape is null ? null : NearMiss(new SchemaPlace(element, member.Shape, null, string.Empty), title)))));
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
            if (member.MeantName is null && place.Shape.Member(member.Name) is null && MessageSchema.NearestMember(place.Shape, member.Name) == name)
            {
                return member;
            }
        }

        return null;
    }
}
