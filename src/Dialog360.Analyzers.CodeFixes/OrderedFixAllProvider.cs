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

    /// <summary>The findings of a document in any order, each with its repairs by their equivalence keys.</summary>
    private delegate IEnumerable<(Finding Finding, IEnumerable<Repair> Repairs)> Repairs(Document document, SemanticModel model, CancellationToken cancellationToken);

    /// <inheritdoc/>
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    /// <inheritdoc/>
    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        ImmutableArray<DocumentId> documents = await DocumentsAsync(fixAllContext).ConfigureAwait(false);
        return await KeyAsync(fixAllContext, documents).ConfigureAwait(false) is not { } key
            ? null
            : CodeAction.Create(FixTexts.Title(key.Split('.')[0], "…", "…"), cancellation => FixInRoundsAsync(fixAllContext.Solution, documents, key, cancellation), key);
    }

    /// <summary>
    /// The kind of repair to make: the one asked for, where the findings in question have it. <c>dotnet format</c> asks with the key of any finding
    /// of the same analyzer; then it is the first kind that is offered for those in question. Null where there is none.
    /// </summary>
    private async Task<string?> KeyAsync(FixAllContext context, ImmutableArray<DocumentId> documents)
    {
        string? first = null;
        foreach (DocumentId id in documents)
        {
            if (context.Solution.GetDocument(id) is not { } document || await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
            {
                continue;
            }

            foreach ((Finding finding, IEnumerable<Repair> repairs) in _repairs(document, model, context.CancellationToken))
            {
                if (!context.DiagnosticIds.Contains(finding.Rule.Id))
                {
                    continue;
                }

                foreach (Repair repair in repairs)
                {
                    if (repair.Key == context.CodeActionEquivalenceKey)
                    {
                        return repair.Key;
                    }

                    first ??= repair.Key;
                }
            }
        }

        return IsKindOf(context.CodeActionEquivalenceKey, context.DiagnosticIds) ? null : first;
    }

    /// <summary>Whether a key belongs to one of the rules, by the catalogue's list of their fixes.</summary>
    private static bool IsKindOf(string? key, ImmutableHashSet<string> rules)
    {
        string? id = key?.Split('.')[0];
        return ErrorCatalog.Current.Rules.Any(rule => rules.Contains(rule.Id) && rule.Fixes.Any(fix => fix.Id == id));
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

            ImmutableArray<(Finding Finding, ImmutableArray<SourceChange> Changes)> repairs = _repairs(document, model, cancellationToken)
                .Select(each => (each.Finding, each.Repairs.FirstOrDefault(repair => repair.Key == key).Changes))
                .ToImmutableArray();
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

    private static IEnumerable<(Finding Finding, IEnumerable<Repair> Repairs)> PayloadRepairs(Document document, SemanticModel model, CancellationToken cancellationToken)
    {
        EditContext editing = new(ProgramModel.Of(model.Compilation), cancellationToken);
        foreach (Finding finding in DocumentFindings.Of(document, model, cancellationToken))
        {
            yield return (finding, PayloadFixes.For(finding, editing).Select(static offer => new Repair(offer.Proposal.EquivalenceKey, offer.Changes)));
        }
    }

    private static IEnumerable<(Finding Finding, IEnumerable<Repair> Repairs)> SendingRepairs(Document document, SemanticModel model, CancellationToken cancellationToken)
    {
        foreach (Finding finding in SendingFixes.Findings(model, null, null, cancellationToken))
        {
            yield return (finding, SendingFixes.For(finding, model, cancellationToken).Select(static proposal => new Repair(proposal.FixId, proposal.Changes)));
        }
    }

    /// <summary>One way to repair a finding.</summary>
    private readonly record struct Repair(string Key, ImmutableArray<SourceChange> Changes);

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
