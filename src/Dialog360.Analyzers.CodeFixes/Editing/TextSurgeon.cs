using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>Replaces characters of a text in the literals that compose it; null where they are not written there.</summary>
internal static class TextSurgeon
{
    /// <summary>Replaces stretches of <paramref name="text"/>, ascending and apart.</summary>
    public static ImmutableArray<SourceChange>? Replace(CSharpText text, ImmutableArray<TextPiece> pieces, EditContext context)
    {
        ImmutableArray<SourceChange>.Builder changes = ImmutableArray.CreateBuilder<SourceChange>();
        foreach (TextPiece piece in pieces)
        {
            bool done = piece.Length == 0 ? Insert(text, piece, changes, context) : Replace(text, piece, changes, context);
            if (!done)
            {
                return null;
            }
        }

        return changes.ToImmutable();
    }

    private static bool Replace(CSharpText text, TextPiece piece, ImmutableArray<SourceChange>.Builder changes, EditContext context)
    {
        int end = piece.Start + piece.Length;
        string newText = piece.NewText;
        foreach (TextSegment segment in text.Segments)
        {
            int from = Math.Max(piece.Start, segment.Start) - segment.Start;
            int to = Math.Min(end, segment.Start + segment.Length) - segment.Start;
            if (from >= to)
            {
                continue;
            }

            if (segment.Form == LiteralForm.Constant && InDeclaration(segment, new TextPiece(from, to - from, newText), context) is { } declared)
            {
                changes.AddRange(declared);
            }
            else if (segment.Form is LiteralForm.Constant or LiteralForm.Hole)
            {
                bool isWhole = from == 0 && to == segment.Length;
                if (!isWhole || Substitute(segment, newText) is not { } change)
                {
                    return false;
                }

                changes.Add(change);
            }
            else
            {
                TextSpan span = TextSpan.FromBounds(segment.Position(from), segment.Position(to));
                if (LiteralCodec.Encode(newText, segment, span, context) is not { } encoded)
                {
                    return false;
                }

                changes.Add(new SourceChange(segment.Syntax.SyntaxTree, span, encoded));
            }

            // The first piece of the text takes all that is new; from the others the old characters only go.
            newText = string.Empty;
        }

        return true;
    }

    private static bool Insert(CSharpText text, TextPiece piece, ImmutableArray<SourceChange>.Builder changes, EditContext context)
    {
        TextSegment? before = piece.Start == 0 ? null : text.SegmentAt(piece.Start - 1);
        TextSegment? segment = IsWritten(before) ? before : text.SegmentAt(piece.Start);
        if (segment is null || !IsWritten(segment))
        {
            return false;
        }

        TextSpan span = new(segment.Position(piece.Start - segment.Start), 0);
        if (LiteralCodec.Encode(piece.NewText, segment, span, context) is not { } encoded)
        {
            return false;
        }

        changes.Add(new SourceChange(segment.Syntax.SyntaxTree, span, encoded));
        return true;

        static bool IsWritten(TextSegment? segment) => segment is { Form: not (LiteralForm.Constant or LiteralForm.Hole) };
    }

    /// <summary>Makes the change where the constant is declared; null where that is not seen.</summary>
    private static ImmutableArray<SourceChange>? InDeclaration(TextSegment segment, TextPiece piece, EditContext context)
    {
        ExpressionSyntax? use = ExpressionOf(segment);
        return use is not null
            && Definitions.Follow(use, context) is { } definition && definition != use
            && context.OperationOf(definition) is { } operation
            && CSharpTextReader.Read(operation, context.Resolver) is { } text
            && text.Text.Text.Length == segment.Length
            && text.Segments.All(static each => each.Form != LiteralForm.Constant)
                ? Replace(text, ImmutableArray.Create(piece), context)
                : null;
    }

    /// <summary>The C# expression of a constant or hole.</summary>
    public static ExpressionSyntax? ExpressionOf(TextSegment segment) =>
        segment.Syntax is InterpolationSyntax interpolation ? interpolation.Expression : segment.Syntax as ExpressionSyntax;

    /// <summary>Puts known text in the place of a whole constant or hole: characters in an interpolated literal, else a literal.</summary>
    private static SourceChange? Substitute(TextSegment segment, string newText)
    {
        if (!segment.Map.IsDefault)
        {
            // A placeholder inside a literal ("{0}"): it can go, but what would take its place depends on who fills it.
            return newText.Length == 0 ? new SourceChange(segment.Syntax.SyntaxTree, TextSpan.FromBounds(segment.Position(0), segment.Position(segment.Length)), string.Empty) : null;
        }

        SyntaxNode syntax = segment.Syntax;
        if ((syntax as InterpolationSyntax ?? syntax.Parent as InterpolationSyntax) is { Parent: InterpolatedStringExpressionSyntax literal } interpolation)
        {
            string start = literal.StringStartToken.Text;
            if (start.Contains("\"\"\""))
            {
                return newText.IndexOfAny(['"', '{', '}', '\n']) < 0 ? new SourceChange(syntax.SyntaxTree, interpolation.Span, newText) : null;
            }

            string encoded = start.Contains('@') ? newText.Replace("\"", "\"\"") : LiteralCodec.Regular(newText);
            return new SourceChange(syntax.SyntaxTree, interpolation.Span, encoded.Replace("{", "{{").Replace("}", "}}"));
        }

        return syntax.Parent is BinaryExpressionSyntax ? new SourceChange(syntax.SyntaxTree, syntax.Span, LiteralCodec.Quote(newText)) : null;
    }
}
