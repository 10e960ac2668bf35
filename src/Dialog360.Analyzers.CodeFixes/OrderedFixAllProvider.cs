using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.CodeFixes.Fixes;
using Dialog360.Analyzers.CodeFixes.Sending;
using Dialog360.Analyzers.Hosting;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dialog360.Analyzers.CodeFixes;

/// <summary>
/// Repairs all findings of one kind. Several of them often sit in one literal, where a merger of single fixes would drop all but one; so
/// this goes in rounds: judge, make all repairs that do not touch each other in the order of the text, and judge again.
/// </summary>
internal sealed class OrderedFixAllProvider : FixAllProvider
{
    /// <summary>The one for repairs of messages.</summary>
    public static readonly OrderedFixAllProvider Instance = new(PayloadRepairs);

    /// <summary>The one for repairs of how messages are sent.</summary>
    public static readonly OrderedFixAllProvider Sending = new(SendingRepairs);

    /// <summary>More rounds than any document needs; each must leave fewer findings than the one before.</summary>
    private const int MaxRounds = 50;

    private readonly Repairs _repairs;

    private OrderedFixAllProvider(Repairs repairs)
    {
        _repairs = repairs;
    }

    /// <summary>The findings of a document in any order, each with its repair of the kind <paramref name="key"/>, if it has one.</summary>
    private delegate IEnumerable<(Finding Finding, ImmutableArray<SourceChange> Changes)> Repairs(Document document, SemanticModel model, string key, CancellationToken cancellationToken);

    /// <inheritdoc/>
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    /// <inheritdoc/>
    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        ImmutableArray<DocumentId> documents = await DocumentsAsync(fixAllContext).ConfigureAwait(false);
        string key = fixAllContext.CodeActionEquivalenceKey ?? string.Empty;
        return documents.IsEmpty
            ? null
            : CodeAction.Create(FixTexts.Title(key.Split('.')[0], "…", "…"), cancellation => FixInRoundsAsync(fixAllContext.Solution, documents, key, cancellation), key);
    }

    /// <summary>The solution in which no message of <paramref name="documents"/> has a repair of that kind.</summary>
    public static Task<Solution> FixAsync(Solution solution, ImmutableArray<DocumentId> documents, string key, CancellationToken cancellationToken) =>
        Instance.FixInRoundsAsync(solution, documents, key, cancellationToken);

    /// <summary>The solution in which no finding of <paramref name="documents"/> has a repair of that kind.</summary>
    public async Task<Solution> FixInRoundsAsync(Solution solution, ImmutableArray<DocumentId> documents, string key, CancellationToken cancellationToken)
    {
        int before = int.MaxValue;
        Solution previous = solution;
        for (int round = 0; round < MaxRounds; round++)
        {
            (int count, List<SourceChange> changes) = await RoundAsync(solution, documents, key, cancellationToken).ConfigureAwait(false);
            if (count >= before)
            {
                // A repair that repairs nothing would go on for ever.
                return previous;
            }

            if (count == 0)
            {
                return solution;
            }

            before = count;
            previous = solution;
            solution = await Changes.ApplyAsync(solution, changes, cancellationToken).ConfigureAwait(false);
        }

        return solution;
    }

    private async Task<(int Count, List<SourceChange> Changes)> RoundAsync(Solution solution, ImmutableArray<DocumentId> documents, string key, CancellationToken cancellationToken)
    {
        int count = 0;
        List<SourceChange> made = new();
        foreach (DocumentId id in documents)
        {
            if (solution.GetDocument(id) is not { } document || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            {
                continue;
            }

            ImmutableArray<(Finding Finding, ImmutableArray<SourceChange> Changes)> repairs = _repairs(document, model, key, cancellationToken).ToImmutableArray();
            foreach (Finding finding in NotSuppressed(repairs.Select(static repair => repair.Finding).ToImmutableArray(), model.Compilation))
            {
                ImmutableArray<SourceChange> changes = repairs.First(repair => ReferenceEquals(repair.Finding, finding)).Changes;
                if (changes.IsDefault || !Changes.CanApply(solution, changes))
                {
                    continue;
                }

                count++;
                if (!changes.Any(change => made.Any(change.Collides)))
                {
                    made.AddRange(changes);
                }
            }
        }

        return (count, made);
    }

    private static IEnumerable<(Finding Finding, ImmutableArray<SourceChange> Changes)> PayloadRepairs(Document document, SemanticModel model, string key, CancellationToken cancellationToken)
    {
        EditContext editing = new(ProgramModel.Of(model.Compilation), cancellationToken);
        foreach (Finding finding in DocumentFindings.Of(document, model, cancellationToken))
        {
            yield return (finding, PayloadFixes.For(finding, editing).FirstOrDefault(offer => offer.Proposal.EquivalenceKey == key).Changes);
        }
    }

    private static IEnumerable<(Finding Finding, ImmutableArray<SourceChange> Changes)> SendingRepairs(Document document, SemanticModel model, string key, CancellationToken cancellationToken)
    {
        foreach (Finding finding in SendingFixes.Findings(model, null, null, cancellationToken))
        {
            yield return (finding, SendingFixes.For(finding, model, cancellationToken).FirstOrDefault(proposal => proposal.FixId == key)?.Changes ?? default);
        }
    }

    /// <summary>Without what a pragma, an attribute or the options turn off.</summary>
    private static IEnumerable<Finding> NotSuppressed(ImmutableArray<Finding> findings, Compilation compilation)
    {
        foreach (Finding finding in findings.OrderBy(static finding => finding.Span.Span.Start))
        {
            if (CompilationWithAnalyzers.GetEffectiveDiagnostics(ImmutableArray.Create(finding.ToDiagnostic()), compilation).Any(static diagnostic => !diagnostic.IsSuppressed))
            {
                yield return finding;
            }
        }
    }

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
