using System.Collections.Immutable;
using System.Globalization;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Picture;

namespace Dialog360.Analyzers.Payloads.Messages;

/// <summary>An object of a message and what is documented of it.</summary>
/// <param name="Node">The object.</param>
/// <param name="Shape">What its members should be.</param>
/// <param name="Holder">The member that holds the object or its array (<c>text</c>, <c>buttons</c>); null for the message itself.</param>
/// <param name="Path">The way to the object from the message on (<c>interactive.action.buttons[0].reply</c>); empty for the message itself.</param>
internal sealed record SchemaPlace(PayloadNode Node, SchemaShape Shape, string? Holder, string Path)
{
    /// <summary>The way to a member of the object.</summary>
    public string PathOf(string member) => Path.Length == 0 ? member : Path + "." + member;
}

/// <summary>Lays the message schema over a message.</summary>
internal static class SchemaPlaces
{
    private const int MaxDepth = 16;

    /// <summary>The objects of a message that the schema knows, outer ones first, in the order of the text.</summary>
    public static ImmutableArray<SchemaPlace> Of(MessagePicture message)
    {
        ImmutableArray<SchemaPlace>.Builder places = ImmutableArray.CreateBuilder<SchemaPlace>();
        string? type = MessageNames.IsType(message.Type) && message.ContentMember is { Value.Kind: not PayloadKind.Null } ? message.Type : null;
        Add(message.Root, MessageSchema.Message, holder: null, path: string.Empty, only: type, places, depth: 0);
        return places.ToImmutable();
    }

    /// <summary>What is documented of an object, by the value of the member that chooses between its cases.</summary>
    public static SchemaShape CaseOf(SchemaShape shape, PayloadNode node) =>
        shape.By is not { } by ? shape
        : node[by] is { Kind: not PayloadKind.Null } value ? shape.Case(value.KnownText)
        : shape.Case(null, mayBeThere: node.IsOpen);

    /// <param name="node">The object or array.</param>
    /// <param name="shape">The shape of the object, or of each element.</param>
    /// <param name="holder">The member that holds it.</param>
    /// <param name="path">The way to it.</param>
    /// <param name="only">Of a message whose type is known, the one content that counts; the others are at odds with the type as a whole.</param>
    /// <param name="places">Takes the places.</param>
    /// <param name="depth">How deep the node lies.</param>
    private static void Add(PayloadNode node, SchemaShape shape, string? holder, string path, string? only, ImmutableArray<SchemaPlace>.Builder places, int depth)
    {
        if (depth > MaxDepth)
        {
            return;
        }

        for (int index = 0; index < node.Elements.Length; index++)
        {
            // Where elements may be added, the number of one is not known.
            string number = node.IsOpen ? "[]" : $"[{index.ToString(CultureInfo.InvariantCulture)}]";
            Add(node.Elements[index], shape, holder, path + number, only: null, places, depth + 1);
        }

        if (node.Kind != PayloadKind.Object)
        {
            return;
        }

        SchemaShape special = CaseOf(shape, node);
        SchemaPlace place = new(node, special, holder, path);
        places.Add(place);
        for (int index = 0; index < node.Members.Length; index++)
        {
            PayloadMember member = node.Members[index];
            if (special.Member(member.Name) is { Shape: { } inner } documented
                && ReferenceEquals(node.Member(member.Name), member)
                && (only is null || only == member.Name || !MessageNames.IsType(member.Name))
                && IsExpected(member.Value.Kind, documented.Types))
            {
                Add(member.Value, inner, member.Name, place.PathOf(member.Name), only: null, places, depth + 1);
            }
        }
    }

    /// <summary>What has the wrong JSON type has no shape.</summary>
    private static bool IsExpected(PayloadKind kind, SchemaTypes types) =>
        kind == PayloadKind.Object && (types & SchemaTypes.Object) != 0 || kind == PayloadKind.Array && (types & SchemaTypes.Array) != 0;
}
