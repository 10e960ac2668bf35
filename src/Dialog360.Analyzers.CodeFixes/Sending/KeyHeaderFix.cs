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
        if (finding.Detail is KeyHeaderDetail { Authorization: { } authorization } detail && Changes(authorization, detail.Header, model, cancellationToken) is { IsDefaultOrEmpty: false } changes)
        {
            if (WrittenKeys.After(changes, authorization.Operation, model, cancellationToken) is { } read)
            {
                yield return new SendingProposal(FixId, FixTexts.Title(FixId), changes.AddRange(read));
            }
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

    private static ImmutableArray<SourceChange> Changes(AuthorizationSetting setting, string header, SemanticModel model, CancellationToken cancellationToken)
    {
        string name = SymbolDisplay.FormatLiteral(header, quote: true);
        switch (setting.Operation.Syntax)
        {
            // Refit: [Authorize("Bearer")] string token
            case AttributeSyntax { Name: IdentifierNameSyntax { Identifier.ValueText: "Authorize" or "AuthorizeAttribute" } } attribute:
                return ImmutableArray.Create(Replace(attribute, $"Header({name})"));
            case AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax, Left: MemberAccessExpressionSyntax left, Right: BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [_, { } parameter] } } assignment:
                ImmutableArray<SourceChange> added = ImmutableArray.Create(
                    Replace(assignment, left.Name.SpanStart, parameter.Expression.SpanStart, $"Add({name}, "),
                    Replace(assignment, parameter.Expression.Span.End, assignment.Span.End, ")"));
                return !Outlives(left.Expression, model, cancellationToken) ? added
                    : assignment.Parent is not { Parent: BlockSyntax or SwitchSectionSyntax } ? default
                    : added.Insert(0, new SourceChange(assignment.SyntaxTree, new TextSpan(assignment.SpanStart, 0), $"{left.Expression}.Remove({name});{SourceLayout.LineBreak(assignment)}{SourceLayout.IndentOf(assignment)}"));
            case AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ } index] }, Right: var value }:
                return KeyIn(value, header) is { } key ? ImmutableArray.Create(Replace(index, name), Replace(value, key)) : default;
            case InvocationExpressionSyntax { ArgumentList.Arguments: [{ } token], Expression: MemberAccessExpressionSyntax { Name: { Identifier.ValueText: "WithOAuthBearerToken" } method } }:
                return ImmutableArray.Create(Replace(method, "WithHeader"), Replace(token, $"{name}, {token}"));
            case InvocationExpressionSyntax { ArgumentList.Arguments: [{ NameColon: null } first, { NameColon: null } second] }:
                return KeyIn(second.Expression, header) is { } given ? ImmutableArray.Create(Replace(first, name), Replace(second, WithoutNull(second.Expression, given, model, cancellationToken))) : default;
            default:
                return default;
        }
    }

    /// <summary>Whether the headers are those of a client that more than one call of the method uses: what is assigned anew each time must not be added each time.</summary>
    private static bool Outlives(ExpressionSyntax headers, SemanticModel model, CancellationToken cancellationToken) =>
        headers is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "DefaultRequestHeaders", Expression: var client }
        && model.SyntaxTree == headers.SyntaxTree
        && model.GetSymbolInfo(client, cancellationToken).Symbol is IFieldSymbol or IPropertySymbol
        && model.GetEnclosingSymbol(headers.SpanStart, cancellationToken) is IMethodSymbol { MethodKind: not (MethodKind.Constructor or MethodKind.StaticConstructor) };

    /// <summary>The key alone may be null where a text that began with the scheme was none.</summary>
    private static string WithoutNull(ExpressionSyntax whole, string key, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.SyntaxTree != whole.SyntaxTree || !NullableTargets.RefusesNull(whole, model, cancellationToken)
            || whole.DescendantNodes().OfType<ExpressionSyntax>().LastOrDefault(part => part.ToString() == key && part is not LiteralExpressionSyntax) is not { } part
            || model.GetTypeInfo(part, cancellationToken).Nullability.FlowState != NullableFlowState.MaybeNull)
        {
            return key;
        }

        string exception = model.Compilation.GetTypeByMetadataName("System.InvalidOperationException")?.ToMinimalDisplayString(model, whole.SpanStart) ?? "System.InvalidOperationException";
        return $"{key} ?? throw new {exception}({SymbolDisplay.FormatLiteral(KeyFallback.NameOf(part) + " is not set.", quote: true)})";
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
