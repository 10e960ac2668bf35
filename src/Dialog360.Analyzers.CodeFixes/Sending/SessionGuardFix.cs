using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Sending.Control;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Sending;

/// <summary>A repair of a free-form send: its title, its kind and what it changes in the file.</summary>
/// <param name="Title">The title.</param>
/// <param name="Key">The kind, for Fix All.</param>
/// <param name="Changes">The changes, all in the file of the send.</param>
internal sealed record SessionProposal(string Title, string Key, ImmutableArray<TextChange> Changes);

/// <summary>DLG0201: sends only while the session is open and a template otherwise, or a template in any case.</summary>
internal static class SessionGuardFix
{
    private const string Note = "// Outside the session only a template message is delivered: send one here.";

    /// <summary>The repairs of a finding; empty where its statement cannot be split.</summary>
    public static IEnumerable<SessionProposal> For(Finding finding, SemanticModel model, CancellationToken cancellationToken)
    {
        if (finding.Detail is not SendSite site)
        {
            yield break;
        }

        if (GuardPlace.Of(site.Call.Syntax, model, cancellationToken) is { } place && RecipientText.Of(site, place.Expression) is { } recipient
            && Guard(site, place, recipient, model, cancellationToken) is { } guard)
        {
            yield return guard;
        }

        ImmutableArray<TextChange> template = TemplateMessages.ChangesOf(site, site.Call.Syntax.SyntaxTree.GetRoot(cancellationToken).FullSpan);
        if (!template.IsEmpty)
        {
            yield return new SessionProposal(FixTexts.Title("send-template"), "send-template", template);
        }
    }

    private static SessionProposal? Guard(SendSite site, GuardPlace place, string recipient, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Template(site, place, recipient, model) is not { } template || SessionCheckCall.For(place, recipient, model, cancellationToken) is not { } check)
        {
            return null;
        }

        ImmutableArray<TextChange>.Builder changes = ImmutableArray.CreateBuilder<TextChange>();
        changes.Add(Change(place, check, template));
        if (check.Stub is { } stub)
        {
            if (stub.Span.Start == changes[0].Span.End)
            {
                changes[0] = new TextChange(changes[0].Span, changes[0].NewText + stub.NewText);
            }
            else
            {
                changes.Add(stub);
            }
        }

        return new SessionProposal(check.Title, "guard-session", changes.ToImmutable());
    }

    private static TextChange Change(GuardPlace place, SessionCheckCall check, string template)
    {
        string lineBreak = SourceLayout.LineBreak(place.Node);
        string indent = SourceLayout.IndentOf(place.Node);
        if (place.Form == GuardForm.Exit)
        {
            string exit = FixTexts.Snippet("guard-before", ("closed", check.Negated), ("template", template)) + "\n\n";
            return new TextChange(new TextSpan(place.Node.SpanStart, 0), SourceLayout.Indented(exit, indent, template, lineBreak));
        }

        string send = place.Form == GuardForm.Branch ? place.Node.ToString() : (place.Returns ? "return " : string.Empty) + place.Expression + ";";
        string text = FixTexts.Snippet("guard-with-new-check", ("check", check.Condition), ("send", send), ("template", template));
        if (place.Form == GuardForm.Branch)
        {
            return new TextChange(place.Node.Span, SourceLayout.Indented(text, indent, send, lineBreak));
        }

        // The block takes the place of the arrow, the expression and the semicolon, on lines of its own under the declaration.
        string block = "\n{\n    " + (send.IndexOf('\n') >= 0 ? text : text.Replace("\n", "\n    ")) + "\n}";
        SyntaxNode declaration = place.Node.Parent!;
        SyntaxToken before = place.Node.GetFirstToken().GetPreviousToken();
        return new TextChange(TextSpan.FromBounds(before.Span.End, declaration.Span.End), SourceLayout.Indented(block, SourceLayout.IndentOf(declaration), send, lineBreak));
    }

    /// <summary>The statements that run outside the session; null where the function needs a result that nothing gives.</summary>
    private static string? Template(SendSite site, GuardPlace place, string recipient, SemanticModel model)
    {
        bool Fits(IMethodSymbol method) => !place.Returns || (site.Call.Type is { } sent && SymbolEqualityComparer.Default.Equals(method.ReturnType, sent))
            || (!place.Function.IsAsync && model.Compilation.ClassifyCommonConversion(method.ReturnType, place.Function.ReturnType) is { Exists: true, IsImplicit: true });
        if (TemplateMessages.Expression(site, place.Expression, recipient, model, Fits) is { } expression)
        {
            return (place.Returns ? "return " : string.Empty) + expression + ";";
        }

        if (!place.Returns)
        {
            return Note;
        }

        return place.Function is { IsAsync: false, ReturnType: INamedTypeSymbol { Name: "Task", TypeArguments.IsEmpty: true } } ? Note + "\nreturn System.Threading.Tasks.Task.CompletedTask;" : null;
    }
}
