using System.Collections.Immutable;
using System.Composition;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.CodeFixes.Fixes;
using Dialog360.Analyzers.Hosting;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Dialog360.Analyzers.CodeFixes;

/// <summary>
/// Offers the repairs of messages. A diagnostic carries only its place, so the document is judged again and the finding at that place
/// tells, with its picture, what to edit.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PayloadCodeFixProvider))]
[Shared]
public sealed class PayloadCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => PayloadFixes.RuleIds;

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => OrderedFixAllProvider.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
        {
            return;
        }

        Solution solution = context.Document.Project.Solution;
        EditContext editing = new(ProgramModel.Of(model.Compilation), context.CancellationToken);
        ImmutableArray<Finding> findings = DocumentFindings.Of(context.Document, model, context.CancellationToken);
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            HashSet<string> offered = new(StringComparer.Ordinal);
            foreach (Finding finding in findings)
            {
                if (finding.Rule.Id != diagnostic.Id || finding.Span.Span != diagnostic.Location.SourceSpan)
                {
                    continue;
                }

                foreach ((Proposal proposal, ImmutableArray<SourceChange> changes) in PayloadFixes.For(finding, editing))
                {
                    if (Changes.CanApply(solution, changes) && offered.Add(proposal.Title))
                    {
                        context.RegisterCodeFix(
                            CodeAction.Create(proposal.Title, cancellation => Changes.ApplyAsync(solution, changes, cancellation), proposal.EquivalenceKey),
                            diagnostic);
                    }
                }
            }
        }
    }
}
