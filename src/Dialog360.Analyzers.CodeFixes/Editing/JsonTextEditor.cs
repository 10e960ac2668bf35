using System.Collections.Immutable;
using Dialog360.Analyzers.Json;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Text;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>Edits JSON inside C# literals.</summary>
internal sealed class JsonTextEditor : OriginEditor
{
    /// <summary>The only instance.</summary>
    public static readonly JsonTextEditor Instance = new();

    /// <inheritdoc/>
    public override ImmutableArray<SourceChange>? SetValue(PayloadNode node, NewValue value, EditContext context)
    {
        if (node.Origin.Json is not { Node: { IsClosed: true } json, Text: var text })
        {
            return null;
        }

        if (HoleOf(node) is { } hole && ExpressionEditor.SetValue(hole, value, context) is { } inDeclaration && inDeclaration.All(change => !text.Expression.Span.Contains(change.Span) || change.Tree != text.Expression.SyntaxTree))
        {
            return inDeclaration;
        }

        TextPiece piece = json.Kind == JsonKind.String && value is NewValue.Text newText
            ? new TextPiece(json.Start + 1, json.End - json.Start - 2, JsonValues.Escape(newText.Value))
            : new TextPiece(json.Start, json.End - json.Start, JsonValues.Write(value, ": "));
        return TextSurgeon.Replace(text, ImmutableArray.Create(piece), context);
    }

    /// <inheritdoc/>
    public override ImmutableArray<SourceChange>? ReplaceInText(PayloadNode node, ImmutableArray<TextPiece> pieces, EditContext context)
    {
        if (node.Origin.Json is not { Node: { Kind: JsonKind.String, Value: { } value } json, Text: var text } || value.Text != node.Text?.Text)
        {
            return HoleOf(node) is { } hole ? ExpressionEditor.ReplaceInText(hole, pieces, context) : null;
        }

        ImmutableArray<TextPiece> raw = ImmutableArray.CreateRange(pieces, piece =>
        {
            int start = json.RawIndex(piece.Start);
            return new TextPiece(start, json.RawIndex(piece.Start + piece.Length) - start, JsonValues.Escape(piece.NewText));
        });
        return TextSurgeon.Replace(text, raw, context)
            ?? (HoleOf(node) is { } whole ? ExpressionEditor.ReplaceInText(whole, pieces, context) : null);
    }

    /// <inheritdoc/>
    public override ImmutableArray<SourceChange>? Rename(PayloadNode owner, PayloadMember member, string name, EditContext context) =>
        member.Origin.Json is { Member: { } json, Text: var text }
            ? TextSurgeon.Replace(text, ImmutableArray.Create(new TextPiece(json.NameStart, json.NameEnd - json.NameStart, JsonValues.Escape(name))), context)
            : null;

    /// <inheritdoc/>
    public override ImmutableArray<SourceChange>? Add(PayloadNode owner, ImmutableArray<NewMember> members, EditContext context) =>
        owner.Origin.Json is { Node: { Kind: JsonKind.Object, IsClosed: true } json, Text: var text }
            ? TextSurgeon.Replace(text, ImmutableArray.Create(JsonLayout.Addition(text.Text.Text, json, members)), context)
            : null;

    /// <inheritdoc/>
    public override ImmutableArray<SourceChange>? Replace(PayloadNode owner, PayloadMember member, NewMember replacement, EditContext context)
    {
        if (member.Origin.Json is not { Member: { Value: { IsClosed: true } value } json, Text: var text })
        {
            return null;
        }

        // In raw text the braces of a tight object would meet, or meet that of the message, and end a hole: then it is written with spaces.
        int start = JsonLayout.StartOf(text.Text.Text, json);
        string spaced = JsonValues.Write(replacement, ": ");
        return new[] { JsonValues.Write(replacement, JsonLayout.ColonOf(text.Text.Text, value)), spaced, spaced + " " }
            .Select(written => TextSurgeon.Replace(text, ImmutableArray.Create(new TextPiece(start, value.End - start, written)), context))
            .FirstOrDefault(static changes => changes is not null);
    }

    /// <inheritdoc/>
    public override ImmutableArray<SourceChange>? Remove(PayloadMember member, EditContext context) =>
        member.Origin.Json is { Member: { Value: { IsClosed: true } } json, Text: var text }
            ? TextSurgeon.Replace(text, ImmutableArray.Create(JsonLayout.Removal(text.Text.Text, json)), context)
            : null;

    /// <summary>The value as the C# expression that one hole or constant holds, where it is nothing but that.</summary>
    private static PayloadNode? HoleOf(PayloadNode node)
    {
        ExpressionSyntax? expression = node.Operation?.Syntax as ExpressionSyntax;
        if (expression is null && node.Origin.Json is { Node: { IsClosed: true } json, Text: var text })
        {
            int start = json.Kind == JsonKind.String ? json.Start + 1 : json.Start;
            int end = json.Kind == JsonKind.String ? json.End - 1 : json.End;
            expression = text.SegmentAt(start) is { Form: LiteralForm.Constant } segment && segment.Start == start && segment.Start + segment.Length == end
                ? TextSurgeon.ExpressionOf(segment)
                : null;
        }

        return expression is null
            ? null
            : new PayloadNode(node.Kind, node.Span, new PayloadOrigin(WritingStyle.Expression, expression)) { Text = node.Text, Operation = node.Operation };
    }
}
