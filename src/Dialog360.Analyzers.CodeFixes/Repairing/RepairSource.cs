using System.Collections.Immutable;
using Dialog360.Analyzers.Hosting;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Repairing;

/// <summary>Knows how what a group of rules finds in a file can be repaired.</summary>
internal abstract class RepairSource
{
    /// <summary>The rules.</summary>
    public abstract ImmutableArray<string> RuleIds { get; }

    /// <summary>What the rules find in a document, each with its repairs, the best first. Repairs are made as they are asked for.</summary>
    /// <param name="document">The document, under the options of its file.</param>
    /// <param name="model">The document's model.</param>
    /// <param name="scope">What of it is asked for: one light bulb judges one body with one rule.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public IEnumerable<(Finding Finding, IEnumerable<Repair> Repairs)> In(Document document, SemanticModel model, RepairScope scope, CancellationToken cancellationToken)
    {
        FileScope file = FileScope.Of(model.SyntaxTree, model.Compilation, document.Project.AnalyzerOptions, cancellationToken);
        SortedRules rules = new(RuleList.All.Where(rule => RuleIds.Contains(rule.Id) && scope.Has(rule)));
        foreach (Finding finding in Findings.In(rules, model.SyntaxTree, scope.Place, file))
        {
            if (scope.Has(finding))
            {
                yield return (finding, RepairsOf(finding, model, file));
            }
        }
    }

    /// <summary>The repairs of a finding, the best first.</summary>
    protected abstract IEnumerable<Repair> RepairsOf(Finding finding, SemanticModel model, FileScope file);
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
