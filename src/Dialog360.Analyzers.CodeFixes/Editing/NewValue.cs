using System.Collections.Immutable;
using System.Globalization;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Json;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>A JSON value that an edit puts into a message; each origin writes it in its own way.</summary>
internal abstract record NewValue
{
    private NewValue()
    {
    }

    /// <summary>A string.</summary>
    public static NewValue Of(string text) => new Text(text);

    /// <summary>A boolean.</summary>
    public static NewValue Of(bool value) => new Boolean(value);

    /// <summary>A number; written with the shortest digits that give it back.</summary>
    public static NewValue Of(double number) => new Number(number.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>An object.</summary>
    public static NewValue Of(params NewMember[] members) => new Object(ImmutableArray.Create(members));

    /// <summary>The value that a JSON text of the catalogue gives.</summary>
    public static NewValue OfJson(string json) => Of(CatalogJson.Parse(json));

    /// <summary>A string.</summary>
    /// <param name="Value">Its characters, without any escape.</param>
    internal sealed record Text(string Value) : NewValue;

    /// <summary>A number.</summary>
    /// <param name="Digits">Its text as JSON writes it: invariant, no suffix.</param>
    internal sealed record Number(string Digits) : NewValue;

    /// <summary>A boolean.</summary>
    /// <param name="Value">Its value.</param>
    internal sealed record Boolean(bool Value) : NewValue;

    /// <summary>Null.</summary>
    internal sealed record Null : NewValue;

    /// <summary>An object.</summary>
    /// <param name="Members">Its members in their order.</param>
    internal sealed record Object(ImmutableArray<NewMember> Members) : NewValue;

    /// <summary>An array.</summary>
    /// <param name="Elements">Its elements in their order.</param>
    internal sealed record Array(ImmutableArray<NewValue> Elements) : NewValue;

    /// <summary>A C# expression that is kept as it is written; not for JSON text.</summary>
    /// <param name="Expression">Its text.</param>
    /// <param name="Type">Its type.</param>
    internal sealed record Code(string Expression, ITypeSymbol? Type) : NewValue;

    private static NewValue Of(JsonNode node) => node.Kind switch
    {
        JsonKind.Object => new Object(node.Members.Select(static member => new NewMember(member.Name.Text, member.Value is { } value ? Of(value) : new Null())).ToImmutableArray()),
        JsonKind.Array => new Array(node.Elements.Select(Of).ToImmutableArray()),
        JsonKind.String => new Text(node.Value!.Text),
        JsonKind.Number => new Number(node.Value!.Text),
        JsonKind.True or JsonKind.False => new Boolean(node.Kind == JsonKind.True),
        _ => new Null(),
    };
}

/// <summary>A member that an edit puts into an object.</summary>
/// <param name="Name">The serialized name.</param>
/// <param name="Value">The value.</param>
internal readonly record struct NewMember(string Name, NewValue Value)
{
    private const string First = "messaging_product";

    /// <summary>Whether people write the members before all others.</summary>
    public static bool ComeFirst(ImmutableArray<NewMember> members) => members.All(static member => member.Name == First);
}
