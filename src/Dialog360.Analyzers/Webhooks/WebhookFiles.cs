using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Sending.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dialog360.Analyzers.Webhooks;

/// <summary>Tells by the text of a file whether it may read webhook updates.</summary>
internal static class WebhookFiles
{
    private static readonly char[] PathSeparators = ['.', '[', ']', '$'];

    /// <summary>Whether a file holds enough of the words of an update, or speaks of a webhook: then its bodies are looked at.</summary>
    public static bool MayRead(SyntaxTree tree, CancellationToken cancellationToken) =>
        (TextEvidence.Of(tree, cancellationToken) & (SourceSigns.Webhook | SourceSigns.WebhookName)) != 0;

    /// <summary>Whether the names and texts in a body are those of updates: <c>changes</c> or <c>statuses</c>, or <c>messages</c> with what stands in or beside them.</summary>
    public static bool NamesLevels(SyntaxNode body)
    {
        bool isCommon = false;
        bool isBeside = false;
        foreach (SyntaxToken token in body.DescendantTokens())
        {
            if (!token.IsKind(SyntaxKind.IdentifierToken) && !token.IsKind(SyntaxKind.StringLiteralToken))
            {
                continue;
            }

            foreach (string name in token.ValueText.Split(PathSeparators))
            {
                string plain = WebhookSchema.Plain(name);
                if (WebhookSchema.Current.OwnNames.Contains(plain))
                {
                    return true;
                }

                isCommon |= WebhookSchema.Current.CommonNames.Contains(plain);
                isBeside |= WebhookSchema.Current.NamesBeside.Contains(plain);
            }
        }

        return isCommon && isBeside;
    }
}
