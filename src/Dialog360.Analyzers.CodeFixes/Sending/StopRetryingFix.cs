using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Duties.Retrying;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Sending;

/// <summary>DLG0205: takes a code out of a condition that asks for others too, or the whole condition out of a policy that has others.</summary>
internal sealed class StopRetryingFix : SendingFix
{
    private const string FixId = "stop-retrying";

    /// <inheritdoc/>
    public override string RuleId => "DLG0205";

    /// <inheritdoc/>
    public override IEnumerable<SendingProposal> Propose(Finding finding, SemanticModel model, CancellationToken cancellationToken)
    {
        if (finding.Detail is not RepeatedFailure failure || SpanOf(failure, finding.Span.Tree) is not { } span)
        {
            yield break;
        }

        string name = char.ToLowerInvariant(failure.What[0]) + failure.What.Substring(1);
        yield return new SendingProposal(FixId, FixTexts.Title(FixId, name), ImmutableArray.Create(new SourceChange(finding.Span.Tree, span, string.Empty)));
    }

    /// <summary>What goes: the code in its condition, else the call that adds the whole condition to others.</summary>
    private static TextSpan? SpanOf(RepeatedFailure failure, SyntaxTree tree)
    {
        SyntaxNode? operand = failure.Condition;
        while (operand?.Parent is ParenthesizedExpressionSyntax or ParenthesizedPatternSyntax)
        {
            operand = operand.Parent;
        }

        return operand is not null && operand.SyntaxTree == tree && WithoutOperand(operand) is { } span ? span
            : failure.Addition is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var others } } addition ? TextSpan.FromBounds(others.Span.End, addition.Span.End)
            : null;
    }

    /// <summary>The operand with its operator, where another one is left; else null.</summary>
    private static TextSpan? WithoutOperand(SyntaxNode operand) => operand.Parent switch
    {
        BinaryExpressionSyntax any when any.IsKind(SyntaxKind.LogicalOrExpression) => Span(operand, any.Left, any.Right),
        BinaryPatternSyntax any when any.IsKind(SyntaxKind.OrPattern) => Span(operand, any.Left, any.Right),
        _ => null,
    };

    private static TextSpan Span(SyntaxNode operand, SyntaxNode left, SyntaxNode right) =>
        WithComment(operand) is { } whole ? whole
        : operand == left ? TextSpan.FromBounds(left.SpanStart, right.SpanStart) : TextSpan.FromBounds(left.Span.End, right.Span.End);

    /// <summary>The operand with the operator and the comment that stand behind it on its line: the comment is about the operand.</summary>
    private static TextSpan? WithComment(SyntaxNode operand)
    {
        SyntaxToken after = operand.GetLastToken().GetNextToken();
        bool isOperator = after.IsKind(SyntaxKind.BarBarToken) || after.IsKind(SyntaxKind.OrKeyword);
        return isOperator && after.TrailingTrivia.Any(static trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia))
            ? TextSpan.FromBounds(operand.SpanStart, after.GetNextToken().SpanStart)
            : null;
    }
}
