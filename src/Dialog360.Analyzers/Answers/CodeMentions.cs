using Dialog360.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dialog360.Analyzers.Answers;

/// <summary>What the words of a body say about errors, before anything is bound.</summary>
internal static class CodeMentions
{
    /// <summary>Whether a body may compare something with a code: it has a number of the catalogue in it, or a name that may stand for one.</summary>
    public static bool MayTestCodes(SyntaxNode body, CancellationToken cancellationToken)
    {
        foreach (SyntaxToken token in body.DescendantTokens())
        {
            cancellationToken.ThrowIfCancellationRequested();
            switch (token.Kind())
            {
                case SyntaxKind.NumericLiteralToken when token.Value is int number && IsOwn(number):
                case SyntaxKind.StringLiteralToken when token.ValueText.Length is >= 3 and <= 6 && int.TryParse(token.ValueText, out int text) && IsOwn(text):
                case SyntaxKind.SwitchKeyword or SyntaxKind.CaseKeyword:
                    return true;
                case SyntaxKind.IdentifierToken when token.ValueText.EndsWith("code", StringComparison.OrdinalIgnoreCase):
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether a body reads statuses of a webhook.</summary>
    public static bool SpeaksOfStatuses(SyntaxNode body)
    {
        foreach (SyntaxToken token in body.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) || token.IsKind(SyntaxKind.StringLiteralToken))
            {
                if (token.ValueText.Equals("statuses", StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsOwn(int number) => number >= 100 && ErrorCatalog.Current.WithCode(number).Any();
}
