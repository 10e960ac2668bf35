using System.Collections.Immutable;
using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Catalog;

/// <summary>The shape of messages, with required members, JSON types and limits: <c>message-schema.json</c>.</summary>
internal sealed class MessageSchema
{
    private const int MaxDistance = 2;

    private static readonly Lazy<MessageSchema> Embedded = new(static () => new MessageSchema(CatalogText.Open("message-schema.json")));

    private readonly Dictionary<string, SchemaShape> _shapes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _nearTypes = new(StringComparer.OrdinalIgnoreCase);
    private readonly ImmutableArray<string> _types;
    private readonly string _impliedType;

    private MessageSchema(JsonNode root)
    {
        _types = root.Texts("types");
        _impliedType = root.Text("implied_type");
        foreach (JsonMember near in root.Get("near_types")!.Members)
        {
            _nearTypes[near.Name.Text] = near.Value!.Value!.Text;
        }

        foreach (JsonMember shape in root.Get("shapes")!.Members)
        {
            SchemaShape? extended = shape.Value!.TextOrNull("extends") is { } name ? _shapes[name] : null;
            _shapes.Add(shape.Name.Text, new SchemaShape(this, shape.Name.Text, shape.Value!, extended));
        }
    }

    /// <summary>The shape of a whole message.</summary>
    public static SchemaShape Message => Embedded.Value.Shape("message");

    /// <summary>The shape of a location.</summary>
    public static SchemaShape Location => Embedded.Value.Shape("location");

    /// <summary>The types of messages, in the order of the documentation.</summary>
    public static ImmutableArray<string> Types => Embedded.Value._types;

    /// <summary>The type of a message that does not name one.</summary>
    public static string ImpliedType => Embedded.Value._impliedType;

    /// <summary>All shapes.</summary>
    public static IEnumerable<SchemaShape> Shapes => Embedded.Value._shapes.Values;

    /// <summary>The message type that was probably meant by one that does not exist, or null.</summary>
    public static string? NearestType(string type) =>
        Embedded.Value._nearTypes.TryGetValue(type, out string? near) ? near : EditDistance.Nearest(type, Types, MaxDistance).FirstOrDefault();

    /// <summary>The member of <paramref name="shape"/> that was probably meant by a name it does not have, or null.</summary>
    public static string? NearestMember(SchemaShape shape, string name) =>
        EditDistance.Nearest(name, shape.Members.Select(member => member.Name), MaxDistance).FirstOrDefault();

    /// <summary>The shape of that name.</summary>
    public SchemaShape Shape(string name) => _shapes[name];
}
