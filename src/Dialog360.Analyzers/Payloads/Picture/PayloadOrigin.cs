using Dialog360.Analyzers.Json;
using Dialog360.Analyzers.Payloads.Text;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Payloads.Picture;

/// <summary>The ways of writing a message.</summary>
internal enum WritingStyle
{
    /// <summary>A plain C# expression: a literal, a constant, a call. For leaves of all object styles.</summary>
    Expression,

    /// <summary>An anonymous object, or a member declarator of one.</summary>
    AnonymousObject,

    /// <summary>An object creation of a class or record, or an assignment in its initializer.</summary>
    TypedObject,

    /// <summary>An argument of a constructor or of a positional record.</summary>
    ConstructorArgument,

    /// <summary>A property initializer or constructor body in the class itself: not written in the message.</summary>
    ClassDefault,

    /// <summary>A dictionary, or an element of its initializer.</summary>
    Dictionary,

    /// <summary><c>System.Text.Json.Nodes</c>.</summary>
    JsonDom,

    /// <summary><c>Newtonsoft.Json.Linq</c>.</summary>
    JObject,

    /// <summary>A statement after the creation: <c>m.To = x;</c>, <c>d["to"] = x;</c>, <c>o.Add("to", x);</c>.</summary>
    LaterStatement,

    /// <summary>JSON in a C# string.</summary>
    JsonText,

    /// <summary>An array, list or collection expression.</summary>
    Array,

    /// <summary>A factory call of an SDK, or an argument of one.</summary>
    SdkFactory,

    /// <summary>The argument of a call to a wrapper, seen at the place of the message that the parameter flows into.</summary>
    WrapperArgument,
}

/// <summary>
/// Where and how a part of a message was written: all that an editor needs to write it differently.
/// <see cref="Syntax"/> is the value's expression for a node, and for a member what has to be removed or renamed:
/// the <c>AnonymousObjectMemberDeclarator</c>, the assignment or element of the initializer, the later statement, the argument.
/// For JSON text it is the whole text expression, and <see cref="Json"/> tells the place inside.
/// </summary>
internal sealed record PayloadOrigin(WritingStyle Style, SyntaxNode Syntax)
{
    /// <summary>The place inside a JSON text, for <see cref="WritingStyle.JsonText"/>.</summary>
    public JsonPlace? Json { get; init; }
}

/// <summary>A place inside the JSON of a C# text.</summary>
/// <param name="Text">The text with the way back to the characters of the file.</param>
/// <param name="Node">The value at that place; null for a member without one.</param>
/// <param name="Member">The member, where the place is a member.</param>
internal sealed record JsonPlace(CSharpText Text, JsonNode? Node, JsonMember? Member);
