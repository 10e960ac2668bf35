using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Rules.Access;
using Dialog360.Analyzers.Sending.Access;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Sending;

/// <summary>DLG0702: sends what <c>Authorization</c> carries in the header of the key.</summary>
internal sealed class KeyHeaderFix : SendingFix
{
    private const string FixId = "replace-header";
    private const string Scheme = "Bearer ";

    /// <inheritdoc/>
    public override string RuleId => "DLG0702";

    /// <inheritdoc/>
    public override IEnumerable<SendingProposal> Propose(Finding finding, SemanticModel model, CancellationToken cancellationToken)
    {
        if (finding.Detail is KeyHeaderDetail { Authorization: { } authorization } detail && Changes(authorization, detail.Header) is { IsDefaultOrEmpty: false } changes)
        {
            yield return new SendingProposal(FixId, FixTexts.Title(FixId), changes);
        }
    }

    private static ImmutableArray<SourceChange> Changes(AuthorizationSetting setting, string header)
    {
        string name = SymbolDisplay.FormatLiteral(header, quote: true);
        switch (setting.Operation.Syntax)
        {
            // Refit: [Authorize("Bearer")] string token
            case AttributeSyntax { Name: IdentifierNameSyntax { Identifier.ValueText: "Authorize" or "AuthorizeAttribute" } } attribute:
                return ImmutableArray.Create(Replace(attribute, $"Header({name})"));
            case AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax, Left: MemberAccessExpressionSyntax left, Right: BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [_, { } parameter] } } assignment:
                return ImmutableArray.Create(
                    Replace(assignment, left.Name.SpanStart, parameter.Expression.SpanStart, $"Add({name}, "),
                    Replace(assignment, parameter.Expression.Span.End, assignment.Span.End, ")"));
            case AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ } index] }, Right: var value }:
                return KeyIn(value) is { } key ? ImmutableArray.Create(Replace(index, name), Replace(value, key)) : default;
            case InvocationExpressionSyntax { ArgumentList.Arguments: [{ } token], Expression: MemberAccessExpressionSyntax { Name: { Identifier.ValueText: "WithOAuthBearerToken" } method } }:
                return ImmutableArray.Create(Replace(method, "WithHeader"), Replace(token, $"{name}, {token}"));
            case InvocationExpressionSyntax { ArgumentList.Arguments: [{ NameColon: null } first, { NameColon: null } second] }:
                return KeyIn(second.Expression) is { } given ? ImmutableArray.Create(Replace(first, name), Replace(second, given)) : default;
            default:
                return default;
        }
    }

    /// <summary>A change of a stretch of a node that keeps the comments in it.</summary>
    private static SourceChange Replace(SyntaxNode node, int start, int end, string text)
    {
        IEnumerable<string> comments = node.DescendantTrivia()
            .Where(trivia => trivia.SpanStart >= start && trivia.Span.End <= end && (trivia.IsKind(SyntaxKind.MultiLineCommentTrivia) || trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)))
            .Select(trivia => trivia + (trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) ? SourceLayout.LineBreak(node) : " "));
        return new SourceChange(node.SyntaxTree, TextSpan.FromBounds(start, end), text + string.Concat(comments));
    }

    /// <summary>The expression without the word before the token; null where it cannot be told apart.</summary>
    private static string? KeyIn(ExpressionSyntax value) => value switch
    {
        BinaryExpressionSyntax { Left: LiteralExpressionSyntax { Token.ValueText: Scheme }, Right: var right } => right.ToString(),
        InterpolatedStringExpressionSyntax { Contents: [InterpolatedStringTextSyntax { TextToken.ValueText: Scheme }, InterpolationSyntax { FormatClause: null, AlignmentClause: null } hole] } => hole.Expression.ToString(),
        IdentifierNameSyntax or MemberAccessExpressionSyntax => value.ToString(),
        _ => null,
    };
}
