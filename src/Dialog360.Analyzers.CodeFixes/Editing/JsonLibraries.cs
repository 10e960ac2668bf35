using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>Tells with which library a file writes JSON.</summary>
internal static class JsonLibraries
{
    /// <summary>Whether the file of a node uses Newtonsoft's library and not that of the framework.</summary>
    public static bool IsNewtonsoft(SyntaxNode place)
    {
        bool isNewtonsoft = false;
        foreach (SyntaxNode node in place.SyntaxTree.GetRoot().DescendantNodes())
        {
            switch (node)
            {
                case UsingDirectiveSyntax { Name: { } name } when name.ToString().StartsWith("System.Text.Json", StringComparison.Ordinal):
                case IdentifierNameSyntax { Identifier.ValueText: "JsonEncodedText" or "JsonDocument" or "JsonNode" }:
                    return false;
                case IdentifierNameSyntax { Identifier.ValueText: "Newtonsoft" or "JsonConvert" or "JObject" }:
                    isNewtonsoft = true;
                    break;
            }
        }

        return isNewtonsoft;
    }
}
