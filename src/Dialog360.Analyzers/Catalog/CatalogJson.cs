using System.Collections.Immutable;
using System.Globalization;
using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Catalog;

/// <summary>Short ways to read the catalogue's JSON. What is missing reads as empty: the tests prove that nothing needed is missing.</summary>
internal static class CatalogJson
{
    /// <summary>The root value of a catalogue text, which is JSON without any error.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public static JsonNode Parse(string text)
    {
        JsonParseResult result = JsonParser.Parse(new HoledText(text));
        return result.Root is { } root && result.Errors.IsEmpty
            ? root
            : throw new FormatException("Not JSON" + (result.Errors.IsEmpty ? "." : ": " + result.Errors[0]));
    }

    /// <summary>The value of the member of that name, or null.</summary>
    public static JsonNode? Get(this JsonNode node, string name)
    {
        foreach (JsonMember member in node.Members)
        {
            if (member.Name.Text == name)
            {
                return member.Value;
            }
        }

        return null;
    }

    /// <summary>The text of the string or number of that name, or null.</summary>
    public static string? TextOrNull(this JsonNode node, string name) => node.Get(name)?.Value?.Text;

    /// <summary>The text of the string or number of that name; empty where there is none.</summary>
    public static string Text(this JsonNode node, string name) => node.TextOrNull(name) ?? string.Empty;

    /// <summary>The number of that name, or null.</summary>
    public static int? Integer(this JsonNode node, string name) =>
        int.TryParse(node.TextOrNull(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) ? value : null;

    /// <summary>Whether the member of that name is there and is <c>true</c>.</summary>
    public static bool IsTrue(this JsonNode node, string name) => node.Get(name) is { Kind: JsonKind.True };

    /// <summary>The elements of the array of that name.</summary>
    public static ImmutableArray<JsonNode> List(this JsonNode node, string name) => node.Get(name)?.Elements ?? ImmutableArray<JsonNode>.Empty;

    /// <summary>The strings in the array of that name.</summary>
    public static ImmutableArray<string> Texts(this JsonNode node, string name)
    {
        ImmutableArray<JsonNode> elements = node.List(name);
        ImmutableArray<string>.Builder texts = ImmutableArray.CreateBuilder<string>(elements.Length);
        foreach (JsonNode element in elements)
        {
            texts.Add(element.Value?.Text ?? string.Empty);
        }

        return texts.MoveToImmutable();
    }
}
