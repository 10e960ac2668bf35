using System.Collections.Immutable;
using Dialog360.Analyzers.Answers;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Sending;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Answers;

/// <summary>DLG0308: asks the answer whether it is a success, whichever.</summary>
internal sealed class SuccessStatusFix : SendingFix
{
    private const string FixId = "use-is-success";

    /// <inheritdoc/>
    public override string RuleId => "DLG0308";

    /// <inheritdoc/>
    public override IEnumerable<SendingProposal> Propose(Finding finding, SemanticModel model, CancellationToken cancellationToken)
    {
        if (finding.Detail is not SuccessCheck { Place.Syntax: var place })
        {
            yield break;
        }

        (ExpressionSyntax? whole, ExpressionSyntax? value, bool isNegated) = place switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Equals", Expression: var compared } } equals => (equals, compared, false),
            BinaryExpressionSyntax comparison => (comparison, StatusIn(comparison.Left) is null ? comparison.Right : comparison.Left, comparison.IsKind(SyntaxKind.NotEqualsExpression)),
            { Parent: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression } test } => (test, test.Left, false),
            ConstantPatternSyntax { Parent: IsPatternExpressionSyntax match } => (match, match.Expression, false),
            { Parent: ConstantPatternSyntax { Parent: IsPatternExpressionSyntax match } } => (match, match.Expression, false),
            ConstantPatternSyntax { Parent: UnaryPatternSyntax { Parent: IsPatternExpressionSyntax match } } => (match, match.Expression, true),
            _ => ((ExpressionSyntax?)null, (ExpressionSyntax?)null, false),
        };
        if (whole is null || StatusIn(value!) is not { } access || SuccessOf(model.GetTypeInfo(access.Expression, cancellationToken).Type) is not { } success)
        {
            yield break;
        }

        string text = (isNegated ? "!" : string.Empty) + access.Expression + access.OperatorToken + success;
        yield return new SendingProposal(FixId, FixTexts.Title(FixId, success), ImmutableArray.Create(Replace(whole, text)));
    }

    private static MemberAccessExpressionSyntax? StatusIn(ExpressionSyntax expression)
    {
        while (true)
        {
            switch (expression)
            {
                case CastExpressionSyntax cast:
                    expression = cast.Expression;
                    continue;
                case ParenthesizedExpressionSyntax parenthesized:
                    expression = parenthesized.Expression;
                    continue;
                case InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ToString", Expression: var named } }:
                    expression = named;
                    continue;
            }

            break;
        }

        return expression as MemberAccessExpressionSyntax is { Name.Identifier.ValueText: "StatusCode" } access ? access : null;
    }

    /// <summary>The member of an answer that says whether it is a success, or null.</summary>
    private static string? SuccessOf(ITypeSymbol? type) => type?.Name switch
    {
        "HttpResponseMessage" => "IsSuccessStatusCode",
        "RestResponse" or "IRestResponse" => "IsSuccessful",
        _ => null,
    };
}
