using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>Exchanges two values as they are written, whatever writes them.</summary>
internal static class ValueSwapper
{
    /// <summary>See <see cref="PictureEdit.SwapValues"/>.</summary>
    public static ImmutableArray<SourceChange>? Swap(PayloadNode first, PayloadNode second, EditContext context)
    {
        if (first.Origin.Style == WritingStyle.ClassDefault || second.Origin.Style == WritingStyle.ClassDefault)
        {
            return null;
        }

        bool firstIsJson = first.Origin.Style == WritingStyle.JsonText;
        if (firstIsJson != (second.Origin.Style == WritingStyle.JsonText))
        {
            return null;
        }

        return firstIsJson ? SwapJson(first, second, context) : SwapExpressions(first, second, context);
    }

    private static ImmutableArray<SourceChange>? SwapExpressions(PayloadNode first, PayloadNode second, EditContext context)
    {
        if (ExpressionEditor.ExpressionOf(first) is not { } left || ExpressionEditor.ExpressionOf(second) is not { } right || left.SyntaxTree != right.SyntaxTree || !Fits(left, right, context) || !Fits(right, left, context))
        {
            return null;
        }

        return ExpressionEditor.Replace(left, right.ToString()).AddRange(ExpressionEditor.Replace(right, left.ToString()));
    }

    private static bool Fits(ExpressionSyntax value, ExpressionSyntax place, EditContext context) =>
        TargetTypes.Of(place, context) is not { } target || context.ModelOf(value).ClassifyConversion(value, target).IsImplicit;

    private static ImmutableArray<SourceChange>? SwapJson(PayloadNode first, PayloadNode second, EditContext context) =>
        Written(first) is { } left && Written(second) is { } right && left.Syntax.SyntaxTree == right.Syntax.SyntaxTree && left.Form == right.Form
            ? ImmutableArray.Create(
                new SourceChange(left.Syntax.SyntaxTree, left.Span, context.TextOf(right.Syntax).ToString(right.Span)),
                new SourceChange(right.Syntax.SyntaxTree, right.Span, context.TextOf(left.Syntax).ToString(left.Span)))
            : null;

    /// <summary>Where a JSON value is written by one literal, or is one hole or constant.</summary>
    private static Stretch? Written(PayloadNode node)
    {
        if (node.Origin.Json is not { Node: { } json, Text: { } text } || text.SegmentAt(json.Start) is not { } segment || json.End > segment.Start + segment.Length)
        {
            return null;
        }

        if (segment.Form is not (LiteralForm.Constant or LiteralForm.Hole))
        {
            return new Stretch(segment.Syntax, segment.Form, TextSpan.FromBounds(segment.Position(json.Start - segment.Start), segment.Position(json.End - segment.Start)));
        }

        if (!segment.Map.IsDefault)
        {
            return new Stretch(segment.Syntax, LiteralForm.Hole, TextSpan.FromBounds(segment.Position(0), segment.Position(segment.Length)));
        }

        SyntaxNode syntax = segment.Syntax as InterpolationSyntax ?? segment.Syntax.Parent as InterpolationSyntax ?? segment.Syntax;
        return syntax is InterpolationSyntax || syntax.Parent.IsKind(SyntaxKind.AddExpression) || syntax.Parent is ArgumentSyntax
            ? new Stretch(syntax, LiteralForm.Hole, syntax.Span)
            : null;
    }

    private readonly record struct Stretch(SyntaxNode Syntax, LiteralForm Form, TextSpan Span);
}
