using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Text;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Fixes;

/// <summary>DLG0103: decodes a link once, or takes one of two encoders away: the one that fits a path stays.</summary>
internal sealed class DoubleEncodingFix : PayloadFix
{
    /// <inheritdoc/>
    public override string RuleId => "DLG0103";

    /// <inheritdoc/>
    public override IEnumerable<Proposal> Propose(Finding finding, EditContext context)
    {
        if (finding.Detail is IInvocationOperation { Arguments: [{ Value.Syntax: ExpressionSyntax inner }, ..], Syntax: InvocationExpressionSyntax call } outer)
        {
            bool isAll = finding.Node is { Kind: PayloadKind.Unknown } or { Text.IsOneHole: true };
            if ((isAll && EncodesLink(outer, context) ? WithNone(call, inner, context) : WithOne(outer, call, inner, context)) is { } proposal)
            {
                yield return proposal;
            }
        }
        else if (finding.Node is { Kind: PayloadKind.Text, Text: { } text } node && UrlDecoding.DecodeOnce(text) is { IsEmpty: false } pieces)
        {
            yield return Proposal.Of("decode-once", new PictureEdit.ReplaceInText(node, pieces));
        }
    }

    /// <summary>Whether taking the outer encoder away leaves one that encodes the address itself, scheme and slashes with it.</summary>
    private static bool EncodesLink(IInvocationOperation outer, EditContext context) =>
        context.Resolver.Resolve(outer.Arguments[0].Value) is IInvocationOperation { TargetMethod.Name: not "EscapeUriString" } given && UrlEncoders.IsEncoder(given);

    /// <summary>A whole link takes no encoder at all; null where the inner one is not written in the outer one.</summary>
    private static Proposal? WithNone(InvocationExpressionSyntax call, ExpressionSyntax inner, EditContext context)
    {
        InvocationExpressionSyntax last = call;
        while (inner is InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var plain }] } next && context.OperationOf(next) is IInvocationOperation { TargetMethod.Name: not "EscapeUriString" } operation && UrlEncoders.IsEncoder(operation))
        {
            (last, inner) = (next, plain);
        }

        return last == call ? null : Proposal.Of("remove-encoders", new PictureEdit.ReplaceExpression(call, Inside(last, inner, call)));
    }

    private static Proposal? WithOne(IInvocationOperation outer, InvocationExpressionSyntax call, ExpressionSyntax inner, EditContext context) =>
        (UrlEncoders.SuperfluousOf(outer, context.Resolver), inner) switch
        {
            (SuperfluousEncoder.Outer, _) => Proposal.Of("remove-encoder", new PictureEdit.ReplaceExpression(call, Inside(call, inner))),
            (SuperfluousEncoder.Inner, InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: var plain }] } second) =>
                Proposal.Of("remove-inner-encoder", new PictureEdit.ReplaceExpression(second, Inside(second, plain))),
            _ => null,
        };

    /// <summary>The argument of a call in the place of the call, with the comments beside it.</summary>
    private static string Inside(InvocationExpressionSyntax call, ExpressionSyntax argument, InvocationExpressionSyntax? replaced = null)
    {
        ArgumentListSyntax list = call.ArgumentList;
        string all = list.Arguments.Count == 1 ? call.SyntaxTree.GetText().ToString(TextSpan.FromBounds(list.OpenParenToken.Span.End, list.CloseParenToken.SpanStart)).Trim() : string.Empty;
        string kept = Precedence.Keep(argument, replaced ?? call);
        return all.Length == 0 || all.Contains('\n') || all.Contains("//") ? kept : all.Replace(argument.ToString(), kept);
    }
}
