using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.CodeFixes.Sending;
using Dialog360.Analyzers.CodeFixes.Sending.Session;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.CodeFixes.Repairing;

/// <summary>The repairs of messages that nobody checked the session for, whose recipient nobody looked up, or whose send is not marked.</summary>
internal sealed class SessionRepairs : RepairSource
{
    private readonly Func<Repair, bool> _isOwn;

    /// <summary>Creates the source of all repairs, or of some.</summary>
    public SessionRepairs(Func<Repair, bool>? isOwn = null)
    {
        _isOwn = isOwn ?? (static _ => true);
    }

    /// <inheritdoc/>
    public override ImmutableArray<string> RuleIds { get; } = ImmutableArray.Create("DLG0201", "DLG0202", "DLG0206");

    /// <inheritdoc/>
    protected override IEnumerable<Repair> RepairsOf(Finding finding, SemanticModel model, FileScope file)
    {
        IEnumerable<Repair> repairs = finding.Rule.Id switch
        {
            "DLG0201" => SessionGuardFix.For(finding, model, file.OptionsFor(finding.Rule), file.CancellationToken).Select(proposal => Of(proposal, model.SyntaxTree)),
            "DLG0202" => LookUpFix.For(finding, model, file.CancellationToken).Select(proposal => Of(proposal, model.SyntaxTree)),
            _ => MarkSendFix.For(finding, model, file.CancellationToken),
        };
        return repairs.Where(_isOwn);
    }

    private static Repair Of(SessionProposal proposal, SyntaxTree tree) =>
        new(proposal.Title, proposal.Key, proposal.Changes.Select(change => new SourceChange(tree, change.Span, change.NewText ?? string.Empty)).ToImmutableArray())
        {
            LeavesWork = proposal.Changes.Any(static change => TemplateContent.IsOpen(change.NewText)),
        };
}
