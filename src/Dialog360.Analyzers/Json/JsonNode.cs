using System.Collections.Immutable;

namespace Dialog360.Analyzers.Json;

/// <summary>What a <see cref="JsonNode"/> is.</summary>
internal enum JsonKind
{
    /// <summary>An object: <see cref="JsonNode.Members"/>.</summary>
    Object,

    /// <summary>An array: <see cref="JsonNode.Elements"/>.</summary>
    Array,

    /// <summary>A string, perhaps with holes: <see cref="JsonNode.Value"/>.</summary>
    String,

    /// <summary>A number: <see cref="JsonNode.Value"/> is its text.</summary>
    Number,

    /// <summary><c>true</c>.</summary>
    True,

    /// <summary><c>false</c>.</summary>
    False,

    /// <summary><c>null</c>.</summary>
    Null,

    /// <summary>One hole where a value belongs: any JSON text, commas included.</summary>
    Hole,

    /// <summary>Text glued to holes outside a string (<c>5{x}</c>, <c>{a}{b}</c>): a value that nobody knows.</summary>
    Mixed,

    /// <summary>A token that JSON does not know; an error stands at it.</summary>
    Invalid,
}

/// <summary>A value in a JSON text, with its place: indices are into <see cref="HoledText.Text"/> of the text that was read.</summary>
internal sealed class JsonNode
{
    /// <summary>Creates a node.</summary>
    public JsonNode(JsonKind kind, int start, int end)
    {
        Kind = kind;
        Start = start;
        End = end;
    }

    /// <summary>What the node is.</summary>
    public JsonKind Kind { get; }

    /// <summary>The index of the first character; of a string, the opening quote.</summary>
    public int Start { get; }

    /// <summary>The index behind the last character; of a string, behind the closing quote.</summary>
    public int End { get; }

    /// <summary>Whether the closing bracket or quote was there.</summary>
    public bool IsClosed { get; init; } = true;

    /// <summary>Of an object, its members in their order.</summary>
    public ImmutableArray<JsonMember> Members { get; init; } = ImmutableArray<JsonMember>.Empty;

    /// <summary>Of an object or array, whether a hole stands where members or elements could be (<c>{ "a": 1, {more} }</c>).</summary>
    public bool IsOpen { get; init; }

    /// <summary>Of an array, its elements in their order.</summary>
    public ImmutableArray<JsonNode> Elements { get; init; } = ImmutableArray<JsonNode>.Empty;

    /// <summary>Of a string, its text with the escapes resolved; of a number or an invalid token, its text.</summary>
    public HoledText? Value { get; init; }

    /// <summary>
    /// Of a string whose escapes make the decoded text shorter than the raw one: for each character of <see cref="Value"/>, the
    /// index of its first raw character, plus one entry for the end. Default where the two run in step from <see cref="Start"/> + 1.
    /// </summary>
    public ImmutableArray<int> RawIndices { get; init; }

    /// <summary>The index in the text that was read of the character <paramref name="index"/> of <see cref="Value"/> (its length gives the end).</summary>
    public int RawIndex(int index) => RawIndices.IsDefault ? (Kind == JsonKind.String ? Start + 1 : Start) + index : RawIndices[index];
}

/// <summary>A name and a value in a JSON object.</summary>
internal sealed class JsonMember
{
    /// <summary>Creates a member.</summary>
    public JsonMember(HoledText name, int nameStart, int nameEnd, JsonNode? value)
    {
        Name = name;
        NameStart = nameStart;
        NameEnd = nameEnd;
        Value = value;
    }

    /// <summary>The name with its escapes resolved; with holes where it is not known.</summary>
    public HoledText Name { get; }

    /// <summary>The index of the first character of the name, inside the quotes where there are any.</summary>
    public int NameStart { get; }

    /// <summary>The index behind the last character of the name, inside the quotes where there are any.</summary>
    public int NameEnd { get; }

    /// <summary>The value, or null where it is missing.</summary>
    public JsonNode? Value { get; }
}

/// <summary>What is wrong at a place of a JSON text (RFC 8259).</summary>
internal enum JsonErrorKind
{
    /// <summary>A comma before a closing bracket, or behind the last value.</summary>
    TrailingComma,

    /// <summary>Two values or members with no comma between them.</summary>
    MissingComma,

    /// <summary>A comma with no value before it.</summary>
    ExtraComma,

    /// <summary>A name or string in single quotes.</summary>
    SingleQuotes,

    /// <summary>A name without quotes.</summary>
    UnquotedName,

    /// <summary>A comment.</summary>
    Comment,

    /// <summary>A control character inside a string that must be escaped.</summary>
    ControlCharacter,

    /// <summary>An object or array that is never closed; stands at the end of the text.</summary>
    UnclosedBracket,

    /// <summary>A closing bracket that nothing opened, or of the other kind.</summary>
    UnexpectedBracket,

    /// <summary>A string that is never closed.</summary>
    UnclosedString,

    /// <summary><c>True</c>, <c>False</c>, <c>None</c>, <c>NULL</c>, <c>NaN</c>, ...: a literal of another language.</summary>
    ForeignLiteral,

    /// <summary>An escape that JSON does not know.</summary>
    BadEscape,

    /// <summary>A number that JSON does not know (<c>01</c>, <c>.5</c>, <c>+1</c>).</summary>
    BadNumber,

    /// <summary>A name without a colon behind it.</summary>
    MissingColon,

    /// <summary>A colon with no value behind it.</summary>
    MissingValue,

    /// <summary>Something behind the end of the value.</summary>
    ExtraText,

    /// <summary>Any other character that cannot stand there.</summary>
    UnexpectedCharacter,

    /// <summary>Nested deeper than the reader follows; what is deeper is not judged.</summary>
    TooDeep,
}

/// <summary>A place of a JSON text that RFC 8259 refuses.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Start">The index of the offending token.</param>
/// <param name="Length">The length of the offending token; zero at the end of the text.</param>
internal readonly record struct JsonError(JsonErrorKind Kind, int Start, int Length);
