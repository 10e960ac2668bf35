using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Sending.Session;

/// <summary>The check that a send is put under: one that is in scope, or a new one that throws until it is written.</summary>
/// <param name="Condition">The condition under which the send runs.</param>
/// <param name="TitleId">The title of the repair in the catalogue.</param>
/// <param name="Name">What the title calls the check; empty for a new one.</param>
/// <param name="Stub">The new check; null where one is in scope.</param>
internal sealed record SessionCheckCall(string Condition, string TitleId, string Name, TextChange? Stub)
{
    private const string NewName = "IsSessionOpen";

    /// <summary>The condition under which the send does not run.</summary>
    public string Negated =>
        Condition.StartsWith("!", StringComparison.Ordinal) ? Condition.Substring(1)
        : Condition.Contains(" > ") || Condition.Contains(" < ") ? $"!({Condition})"
        : "!" + Condition;

    /// <summary>The title of the repair, which says what happens outside the session.</summary>
    /// <param name="sendsTemplate">Whether a template is sent then; else nothing is.</param>
    public string Title(bool sendsTemplate) => FixTexts.Title(TitleId, Name, FixTexts.Snippet(sendsTemplate ? "else-template" : "else-nothing"));

    /// <summary>The check for a place; null where there is none and no place for one, or where the code has asked already.</summary>
    public static SessionCheckCall? For(CheckScope scope)
    {
        if (AskedQuestions.HaveAnswered(scope))
        {
            return null;
        }

        if (ExistingCheck.In(scope) is { } check)
        {
            return new SessionCheckCall(check.Condition, check.TitleId, check.Name, null);
        }

        if (scope.IfAwaited is { } awaited && ExistingCheck.In(awaited) is not null)
        {
            // There is a check, and this function only has to become async to ask it.
            return null;
        }

        string name = NewName;
        for (int number = 2; !scope.Model.LookupSymbols(scope.Place.SpanStart, name: name).IsEmpty; number++)
        {
            name = NewName + number;
        }

        if (scope.IsInProgram)
        {
            GlobalStatementSyntax? last = (scope.Place.SyntaxTree.GetRoot() as CompilationUnitSyntax)?.Members.OfType<GlobalStatementSyntax>().LastOrDefault();
            return last is null ? null : WithStub(name, scope.Recipient.Text, FixTexts.Snippet("session-check-local", ("name", name), ("exception", ExceptionName(scope))), last);
        }

        MemberDeclarationSyntax? member = scope.Place.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        return member?.Parent is TypeDeclarationSyntax
            ? WithStub(name, scope.Recipient.Text, FixTexts.Snippet("session-check-stub", ("modifiers", scope.IsStatic ? "static " : string.Empty), ("name", name), ("exception", ExceptionName(scope))), member)
            : null;
    }

    /// <summary>The changes with the new check behind them.</summary>
    public IEnumerable<TextChange> AddStub(IReadOnlyList<TextChange> changes)
    {
        foreach (TextChange change in changes)
        {
            // Two changes at one place would lose their order.
            yield return Stub is { } beside && beside.Span.Start == change.Span.End ? new TextChange(change.Span, change.NewText + beside.NewText) : change;
        }

        if (Stub is { } stub && !changes.Any(change => change.Span.End == stub.Span.Start))
        {
            yield return stub;
        }
    }

    private static string ExceptionName(CheckScope scope) => scope.Context.NameOf("System.NotImplementedException", scope.Place) ?? "System.NotImplementedException";

    private static SessionCheckCall WithStub(string name, string recipient, string stub, SyntaxNode after)
    {
        string lineBreak = SourceLayout.LineBreak(after);
        string indent = SourceLayout.IndentOf(after);
        TextChange change = new(new TextSpan(after.Span.End, 0), lineBreak + lineBreak + indent + SourceLayout.Leveled(stub, SourceLayout.LevelAt(after)).Replace("\n", lineBreak + indent));
        return new SessionCheckCall(name + "(" + recipient + ")", "guard-with-new-check", string.Empty, change);
    }
}
