using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>A change of the characters of a file.</summary>
/// <param name="Tree">The file.</param>
/// <param name="Span">The characters that go; empty to insert.</param>
/// <param name="NewText">The characters that come.</param>
internal readonly record struct SourceChange(SyntaxTree Tree, TextSpan Span, string NewText)
{
    /// <summary>Whether the two cannot both be made: they touch the same characters, or insert at the same place.</summary>
    public bool Collides(SourceChange other) =>
        Tree == other.Tree && (Span.OverlapsWith(other.Span) || (Span.Start == other.Span.Start && (Span.IsEmpty || other.Span.IsEmpty)) || Inside(Span, other.Span) || Inside(other.Span, Span));

    private static bool Inside(TextSpan point, TextSpan span) => point.IsEmpty && point.Start > span.Start && point.Start < span.End;
}
