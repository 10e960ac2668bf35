using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.CodeFixes.Sending.Session;
using Dialog360.Analyzers.Sending.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Sending;

/// <summary>Where a recipient can be looked up: in a statement of its own before the message, or in the message itself.</summary>
internal static class RecipientPlace
{
    /// <summary>Makes the send go to what a look-up gives; null where the recipient cannot be written again.</summary>
    public static TextChange? Change(SendSite site, ExistingLookUp lookUp, SemanticModel model)
    {
        if (RecipientText.Of(site, model) is not { } recipient)
        {
            return null;
        }

        if (StatementOf(site) is { } send && IsAssignable(recipient.Text, send, model) && Before(send, site) is { } place)
        {
            return new TextChange(new TextSpan(place.SpanStart, 0), recipient.Text + " = " + lookUp.For(recipient.Text) + ";" + SourceLayout.LineBreak(place) + SourceLayout.IndentOf(place));
        }

        ExpressionSyntax written = recipient.Expression;
        if (!recipient.Path.IsEmpty || recipient.Text != written.ToString() || written is LiteralExpressionSyntax || written == site.Call.Syntax || !site.Call.Syntax.Contains(written))
        {
            // It is written before the call, or cannot be told apart from the text around it.
            return null;
        }

        string name = written.Parent is AnonymousObjectMemberDeclaratorSyntax { NameEquals: null } ? written.DescendantTokens().Last().ValueText + " = " : string.Empty;
        return new TextChange(written.Span, name + lookUp.For(recipient.Text));
    }

    /// <summary>The statement of the send, where others can be put before it.</summary>
    public static StatementSyntax? StatementOf(SendSite site) =>
        site.Call.Syntax.FirstAncestorOrSelf<StatementSyntax>() is { Parent: BlockSyntax or GlobalStatementSyntax or SwitchSectionSyntax } send
        && !site.Call.Syntax.Ancestors().TakeWhile(ancestor => ancestor != send).Any(static ancestor => ancestor is AnonymousFunctionExpressionSyntax)
            ? send
            : null;

    /// <summary>The statement that writes the message, where that comes first in the same block; else that of the send. Null where the message is written elsewhere.</summary>
    public static StatementSyntax? Before(StatementSyntax send, SendSite site)
    {
        SyntaxNode? message = site.Message ?? site.Picture?.Root.Origin.Syntax ?? site.Call.Syntax;
        return message.SyntaxTree != send.SyntaxTree
            ? null
            : message.AncestorsAndSelf().OfType<StatementSyntax>().FirstOrDefault(statement => statement.Parent == send.Parent || (statement.Parent is GlobalStatementSyntax && send.Parent is GlobalStatementSyntax));
    }

    /// <summary>Whether the text names a parameter or local of type <c>string</c> that takes another value.</summary>
    public static bool IsAssignable(string recipient, StatementSyntax send, SemanticModel model) =>
        SyntaxFacts.IsValidIdentifier(recipient)
        && model.LookupSymbols(send.SpanStart, name: recipient).FirstOrDefault() switch
        {
            IParameterSymbol { RefKind: RefKind.None, Type.SpecialType: SpecialType.System_String } => true,
            ILocalSymbol { IsConst: false, IsForEach: false, IsUsing: false, RefKind: RefKind.None, Type.SpecialType: SpecialType.System_String } => true,
            _ => false,
        };
}
