using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes.Sending;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.CodeFixes.Repairing;

/// <summary>The repairs of how messages are sent.</summary>
internal sealed class SendingRepairs : RepairSource
{
    /// <inheritdoc/>
    public override ImmutableArray<string> RuleIds => SendingFixes.RuleIds;

    /// <inheritdoc/>
    protected override IEnumerable<Repair> RepairsOf(Finding finding, SemanticModel model, FileScope file) =>
        SendingFixes.For(finding, model, file.CancellationToken).Select(static proposal => new Repair(proposal.Title, proposal.FixId, proposal.Changes));
}
