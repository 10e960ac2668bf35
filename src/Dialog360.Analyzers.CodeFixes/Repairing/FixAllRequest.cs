using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dialog360.Analyzers.CodeFixes.Repairing;

/// <summary>What is to be repaired: findings of some rules with repairs of one kind.</summary>
/// <param name="Source">Knows them.</param>
/// <param name="RuleIds">The rules.</param>
/// <param name="Key">The kind of repair.</param>
internal sealed record FixAllRequest(RepairSource Source, ImmutableHashSet<string> RuleIds, string Key)
{
    /// <summary>The changes for each finding of a document that has a repair of the kind, in the order of the text; none for what a pragma, an attribute or the options turn off.</summary>
    public async Task<ImmutableArray<ImmutableArray<SourceChange>>> OpenAsync(Document document, CancellationToken cancellationToken)
    {
        if (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
        {
            return ImmutableArray<ImmutableArray<SourceChange>>.Empty;
        }

        ImmutableArray<ImmutableArray<SourceChange>>.Builder open = ImmutableArray.CreateBuilder<ImmutableArray<SourceChange>>();
        foreach ((Finding finding, IEnumerable<Repair> repairs) in Source.In(document, model, new RepairScope(RuleIds), cancellationToken).OrderBy(static each => each.Finding.Span.Span.Start))
        {
            if (!IsSuppressed(finding, model.Compilation)
                && repairs.FirstOrDefault(repair => !repair.IsOneByOne && repair.Key == Key) is { } chosen
                && Changes.CanApply(document.Project.Solution, chosen.Changes))
            {
                open.Add(chosen.Changes);
            }
        }

        return open.ToImmutable();
    }

    /// <summary>Whether the program or its options turn a finding off.</summary>
    public static bool IsSuppressed(Finding finding, Compilation compilation) =>
        CompilationWithAnalyzers.GetEffectiveDiagnostics(ImmutableArray.Create(finding.ToDiagnostic()), compilation).All(static diagnostic => diagnostic.IsSuppressed);
}
