using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Sending;
using Dialog360.Analyzers.Sending.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Sending.Session;

/// <summary>A repair of a free-form send: its title, its kind and what it changes in the file.</summary>
/// <param name="Title">The title.</param>
/// <param name="Key">The kind, for Fix All.</param>
/// <param name="Changes">The changes, all in the file of the send.</param>
internal sealed record SessionProposal(string Title, string Key, ImmutableArray<TextChange> Changes);

/// <summary>DLG0201: sends only while the session is open and a template otherwise, or a template in any case.</summary>
internal sealed class SessionGuardFix
{
    private readonly SendSite _site;
    private readonly SemanticModel _model;
    private readonly SendingOptions _options;
    private readonly EditContext _context;
    private readonly MessageRewrite? _message;

    private SessionGuardFix(SendSite site, SemanticModel model, SendingOptions options, CancellationToken cancellationToken)
    {
        _site = site;
        _model = model;
        _options = options;
        _context = new EditContext(ProgramModel.Of(model.Compilation), cancellationToken);
        _message = MessageRewrite.Of(site, _context) ?? MadeMessage.Of(site, model, _context);
    }

    /// <summary>The repairs of a finding; empty where it cannot be put under a check and its message is not seen.</summary>
    public static IEnumerable<SessionProposal> For(Finding finding, SemanticModel model, SendingOptions options, CancellationToken cancellationToken)
    {
        if (finding.Detail is not SendSite site)
        {
            yield break;
        }

        SessionGuardFix fix = new(site, model, options, cancellationToken);
        if (fix.Guard() is { } guard)
        {
            yield return guard;
        }

        if (fix._message is { } message)
        {
            yield return new SessionProposal(FixTexts.Title("send-template"), "send-template", message.Replacement);
        }
    }

    private SessionProposal? Guard()
    {
        if (RecipientText.Of(_site, _model) is not { } recipient)
        {
            return null;
        }

        if (_message is { } message)
        {
            return message.IsOneExpression ? Choose(message, recipient) : Fill(message, recipient);
        }

        return GuardPlace.Of(_site.Call.Syntax, _model, _context.CancellationToken) is { } place ? Around(place, recipient) : null;
    }

    /// <summary>The check chooses the message where it is created: the request is written once, and what is wrong with it is wrong once.</summary>
    private SessionProposal? Choose(MessageRewrite message, RecipientText recipient)
    {
        bool isQuoted = message.Place.Ancestors().OfType<LambdaExpressionSyntax>().Any(lambda => GuardPlace.IsQuoted(lambda, _model, _context.CancellationToken));
        return !isQuoted && CheckAt(message.Place, recipient) is { } check && ChosenMessage.Changes(message, check.Condition, _model) is { } changes ? Proposal(check, changes) : null;
    }

    /// <summary>The statements that fill the message run in both branches.</summary>
    private SessionProposal? Fill(MessageRewrite message, RecipientText recipient) =>
        FilledMessage.Of(message, _site.Call.Syntax, _model) is { } filled && CheckAt(filled.First, recipient) is { } check
            ? Proposal(check, [filled.Guard(message, check.Condition, _model)])
            : null;

    /// <summary>The send itself runs under the check.</summary>
    private SessionProposal? Around(GuardPlace place, RecipientText recipient)
    {
        if (CheckAt(place.Form == GuardForm.Body ? place.Expression : place.Node, recipient) is not { } check)
        {
            return null;
        }

        if (place.Form != GuardForm.Value)
        {
            return Template(place, recipient) is { } template ? Proposal(check, [GuardText.Branch(place, check.Condition, template)]) : null;
        }

        // The same result from the other method: the answer is read as before.
        ITypeSymbol? result = _site.Call.Type;
        if (Sibling(place, recipient, method => SymbolEqualityComparer.Default.Equals(method.ReturnType, result)) is { } same)
        {
            return CheckAt(place.Expression, recipient) is { } choice ? Proposal(choice, [GuardText.Choice(place.Expression, choice.Condition, place.Expression.ToString(), same)]) : null;
        }

        return place.Leave is { } leave
            ? Proposal(check, [GuardText.Before(place.Node, check.Negated, Sibling(place, recipient, static _ => true) is { } other ? other + ";" : TemplateContent.Note, leave)])
            : null;
    }

    /// <summary>The statements that run outside the session; null where the function needs a result that nothing gives.</summary>
    private string? Template(GuardPlace place, RecipientText recipient)
    {
        bool Fits(IMethodSymbol method) => !place.Returns || (_site.Call.Type is { } sent && SymbolEqualityComparer.Default.Equals(method.ReturnType, sent))
            || (!place.Function.IsAsync && _model.Compilation.ClassifyCommonConversion(method.ReturnType, place.Function.ReturnType) is { Exists: true, IsImplicit: true });
        if (Sibling(place, recipient, Fits) is { } expression)
        {
            return (place.Returns ? "return " : string.Empty) + expression + ";";
        }

        if (!place.Returns)
        {
            return TemplateContent.Note;
        }

        return place.Function is { IsAsync: false, ReturnType: INamedTypeSymbol { Name: "Task", TypeArguments.IsEmpty: true } } && _context.NameOf("System.Threading.Tasks.Task", place.Node) is { } task
            ? TemplateContent.Note + SourceLayout.NewStatement + $"return {task}.CompletedTask;"
            : null;
    }

    private string? Sibling(GuardPlace place, RecipientText recipient, Func<IMethodSymbol, bool> fits) =>
        SiblingTemplate.Of(_site, _site.Call.Syntax, place.Expression, recipient, _context, _model, fits)?.Text;

    /// <summary>The check at a place; null where the recipient cannot be named there.</summary>
    private SessionCheckCall? CheckAt(SyntaxNode place, RecipientText recipient) =>
        RepeatableExpressions.IsVisibleAt(recipient.Expression, place.SpanStart, _model) && _model.GetEnclosingSymbol(place.SpanStart, _context.CancellationToken) is IMethodSymbol function
            ? SessionCheckCall.For(new CheckScope(place, _site.Call.Syntax, function, recipient, _model, _options, _context))
            : null;

    private static SessionProposal Proposal(SessionCheckCall check, IReadOnlyList<TextChange> changes) =>
        new(check.Title(!changes.Any(static change => TemplateContent.IsNote(change.NewText))), "guard-session", check.AddStub(changes).OrderBy(static change => change.Span.Start).ToImmutableArray());
}
