using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.CodeFixes.Sending;
using Dialog360.Analyzers.CodeFixes.Sending.Session;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.CodeFixes.Repairing;

/// <summary>The repairs of messages that nobody checked the session for, or whose recipient nobody looked up.</summary>
internal sealed class SessionRepairs : RepairSource
{
    /// <inheritdoc/>
    public override ImmutableArray<string> RuleIds { get; } = ImmutableArray.Create("DLG0201", "DLG0202");

    /// <inheritdoc/>
    protected override IEnumerable<Repair> RepairsOf(Finding finding, SemanticModel model, FileScope file)
    {
        IEnumerable<SessionProposal> proposals = finding.Rule.Id == "DLG0201"
            ? SessionGuardFix.For(finding, model, file.OptionsFor(finding.Rule), file.CancellationToken)
            : LookUpFix.For(finding, model, file.CancellationToken);
        return proposals.Select(proposal => Of(proposal, model.SyntaxTree));
    }

    private static Repair Of(SessionProposal proposal, SyntaxTree tree) =>
        new(proposal.Title, proposal.Key, proposal.Changes.Select(change => new SourceChange(tree, change.Span, change.NewText ?? string.Empty)).ToImmutableArray());
}
