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
    public override IEnumerable<(Finding Finding, IEnumerable<Repair> Repairs)> In(Document document, SemanticModel model, RepairScope scope, CancellationToken cancellationToken)
    {
        foreach (Finding finding in SendingFixes.Findings(model, scope, cancellationToken))
        {
            yield return (finding, SendingFixes.For(finding, model, cancellationToken).Select(static proposal => new Repair(proposal.Title, proposal.FixId, proposal.Changes)));
        }
    }
}
