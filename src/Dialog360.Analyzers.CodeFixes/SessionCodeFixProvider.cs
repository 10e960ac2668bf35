using System.Collections.Immutable;
using System.Composition;
using Dialog360.Analyzers.CodeFixes.Sending;
using Dialog360.Analyzers.CodeFixes.Sending.Session;
using Dialog360.Analyzers.Hosting;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Sending.Control;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dialog360.Analyzers.CodeFixes;

/// <summary>Offers the repairs of messages that nobody checked the session for, or whose recipient nobody looked up.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SessionCodeFixProvider))]
[Shared]
public sealed class SessionCodeFixProvider : CodeFixProvider
{
    private delegate IEnumerable<SessionProposal> Repair(Finding finding, SemanticModel model, SendingOptions options, CancellationToken cancellationToken);

    private static readonly (ProgramRule Rule, Repair Repair)[] Repairs = [(new SessionNotChecked(), SessionGuardFix.For), (new RecipientNotLookedUp(), static (finding, model, _, cancellationToken) => LookUpFix.For(finding, model, cancellationToken))];

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = Repairs.Select(static each => each.Rule.Id).ToImmutableArray();

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => SessionFixAllProvider.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            foreach (SessionProposal proposal in await ProposalsAsync(context.Document, diagnostic.Location.SourceSpan.Start, context.CancellationToken, ruleId: diagnostic.Id).ConfigureAwait(false))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(proposal.Title, cancellation => ApplyAsync(context.Document, proposal, cancellation), proposal.Key),
                    diagnostic);
            }
        }
    }

    /// <summary>The repairs of the finding at a position; of the first finding that has one for a negative position.</summary>
    internal static async Task<ImmutableArray<SessionProposal>> ProposalsAsync(Document document, int position, CancellationToken cancellationToken, string? key = null, string? ruleId = null) =>
        await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
            ? All(document, model, position, key, ruleId, cancellationToken).DefaultIfEmpty(ImmutableArray<SessionProposal>.Empty).First()
            : ImmutableArray<SessionProposal>.Empty;

    /// <summary>For each finding of a document that has repairs of that kind, the first of them.</summary>
    internal static async Task<ImmutableArray<SessionProposal>> FirstOfEachAsync(Document document, string key, CancellationToken cancellationToken) =>
        await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
            ? All(document, model, -1, key, null, cancellationToken).Select(static proposals => proposals[0]).ToImmutableArray()
            : ImmutableArray<SessionProposal>.Empty;

    private static IEnumerable<ImmutableArray<SessionProposal>> All(Document document, SemanticModel model, int position, string? key, string? ruleId, CancellationToken cancellationToken)
    {

        AnalyzerConfigOptions config = document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(model.SyntaxTree);
        ProgramModel program = ProgramModel.Of(model.Compilation);
        foreach (IOperation root in OperationRoots.In(model.SyntaxTree, program, cancellationToken))
        {
            if (BodyModels.Of(program).Around(root.Syntax, cancellationToken) is not { } body)
            {
                continue;
            }

            foreach ((ProgramRule rule, Repair repair) in Repairs)
            {
                if (ruleId is not null && rule.Id != ruleId)
                {
                    continue;
                }

                SendingOptions options = new(config, rule.Id);
                foreach (Finding finding in rule.Judge(body, options, cancellationToken))
                {
                    if (position >= 0 && finding.Span.Span.Start != position)
                    {
                        continue;
                    }

                    ImmutableArray<SessionProposal> proposals = repair(finding, model, options, cancellationToken).Where(proposal => key is null || proposal.Key == key).ToImmutableArray();
                    if (!proposals.IsEmpty)
                    {
                        yield return proposals;
                    }
                }
            }
        }
    }

    /// <summary>The document after a repair.</summary>
    internal static async Task<Document> ApplyAsync(Document document, SessionProposal proposal, CancellationToken cancellationToken) =>
        document.WithText((await document.GetTextAsync(cancellationToken).ConfigureAwait(false)).WithChanges(proposal.Changes.OrderBy(static change => change.Span.Start)));
}
