using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Payloads.Text;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Fixes;

/// <summary>DLG0107: encodes the value where it stands, or turns the whole text into an object that a serializer writes.</summary>
internal sealed class UnescapedTextFix : PayloadFix
{
    /// <inheritdoc/>
    public override string RuleId => "DLG0107";

    /// <inheritdoc/>
    public override IEnumerable<Proposal> Propose(Finding finding, EditContext context)
    {
        if (finding.Detail is not ExpressionSyntax hole || HandEscapes.Are(hole, context))
        {
            yield break;
        }

        if (Written("encode-value", "value", hole, context) is (var before, var after))
        {
            yield return Proposal.Of("encode-value", Encode(hole, before, after, context));
        }

        if (finding.Node?.Origin.Json?.Text is { Expression: ExpressionSyntax whole } text
            && IsOnePiece(text)
            && !CultureUses.Matter(text, context)
            && JsonToObject.Write(text, context) is { } written
            && Written("serialize-object", "object", whole, context) is (var open, var close))
        {
            yield return Proposal.Of("serialize-object", new PictureEdit.ReplaceExpression(whole, open + written + close));
        }
    }

    /// <summary>What stands around the value, in the library that the file uses for JSON; in the other one where the program lacks it.</summary>
    private static (string Before, string After)? Written(string fixId, string placeholder, SyntaxNode place, EditContext context)
    {
        string other = fixId + "-newtonsoft";
        return JsonLibraries.IsNewtonsoft(place)
            ? Snippets.Around(other, placeholder, place, context) ?? Snippets.Around(fixId, placeholder, place, context)
            : Snippets.Around(fixId, placeholder, place, context) ?? Snippets.Around(other, placeholder, place, context);
    }

    /// <summary>The encoder refuses null, which the text took for nothing.</summary>
    private static PictureEdit Encode(ExpressionSyntax hole, string before, string after, EditContext context)
    {
        if (!NullTexts.MayBe(hole, context))
        {
            return new PictureEdit.Wrap(hole, before, after);
        }

        return NullTexts.IsSimple(hole)
            ? new PictureEdit.Wrap(hole, before, " ?? string.Empty" + after)
            : new PictureEdit.Wrap(hole, before + "(", ") ?? string.Empty" + after);
    }

    /// <summary>Whether the text is one expression that holds nothing but the text: no comment, no piece from another place.</summary>
    private static bool IsOnePiece(CSharpText text) =>
        text.Segments.All(segment => segment.Syntax.SyntaxTree == text.Expression.SyntaxTree && text.Expression.Span.Contains(segment.Syntax.Span))
        && !text.Expression.DescendantTrivia().Any(static trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia))
        && text.Expression is InterpolatedStringExpressionSyntax or BinaryExpressionSyntax or InvocationExpressionSyntax;
}
