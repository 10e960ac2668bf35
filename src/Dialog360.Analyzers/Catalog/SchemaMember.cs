using System.Collections.Immutable;
using System.Text.RegularExpressions;
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
    private const int MaxDistance = 2;

    /// <summary>In words shorter than twice the distance nearly every word would come near.</summary>
    private const int MinPartOfName = 2;

    private readonly string? _required;
    private readonly string? _only;
    private readonly int? _maxOnPremises;
    private readonly int? _max;
    private readonly string? _shape;
    private readonly MessageSchema _schema;
    private readonly Dictionary<string, string>? _meant;

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
        AnyCase = node.IsTrue("any_case");
        IsOpen = node.IsTrue("open");
        _meant = node.Get("meant")?.Members.ToDictionary(static member => member.Name.Text, static member => member.Value!.Value!.Text, StringComparer.OrdinalIgnoreCase);
        Pattern = node.TextOrNull("pattern") is { } pattern ? new Regex(pattern, RegexOptions.CultureInvariant) : null;
        PatternWords = node.Text("pattern_words");
        With = node.TextOrNull("with");
        WithValues = node.Texts("with_values");
        IsTrimmed = node.IsTrue("trimmed");
        MaxBreaks = node.Integer("max_breaks");
        Error = node.TextOrNull("error");
        Kinds = node.Get("kinds") is { } kinds ? new SchemaKinds(kinds) : null;
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
            TotalMin = total.Integer("min");
            TotalError = total.TextOrNull("error");
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

    /// <summary>Whether the values count in upper case too.</summary>
    public bool AnyCase { get; }

    /// <summary>Whether more values than <see cref="Values"/> may exist: then only one that comes near a documented one, or is known to be none, is wrong.</summary>
    public bool IsOpen { get; }

    /// <summary>Whether what the value breaks counts as a limit: a value outside <see cref="Values"/> or <see cref="Pattern"/>, or the member without <see cref="With"/>.</summary>
    public bool IsLimitedToValues { get; }

    /// <summary>What the text looks like, or null where nothing is said.</summary>
    public Regex? Pattern { get; }

    /// <summary>The phrase of the catalogue that says what <see cref="Pattern"/> allows.</summary>
    public string PatternWords { get; }

    /// <summary>The member of the same object without which this one must not be there, or null.</summary>
    public string? With { get; }

    /// <summary>The values that <see cref="With"/> must have.</summary>
    public ImmutableArray<string> WithValues { get; }

    /// <summary>Whether the text must not begin or end with a space.</summary>
    public bool IsTrimmed { get; }

    /// <summary>The most line breaks in the text, or null.</summary>
    public int? MaxBreaks { get; }

    /// <summary>The kind of error that a wrong value brings where it is not the usual one, by its name in the catalogue's rules; or null.</summary>
    public string? Error { get; }

    /// <summary>Of an array, what is documented of the kinds of its elements, or null.</summary>
    public SchemaKinds? Kinds { get; }

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

    /// <summary>The least number of elements of <see cref="TotalMember"/> over all elements, or null.</summary>
    public int? TotalMin { get; }

    /// <summary>Like <see cref="Error"/>, for the number of elements of <see cref="TotalMember"/>.</summary>
    public string? TotalError { get; }

    /// <summary>Texts that the value must not contain, and the phrase of the catalogue that names each.</summary>
    public ImmutableArray<(string Text, string Name)> Refused { get; }

    /// <summary>Whether <paramref name="value"/> is one of <see cref="Values"/>.</summary>
    public bool Takes(string value) => Values.Contains(value, AnyCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);

    /// <summary>The one of <see cref="Values"/> that was probably meant by a value that is none of them, or null.</summary>
    public string? Meant(string value) =>
        Values.Length == 1 ? Values[0]
        : _meant is not null && _meant.TryGetValue(value, out string? meant) ? meant
        : value.Length >= MaxDistance * MinPartOfName && EditDistance.Nearest(value, Values, MaxDistance).FirstOrDefault() is { } nearest ? nearest
        : Values.FirstOrDefault(each => each.Equals(value, StringComparison.OrdinalIgnoreCase));

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
