using System.Collections.Immutable;
using Dialog360.Analyzers.Program;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Rules;

/// <summary>Collects findings: one for each rule and place.</summary>
internal sealed class FindingSet
{
    private readonly Dictionary<(string Id, SourceSpan Span), Finding> _findings = [];

    /// <summary>Adds a finding; the first one of a rule at a place stays.</summary>
    public void Add(Finding finding)
    {
        if (!_findings.ContainsKey((finding.Rule.Id, finding.Span)))
        {
            _findings.Add((finding.Rule.Id, finding.Span), finding);
        }
    }

    /// <summary>All of them, wherever they stand.</summary>
    public IEnumerable<Finding> All => _findings.Values;

    /// <summary>
    /// The findings that stand in the body of <paramref name="root"/>, by place, then by number. What stands elsewhere (in the class of a payload) is
    /// reported where that code is judged, or not at all.
    /// </summary>
    public ImmutableArray<Finding> InOrder(IOperation root) => _findings.Count == 0 ? ImmutableArray<Finding>.Empty : Sorted(root);

    private ImmutableArray<Finding> Sorted(IOperation root) =>
        _findings.Values
            .Where(finding => finding.Span.Tree == root.Syntax.SyntaxTree && root.Syntax.FullSpan.Contains(finding.Span.Span))
            .OrderBy(finding => finding.Span.Span.Start)
            .ThenBy(finding => finding.Span.Span.Length)
            .ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal)
            .ToImmutableArray();
}
