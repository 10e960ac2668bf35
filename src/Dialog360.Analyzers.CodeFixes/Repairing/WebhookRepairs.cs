using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes.Webhooks;
using Dialog360.Analyzers.Hosting;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.CodeFixes.Repairing;

/// <summary>The repairs of webhook receivers.</summary>
internal sealed class WebhookRepairs : RepairSource
{
    private static readonly ImmutableDictionary<string, WebhookFix> ByRule = new WebhookFix[]
    {
        new AnswerOkFix(),
        new TestMessagesFix(),
    }.ToImmutableDictionary(static fix => fix.RuleId);

    /// <inheritdoc/>
    public override ImmutableArray<string> RuleIds { get; } = ByRule.Keys.OrderBy(static id => id, StringComparer.Ordinal).ToImmutableArray();

    /// <inheritdoc/>
    public override IEnumerable<(Finding Finding, IEnumerable<Repair> Repairs)> In(Document document, SemanticModel model, RepairScope scope, CancellationToken cancellationToken)
    {
        foreach (Finding finding in ReceiverFindings.In(model.SyntaxTree, ProgramModel.Of(model.Compilation), cancellationToken))
        {
            if (scope.Has(finding) && ByRule.TryGetValue(finding.Rule.Id, out WebhookFix? fix))
            {
                yield return (finding, fix.Propose(finding, model, cancellationToken));
            }
        }
    }
}
