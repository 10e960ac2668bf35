using System.Text;
using Dialog360.Analyzers.Json;
using Dialog360.Analyzers.Payloads.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>Writes a JSON text with holes as an anonymous object that serializes to the same JSON; null where it cannot.</summary>
internal sealed class JsonToObject
{
    private const int MaxDepth = 24;

    private readonly CSharpText _text;
    private readonly EditContext _context;
    private readonly string _indent;
    private readonly string _level;
    private readonly string _lineBreak;

    private JsonToObject(CSharpText text, EditContext context)
    {
        _text = text;
        _context = context;
        _indent = SourceLayout.IndentOf(text.Expression.FirstAncestorOrSelf<StatementSyntax>() ?? text.Expression);
        _level = SourceLayout.LevelAt(text.Expression);
        _lineBreak = SourceLayout.LineBreak(text.Expression);
    }

    /// <summary>The C# of the object.</summary>
    public static string? Write(CSharpText text, EditContext context)
    {
        JsonParseResult json = text.ParseJson(context.CancellationToken);
        return json.Errors.IsEmpty && json.Root is { Kind: JsonKind.Object } root ? new JsonToObject(text, context).Write(root, 0) : null;
    }

    private string? Write(JsonNode node, int depth, bool isRecipient = false)
    {
        if (depth > MaxDepth)
        {
            return null;
        }

        return node.Kind switch
        {
            JsonKind.Object when !node.IsOpen => Object(node, depth),
            JsonKind.Array when !node.IsOpen => Array(node, depth),
            JsonKind.String => Text(node, isRecipient),
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
            if (!member.Name.IsKnown || !SyntaxFacts.IsValidIdentifier(name) || !names.Add(name) || member.Value is null || Write(member.Value, depth + 1, isRecipient: depth == 0 && name == "to") is not { } value)
            {
                return null;
            }

            members.Add(value == name ? name : $"{EditContext.Identifier(name)} = {value}");
        }

        return members.Count == 0 ? "new { }" : Braced("new", node, members, depth);
    }

    /// <summary>The parts between braces: on one line, or on lines of their own where the JSON is laid out so.</summary>
    private string Braced(string head, JsonNode node, List<string> parts, int depth)
    {
        if (!SpansLines(node))
        {
            return $"{head} {{ {string.Join(", ", parts)} }}";
        }

        string outer = _lineBreak + _indent + string.Concat(Enumerable.Repeat(_level, depth));
        return head + outer + "{" + string.Concat(parts.Select(part => outer + _level + part + ",")) + outer + "}";
    }

    /// <summary>Whether an object or array begins on one line of the file and ends on another.</summary>
    private bool SpansLines(JsonNode node)
    {
        SourceText lines = _context.TextOf(_text.Expression);
        TextSpan span = _text.SpanOf(node.Start, node.End - node.Start).Span;
        return lines.Lines.IndexOf(span.Start) != lines.Lines.IndexOf(span.End);
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

        return elements.Count == 0 ? "new object[0]" : Braced("new object[]", node, elements, depth);
    }

    /// <summary>A JSON string: a literal, the expression of its only hole, or an interpolated text. Nobody sends to null, which stays empty anywhere else.</summary>
    private string? Text(JsonNode node, bool isRecipient)
    {
        HoledText value = node.Value!;
        if (value.IsKnown)
        {
            return LiteralCodec.Quote(value.Text);
        }

        if (value.IsOneHole && HoleAt(node, 0) is { } only)
        {
            return only.Type?.SpecialType == SpecialType.System_String && only.Syntax.Parent is not InterpolationSyntax { FormatClause: not null } and not InterpolationSyntax { AlignmentClause: not null } ? Whole(only, isRecipient) : Interpolated(node, value);
        }

        return Interpolated(node, value);
    }

    private string? Whole(IOperation hole, bool isRecipient) =>
        Expression(hole) is not { } expression ? null : isRecipient ? expression : NullTexts.Kept((ExpressionSyntax)hole.Syntax, _context);

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
