using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Dialog360.Analyzers.CodeFixes.Repairing;

/// <summary>Repairs all findings of the rules asked for that have one kind of repair, judging the documents again until none is left.</summary>
internal sealed class OrderedFixAllProvider : FixAllProvider
{
    private readonly RepairSource _source;
    private readonly FixAllMode _mode;

    /// <summary>Creates the one for the repairs of <paramref name="source"/>.</summary>
    public OrderedFixAllProvider(RepairSource source, FixAllMode mode)
    {
        _source = source;
        _mode = mode;
    }

    /// <inheritdoc/>
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    /// <inheritdoc/>
    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        ImmutableArray<DocumentId> documents = await DocumentsAsync(fixAllContext).ConfigureAwait(false);
        if (await KeyAsync(fixAllContext, documents).ConfigureAwait(false) is not { } key)
        {
            return null;
        }

        FixAllRequest request = new(_source, fixAllContext.DiagnosticIds, key);
        return CodeAction.Create(FixTexts.Title(FixId(key), "…", "…"), cancellation => _mode.FixAsync(fixAllContext.Solution, documents, request, cancellation), key);
    }

    /// <summary>
    /// The kind of repair to make: the one asked for, where the findings in question have it. <c>dotnet format</c> asks with the key of any finding
    /// of the same analyzer; then it is the first, in the order of the catalogue, that is the best one for a finding in question. Null where there is none.
    /// </summary>
    private async Task<string?> KeyAsync(FixAllContext context, ImmutableArray<DocumentId> documents)
    {
        ImmutableArray<string> kinds = ErrorCatalog.Current.Rules.Where(rule => context.DiagnosticIds.Contains(rule.Id)).SelectMany(static rule => rule.Fixes).Select(static fix => fix.Id).ToImmutableArray();
        bool isOwn = context.CodeActionEquivalenceKey is { } asked && kinds.Contains(FixId(asked));
        string? best = null;
        foreach (DocumentId id in documents)
        {
            if (context.Solution.GetDocument(id) is not { } document || await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
            {
                continue;
            }

            foreach ((Finding finding, IEnumerable<Repair> repairs) in _source.In(document, model, new RepairScope(context.DiagnosticIds), context.CancellationToken))
            {
                if (FixAllRequest.IsSuppressed(finding, model.Compilation))
                {
                    continue;
                }

                if (isOwn && repairs.Any(repair => !repair.IsOneByOne && repair.Key == context.CodeActionEquivalenceKey))
                {
                    return context.CodeActionEquivalenceKey;
                }

                if (!isOwn && repairs.FirstOrDefault(static repair => !repair.IsOneByOne) is { } first && (best is null || kinds.IndexOf(FixId(first.Key)) < kinds.IndexOf(FixId(best))))
                {
                    best = first.Key;
                }
            }
        }

        return best;
    }

    /// <summary>The id in the catalogue of a kind of repair, which may be one of several choices.</summary>
    private static string FixId(string key) => key.Split('.')[0];

    private static async Task<ImmutableArray<DocumentId>> DocumentsAsync(FixAllContext context)
    {
        IEnumerable<Document> candidates = context.Scope switch
        {
            FixAllScope.Document when context.Document is { } document => ImmutableArray.Create(document),
            FixAllScope.Project => context.Project.Documents,
            FixAllScope.Solution => context.Solution.Projects.Where(static project => project.Language == LanguageNames.CSharp).SelectMany(static project => project.Documents),
            _ => [],
        };
        ImmutableArray<DocumentId>.Builder documents = ImmutableArray.CreateBuilder<DocumentId>();
        foreach (Document candidate in candidates)
        {
            if (!(await context.GetDocumentDiagnosticsAsync(candidate).ConfigureAwait(false)).IsEmpty)
            {
                documents.Add(candidate.Id);
            }
        }

        return documents.ToImmutable();
    }
}
