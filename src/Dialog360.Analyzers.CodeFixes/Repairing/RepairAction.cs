using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;

namespace Dialog360.Analyzers.CodeFixes.Repairing;

/// <summary>A repair as editors show it; one that leaves work for a person stands after all others.</summary>
internal sealed class RepairAction : CodeAction
{
    private readonly Repair _repair;
    private readonly Solution _solution;

    /// <summary>Creates the action of a repair in a solution.</summary>
    public RepairAction(Repair repair, Solution solution)
    {
        _repair = repair;
        _solution = solution;
    }

    /// <inheritdoc/>
    public override string Title => _repair.Title;

    /// <inheritdoc/>
    public override string EquivalenceKey => _repair.Key;

    /// <inheritdoc/>
    protected override CodeActionPriority ComputePriority() => _repair.LeavesWork ? CodeActionPriority.Low : CodeActionPriority.Default;

    /// <inheritdoc/>
    protected override async Task<Solution?> GetChangedSolutionAsync(CancellationToken cancellationToken) =>
        await Changes.ApplyAsync(_solution, _repair.Changes, cancellationToken).ConfigureAwait(false);
}
