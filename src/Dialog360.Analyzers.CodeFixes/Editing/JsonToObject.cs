using System.Text;
using Dialog360.Analyzers.Json;
using Dialog360.Analyzers.Payloads.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>Writes a JSON text with holes as an anonymous object that serializes to the same JSON; null where it cannot.</summary>
internal sealed class JsonToObject
{
    private const int MaxDepth = 24;

    private readonly CSharpText _text;

    private JsonToObject(CSharpText text)
    {
        _text = text;
    }

    /// <summary>The C# of the object.</summary>
    public static string? Write(CSharpText text, CancellationToken cancellationToken)
    {
        JsonParseResult json = text.ParseJson(cancellationToken);
        return json.Errors.IsEmpty && json.Root is { Kind: JsonKind.Object } root ? new JsonToObject(text).Write(root, 0) : null;
    }

    private string? Write(JsonNode node, int depth)
    {
        if (depth > MaxDepth)
        {
            return null;
        }

        return node.Kind switch
        {
            JsonKind.Object when !node.IsOpen => Object(node, depth),
            JsonKind.Array when !node.IsOpen => Array(node, depth),
            JsonKind.String => Text(node),
            JsonKind.Number => node.Value!.Text,
            JsonKind.True => "true",
            JsonKind.False => "false",
            JsonKind.Hole => Value(node),
            _ => null,
        };
    }

    private string? Object(JsonNode node, int depth)
    {
        List<string> members = new();
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (JsonMember member in node.Members)
        {
            string name = member.Name.Text;
            if (!member.Name.IsKnown || !SyntaxFacts.IsValidIdentifier(name) || !names.Add(name) || member.Value is null || Write(member.Value, depth + 1) is not { } value)
            {
                return null;
            }

            members.Add(value == name ? name : $"{EditContext.Identifier(name)} = {value}");
        }

        return members.Count == 0 ? "new { }" : $"new {{ {string.Join(", ", members)} }}";
    }

    private string? Array(JsonNode node, int depth)
    {
        List<string> elements = new();
        foreach (JsonNode element in node.Elements)
        {
            if (Write(element, depth + 1) is not { } value)
            {
                return null;
            }

            elements.Add(value);
        }

        return elements.Count == 0 ? "new object[0]" : $"new object[] {{ {string.Join(", ", elements)} }}";
    }

    /// <summary>A JSON string: a literal, the expression of its only hole, or an interpolated text.</summary>
    private string? Text(JsonNode node)
    {
        HoledText value = node.Value!;
        if (value.IsKnown)
        {
            return LiteralCodec.Quote(value.Text);
        }

        if (value.IsOneHole && HoleAt(node, 0) is { } only)
        {
            return only.Type?.SpecialType == SpecialType.System_String && only.Syntax.Parent is not InterpolationSyntax { FormatClause: not null } and not InterpolationSyntax { AlignmentClause: not null } ? Expression(only) : Interpolated(node, value);
        }

        return Interpolated(node, value);
    }

    private string? Interpolated(JsonNode node, HoledText value)
    {
        StringBuilder result = new("$\"");
        for (int index = 0; index < value.Text.Length; index++)
        {
            if (!value.IsHole(index))
            {
                result.Append(LiteralCodec.Regular(value.Text[index].ToString()).Replace("{", "{{").Replace("}", "}}"));
            }
            else if (HoleAt(node, index) is { } hole && Expression(hole) is { } expression)
            {
                InterpolationSyntax? interpolation = hole.Syntax.Parent as InterpolationSyntax;
                string written = hole.Syntax is ConditionalExpressionSyntax ? $"({expression})" : expression;
                result.Append('{').Append(written).Append(interpolation?.AlignmentClause).Append(interpolation?.FormatClause).Append('}');
            }
            else
            {
                return null;
            }
        }

        return result.Append('"').ToString();
    }

    /// <summary>A hole outside strings: a number or boolean. A text there may be any JSON, which an object cannot hold.</summary>
    private string? Value(JsonNode node) =>
        _text.SegmentAt(node.Start)?.Hole is { } hole
        && hole.Type?.SpecialType is SpecialType.System_Boolean or (>= SpecialType.System_SByte and <= SpecialType.System_Double)
        && hole.Syntax.Parent is not InterpolationSyntax { FormatClause: not null }
            ? Expression(hole)
            : null;

    private IOperation? HoleAt(JsonNode node, int index) => _text.SegmentAt(node.RawIndex(index))?.Hole;

    /// <summary>The C# of a hole. What was escaped for JSON by hand would be escaped twice.</summary>
    private string? Expression(IOperation hole)
    {
        bool isEscaped = hole.Type?.Name == "JsonEncodedText"
            || (hole.Type?.SpecialType == SpecialType.System_String && hole.Syntax is InvocationExpressionSyntax && !EscapedTexts.MayBreak(hole));
        bool isHere = hole.Syntax is ExpressionSyntax && hole.Syntax.SyntaxTree == _text.Expression.SyntaxTree && _text.Expression.Span.Contains(hole.Syntax.Span);
        return isHere && !isEscaped ? hole.Syntax.ToString() : null;
    }
}
