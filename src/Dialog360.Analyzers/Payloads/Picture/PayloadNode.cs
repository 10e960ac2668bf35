using System.Collections.Immutable;
using Dialog360.Analyzers.Json;
using Dialog360.Analyzers.Program;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Payloads.Picture;

/// <summary>What a <see cref="PayloadNode"/> is in the JSON that will be sent.</summary>
internal enum PayloadKind
{
    /// <summary>Not known; <see cref="PayloadNode.StaticType"/> may still tell its JSON type.</summary>
    Unknown,

    /// <summary>An object: <see cref="PayloadNode.Members"/>.</summary>
    Object,

    /// <summary>An array: <see cref="PayloadNode.Elements"/>.</summary>
    Array,

    /// <summary>A string, known or a pattern with holes: <see cref="PayloadNode.Text"/>.</summary>
    Text,

    /// <summary>A number: <see cref="PayloadNode.Number"/>.</summary>
    Number,

    /// <summary>A boolean: <see cref="PayloadNode.Boolean"/>.</summary>
    Boolean,

    /// <summary>Null.</summary>
    Null,

    /// <summary>One of several, chosen at run time: <see cref="PayloadNode.Choice"/>. Never reaches a rule.</summary>
    Choice,
}

/// <summary>The JSON type that a C# type is serialized to.</summary>
internal enum JsonType
{
    /// <summary>Not known (an <c>object</c>, a type parameter, a type with a converter).</summary>
    Unknown,

    /// <summary>A string.</summary>
    String,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A boolean.</summary>
    Boolean,

    /// <summary>An object.</summary>
    Object,

    /// <summary>An array.</summary>
    Array,
}

/// <summary>
/// A value in the picture of a message: what will stand in the JSON, whatever C# writes it. A rule reads these and never walks C#.
/// Immutable; made by the readers of this folder.
/// </summary>
internal sealed record PayloadNode
{
    /// <summary>Creates a node that was written at <paramref name="origin"/>.</summary>
    public PayloadNode(PayloadKind kind, SourceSpan span, PayloadOrigin origin)
    {
        Kind = kind;
        Span = span;
        Origin = origin;
    }

    /// <summary>What the node is.</summary>
    public PayloadKind Kind { get; init; }

    /// <summary>
    /// Where a diagnostic on this value stands: the expression inside the message, or the characters inside the literal (of a
    /// JSON string without its quotes). Of an object or array: the whole of it.
    /// </summary>
    public SourceSpan Span { get; init; }

    /// <summary>Of a known text that a method of the program gives, the call that stands in its place in the message; null where the text is written there.</summary>
    public SourceSpan? UsedAt { get; init; }

    /// <summary>Where the value stands in the message: its place of use where a method gives it, else <see cref="Span"/>.</summary>
    public SourceSpan PlaceOfUse => UsedAt ?? Span;

    /// <summary>Where and how the value was written, for those who edit it.</summary>
    public PayloadOrigin Origin { get; init; }

    /// <summary>Of a <see cref="PayloadKind.Text"/>, the text.</summary>
    public HoledText? Text { get; init; }

    /// <summary>Of a <see cref="PayloadKind.Number"/>, its value; NaN and infinities included.</summary>
    public double Number { get; init; }

    /// <summary>Of a <see cref="PayloadKind.Number"/>, the text as it is written (<c>-12.5</c>), without C# suffix.</summary>
    public string? NumberText { get; init; }

    /// <summary>Of a <see cref="PayloadKind.Boolean"/>, its value.</summary>
    public bool Boolean { get; init; }

    /// <summary>Of an object, its members in the order in which they are written. Names are the serialized ones.</summary>
    public ImmutableArray<PayloadMember> Members { get; init; } = ImmutableArray<PayloadMember>.Empty;

    /// <summary>Of an array, its elements in their order.</summary>
    public ImmutableArray<PayloadNode> Elements { get; init; } = ImmutableArray<PayloadNode>.Empty;

    /// <summary>
    /// Of an object or array: there may be members or elements that the picture does not show (completed later, computed keys,
    /// spread, <c>Select</c>, an inherited member that is not seen). Then nothing may be called missing, and nothing counted.
    /// </summary>
    public bool IsOpen { get; init; }

    /// <summary>
    /// Of an array with one element for each of a list that a parameter gives, what the caller gives for it where that is not seen either: a parameter of
    /// its own. Null where the array's operation tells the list.
    /// </summary>
    public IOperation? ListGiven { get; init; }

    /// <summary>Of a <see cref="PayloadKind.Choice"/>, what decides and the arms.</summary>
    public PayloadChoice? Choice { get; init; }

    /// <summary>The JSON type of the value; for an unknown value that of its static C# type, where that serializes unambiguously.</summary>
    public JsonType StaticType { get; init; }

    /// <summary>
    /// The C# operation that gives the whole value: the expression of a member, or the one hole that makes up a JSON value or JSON string.
    /// Null inside JSON text where the characters themselves are the value.
    /// </summary>
    public IOperation? Operation { get; init; }

