using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.CodeFixes.Sending;

/// <summary>Of DLG0108: adds the part that an upload lacks, as the first of the form.</summary>
internal sealed class UploadFix : SendingFix
{
    private const string FixId = "add-product";

    /// <inheritdoc/>
    public override string RuleId => "DLG0108";

    /// <inheritdoc/>
    public override IEnumerable<SendingProposal> Propose(Finding finding, SemanticModel model, CancellationToken cancellationToken)
    {
        if (finding.Detail is not IObjectCreationOperation { Syntax: BaseObjectCreationExpressionSyntax creation })
        {
            yield break;
        }

        string part = FixTexts.Snippet(FixId);
        if (creation.Initializer is { Expressions: [{ } first, ..] } initializer)
        {
            // Each part on its own line where the others are.
            string between = first.GetLocation().GetLineSpan().StartLinePosition.Line == initializer.OpenBraceToken.GetLocation().GetLineSpan().StartLinePosition.Line
                ? " "
                : SourceLayout.LineBreak(creation) + first.GetLeadingTrivia().ToFullString().Split('\n').Last();
            yield return new SendingProposal(FixId, FixTexts.Title(FixId), ImmutableArray.Create(new SourceChange(creation.SyntaxTree, new(first.SpanStart, 0), $"{{ {part} }},{between}")));
        }
        else if (creation.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Identifier.ValueText: var form, Parent.Parent: LocalDeclarationStatementSyntax { Parent: BlockSyntax } statement } })
        {
            string indent = statement.GetLeadingTrivia().ToFullString().Split('\n').Last();
            yield return new SendingProposal(FixId, FixTexts.Title(FixId), ImmutableArray.Create(new SourceChange(creation.SyntaxTree, new(statement.Span.End, 0), $"{SourceLayout.LineBreak(creation)}{indent}{form}.Add({part});")));
        }
    }
}
