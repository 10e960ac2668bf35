using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Sending;

/// <summary>Names for new locals.</summary>
internal static class UnusedNames
{
    /// <summary>A name that nothing in the member around a place has, with a number where it needs one.</summary>
    public static string Like(string name, StatementSyntax place, SemanticModel model)
    {
        SyntaxNode around = place.FirstAncestorOrSelf<MemberDeclarationSyntax>(static member => member is not GlobalStatementSyntax) ?? place.SyntaxTree.GetRoot();
        HashSet<string> taken = new(around.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText), StringComparer.Ordinal);
        string result = name;
        for (int number = 2; taken.Contains(result) || !model.LookupSymbols(place.SpanStart, name: result).IsEmpty; number++)
        {
            result = name + number;
        }

        return result;
    }
}
