using System.Collections.Immutable;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Dialog360.Analyzers.CodeFixes.Repairing;

/// <summary>
/// Offers repairs. A diagnostic carries only its place, so the document is judged again, and the finding at that place tells, with its
/// picture, what to edit.
/// </summary>
public abstract class RepairProvider : CodeFixProvider
{
    private readonly RepairSource _source;
    private readonly FixAllProvider? _fixAll;

    private protected RepairProvider(RepairSource source, FixAllMode? mode)
    {
        _source = source;
        _fixAll = mode is null ? null : new OrderedFixAllProvider(source, mode);
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds => _source.RuleIds;

    /// <inheritdoc/>
    public sealed override FixAllProvider? GetFixAllProvider() => _fixAll;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
        {
            return;
        }

        Solution solution = context.Document.Project.Solution;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            HashSet<string> offered = new(StringComparer.Ordinal);
            RepairScope scope = new(ImmutableHashSet.Create(diagnostic.Id), diagnostic.Location.SourceSpan);
            foreach ((Finding _, IEnumerable<Repair> repairs) in _source.In(context.Document, model, scope, context.CancellationToken))
            {
                foreach (Repair repair in repairs)
                {
                    if (Changes.CanApply(solution, repair.Changes) && offered.Add(repair.Title))
                    {
                        context.RegisterCodeFix(new RepairAction(repair, solution), diagnostic);
                    }
                }
            }
        }
    }
}
