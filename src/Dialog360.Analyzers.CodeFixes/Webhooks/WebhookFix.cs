using Dialog360.Analyzers.CodeFixes.Repairing;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.CodeFixes.Webhooks;

/// <summary>Knows how to repair what one rule about webhooks finds.</summary>
internal abstract class WebhookFix
{
    /// <summary>The rule.</summary>
    public abstract string RuleId { get; }

    /// <summary>The repairs for a finding of the rule, the best first; none where the repair is not certain.</summary>
    public abstract IEnumerable<Repair> Propose(Finding finding, SemanticModel model, CancellationToken cancellationToken);
}
