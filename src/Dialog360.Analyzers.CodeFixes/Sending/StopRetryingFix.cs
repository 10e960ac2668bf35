using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Sending.Retrying;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Sending;

/// <summary>DLG0205: takes a code out of a condition that asks for others too.</summary>
internal sealed class StopRetryingFix : SendingFix
{
    private const string FixId = "stop-retrying";

    /// <inheritdoc/>
    public override string RuleId => "DLG0205";

    /// <inheritdoc/>
    public override IEnumerable<SendingProposal> Propose(Finding finding, SemanticModel model, CancellationToken cancellationToken)
    {
        if (finding.Detail is not RepeatedFailure { Condition: { } condition, What: var what } || condition.SyntaxTree != finding.Span.Tree)
        {
            yield break;
        }

        SyntaxNode operand = condition;
        while (operand.Parent is ParenthesizedExpressionSyntax or ParenthesizedPatternSyntax)
        {
            operand = operand.Parent;
        }

        if (WithoutOperand(operand) is { } span)
        {
            string name = char.ToLowerInvariant(what[0]) + what.Substring(1);
            yield return new SendingProposal(FixId, FixTexts.Title(FixId, name), ImmutableArray.Create(new SourceChange(condition.SyntaxTree, span, string.Empty)));
        }
    }

    /// <summary>The operand with its operator, where another one is left; else null.</summary>
    private static TextSpan? WithoutOperand(SyntaxNode operand) => operand.Parent switch
    {
        BinaryExpressionSyntax any when any.IsKind(SyntaxKind.LogicalOrExpression) => Span(operand, any.Left, any.Right),
        BinaryPatternSyntax any when any.IsKind(SyntaxKind.OrPattern) => Span(operand, any.Left, any.Right),
        _ => null,
    };

    private static TextSpan Span(SyntaxNode operand, SyntaxNode left, SyntaxNode right) =>
        operand == left ? TextSpan.FromBounds(left.SpanStart, right.SpanStart) : TextSpan.FromBounds(left.Span.End, right.Span.End);
}
