using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Webhooks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.CodeFixes.Webhooks;

/// <summary>How a receiver says 200: as it does elsewhere in the same function, or as its framework does.</summary>
internal static class SuccessAnswers
{
    /// <summary>The statement by which the function ends with 200; null where nobody can tell.</summary>
    public static string? StatementOf(ReceivedFunction function)
    {
        ITypeSymbol? type = function.Unit.Symbol?.ReturnType;
        bool isAsync = type is { Name: "Task" or "ValueTask" };
        ITypeSymbol? result = isAsync ? (type as INamedTypeSymbol)?.TypeArguments.FirstOrDefault() : type;
        if (result is null || result.SpecialType == SpecialType.System_Void)
        {
            return type is null || (isAsync && function.Unit.Symbol is not { IsAsync: true }) ? null : "return;";
        }

        return ExpressionIn(function) is { } expression ? "return " + expression + ";" : null;
    }

    /// <summary>The expression by which it does; null where nobody can tell.</summary>
    public static string? ExpressionIn(ReceivedFunction function)
    {
        foreach (IOperation operation in function.Operations)
        {
            if (operation is IReturnOperation { ReturnedValue: { } returned, IsImplicit: false } && Plain(returned.Syntax) is { } written && IsSuccess(written))
            {
                return written.ToString();
            }
        }

        return IsController(function.Unit.Symbol?.ContainingType) && IsResult(function.Unit.Symbol?.ReturnType) ? "Ok()" : null;
    }

    /// <summary>Whether an expression is an answer with 200 and nothing else.</summary>
    public static bool Is(ExpressionSyntax expression) => Plain(expression) is { } written && IsSuccess(written);

    /// <summary>Whether the type is a controller with <c>Ok()</c>.</summary>
    public static bool IsController(INamedTypeSymbol? type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.Name is "ControllerBase" or "ApiController")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsResult(ITypeSymbol? type) => Names.Awaited(type) is { Name: "IActionResult" or "ActionResult" or "IHttpActionResult" };

    private static SyntaxNode? Plain(SyntaxNode syntax) => syntax switch
    {
        InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0 } => syntax,
        ObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 0, Initializer: null } => syntax,
        _ => null,
    };

    private static bool IsSuccess(SyntaxNode written)
    {
        string? name = written switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var member } } => member.Identifier.ValueText,
            InvocationExpressionSyntax { Expression: SimpleNameSyntax simple } => simple.Identifier.ValueText,
            ObjectCreationExpressionSyntax { Type: QualifiedNameSyntax { Right: var right } } => right.Identifier.ValueText,
            ObjectCreationExpressionSyntax { Type: SimpleNameSyntax simple } => simple.Identifier.ValueText,
            _ => null,
        };
        return name is not null && WebResults.StatusOf(name) == WebResults.Success;
    }
}
