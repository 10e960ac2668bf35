using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Sending.Session;

/// <summary>The shapes in which a send stands, which say how a check goes around it.</summary>
internal enum GuardForm
{
    /// <summary>A statement of its own, or the value that a function returns: the template is sent in an <c>else</c>.</summary>
    Branch,

    /// <summary>The body of a function or lambda after <c>=&gt;</c>: the same, in a block that takes its place.</summary>
    Body,

    /// <summary>A value that is read later: only what is sent can be chosen, or the function left before.</summary>
    Value,
}

/// <summary>Where a check of the session goes.</summary>
/// <param name="Node">The statement, the <c>=&gt;</c> with its expression, or the expression of a lambda.</param>
/// <param name="Expression">The expression of the send, with what awaits it.</param>
/// <param name="Form">The shape.</param>
/// <param name="Returns">Whether the result of the send is the result of the function.</param>
/// <param name="Function">The function.</param>
internal sealed record GuardPlace(SyntaxNode Node, ExpressionSyntax Expression, GuardForm Form, bool Returns, IMethodSymbol Function)
{
    /// <summary>What leaves the rest of the work out where the send stands (<c>return;</c>, <c>continue;</c>); null where nothing may.</summary>
    public string? Leave { get; init; }

    /// <summary>The place for a call; null where nothing can be put under a check.</summary>
    public static GuardPlace? Of(SyntaxNode call, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetEnclosingSymbol(call.SpanStart, cancellationToken) is not IMethodSymbol function || call is not ExpressionSyntax expression)
        {
            return null;
        }

        bool mayEnd = function.ReturnsVoid || (function.IsAsync && function.ReturnType is INamedTypeSymbol { TypeArguments.IsEmpty: true });
        switch (call.Ancestors().FirstOrDefault(static node => node is StatementSyntax or ArrowExpressionClauseSyntax or AnonymousFunctionExpressionSyntax))
        {
            case ExpressionStatementSyntax statement when IsWhole(statement.Expression, call):
                return new GuardPlace(statement, statement.Expression, GuardForm.Branch, false, function);
            case ReturnStatementSyntax { Expression: { } value } statement when IsWhole(value, call):
                return new GuardPlace(statement, value, GuardForm.Branch, true, function);
            case ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax or LocalFunctionStatementSyntax, Expression: var body } arrow when IsWhole(body, call):
                return new GuardPlace(arrow, body, GuardForm.Body, !mayEnd, function);
            case LambdaExpressionSyntax lambda when IsQuoted(lambda, model, cancellationToken):
                return null;
            case LambdaExpressionSyntax { ExpressionBody: { } body } when IsWhole(body, call):
                return new GuardPlace(body, body, GuardForm.Body, !mayEnd, function);
            case StatementSyntax statement:
                return new GuardPlace(statement, Awaited(expression), GuardForm.Value, false, function) { Leave = Leaving.At(statement, mayEnd) };
            case { } other:
                return new GuardPlace(other, Awaited(expression), GuardForm.Value, false, function);
            default:
                return null;
        }
    }

    /// <summary>Whether a lambda is kept as an expression, which has no statements.</summary>
    public static bool IsQuoted(LambdaExpressionSyntax lambda, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetTypeInfo(lambda, cancellationToken).ConvertedType is INamedTypeSymbol { Name: "Expression", ContainingNamespace.Name: "Expressions" };

    /// <summary>The call with what awaits it.</summary>
    private static ExpressionSyntax Awaited(ExpressionSyntax call)
    {
        ExpressionSyntax current = call;
        while (true)
        {
            switch (current.Parent)
            {
                case AwaitExpressionSyntax await:
                    return await;
                case ParenthesizedExpressionSyntax { Parent: AwaitExpressionSyntax or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } } parenthesized:
                    current = parenthesized;
                    break;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Parent: InvocationExpressionSyntax configured }:
                    current = configured;
                    break;
                default:
                    return current;
            }
        }
    }

    /// <summary>Whether the call is all that an expression does, apart from awaiting and naming the discarded result.</summary>
    public static bool IsWhole(ExpressionSyntax expression, SyntaxNode call)
    {
        while (expression != call)
        {
            switch (expression)
            {
                case AwaitExpressionSyntax awaited:
                    expression = awaited.Expression;
                    break;
                case ParenthesizedExpressionSyntax parenthesized:
                    expression = parenthesized.Expression;
                    break;
                case AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Right: var right }:
                    expression = right;
                    break;
                case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var inner, Name.Identifier.ValueText: "ConfigureAwait" or "Wait" or "GetAwaiter" or "GetResult" } }:
                    expression = inner;
                    break;
                default:
                    return false;
            }
        }

        return true;
    }
}
