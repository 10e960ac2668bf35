using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Sending;

/// <summary>How the code of a file awaits.</summary>
internal static class AwaitStyle
{
    private const string Configured = ".ConfigureAwait(false)";

    /// <summary>The name of the cancellation token that code at a place can pass on; null where there is none.</summary>
    public static string? TokenAt(SyntaxNode place, SemanticModel model) =>
        UsableNames.At(place.SpanStart, model).OfType<IParameterSymbol>().FirstOrDefault(static parameter => parameter.Type.Name == "CancellationToken")?.Name;

    /// <summary>What stands after an awaited call: <c>.ConfigureAwait(false)</c> where all that the file awaits has it, else nothing.</summary>
    public static string Suffix(SyntaxNode place)
    {
        bool any = false;
        foreach (AwaitExpressionSyntax awaited in place.SyntaxTree.GetRoot().DescendantNodes().OfType<AwaitExpressionSyntax>())
        {
            if (awaited.Expression is not InvocationExpressionSyntax
                {
                    Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" },
                    ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.ValueText: "false" } }],
                })
            {
                return string.Empty;
            }

            any = true;
        }

        return any ? Configured : string.Empty;
    }
}
