using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Sending.Session;
using Dialog360.Analyzers.Hosting;
using Dialog360.Analyzers.Payloads;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Sending;
using Dialog360.Analyzers.Sending.Control;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Sending;

/// <summary>
/// DLG0202: looks the recipient up through the contacts endpoint of the same client before the message is written, and goes on with
/// the <c>wa_id</c> of the answer.
/// </summary>
internal static class LookUpFix
{
    private const string MessagesPath = "messages";

    /// <summary>The repair of a finding; empty where the client, its URL or a recipient that can be assigned is not at hand.</summary>
    public static IEnumerable<SessionProposal> For(Finding finding, SemanticModel model, CancellationToken cancellationToken)
    {
        if (finding.Detail is SendSite site
            && site.Call.Syntax.FirstAncestorOrSelf<StatementSyntax>() is { } send
            && MayWait(send, model, cancellationToken)
            && RecipientText.Of(site, model)?.Text is { } recipient && IsAssignable(recipient, send, model)
            && ContactsCall(site, model, cancellationToken) is { } contacts
            && PlaceBefore(send, site) is { } place)
        {
            string answer = UnusedNames.Like("lookUp", place, model);
            string found = UnusedNames.Like("contact", place, model);
            string text = FixTexts.Snippet("look-up-first", ("client", contacts.Client), ("url", contacts.Url), ("recipient", recipient), ("answer", answer), ("found", found)) + "\n";
            string inserted = SourceLayout.Indented(text, SourceLayout.IndentOf(place), string.Empty, SourceLayout.LineBreak(place));
            yield return new SessionProposal(FixTexts.Title("look-up-first"), "look-up-first", ImmutableArray.Create(new TextChange(new TextSpan(place.SpanStart, 0), inserted)));
        }
    }

    /// <summary>Whether <c>await</c> and <c>using var</c> may stand before the statement.</summary>
    private static bool MayWait(StatementSyntax send, SemanticModel model, CancellationToken cancellationToken) =>
        send.Parent is BlockSyntax or GlobalStatementSyntax
        && (send.Parent is GlobalStatementSyntax || model.GetEnclosingSymbol(send.SpanStart, cancellationToken) is IMethodSymbol { IsAsync: true } || send.FirstAncestorOrSelf<GlobalStatementSyntax>() is not null)
        && ((CSharpParseOptions)send.SyntaxTree.Options).LanguageVersion >= LanguageVersion.CSharp8
        && model.Compilation.GetTypeByMetadataName("System.Text.Json.JsonDocument") is not null;

    /// <summary>A parameter or local of type <c>string</c> that takes another value.</summary>
    private static bool IsAssignable(string recipient, StatementSyntax send, SemanticModel model) =>
        SyntaxFacts.IsValidIdentifier(recipient)
        && model.LookupSymbols(send.SpanStart, name: recipient).FirstOrDefault() switch
        {
            IParameterSymbol { RefKind: RefKind.None, Type.SpecialType: SpecialType.System_String } => true,
            ILocalSymbol { IsConst: false, IsForEach: false, IsUsing: false, RefKind: RefKind.None, Type.SpecialType: SpecialType.System_String } => true,
            _ => false,
        };

    /// <summary>The client of the send, and the contacts endpoint of the same base.</summary>
    private static (string Client, string Url)? ContactsCall(SendSite site, SemanticModel model, CancellationToken cancellationToken)
    {
        ValueResolver resolver = new(ProgramModel.Of(model.Compilation), cancellationToken);
        SendCall? call = BlockSends.Of(site.Call, resolver).FirstOrDefault(each => each.Operation.Syntax == site.Call.Syntax);
        if (call is not { Client: SendClient.HttpClient, Receiver.Syntax: { } receiver, Url: { Text: { IsKnown: true, Text: var url } } }
            || !url.EndsWith(MessagesPath, StringComparison.Ordinal)
            || receiver is not (IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax }))
        {
            return null;
        }

        return (receiver.ToString(), SymbolDisplay.FormatLiteral(url.Substring(0, url.Length - MessagesPath.Length) + "contacts", quote: true));
    }

    /// <summary>The statement that writes the message, where that comes first in the same block; else that of the send.</summary>
    private static StatementSyntax? PlaceBefore(StatementSyntax send, SendSite site)
    {
        SyntaxNode? message = site.Message ?? site.Picture?.Root.Origin.Syntax;
        if (message is null || message.SyntaxTree != send.SyntaxTree)
        {
            return null;
        }

        return message.AncestorsAndSelf().OfType<StatementSyntax>().FirstOrDefault(statement => statement.Parent == send.Parent || (statement.Parent is GlobalStatementSyntax && send.Parent is GlobalStatementSyntax));
    }
}
