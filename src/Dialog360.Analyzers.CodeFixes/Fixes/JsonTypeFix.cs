using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Rules.Payload;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Fixes;

/// <summary>DLG0106: writes a known value in the JSON type that the member takes, and converts unknown numbers to text.</summary>
internal sealed class JsonTypeFix : PayloadFix
{
    private const string ToText = "to-string";

    /// <inheritdoc/>
    public override string RuleId => "DLG0106";

    /// <inheritdoc/>
    public override IEnumerable<Proposal> Propose(Finding finding, EditContext context)
    {
        // The arms of a choice have one C# type: another one for one arm does not compile.
        if (finding is not { Node: { } owner, Member: { Value: { } value }, Detail: TypeMismatch mismatch } || Choices.IsOneOfSeveral(value, owner))
        {
            yield break;
        }

        if (Rewritten(value, mismatch.Takes) is (var type, var shown, var written))
        {
            yield return Proposal.Of("rewrite-value", [type, shown], [new PictureEdit.SetValue(value, written), .. Beside(value, mismatch.Takes)]);
        }
        else if (mismatch is { Takes: SchemaTypes.String, Gets: SchemaTypes.Number } && value.Kind == PayloadKind.Unknown && Converted(value, context) is { } edit)
        {
            yield return Proposal.Of(ToText, edit);
        }
    }

    /// <summary>A known value in the other type, with the words for the title; null where it has no counterpart there.</summary>
    private static (string Type, string Shown, NewValue Value)? Rewritten(PayloadNode value, SchemaTypes takes)
    {
        string? text = value switch
        {
            { Kind: PayloadKind.Number, NumberText: { } number } when IsPlain(number) => number,
            { Kind: PayloadKind.Boolean } => value.Boolean ? "true" : "false",
            _ => null,
        };
        if (takes == SchemaTypes.String && text is not null)
        {
            return ("string", $"\"{text}\"", NewValue.Of(text));
        }

        bool? truth = value switch
        {
            { KnownText: { } known } when bool.TryParse(known, out bool parsed) => parsed,
            { Kind: PayloadKind.Number, Number: 0 or 1 } => value.Number == 1,
            _ => null,
        };
        return takes == SchemaTypes.Boolean && truth is { } boolean ? ("boolean", boolean ? "true" : "false", NewValue.Of(boolean)) : null;
    }

    /// <summary>The same for the numbers at the same place of the objects beside, which have the same type.</summary>
    private static IEnumerable<PictureEdit> Beside(PayloadNode value, SchemaTypes takes) =>
        takes == SchemaTypes.String && value.Origin.Style != WritingStyle.JsonText && ExpressionEditor.ExpressionOf(value) is { } expression
            ? SiblingValues.Of(expression).OfType<LiteralExpressionSyntax>().Where(static literal => literal.Token.Value is not string && IsPlain(literal.Token.Text))
                .Select(static literal => new PictureEdit.ReplaceExpression(literal, LiteralCodec.Quote(literal.Token.Text)))
            : [];

    /// <summary>Whether a number is written the way it is sent: no exponent, no hex digits, no infinity.</summary>
    private static bool IsPlain(string number) => number.All(static character => character is (>= '0' and <= '9') or '.' or '-');

    private static PictureEdit? Converted(PayloadNode value, EditContext context)
    {
        if (value.Origin is { Style: WritingStyle.JsonText, Json: { } place })
        {
            return place.Node is { } json
                ? new PictureEdit.ReplaceInJson(place.Text, ImmutableArray.Create(new TextPiece(json.Start, 0, "\""), new TextPiece(json.End, 0, "\"")))
                : null;
        }

        if (value.Origin.Style == WritingStyle.ClassDefault || ExpressionEditor.ExpressionOf(value) is not { } expression || !TakesText(expression, context))
        {
            return null;
        }

        ITypeSymbol? type = context.ModelOf(expression).GetTypeInfo(expression, context.CancellationToken).Type;
        bool isNullable = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };
        if (isNullable && expression is ConditionalAccessExpressionSyntax)
        {
            // a?.B is a number in itself: what follows it is part of the access.
            isNullable = false;
        }

        return Snippets.Around(ToText, "value", expression, context) is ("", var call)
            ? new PictureEdit.ReplaceExpression(expression, Whole(expression) + (isNullable ? "?" : string.Empty) + call)
            : null;
    }

    /// <summary>Whether a text may stand where the number stands.</summary>
    private static bool TakesText(ExpressionSyntax expression, EditContext context) =>
        CSharpValues.Write(NewValue.Of(string.Empty), WritingStyle.AnonymousObject, TargetTypes.Of(expression, context), default, dictionary: null) is not null;

    /// <summary>The expression with parentheses where a call behind it would tear it apart.</summary>
    private static string Whole(ExpressionSyntax expression) =>
        expression is SimpleNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax or ConditionalAccessExpressionSyntax
            ? expression.ToString()
            : $"({expression})";
}
