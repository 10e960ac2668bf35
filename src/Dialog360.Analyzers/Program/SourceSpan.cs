using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Program;

/// <summary>A stretch of a source file.</summary>
/// <param name="Tree">The file.</param>
/// <param name="Span">The stretch, in UTF-16 units of the file's text.</param>
internal readonly record struct SourceSpan(SyntaxTree Tree, TextSpan Span)
{
    /// <summary>The stretch of <paramref name="node"/>.</summary>
    public static SourceSpan Of(SyntaxNode node) => new(node.SyntaxTree, node.Span);

    /// <summary>The stretch of <paramref name="token"/>.</summary>
    public static SourceSpan Of(SyntaxToken token) => new(token.SyntaxTree!, token.Span);

    /// <summary>The same as a <see cref="Location"/>.</summary>
    public Location ToLocation() => Tree.GetLocation(Span);
}
