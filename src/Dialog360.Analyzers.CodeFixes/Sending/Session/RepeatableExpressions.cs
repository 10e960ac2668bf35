using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Sending.Session;

/// <summary>Tells expressions that may run twice: they only read, so that the second time gives the same and does nothing else.</summary>
internal static class RepeatableExpressions
{
    /// <summary>Whether all of an expression only reads.</summary>
    public static bool IsRepeatable(ExpressionSyntax expression, SemanticModel model) =>
        expression.DescendantNodesAndSelf().All(node => node switch
        {
            AwaitExpressionSyntax or AssignmentExpressionSyntax or BaseObjectCreationExpressionSyntax or AnonymousFunctionExpressionSyntax or DeclarationExpressionSyntax or ThrowExpressionSyntax => false,
            PostfixUnaryExpressionSyntax postfix => postfix.IsKind(SyntaxKind.SuppressNullableWarningExpression),
            PrefixUnaryExpressionSyntax prefix => !prefix.IsKind(SyntaxKind.PreIncrementExpression) && !prefix.IsKind(SyntaxKind.PreDecrementExpression),
            InvocationExpressionSyntax call => IsOfText(call, model),
            _ => true,
        });

    /// <summary>Whether the names that an expression begins with mean the same at a place that comes earlier.</summary>
    public static bool IsVisibleAt(SyntaxNode expression, int position, SemanticModel model)
    {
        foreach (IdentifierNameSyntax name in expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
        {
            if (model.GetSymbolInfo(name).Symbol is ILocalSymbol local && (local.DeclaringSyntaxReferences is not [{ } declared] || !IsSet(declared.GetSyntax(), position)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a local has its first value before a position.</summary>
    public static bool IsSet(SyntaxNode declaration, int position) => declaration switch
    {
        VariableDeclaratorSyntax { Initializer: not null } declarator => declarator.Span.End <= position,
        CommonForEachStatementSyntax loop => loop.Statement.SpanStart <= position,
        SingleVariableDesignationSyntax designation => designation.Span.End <= position,
        _ => false,
    };

    /// <summary>Methods of texts change nothing: <c>to.Trim()</c>.</summary>
    private static bool IsOfText(InvocationExpressionSyntax call, SemanticModel model) =>
        model.GetSymbolInfo(call).Symbol is IMethodSymbol { ContainingType.SpecialType: SpecialType.System_String } or IMethodSymbol { Name: "ToString", Parameters.IsEmpty: true }
        || call.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" };
}
