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
    private const string BearerId = "bearer-header";
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
        else if (finding.Detail is SchemeDetail { Key: { } key } && ToBearer(key) is { IsDefaultOrEmpty: false } others)
        {
            yield return new SendingProposal(BearerId, FixTexts.Title(BearerId), others);
        }
    }

    /// <summary>The other way round, for a host that takes a bearer token: the name of the header, and the word before the token.</summary>
    private static ImmutableArray<SourceChange> ToBearer(AuthorizationSetting key)
    {
        const string Name = "\"Authorization\"";
        return key.Operation.Syntax switch
        {
            AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ } index] }, Right: var value } =>
                ImmutableArray.Create(Replace(index, Name), Replace(value, Bearer(value))),
            InvocationExpressionSyntax { ArgumentList.Arguments: [{ NameColon: null } first, { NameColon: null } second] } =>
                ImmutableArray.Create(Replace(first, Name), Replace(second, Bearer(second.Expression))),
            _ => default,
        };
    }

    private static string Bearer(ExpressionSyntax token) =>
        "\"" + Scheme + "\" + " + (token is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax or LiteralExpressionSyntax
            ? token.ToString()
            : $"({token})");

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
                return KeyIn(value, header) is { } key ? ImmutableArray.Create(Replace(index, name), Replace(value, key)) : default;
            case InvocationExpressionSyntax { ArgumentList.Arguments: [{ } token], Expression: MemberAccessExpressionSyntax { Name: { Identifier.ValueText: "WithOAuthBearerToken" } method } }:
                return ImmutableArray.Create(Replace(method, "WithHeader"), Replace(token, $"{name}, {token}"));
            case InvocationExpressionSyntax { ArgumentList.Arguments: [{ NameColon: null } first, { NameColon: null } second] }:
                return KeyIn(second.Expression, header) is { } given ? ImmutableArray.Create(Replace(first, name), Replace(second, given)) : default;
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
    private static string? KeyIn(ExpressionSyntax value, string header) => value switch
    {
        BinaryExpressionSyntax { Left: LiteralExpressionSyntax { Token.ValueText: var word }, Right: var right } when IsScheme(word, header) => right.ToString(),
        InterpolatedStringExpressionSyntax { Contents: [InterpolatedStringTextSyntax { TextToken.ValueText: var word }, InterpolationSyntax { FormatClause: null, AlignmentClause: null } hole] }
            when IsScheme(word, header) => hole.Expression.ToString(),
        IdentifierNameSyntax or MemberAccessExpressionSyntax => value.ToString(),
        _ => null,
    };

    private static bool IsScheme(string word, string header) => word == Scheme || word.Trim().Equals(header, StringComparison.OrdinalIgnoreCase);
}
