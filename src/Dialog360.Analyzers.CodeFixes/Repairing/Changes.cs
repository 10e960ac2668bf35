using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Repairing;

/// <summary>Makes changes in the documents of a solution.</summary>
internal static class Changes
{
    /// <summary>Whether every changed file is one that the user can edit, and not generated.</summary>
    public static bool CanApply(Solution solution, ImmutableArray<SourceChange> changes) =>
        changes.All(change => solution.GetDocument(change.Tree) is { } document and not SourceGeneratedDocument && document.SupportsSyntaxTree);

    /// <summary>The solution after the changes, which must not collide.</summary>
    public static async Task<Solution> ApplyAsync(Solution solution, IEnumerable<SourceChange> changes, CancellationToken cancellationToken)
    {
        Solution result = solution;
        foreach (IGrouping<SyntaxTree, SourceChange> file in changes.GroupBy(static change => change.Tree))
        {
            if (solution.GetDocument(file.Key) is not { } document)
            {
                continue;
            }

            SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            IEnumerable<TextChange> edits = file.OrderBy(static change => change.Span.Start).Select(static change => new TextChange(change.Span, change.NewText));
            Document edited = document.WithText(text.WithChanges(edits));
            SourceText changed = await UnusedImports.RemoveAsync(document, edited, file, cancellationToken).ConfigureAwait(false);
            result = result.WithDocumentText(document.Id, changed);

            // The same file in the project's other target frameworks.
            foreach (DocumentId linked in document.GetLinkedDocumentIds())
            {
                result = result.WithDocumentText(linked, changed);
            }
        }

        return result;
    }
}
