using System.Collections.Immutable;
using System.Composition;
using Dialog360.Analyzers.CodeFixes.Sending;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Dialog360.Analyzers.CodeFixes;

/// <summary>Offers the repairs of how messages are sent.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SendingCodeFixProvider))]
[Shared]
public sealed class SendingCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => SendingFixes.RuleIds;

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => OrderedFixAllProvider.Sending;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
        {
            return;
        }

        Solution solution = context.Document.Project.Solution;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            foreach (SendingProposal proposal in SendingFixes.For(diagnostic, model, context.CancellationToken))
            {
                if (Changes.CanApply(solution, proposal.Changes))
                {
                    context.RegisterCodeFix(CodeAction.Create(proposal.Title, cancellation => Changes.ApplyAsync(solution, proposal.Changes, cancellation), proposal.FixId), diagnostic);
                }
            }
        }
    }
}
