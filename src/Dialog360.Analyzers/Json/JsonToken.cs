using System.Collections.Immutable;

namespace Dialog360.Analyzers.Json;

/// <summary>What a <see cref="JsonToken"/> is.</summary>
internal enum JsonTokenKind
{
    /// <summary>The end of the text.</summary>
    End,

    /// <summary><c>{</c></summary>
    OpenObject,

    /// <summary><c>}</c></summary>
    CloseObject,

    /// <summary><c>[</c></summary>
    OpenArray,

    /// <summary><c>]</c></summary>
    CloseArray,

    /// <summary><c>:</c></summary>
    Colon,

    /// <summary><c>,</c></summary>
    Comma,

    /// <summary>A string, in whatever quotes.</summary>
    String,

    /// <summary>Characters in a row that are none of the others: a number, a literal, an unquoted name, nonsense.</summary>
    Word,

    /// <summary>One hole that touches no word and no other hole.</summary>
    Hole,

    /// <summary>Holes in a row, or words and holes that touch.</summary>
    Mixed,
}

/// <summary>A token of a JSON text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">The index of its first character.</param>
/// <param name="End">The index behind its last character.</param>
internal readonly record struct JsonToken(JsonTokenKind Kind, int Start, int End)
{
    /// <summary>Of a string, its text with the escapes resolved; of a word, hole or mixed token, its text.</summary>
    public HoledText? Value { get; init; }

    /// <summary>Of a string, see <see cref="JsonNode.RawIndices"/>.</summary>
    public ImmutableArray<int> RawIndices { get; init; }

    /// <summary>Of a string, whether it lacks its closing quote.</summary>
    public bool IsUnclosed { get; init; }

    /// <summary>Whether a colon is the next thing behind it.</summary>
    public bool IsBeforeColon { get; init; }

    /// <summary>Whether it is a hole, or glued to one.</summary>
    public bool HasHole => Kind is JsonTokenKind.Hole or JsonTokenKind.Mixed;

    /// <summary>The index of the first character that counts: of a string, behind the opening quote.</summary>
    public int ContentStart => Kind == JsonTokenKind.String ? Start + 1 : Start;

    /// <summary>The index behind the last character that counts: of a string, before the closing quote.</summary>
    public int ContentEnd => Kind == JsonTokenKind.String && !IsUnclosed ? End - 1 : End;
}
