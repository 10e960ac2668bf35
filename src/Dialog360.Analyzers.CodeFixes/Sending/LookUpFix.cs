using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.CodeFixes.Sending.Session;
using Dialog360.Analyzers.Duties.Contacts;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Rules.Sending;
using Dialog360.Analyzers.Sending.Reach;
using Dialog360.Analyzers.Sending.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Sending;

/// <summary>
/// DLG0202: looks the recipient up before the message is written: with a look-up that the program has, with the client of the SDK, or
/// through the contacts endpoint of the same client.
/// </summary>
internal static class LookUpFix
{
    private const string MessagesPath = "messages";

    /// <summary>What the snippet names in full.</summary>
    private static readonly string[] TypesToShorten = ["System.Net.Http.StringContent", "System.Text.Json.JsonSerializer", "System.Text.Json.JsonDocument", "System.Text.Encoding"];

    /// <summary>The repair of a finding; empty where nothing to look up with, or no recipient that can be written again, is at hand.</summary>
    public static IEnumerable<SessionProposal> For(Finding finding, SemanticModel model, CancellationToken cancellationToken)
    {
        // On a host that is switched off there is nobody to ask: the fix of DLG0704 moves the whole request.
        if (finding.Detail is not LookUpDetail { Site: var site, Options: var options } || SwitchedOffHosts.TakeMessageOf(site, model.Compilation, cancellationToken))
        {
            yield break;
        }

        LookupMethods methods = new(new ValueResolver(ProgramModel.Of(model.Compilation), cancellationToken), options);
        if (ExistingLookUp.In(site, methods, model, MayAwait(site.Call.Syntax, model, cancellationToken)) is { } existing)
        {
            if (RecipientPlace.Change(site, existing, model) is { } change)
            {
                yield return new SessionProposal(FixTexts.Title("look-up-with", existing.Call), "look-up-with", ImmutableArray.Create(change));
            }

            yield break;
        }

        if (RecipientPlace.StatementOf(site) is not { } send || RecipientText.Of(site, model)?.Text is not { } recipient || RecipientPlace.Before(send, site) is not { } place
            || !MayAwait(send, model, cancellationToken))
        {
            yield break;
        }

        if (SdkClient(site) is { } client)
        {
            string text = FixTexts.Snippet("look-up-with-client", ("client", client), ("recipient", recipient)) + SourceLayout.LineBreak(place) + SourceLayout.IndentOf(place);
            yield return new SessionProposal(FixTexts.Title("look-up-with-client"), "look-up-with-client", ImmutableArray.Create(new TextChange(new TextSpan(place.SpanStart, 0), text)));
        }
        else if (MayDispose(send, model) && RecipientPlace.IsAssignable(recipient, send, model) && ContactsCall(site, model, cancellationToken) is { } contacts)
        {
            string answer = UnusedNames.Like("lookUp", place, model);
            string found = UnusedNames.Like("contact", place, model);
            string text = LookUp(contacts, recipient, (answer, found), place, new EditContext(ProgramModel.Of(model.Compilation), cancellationToken), model) + "\n";
            string inserted = SourceLayout.Indented(SourceLayout.Leveled(text, SourceLayout.LevelAt(place)), SourceLayout.IndentOf(place), string.Empty, SourceLayout.LineBreak(place));
            yield return new SessionProposal(FixTexts.Title("look-up-first"), "look-up-first", ImmutableArray.Create(new TextChange(new TextSpan(place.SpanStart, 0), inserted)));
        }
    }

    /// <summary>The look-up, written as the file writes: with short names, the token that the send passes on, and its way of awaiting.</summary>
    private static string LookUp((string Client, string Url) contacts, string recipient, (string Answer, string Found) names, StatementSyntax place, EditContext editing, SemanticModel model)
    {
        SyntaxNode code = place.Parent!;
        string cancellation = BodyExpression.PassedOn(place, code, model) is { } token ? ", " + token : string.Empty;
        string body = BodyExpression.Of(names.Answer, place, code, model);
        string text = FixTexts.Snippet("look-up-first", ("client", contacts.Client), ("url", contacts.Url), ("recipient", recipient), ("answer", names.Answer), ("found", names.Found), ("cancellation", cancellation + ")" + AwaitStyle.Suffix(place)), ("body", body));
        foreach (string type in TypesToShorten)
        {
            text = text.Replace(type, editing.NameOf(type, place) ?? type);
        }

        return text;
    }

    /// <summary>Whether the function around the node is asynchronous; top-level statements become so.</summary>
    private static bool MayAwait(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (node.FirstAncestorOrSelf<LockStatementSyntax>() is not null || node.FirstAncestorOrSelf<QueryExpressionSyntax>() is not null)
        {
            return false;
        }

        return model.GetEnclosingSymbol(node.SpanStart, cancellationToken) is IMethodSymbol { IsAsync: true }
            || (node.FirstAncestorOrSelf<GlobalStatementSyntax>() is { } global && !node.Ancestors().TakeWhile(ancestor => ancestor != global).Any(static ancestor => ancestor is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax));
    }

    /// <summary>Whether <c>using var</c> and <c>JsonDocument</c> may be used.</summary>
    private static bool MayDispose(StatementSyntax send, SemanticModel model) =>
        ((CSharpParseOptions)send.SyntaxTree.Options).LanguageVersion >= LanguageVersion.CSharp8
        && model.Compilation.GetTypeByMetadataName("System.Text.Json.JsonDocument") is not null;

    /// <summary>The client of the SDK that the message is sent with, where it can look up and be named again.</summary>
    private static string? SdkClient(SendSite site) =>
        site.Call is IInvocationOperation { Instance: { Type: { } type, Syntax: IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } } instance }
        && Names.IsIn(type, "WABA360Dialog") && HasLookUp(type)
            ? instance.Syntax.ToString()
            : null;

    private static bool HasLookUp(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (!current.GetMembers("CheckContactsAsync").IsEmpty || current.AllInterfaces.Any(static contract => !contract.GetMembers("CheckContactsAsync").IsEmpty))
            {
                return true;
            }
        }

        return false;
    }

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
}
