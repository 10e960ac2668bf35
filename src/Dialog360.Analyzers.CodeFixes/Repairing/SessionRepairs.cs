using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.CodeFixes.Sending;
using Dialog360.Analyzers.CodeFixes.Sending.Session;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Rules.Sending;
using Dialog360.Analyzers.Sending;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dialog360.Analyzers.CodeFixes.Repairing;

/// <summary>The repairs of messages that nobody checked the session for, or whose recipient nobody looked up.</summary>
internal sealed class SessionRepairs : RepairSource
{
    private static readonly (ProgramRule Rule, Proposals Proposals)[] Rules =
    [
        (new SessionNotChecked(), SessionGuardFix.For),
        (new RecipientNotLookedUp(), static (finding, model, _, cancellationToken) => LookUpFix.For(finding, model, cancellationToken)),
    ];

    private delegate IEnumerable<SessionProposal> Proposals(Finding finding, SemanticModel model, SendingOptions options, CancellationToken cancellationToken);

    /// <inheritdoc/>
    public override ImmutableArray<string> RuleIds { get; } = Rules.Select(static each => each.Rule.Id).ToImmutableArray();

    /// <inheritdoc/>
    public override IEnumerable<(Finding Finding, IEnumerable<Repair> Repairs)> In(Document document, SemanticModel model, RepairScope scope, CancellationToken cancellationToken)
    {
        AnalyzerConfigOptions config = document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(model.SyntaxTree);
        ProgramModel program = ProgramModel.Of(model.Compilation);
        foreach (IOperation root in OperationRoots.In(model.SyntaxTree, program, cancellationToken))
        {
            if (BodyModels.Of(program).Around(root.Syntax, cancellationToken) is not { } body)
            {
                continue;
            }

            foreach ((ProgramRule rule, Proposals proposals) in Rules)
            {
                if (!scope.Has(rule))
                {
                    continue;
                }

                SendingOptions options = new(config, rule.Id);
                foreach (Finding finding in rule.Judge(body, options, cancellationToken))
                {
                    if (scope.Has(finding))
                    {
                        yield return (finding, proposals(finding, model, options, cancellationToken).Select(proposal => Of(proposal, model.SyntaxTree)));
                    }
                }
            }
        }
    }

    private static Repair Of(SessionProposal proposal, SyntaxTree tree) =>
        new(proposal.Title, proposal.Key, proposal.Changes.Select(change => new SourceChange(tree, change.Span, change.NewText ?? string.Empty)).ToImmutableArray());
}
