using System.Runtime.CompilerServices;
using Dialog360.Analyzers.Catalog;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Webhooks;

/// <summary>Tells by the text of a file whether it may read webhook updates. What a text says is kept with its tree.</summary>
internal static class WebhookFiles
{
    private const int ChunkLength = 16 * 1024;

    private static readonly char[] PathSeparators = ['.', '[', ']', '$'];

    private static readonly ConditionalWeakTable<SyntaxTree, StrongBox<bool>> Known = new();

    /// <summary>Whether one of the schema's markers stands in the file, in any case.</summary>
    public static bool MayRead(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (!Known.TryGetValue(tree, out StrongBox<bool>? known))
        {
            known = new StrongBox<bool>(Holds(tree.GetText(cancellationToken), cancellationToken));
            known = Known.GetValue(tree, _ => known);
        }

        return known.Value;
    }

    /// <summary>Whether one of the markers stands in a stretch of a text.</summary>
    public static bool Holds(string text) => WebhookSchema.Current.Markers.Any(marker => text.IndexOf(marker, StringComparison.OrdinalIgnoreCase) >= 0);

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

    private static bool Holds(SourceText text, CancellationToken cancellationToken)
    {
        int overlap = WebhookSchema.Current.Markers.Max(static marker => marker.Length);
        for (int start = 0; start < text.Length; start += ChunkLength)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (Holds(text.ToString(TextSpan.FromBounds(start, Math.Min(text.Length, start + ChunkLength + overlap)))))
            {
                return true;
            }
        }

        return false;
    }
}
