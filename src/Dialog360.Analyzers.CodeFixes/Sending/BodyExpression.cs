using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Sending;

/// <summary>How the body of an answer is read into an exception or a log line.</summary>
internal static class BodyExpression
{
    /// <summary>The body, read as the file awaits, with the token that the code passes on where this .NET takes one.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="place">Where it is read.</param>
    /// <param name="code">The code that has to pass the token on, so that the body is read with it too.</param>
    /// <param name="model">The file.</param>
    public static string Of(string answer, StatementSyntax place, SyntaxNode code, SemanticModel model)
    {
        string? token = TakesToken(model) ? PassedOn(place, code, model) : null;
        return $"await {answer}.Content.ReadAsStringAsync({token}){AwaitStyle.Suffix(place)}";
    }

    /// <summary>The token that the code passes on; null where there is none, or it does not.</summary>
    public static string? PassedOn(StatementSyntax place, SyntaxNode code, SemanticModel model) =>
        AwaitStyle.TokenAt(place, model) is { } token && code.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == token) ? token : null;

    private static bool TakesToken(SemanticModel model) =>
        model.Compilation.GetTypeByMetadataName("System.Net.Http.HttpContent")?.GetMembers("ReadAsStringAsync").OfType<IMethodSymbol>().Any(static method => method.Parameters.Length == 1) == true;
}
