using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>Edits values that are C# expressions: where they are written, which may be the declaration of a constant or local.</summary>
internal static class ExpressionEditor
{
    /// <summary>The C# expression of a value, or null where it is none.</summary>
    public static ExpressionSyntax? ExpressionOf(PayloadNode node) => node.Origin.Syntax switch
    {
        ArgumentSyntax argument => argument.Expression,
        AnonymousObjectMemberDeclaratorSyntax declarator => declarator.Expression,
        EqualsValueClauseSyntax clause => clause.Value,
        ExpressionSyntax expression => expression,
        _ => null,
    };

    /// <summary>Writes another value in the place of a known one.</summary>
    public static ImmutableArray<SourceChange>? SetValue(PayloadNode node, NewValue value, EditContext context)
    {
        if (ExpressionOf(node) is not { } use)
        {
            return null;
        }

        ExpressionSyntax definition = Definitions.Follow(use, context);
        bool keepsType = value is NewValue.Text ? IsStringLiteral(definition) : value is NewValue.Number && IsNumber(definition);
        ExpressionSyntax place = keepsType ? definition : use;
        if (value is NewValue.Text text)
        {
            if (EnumValues.TryReplace(definition, text.Value, context) is { } enumChange)
            {
                return ImmutableArray.Create(enumChange);
            }

            if (place is LiteralExpressionSyntax literal && IsStringLiteral(literal) && LiteralContent.Replace(literal, text.Value, context) is { } change)
            {
                return ImmutableArray.Create(change);
            }
        }

        ITypeSymbol? target = TargetTypes.Of(place, context);
        string? written = value is NewValue.Number number && CSharpValues.SuffixOf(place) is { Length: > 0 } suffix && (target is null || suffix is "m" or "M" == (target.SpecialType == SpecialType.System_Decimal) || target.SpecialType == SpecialType.System_Object)
            ? number.Digits + suffix
            : CSharpValues.Write(value, WritingStyle.AnonymousObject, target, default, dictionary: null);
        if (written is null || (place != use && !Definitions.MayChangeType(place, written, context)))
        {
            return null;
        }

        return Replace(place, written);
    }

    /// <summary>Writes another value in the message itself, whatever declaration the old one came from.</summary>
    public static ImmutableArray<SourceChange>? SetHere(PayloadNode node, NewValue value, EditContext context) =>
        node.Origin.Style != WritingStyle.JsonText
        && ExpressionOf(node) is { } use
        && CSharpValues.Write(value, WritingStyle.AnonymousObject, TargetTypes.Of(use, context), default, dictionary: null) is { } written
            ? Replace(use, written)
            : null;

    /// <summary>Replaces stretches of a text and leaves the rest.</summary>
    public static ImmutableArray<SourceChange>? ReplaceInText(PayloadNode node, ImmutableArray<TextPiece> pieces, EditContext context)
    {
        if (ExpressionOf(node) is not { } use)
        {
            return null;
        }

        ExpressionSyntax definition = Definitions.Follow(use, context);
        return context.OperationOf(definition) is { } operation
            && CSharpTextReader.Read(operation, context.Resolver) is { } text
            && text.Text.Text == node.Text?.Text
                ? TextSurgeon.Replace(text, pieces, context)
                : null;
    }

    /// <summary>Writes another expression; a member of an anonymous object that took its name from the old one keeps that name.</summary>
    public static ImmutableArray<SourceChange> Replace(SyntaxNode expression, string newText)
    {
        string name = expression.Parent is AnonymousObjectMemberDeclaratorSyntax { NameEquals: null } declarator && SyntaxFacts.TryGetInferredMemberName(declarator.Expression) is { } inferred
            ? EditContext.Identifier(inferred) + " = "
            : string.Empty;
        return ImmutableArray.Create(new SourceChange(expression.SyntaxTree, expression.Span, name + newText));
    }

    private static bool IsStringLiteral(ExpressionSyntax expression) =>
        expression.IsKind(SyntaxKind.StringLiteralExpression) || expression.IsKind(SyntaxKind.Utf8StringLiteralExpression);

    private static bool IsNumber(ExpressionSyntax expression) =>
        expression.IsKind(SyntaxKind.NumericLiteralExpression) || (expression is PrefixUnaryExpressionSyntax unary && IsNumber(unary.Operand));
}

/// <summary>Edits the characters between the quotes of one literal.</summary>
internal static class LiteralContent
{
    /// <summary>The change that gives a literal another text in its own form; null where the form cannot hold it.</summary>
    public static SourceChange? Replace(LiteralExpressionSyntax literal, string text, EditContext context)
    {
        SyntaxToken token = literal.Token;
        string source = token.Text;
        int quote = source.IndexOf('"');
        int last = source.LastIndexOf('"');
        if (quote < 0 || last <= quote)
        {
            return null;
        }

        LiteralForm form = source[0] == '@' ? LiteralForm.Verbatim : source.StartsWith("\"\"\"", StringComparison.Ordinal) ? LiteralForm.Raw : LiteralForm.Regular;
        if (form == LiteralForm.Raw)
        {
            bool isOneLine = !source.Contains('\n');
            int quotes = source.Length - source.TrimStart('"').Length;
            bool fits = isOneLine && text.Length > 0 && text.IndexOfAny(['"', '\n', '\r']) < 0;
            return fits ? new SourceChange(literal.SyntaxTree, TextSpan.FromBounds(token.SpanStart + quotes, token.SpanStart + last + 1 - quotes), text) : null;
        }

        TextSpan span = TextSpan.FromBounds(token.SpanStart + quote + 1, token.SpanStart + last);
        TextSegment segment = new(0, span.Length, form, literal, token, default) { SourceStart = span.Start };
        return LiteralCodec.Encode(text, segment, span, context) is { } encoded ? new SourceChange(literal.SyntaxTree, span, encoded) : null;
    }
}
