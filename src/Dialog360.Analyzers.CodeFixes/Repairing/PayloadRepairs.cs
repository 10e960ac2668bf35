using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.CodeFixes.Fixes;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.CodeFixes.Repairing;

/// <summary>The repairs of messages.</summary>
internal sealed class PayloadRepairs : RepairSource
{
    /// <inheritdoc/>
    public override ImmutableArray<string> RuleIds => PayloadFixes.RuleIds;

    /// <inheritdoc/>
    protected override IEnumerable<Repair> RepairsOf(Finding finding, SemanticModel model, FileScope file) =>
        PayloadFixes.For(finding, new EditContext(file.Program, file.CancellationToken)).Select(static offer => new Repair(offer.Proposal.Title, offer.Proposal.EquivalenceKey, offer.Changes) { IsOneByOne = offer.Proposal.IsOneByOne });
}
