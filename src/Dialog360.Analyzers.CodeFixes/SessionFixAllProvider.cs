using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes.Sending.Session;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Dialog360.Analyzers.CodeFixes;

/// <summary>Repairs one finding after the other: a check that the first repair adds serves all that follow.</summary>
internal sealed class SessionFixAllProvider : FixAllProvider
{
    /// <summary>The only instance.</summary>
    public static readonly SessionFixAllProvider Instance = new();

    private const int MaxRepairs = 500;

    /// <summary>A send of several messages, one of which is chosen, takes as many repairs.</summary>
    private const int MaxRepairsOfASend = 8;

    private SessionFixAllProvider()
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    /// <inheritdoc/>
    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        IEnumerable<Document> candidates = fixAllContext.Scope switch
        {
            FixAllScope.Document when fixAllContext.Document is { } document => [document],
            FixAllScope.Project => fixAllContext.Project.Documents,
            FixAllScope.Solution => fixAllContext.Solution.Projects.SelectMany(static project => project.Documents),
            _ => [],
        };
        List<DocumentId> documents = [];
        foreach (Document candidate in candidates)
        {
            if (!(await fixAllContext.GetDocumentDiagnosticsAsync(candidate).ConfigureAwait(false)).IsEmpty)
            {
                documents.Add(candidate.Id);
            }
        }

        string key = fixAllContext.CodeActionEquivalenceKey ?? string.Empty;
        return documents.Count == 0 ? null : CodeAction.Create(key, cancellation => FixAsync(fixAllContext.Solution, documents, key, cancellation), key);
    }

    /// <summary>The solution after all repairs of that kind.</summary>
    internal static async Task<Solution> FixAsync(Solution solution, List<DocumentId> documents, string key, CancellationToken cancellationToken)
    {
        foreach (DocumentId id in documents)
        {
            if (solution.GetDocument(id) is { } document)
            {
                solution = (await FixAsync(document, key, cancellationToken).ConfigureAwait(false)).Project.Solution;
            }
        }

        return solution;
    }

    /// <summary>The document after all repairs; what leaves as many findings as there were is not made.</summary>
    private static async Task<Document> FixAsync(Document document, string key, CancellationToken cancellationToken)
    {
        ImmutableArray<SessionProposal> open = await SessionCodeFixProvider.FirstOfEachAsync(document, key, cancellationToken).ConfigureAwait(false);
        int passed = 0;
        for (int round = 0; round < MaxRepairs && passed < open.Length; round++)
        {
            Document repaired = document;
            ImmutableArray<SessionProposal> left = open;
            for (int step = 0; step < MaxRepairsOfASend && left.Length == open.Length; step++)
            {
                repaired = await SessionCodeFixProvider.ApplyAsync(repaired, left[passed], cancellationToken).ConfigureAwait(false);
                left = await SessionCodeFixProvider.FirstOfEachAsync(repaired, key, cancellationToken).ConfigureAwait(false);
            }

            if (left.Length < open.Length)
            {
                (document, open) = (repaired, left);
            }
            else
            {
                passed++;
            }
        }

        return document;
    }
}
