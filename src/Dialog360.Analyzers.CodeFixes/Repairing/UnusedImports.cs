using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Repairing;

/// <summary>Takes the imports away that a repair leaves without use; those that nothing used before stay.</summary>
internal static class UnusedImports
{
    private const string Unused = "CS8019";

    /// <summary>The text of a repaired document without the imports that only the replaced code used.</summary>
    public static async Task<SourceText> RemoveAsync(Document before, Document after, IEnumerable<SourceChange> changes, CancellationToken cancellationToken)
    {
        SourceText text = await after.GetTextAsync(cancellationToken).ConfigureAwait(false);

        // In another target framework the same file may need it; code that is only added takes no use away.
        if (!before.GetLinkedDocumentIds().IsEmpty || !changes.Any(change => DropsName(change)))
        {
            return text;
        }

        ImmutableArray<UsingDirectiveSyntax> unused = await InAsync(after, cancellationToken).ConfigureAwait(false);
        if (unused.IsEmpty)
        {
            return text;
        }

        HashSet<string> known = new((await InAsync(before, cancellationToken).ConfigureAwait(false)).Select(static import => import.ToString()), StringComparer.Ordinal);
        return text.WithChanges(unused.Where(import => !known.Contains(import.ToString())).Select(import => WholeLines.Of(text, import.Span)).OfType<TextSpan>().Select(static span => new TextChange(span, string.Empty)));
    }

    private static async Task<ImmutableArray<UsingDirectiveSyntax>> InAsync(Document document, CancellationToken cancellationToken)
    {
        if (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model || await model.SyntaxTree.GetRootAsync(cancellationToken).ConfigureAwait(false) is not CompilationUnitSyntax { Usings: { Count: > 0 } imports })
        {
            return ImmutableArray<UsingDirectiveSyntax>.Empty;
        }

        HashSet<int> unused = new(model.GetDiagnostics(null, cancellationToken).Where(static each => each.Id == Unused).Select(static each => each.Location.SourceSpan.Start));
        return imports.Where(import => import.GlobalKeyword.RawKind == 0 && unused.Contains(import.SpanStart)).ToImmutableArray();
    }

    /// <summary>Whether the code that a change replaces has a name that the new code has not.</summary>
    private static bool DropsName(SourceChange change)
    {
        if (change.Span.IsEmpty)
        {
            return false;
        }

        HashSet<string> kept = new(SyntaxFactory.ParseTokens(change.NewText).Select(static token => token.ValueText), StringComparer.Ordinal);
        return SyntaxFactory.ParseTokens(change.Tree.GetText().ToString(change.Span)).Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText.Length > 0 && char.IsUpper(token.ValueText[0]) && !kept.Contains(token.ValueText));
    }
}
