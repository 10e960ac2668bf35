using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.CodeFixes.Fixes;

/// <summary>DLG0103: decodes a link once, or takes the outer of two encoders away.</summary>
internal sealed class DoubleEncodingFix : PayloadFix
{
    /// <inheritdoc/>
    public override string RuleId => "DLG0103";

    /// <inheritdoc/>
    public override IEnumerable<Proposal> Propose(Finding finding, EditContext context)
    {
        if (finding.Detail is IInvocationOperation { Arguments: [{ Value.Syntax: ExpressionSyntax inner }, ..], Syntax: InvocationExpressionSyntax call })
        {
            yield return Proposal.Of("remove-encoder", new PictureEdit.ReplaceExpression(call, Precedence.Keep(inner, call)));
        }
        else if (finding.Node is { Kind: PayloadKind.Text, Text: { } text } node && UrlDecoding.DecodeOnce(text) is { IsEmpty: false } pieces)
        {
            yield return Proposal.Of("decode-once", new PictureEdit.ReplaceInText(node, pieces));
        }
    }
}
