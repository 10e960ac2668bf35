using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.CodeFixes.Fixes;

/// <summary>DLG0114: writes UTF-8 for the encoding that lacks most characters.</summary>
internal sealed class EncodingFix : PayloadFix
{
    private const string FixId = "use-utf8";

    /// <inheritdoc/>
    public override string RuleId => "DLG0114";

    /// <inheritdoc/>
    public override IEnumerable<Proposal> Propose(Finding finding, EditContext context)
    {
        if (finding.Detail is ExpressionSyntax encoding && Snippets.Shorten(FixTexts.Snippet(FixId), encoding, context) is { } written)
        {
            yield return Proposal.Of(FixId, new PictureEdit.ReplaceExpression(Place(encoding, context), written));
        }
    }

    /// <summary>The declaration of a local that encodes nothing else, so that no unused one is left behind; else the use.</summary>
    private static ExpressionSyntax Place(ExpressionSyntax encoding, EditContext context)
    {
        if (context.OperationOf(encoding) is not { } operation
            || ValueResolver.Strip(operation) is not ILocalReferenceOperation { Local: { Type.Name: "Encoding" } local } reference
            || LocalFacts.Of(reference).References(local).Length != 1)
        {
            return encoding;
        }

        return LocalFacts.Of(reference).InitializerOf(local)?.Syntax as ExpressionSyntax ?? encoding;
    }
}
