using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.CodeFixes.Fixes;
using Dialog360.Analyzers.Hosting;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.CodeFixes.Repairing;

/// <summary>The repairs of messages.</summary>
internal sealed class PayloadRepairs : RepairSource
{
    /// <inheritdoc/>
    public override ImmutableArray<string> RuleIds => PayloadFixes.RuleIds;

    /// <inheritdoc/>
    public override IEnumerable<(Finding Finding, IEnumerable<Repair> Repairs)> In(Document document, SemanticModel model, RepairScope scope, CancellationToken cancellationToken)
    {
        EditContext editing = new(ProgramModel.Of(model.Compilation), cancellationToken);
        ApiGeneration generation = AssumedGeneration.Of(document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(model.SyntaxTree));
        foreach (Finding finding in DocumentJudge.Findings(model, generation, cancellationToken))
        {
            if (scope.Has(finding))
            {
                yield return (finding, PayloadFixes.For(finding, editing).Select(static offer => new Repair(offer.Proposal.Title, offer.Proposal.EquivalenceKey, offer.Changes)));
            }
        }
    }
}
