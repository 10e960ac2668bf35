using System.Collections.Immutable;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Repairing;

/// <summary>Knows what a group of rules finds in a file, and how it can be repaired.</summary>
internal abstract class RepairSource
{
    /// <summary>The rules.</summary>
    public abstract ImmutableArray<string> RuleIds { get; }

    /// <summary>What the rules find in a document, each with its repairs, the best first. Repairs are made as they are asked for.</summary>
    /// <param name="document">The document, under the options of its file.</param>
    /// <param name="model">The document's model.</param>
    /// <param name="scope">What of it is asked for.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public abstract IEnumerable<(Finding Finding, IEnumerable<Repair> Repairs)> In(Document document, SemanticModel model, RepairScope scope, CancellationToken cancellationToken);
}

/// <summary>Which findings are asked for.</summary>
/// <param name="RuleIds">The rules.</param>
/// <param name="Place">Where they stand, or null for the whole file.</param>
internal readonly record struct RepairScope(ImmutableHashSet<string> RuleIds, TextSpan? Place = null)
{
    /// <summary>Whether a rule is asked.</summary>
    public bool Has(Rule rule) => RuleIds.Contains(rule.Id);

    /// <summary>Whether a finding is asked for.</summary>
    public bool Has(Finding finding) => Has(finding.Rule) && (Place is null || finding.Span.Span == Place);
}
