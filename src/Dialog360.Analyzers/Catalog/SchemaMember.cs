using System.Collections.Immutable;
using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Catalog;

/// <summary>The JSON types that a member takes.</summary>
[Flags]
internal enum SchemaTypes
{
    /// <summary>Nothing is said.</summary>
    None = 0,

    /// <summary>A string.</summary>
    String = 1,

    /// <summary>A number.</summary>
    Number = 2,

    /// <summary>A boolean.</summary>
    Boolean = 4,

    /// <summary>An object.</summary>
    Object = 8,

    /// <summary>An array.</summary>
    Array = 16,
}

/// <summary>
/// What is documented of one member of an object in a message. Where a method takes <c>isCloud</c>, null stands for code that does not show
/// its generation: then only what holds for both is given.
/// </summary>
internal sealed class SchemaMember
{
    private readonly string? _required;
    private readonly string? _only;
    private readonly int? _maxOnPremises;
    private readonly int? _max;
    private readonly string? _shape;
    private readonly MessageSchema _schema;

    /// <summary>Reads a member.</summary>
    public SchemaMember(MessageSchema schema, string name, JsonNode node)
    {
        _schema = schema;
        Name = name;
        Types = ReadTypes(node.Get("type"));
        _shape = node.TextOrNull("shape");
        _required = node.TextOrNull("required");
        _only = node.TextOrNull("only");
        Min = node.Integer("min");
        _max = node.Integer("max");
        _maxOnPremises = node.Integer("max_on_premises");
        From = node.Integer("from");
        To = node.Integer("to");
        Values = node.Texts("values");
        Unless = node.Texts("unless");
        Added = node.TextOrNull("add");
        MovedTo = node.TextOrNull("moved");
        Unique = node.Texts("unique");
        TitledBy = node.TextOrNull("titled");
        Refused = node.List("refused").Select(refused => (refused.Text("text"), refused.Text("name"))).ToImmutableArray();
        IsLimitedToValues = node.IsTrue("is_limit");
        if (node.Get("total") is { } total)
        {
            TotalMember = total.Text("member");
            TotalMax = total.Integer("max");
        }
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The JSON types that it takes.</summary>
    public SchemaTypes Types { get; }

    /// <summary>The shape of the object, or of each element of the array; null where nothing is said.</summary>
    public SchemaShape? Shape => _shape is null ? null : _schema.Shape(_shape);

    /// <summary>The least number of characters (UTF-16) or elements, or null.</summary>
    public int? Min { get; }

    /// <summary>The least value of a number, or null.</summary>
    public int? From { get; }

    /// <summary>The greatest value of a number, or null.</summary>
    public int? To { get; }

    /// <summary>The only values that it takes; empty where nothing is said.</summary>
    public ImmutableArray<string> Values { get; }

    /// <summary>Whether a value outside <see cref="Values"/> counts as beyond a limit.</summary>
    public bool IsLimitedToValues { get; }

    /// <summary>Members of the same object that make this one unnecessary.</summary>
    public ImmutableArray<string> Unless { get; }

    /// <summary>The JSON text of the value to add where the member is missing, or null where no value can be known.</summary>
    public string? Added { get; }

    /// <summary>The shape that has the member in the other generation, or null.</summary>
    public string? MovedTo { get; }

    /// <summary>Paths below each element (<c>reply.id</c>) whose values must differ from each other.</summary>
    public ImmutableArray<string> Unique { get; }

    /// <summary>The member that each element must have where there is more than one element, or null.</summary>
    public string? TitledBy { get; }

    /// <summary>The array member of the elements that is counted over all of them, or null.</summary>
    public string? TotalMember { get; }

    /// <summary>The most elements of <see cref="TotalMember"/> over all elements, or null.</summary>
    public int? TotalMax { get; }

    /// <summary>Texts that the value must not contain, and what to call each.</summary>
    public ImmutableArray<(string Text, string Name)> Refused { get; }

    /// <summary>Whether the member must be there.</summary>
    public bool IsRequired(bool? isCloud) => _required switch
    {
        "always" => true,
        "cloud" => isCloud == true,
        "on_premises" => isCloud == false,
        _ => false,
    };

    /// <summary>Whether the member must not be there.</summary>
    public bool IsForbidden(bool? isCloud) => _only switch
    {
        "cloud" => isCloud == false,
        "on_premises" => isCloud == true,
        _ => false,
    };

    /// <summary>The greatest number of characters (UTF-16) or elements, or null; the larger one where the generation is not known.</summary>
    public int? Max(bool? isCloud) => isCloud == false ? _maxOnPremises ?? _max : _max;

    private static SchemaTypes ReadTypes(JsonNode? node)
    {
        SchemaTypes types = TypeOf(node?.Value?.Text);
        foreach (JsonNode element in node?.Elements ?? ImmutableArray<JsonNode>.Empty)
        {
            types |= TypeOf(element.Value?.Text);
        }

        return types;
    }

    private static SchemaTypes TypeOf(string? name) => name switch
    {
        "string" => SchemaTypes.String,
        "number" => SchemaTypes.Number,
        "boolean" => SchemaTypes.Boolean,
        "object" => SchemaTypes.Object,
        "array" => SchemaTypes.Array,
        _ => SchemaTypes.None,
    };
}
