using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Webhooks;

/// <summary>The statements that move into a loop.</summary>
/// <param name="Lines">Their lines, without the indentation that they have together.</param>
/// <param name="End">Where they end in the file.</param>
internal sealed record LoopedStatements(ImmutableArray<string> Lines, int End)
{
    /// <summary>What follows a declaration in its block, so many statements at most and up to the answer at its end; null where it cannot move.</summary>
    public static LoopedStatements? After(StatementSyntax declaration, BlockSyntax block, int count)
    {
        List<StatementSyntax> moved = block.Statements.SkipWhile(statement => statement != declaration).Skip(1).Take(count).ToList();
        if (moved.Count > 0 && moved[moved.Count - 1] is ReturnStatementSyntax last && (last.Expression is null || SuccessAnswers.Is(last.Expression)))
        {
            moved.RemoveAt(moved.Count - 1);
        }

        if (moved.Count == 0 || moved.Any(static statement => statement.DescendantTokens().Any(static token => token.Text.IndexOf('\n') >= 0)))
        {
            return null;
        }

        List<TextChange> changes = new();
        foreach (ReturnStatementSyntax leave in moved.SelectMany(static statement => statement.DescendantNodesAndSelf(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))).OfType<ReturnStatementSyntax>())
        {
            // Another answer ends all of it, and a turn of an inner loop is none of ours.
            if ((leave.Expression is not null && !SuccessAnswers.Is(leave.Expression)) || leave.Ancestors().TakeWhile(node => node != block).Any(static node => node is CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax or DoStatementSyntax))
            {
                return null;
            }

            changes.Add(new TextChange(leave.Span, "continue;"));
        }

        SourceText text = declaration.SyntaxTree.GetText();
        int start = text.Lines.GetLineFromPosition(moved[0].GetLeadingTrivia().FullSpan.Length > 0 ? moved[0].FullSpan.Start : moved[0].SpanStart).Start;
        int end = moved[moved.Count - 1].Span.End;
        if (start <= declaration.Span.End)
        {
            start = text.Lines.GetLineFromPosition(declaration.Span.End).EndIncludingLineBreak;
        }

        if (start > moved[0].SpanStart)
        {
            return null;
        }

        string indent = SourceLayout.IndentOf(moved[0]);
        SourceText changed = text.WithChanges(changes);
        string part = changed.ToString(TextSpan.FromBounds(start, end + changes.Sum(static change => change.NewText!.Length - change.Span.Length)));
        ImmutableArray<string> lines = part.Replace("\r\n", "\n").Split('\n')
            .Select(line => line.StartsWith(indent, StringComparison.Ordinal) ? line.Substring(indent.Length).TrimEnd() : line.Trim())
            .SkipWhile(static line => line.Length == 0)
            .ToImmutableArray();
        return new LoopedStatements(lines, end);
    }
}
