using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Json;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Picture;

namespace Dialog360.Analyzers.Rules.Payload;

/// <summary>Of <see cref="IncompleteMessage"/>: values outside a closed list, texts that cannot be what they name, and elements in an order that is refused.</summary>
internal static class WrongValues
{
    private const string Kind = "value";

    /// <summary>The values that the members of an object do not take.</summary>
    public static IEnumerable<Defect> Of(SchemaPlace place, bool? isCloud)
    {
        PayloadNode node = place.Node;
        foreach (PayloadMember member in node.Members)
        {
            if (place.Shape.Member(member.Name) is not { IsLimitedToValues: false } documented || !ReferenceEquals(node.Member(member.Name), member) || documented.IsForbidden(isCloud))
            {
                continue;
            }

            // How a member of an enum is written is up to its converter.
            if (member.Value is { Kind: PayloadKind.Text, StaticType: JsonType.String, Text: { } text } && !Given.HasPlaceholder(text.Text) && !(text.Text.Length == 0 && Given.IsDefault(member)))
            {
                if (OfText(text, documented, place.PathOf(member.Name)) is var (what, meant))
                {
                    yield return new Defect(Defect.ValueOf(member, node), what, Kind, node, member, new WrongValue(meant))
                    {
                        Kind = documented.Error,
                        Advice = Defect.Words.Advice(meant is null ? null : "use", meant is null ? string.Empty : Defect.Words.Or([meant])),
                    };
                }
            }
            else if (documented.Kinds is { } kinds && OutOfOrder(member.Value, kinds) is var (element, late, early))
            {
                yield return new Defect(Defect.StartOf(element), Defect.Words.Phrase("order", place.PathOf(member.Name), late, early), Kind, node, member, new WrongValue(Meant: null))
                {
                    Advice = Defect.Words.Advice("put-before", late, early),
                };
            }
        }
    }

    private static (string What, string? Meant)? OfText(HoledText text, SchemaMember documented, string path)
    {
        if (text.IsKnown && !documented.Values.IsEmpty && !documented.Takes(text.Text))
        {
            string? meant = documented.Meant(text.Text);
            return !documented.IsOpen ? (Defect.Words.Phrase("value", path, Defect.Words.Or(documented.Values), text.Text), meant)
                : meant is not null ? (Defect.Words.Phrase("open-value", path, text.Text), meant)
                : null;
        }

        return documented.Pattern is { } pattern && text.IsKnown && !pattern.IsMatch(text.Text)
            ? (Defect.Words.Phrase("pattern", path, Defect.Words.Phrase(documented.PatternWords), text.Text), Meant: null)
            : null;
    }

    /// <summary>The first element whose kind must come before that of an element that stands before it.</summary>
    private static (PayloadNode Element, string Late, string Early)? OutOfOrder(PayloadNode array, SchemaKinds kinds)
    {
        string? last = null;
        foreach (PayloadNode element in array.Kind == PayloadKind.Array && !array.IsOpen ? array.Elements : ImmutableArray<PayloadNode>.Empty)
        {
            if (element[kinds.By]?.KnownText is not { } kind || kinds.Order.IndexOf(kind) < 0)
            {
                return null;
            }

            if (last is not null && kinds.Order.IndexOf(kind) < kinds.Order.IndexOf(last))
            {
                return (element, kind, last);
            }

            last = kind;
        }

        return null;
    }
}
