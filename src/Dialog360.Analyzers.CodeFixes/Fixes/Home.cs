using Dialog360.Analyzers.Program;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Fixes;

/// <summary>
/// Tells whether pieces of a message are written in one place: what one caller gives to a wrapper says nothing about the other callers, so the
/// wrapper stays as it is.
/// </summary>
internal static class Home
{
    /// <summary>The method, property or field that a piece of code stands in; the file for a top-level program.</summary>
    public static SyntaxNode? Of(SyntaxNode syntax) =>
        syntax.Ancestors().FirstOrDefault(static ancestor => ancestor is LocalFunctionStatementSyntax or (MemberDeclarationSyntax and not GlobalStatementSyntax) or CompilationUnitSyntax);

    /// <summary>The same for the place of a finding.</summary>
    public static SyntaxNode? Of(SourceSpan place, CancellationToken cancellationToken)
    {
        SyntaxNode root = place.Tree.GetRoot(cancellationToken);
        return root.FullSpan.Contains(place.Span) ? Of(root.FindToken(place.Span.Start).Parent ?? root) : null;
    }
}
