using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Sending;

/// <summary>The shapes in which a send stands, which say how a check goes around it.</summary>
internal enum GuardForm
{
    /// <summary>A statement of its own, or the value that a function returns: the template is sent in an <c>else</c>.</summary>
    Branch,

    /// <summary>The body of a function after <c>=&gt;</c>: the same, in a block that takes its place.</summary>
    Body,

    /// <summary>The value of a variable: the template is sent before, and the function ends there.</summary>
    Exit,
}

/// <summary>Where a check of the session goes.</summary>
/// <param name="Node">The statement, or the <c>=&gt;</c> and its expression.</param>
/// <param name="Expression">The expression of the send, with what awaits it.</param>
/// <param name="Form">The shape.</param>
/// <param name="Returns">Whether the result of the send is the result of the function.</param>
/// <param name="Function">The function.</param>
internal sealed record GuardPlace(SyntaxNode Node, ExpressionSyntax Expression, GuardForm Form, bool Returns, IMethodSymbol Function)
{
    /// <summary>The place for a call; null where its statement cannot be put under a check.</summary>
    public static GuardPlace? Of(SyntaxNode call, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetEnclosingSymbol(call.SpanStart, cancellationToken) is not IMethodSymbol function)
        {
            return null;
        }

        bool mayEnd = function.ReturnsVoid || (function.IsAsync && function.ReturnType is INamedTypeSymbol { TypeArguments.IsEmpty: true });
        switch (call.Ancestors().FirstOrDefault(static node => node is StatementSyntax or ArrowExpressionClauseSyntax))
        {
            case ExpressionStatementSyntax statement when IsWhole(statement.Expression, call):
                return statement.Parent is BlockSyntax or StatementSyntax or ElseClauseSyntax or GlobalStatementSyntax or SwitchSectionSyntax ? new GuardPlace(statement, statement.Expression, GuardForm.Branch, false, function) : null;
            case ReturnStatementSyntax { Expression: { } value } statement when IsWhole(value, call):
                return new GuardPlace(statement, value, GuardForm.Branch, true, function);
            case ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax or LocalFunctionStatementSyntax, Expression: var body } arrow when IsWhole(body, call):
                return new GuardPlace(arrow, body, GuardForm.Body, !mayEnd, function);
            case LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: var value }] } statement when mayEnd && IsWhole(value, call) && MayEndAt(statement):
                return new GuardPlace(statement, value, GuardForm.Exit, false, function);
            case ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Right: var value } } statement when mayEnd && IsWhole(value, call) && MayEndAt(statement):
                return new GuardPlace(statement, value, GuardForm.Exit, false, function);
            default:
                return null;
        }
    }

    /// <summary>Whether a <c>return</c> may stand before the statement: in a block, and not in a loop, whose other rounds it would end.</summary>
    private static bool MayEndAt(StatementSyntax statement)
    {
        if (statement.Parent is not (BlockSyntax or GlobalStatementSyntax))
        {
            return false;
        }

        foreach (SyntaxNode node in statement.Ancestors())
        {
            switch (node)
            {
                case ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or FinallyClauseSyntax:
                    return false;
                case MemberDeclarationSyntax or LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax:
                    return true;
            }
        }

        return true;
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
