using System.Runtime.CompilerServices;
using Dialog360.Analyzers.Program.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>Reads what source shows.</summary>
internal static class TextEvidence
{
    private static readonly TreeCache<StrongBox<SourceSigns>> Cache = new(static (tree, cancellationToken) =>
    {
        SourceText text = tree.GetText(cancellationToken);
        return new StrongBox<SourceSigns>(In(text, new TextSpan(0, text.Length)));
    });

    /// <summary>What that file shows; kept with its tree.</summary>
    public static SourceSigns Of(SyntaxTree tree, CancellationToken cancellationToken) => Cache.Of(tree, cancellationToken).Value;

    /// <summary>What a stretch of a text shows.</summary>
    public static SourceSigns In(SourceText text, TextSpan span) => TextBuffer.Read(text, span, 0, static (characters, length, _) => SignReader.Read(characters, length));

    /// <summary>Whether it shows a message that somebody writes, and none of mail.</summary>
    public static bool IsMessage(SourceSigns shown) =>
        (shown & (SourceSigns.Product | SourceSigns.Api)) != 0 || (MayBeMessage(shown) && (shown & SourceSigns.Content) != 0 && (shown & SourceSigns.Mail) == 0);

    /// <summary>Whether it may show a part of a message.</summary>
    public static bool MayBeMessage(SourceSigns shown) =>
        (shown & (SourceSigns.ToKey | SourceSigns.ToValue)) != 0 || (shown & (SourceSigns.ToEntry | SourceSigns.Anonymous)) == (SourceSigns.ToEntry | SourceSigns.Anonymous);
}
