using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.Webhooks;

/// <summary>Short forms of code for messages.</summary>
internal static class Texts
{
    /// <summary>A call or creation with its name alone: <c>BadRequest</c>; <c>StatusCode(500)</c> keeps what says the status.</summary>
    public static string Short(SyntaxNode syntax) => syntax switch
    {
        InvocationExpressionSyntax { ArgumentList.Arguments.Count: > 0 } call when call.ArgumentList.Arguments[0].ToString() is { Length: <= 30 } first && !first.StartsWith("\"", StringComparison.Ordinal) && !first.StartsWith("new", StringComparison.Ordinal) && !first.StartsWith("$", StringComparison.Ordinal) => Name(call) + "(" + first + ")",
        InvocationExpressionSyntax call => Name(call),
        ObjectCreationExpressionSyntax { Type: var type } => type.ToString(),
        _ => syntax.ToString(),
    };

    private static string Name(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => call.Expression.ToString(),
    };
}
