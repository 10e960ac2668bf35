using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Fixes;

/// <summary>Compiles what changes would make of the members that they stand in: what the compiler would complain about is not offered.</summary>
internal static class CompileCheck
{
    /// <summary>Whether the compiler has nothing to say of the changed members that it did not say before.</summary>
    public static bool Passes(ImmutableArray<SourceChange> changes, EditContext context)
    {
        Compilation before = context.Program.Compilation;
        foreach (IGrouping<SyntaxTree, SourceChange> file in changes.GroupBy(static change => change.Tree))
        {
            ImmutableArray<SourceChange> ordered = file.OrderBy(static change => change.Span.Start).ToImmutableArray();
            SyntaxTree changed = file.Key.WithChangedText(file.Key.GetText(context.CancellationToken).WithChanges(ordered.Select(static change => new TextChange(change.Span, change.NewText))));
            SyntaxNode old = file.Key.GetRoot(context.CancellationToken);
            TextSpan place = TextSpan.FromBounds(
                Home.Of(new(file.Key, ordered[0].Span), context.CancellationToken)?.SpanStart ?? 0,
                Home.Of(new(file.Key, ordered[ordered.Length - 1].Span), context.CancellationToken)?.Span.End ?? old.Span.End);
            int grown = ordered.Sum(static change => change.NewText.Length - change.Span.Length);
            Compilation after = before.ReplaceSyntaxTree(file.Key, changed);
            int complaints = Complaints(after.GetSemanticModel(changed), new TextSpan(place.Start, Math.Max(0, place.Length + grown)), context);
            if (complaints > 0 && complaints > Complaints(context.ModelOf(old), place, context))
            {
                return false;
            }
        }

        return true;
    }

    private static int Complaints(SemanticModel model, TextSpan span, EditContext context) =>
        model.GetDiagnostics(span, context.CancellationToken).Count(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
}
