using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.CodeFixes.Sending;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Answers;

/// <summary>
/// Looks at the first character of a body before it is read as JSON, where the answer itself is not at hand: the text comes out of an exception, of a
/// helper, or of a client that gives it as a member.
/// </summary>
internal static class JsonTextTest
{
    /// <summary>The id of the fix in the catalogue.</summary>
    public const string FixId = "test-first-character";

    /// <summary>The changes before a call that reads JSON; null where the text that it reads is not seen.</summary>
    public static IEnumerable<SourceChange>? Before(InvocationExpressionSyntax read, StatementPlace place, EditContext editing, SemanticModel model)
    {
        if (editing.NameOf("System.InvalidOperationException", place.Statement) is not { } exception || editing.NameOf("System.StringComparison", place.Statement) is not { } comparison
            || read.FirstAncestorOrSelf<StatementSyntax>() != place.Statement || Text(read, model, editing.CancellationToken) is not { } text)
        {
            return null;
        }

        string? cause = place.Statement.FirstAncestorOrSelf<CatchClauseSyntax>()?.Declaration?.Identifier is { RawKind: not 0 } caught ? ", " + caught.ValueText : string.Empty;
        if (IsPlain(text))
        {
            return place.Before(Snippet(text.ToString(), text is IdentifierNameSyntax));
        }

        if (!place.IsInList || !MayGoFirst(text, place.Statement))
        {
            return null;
        }

        string name = UnusedNames.Like("body", place.Statement, model);
        return place.Before($"var {name} = {text};\n{Snippet(name, isLocal: true)}").Append(new SourceChange(text.SyntaxTree, text.Span, name));

        string Snippet(string body, bool isLocal) =>
            FixTexts.Snippet(FixId, ("test", isLocal ? $"!{body}.TrimStart().StartsWith(\"{{\", {comparison}.Ordinal)" : $"{body}?.TrimStart().StartsWith(\"{{\", {comparison}.Ordinal) != true"), ("body", body), ("exception", exception), ("cause", cause));
    }

    /// <summary>The text that a call reads: its argument, or the content of the exception that it is a method of.</summary>
    private static ExpressionSyntax? Text(InvocationExpressionSyntax read, SemanticModel model, CancellationToken cancellationToken)
    {
        if (read.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetContentAsAsync", Expression: var caught } && IsPlain(caught))
        {
            return SyntaxFactory.ParseExpression(caught + ".Content");
        }

        return read.ArgumentList.Arguments.FirstOrDefault()?.Expression is { } given && model.GetTypeInfo(given, cancellationToken).Type?.SpecialType == SpecialType.System_String ? given : null;
    }

    /// <summary>Whether an expression may be evaluated twice.</summary>
    private static bool IsPlain(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax => true,
        MemberAccessExpressionSyntax access => access.Expression is ThisExpressionSyntax || IsPlain(access.Expression),
        PostfixUnaryExpressionSyntax suppressed => IsPlain(suppressed.Operand),
        _ => false,
    };

    /// <summary>Whether an expression may be evaluated before the rest of its statement: nothing that does something stands before it, and nothing decides whether it is.</summary>
    private static bool MayGoFirst(ExpressionSyntax text, StatementSyntax statement) =>
        text.Ancestors().TakeWhile(node => node != statement).All(static node => node is not (ConditionalExpressionSyntax or ConditionalAccessExpressionSyntax or SwitchExpressionSyntax or AnonymousFunctionExpressionSyntax or WhenClauseSyntax)
            && node is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression or (int)SyntaxKind.CoalesceExpression })
        && statement is LocalDeclarationStatementSyntax or ReturnStatementSyntax or ExpressionStatementSyntax or ThrowStatementSyntax or UsingStatementSyntax
        && statement.DescendantNodes().OfType<InvocationExpressionSyntax>().All(call => call.SpanStart >= text.SpanStart || call.Span.Contains(text.Span));
}
