using System.Collections.Immutable;
using System.Globalization;
using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Catalog;

/// <summary>What is documented of the kinds of elements in an array: their order, and how many there may be of each.</summary>
internal sealed class SchemaKinds
{
    /// <summary>Reads an entry.</summary>
    public SchemaKinds(JsonNode node)
    {
        By = node.Text("by");
        Order = node.Texts("order");
        Max = node.Get("max")?.Members.Select(static member => (member.Name.Text, int.Parse(member.Value!.Value!.Text, CultureInfo.InvariantCulture))).ToImmutableArray()
            ?? ImmutableArray<(string, int)>.Empty;
    }

    /// <summary>The member of each element that names its kind.</summary>
    public string By { get; }

    /// <summary>The kinds in the order in which they must come.</summary>
    public ImmutableArray<string> Order { get; }

    /// <summary>The most elements of a kind.</summary>
    public ImmutableArray<(string Kind, int Count)> Max { get; }
}
