using System.Collections.Immutable;
using System.Text;
using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Tests.Json;

/// <summary>Writes texts with holes for tests: § is a hole.</summary>
internal static class JsonText
{
    public const char Hole = '§';

    public static HoledText Of(string text)
    {
        ImmutableArray<int> holes = Enumerable.Range(0, text.Length).Where(index => text[index] == Hole).ToImmutableArray();
        return new HoledText(text.Replace(Hole, HoledText.HoleChar), holes);
    }

    public static JsonParseResult Parse(string text) => JsonParser.Parse(Of(text), CancellationToken.None);

    /// <summary>The tree in one line: members as name=value, an open object or array with "..." at its end, an unclosed one with "!".</summary>
    public static string Shape(JsonNode? node)
    {
        StringBuilder result = new();
        Append(node);
        return result.ToString().Replace(HoledText.HoleChar, Hole);

        void Append(JsonNode? current)
        {
            switch (current?.Kind)
            {
                case null:
                    result.Append("nothing");
                    break;
                case JsonKind.Object:
                    List('{', '}', current, current.Members.Length, index =>
                    {
                        result.Append(current.Members[index].Name.Text).Append('=');
                        Append(current.Members[index].Value);
                    });
                    break;
                case JsonKind.Array:
                    List('[', ']', current, current.Elements.Length, index => Append(current.Elements[index]));
                    break;
                case JsonKind.String:
                    result.Append('"').Append(current.Value!.Text).Append('"');
                    break;
                case JsonKind.Number or JsonKind.Hole:
                    result.Append(current.Value!.Text);
                    break;
                default:
                    result.Append(current.Kind).Append(current.Kind is JsonKind.Mixed or JsonKind.Invalid ? $"({current.Value!.Text})" : string.Empty);
                    break;
            }
        }

        void List(char open, char close, JsonNode current, int count, Action<int> append)
        {
            result.Append(open);
            for (int index = 0; index < count; index++)
            {
                result.Append(index > 0 ? " " : string.Empty);
                append(index);
            }

            result.Append(current.IsOpen ? "..." : string.Empty).Append(current.IsClosed ? string.Empty : "!").Append(close);
        }
    }

    /// <summary>The errors as "Kind token" in the order of the text.</summary>
    public static string[] Errors(string text) =>
        Parse(text).Errors.Select(error => $"{error.Kind} {text.Substring(error.Start, error.Length)}".TrimEnd()).ToArray();
}