    /// <summary>
    /// Of a <see cref="PayloadKind.Text"/> with holes, the operation of each hole in the order of <see cref="HoledText.Holes"/>.
    /// </summary>
    public ImmutableArray<IOperation?> HoleOperations { get; init; } = ImmutableArray<IOperation?>.Empty;

    /// <summary>
    /// Of a JSON string with holes, the expression that puts each value into the text; null where it takes the place of a placeholder.
    /// </summary>
    public ImmutableArray<SyntaxNode?> HoleSites { get; init; } = ImmutableArray<SyntaxNode?>.Empty;

    /// <summary>Of a whole message that methods of the program make, their calls from the one nearest to the message on; empty where it is written in place.</summary>
    public ImmutableArray<IOperation> Makers { get; init; } = ImmutableArray<IOperation>.Empty;

    /// <summary>What makes the value as seen from the body in which it stands: the call of a method that makes it, else the expression itself.</summary>
    public IOperation? Made => Makers.IsEmpty ? Operation : Makers[Makers.Length - 1];

    /// <summary>The references to parameters by which the argument of a call came to its place in the message, the outermost method first.</summary>
    public ImmutableArray<IOperation> Through { get; init; } = ImmutableArray<IOperation>.Empty;

    /// <summary>Of an object of a class of the program, what it keeps in fields that no serializer writes: a builder keeps the message there.</summary>
    public ImmutableArray<PayloadMember> Kept { get; init; } = ImmutableArray<PayloadMember>.Empty;

    /// <summary>Of an unknown value that an object keeps (<see cref="Operation"/> reads it), what gives that object: a parameter. Null for anything else.</summary>
    public IOperation? Holder { get; init; }

    /// <summary>The serializer that made the value, where another one may write what it is part of (<c>SerializeToNode(x)</c>); null for most.</summary>
    public Serializer? WrittenBy { get; init; }

    /// <summary>Of an object as it goes out, the members that the serializer does not write.</summary>
    public ImmutableArray<PayloadMember> LeftOut { get; init; } = ImmutableArray<PayloadMember>.Empty;

    /// <summary>Whether this is a text that is known throughout.</summary>
    public bool IsKnownText => Kind == PayloadKind.Text && Text!.IsKnown;

    /// <summary>The text where it is known throughout, else null.</summary>
    public string? KnownText => IsKnownText ? Text!.Text : null;

    /// <summary>The member of that serialized name (ordinal), or null. The last one wins, as it does for JSON parsers.</summary>
    public PayloadMember? Member(string name)
    {
        for (int index = Members.Length - 1; index >= 0; index--)
        {
            if (Members[index].Name == name)
            {
                return Members[index];
            }
        }

        return null;
    }

    /// <summary>The value of the member of that serialized name, or null.</summary>
    public PayloadNode? this[string name] => Member(name)?.Value;
}

/// <summary>A name and its value in an object of a message.</summary>
/// <param name="Name">The serialized name, exactly as it will stand in the JSON (for a class without attribute: its snake-case form, see the typed reader).</param>
/// <param name="NameSpan">Where the name is written: the C# member name, the key literal without quotes, the characters inside the JSON literal. The span of the value where the name is not written (positional argument).</param>
/// <param name="Value">The value.</param>
/// <param name="Origin">Where and how the member as a whole was written.</param>
internal sealed record PayloadMember(string Name, SourceSpan NameSpan, PayloadNode Value, PayloadOrigin Origin)
{
    /// <summary>Whether the member may be absent at run time: added under a condition, or left out by the serializer when null.</summary>
    public bool IsConditional { get; init; }

    /// <summary>The property or field of a typed object, by which a wrapper's <c>request.Latitude</c> finds its value at the call.</summary>
    public ISymbol? Symbol { get; init; }

    /// <summary>The name of the API that the C# name stands for, where the serializer writes another one; else null.</summary>
    public string? MeantName { get; init; }

    /// <summary>What computes the name of a dictionary entry (<c>[messageType] = content</c>); then <see cref="Name"/> is empty until a call tells it.</summary>
    public IOperation? NameOperation { get; init; }
}

/// <summary>A value that is chosen at run time.</summary>
/// <param name="Key">What decides, as normalized source text: two choices with one key and one <see cref="ArmKeys"/> list choose alike.</param>
/// <param name="ArmKeys">What selects each arm (<c>true</c>, <c>false</c>, the patterns of a <c>switch</c>).</param>
/// <param name="Arms">The values, one for each arm.</param>
internal sealed record PayloadChoice(string Key, ImmutableArray<string> ArmKeys, ImmutableArray<PayloadNode> Arms)
{
    /// <summary>What must hold for each arm, as far as it can be told; empty where nothing can.</summary>
    public ImmutableArray<ImmutableArray<ArmTest>> Tests { get; init; } = ImmutableArray<ImmutableArray<ArmTest>>.Empty;
}
