using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes.Webhooks;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.CodeFixes.Repairing;

/// <summary>The repairs of webhook receivers.</summary>
internal sealed class WebhookRepairs : RepairSource
{
    private static readonly ImmutableDictionary<string, WebhookFix> ByRule = new WebhookFix[]
    {
        new AnswerOkFix(),
        new ReadErrorsFix(),
        new LoopFix(),
        new TestMessagesFix(),
    }.ToImmutableDictionary(static fix => fix.RuleId);

    /// <inheritdoc/>
    public override ImmutableArray<string> RuleIds { get; } = ByRule.Keys.OrderBy(static id => id, StringComparer.Ordinal).ToImmutableArray();

    /// <inheritdoc/>
    protected override IEnumerable<Repair> RepairsOf(Finding finding, SemanticModel model, FileScope file) =>
        ByRule.TryGetValue(finding.Rule.Id, out WebhookFix? fix) ? fix.Propose(finding, model, file.CancellationToken) : [];
}
