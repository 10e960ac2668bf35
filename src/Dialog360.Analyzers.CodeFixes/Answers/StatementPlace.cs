using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Answers;

/// <summary>Puts lines of code before or after a statement, in the layout of the code around it.</summary>
/// <param name="Statement">The statement.</param>
internal sealed record StatementPlace(StatementSyntax Statement)
{
    /// <summary>Whether other statements can stand beside it without braces around them.</summary>
    public bool IsInList => Statement.Parent is BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax;

    private string LineBreak => SourceLayout.LineBreak(Statement);

    private string Indent => SourceLayout.IndentOf(Statement);

    /// <summary>The statement around an expression; null where a function without statements of its own lies between.</summary>
    public static StatementPlace? Around(SyntaxNode expression)
    {
        foreach (SyntaxNode node in expression.Ancestors())
        {
            switch (node)
            {
                case StatementSyntax statement:
                    return new StatementPlace(statement);
                case AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax or ArrowExpressionClauseSyntax:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The changes that put a snippet on lines of its own after the statement.</summary>
    public IEnumerable<SourceChange> After(string snippet) => IsInList
        ? ImmutableArray.Create(new SourceChange(Statement.SyntaxTree, new TextSpan(Statement.Span.End, 0), LineBreak + Indent + Laid(snippet, Indent)))
        : Braced(string.Empty, snippet);

    /// <summary>The changes that put a snippet on lines of its own before the statement; after one that ends in a block, a blank line.</summary>
    public IEnumerable<SourceChange> Before(string snippet) => IsInList
        ? ImmutableArray.Create(new SourceChange(Statement.SyntaxTree, new TextSpan(SourceLayout.StartWithComments(Statement), 0), Laid(snippet, Indent) + LineBreak + (snippet.EndsWith("}", StringComparison.Ordinal) ? LineBreak : string.Empty) + Indent))
        : Braced(snippet, string.Empty);

    /// <summary>The same for lines that have the indentation of the file already; a blank line comes after them.</summary>
    public IEnumerable<SourceChange> Before(IReadOnlyList<string> lines)
    {
        string indent = IsInList ? Indent : SourceLayout.IndentOf(Statement.Parent!) + SourceLayout.LevelAt(Statement);
        string text = string.Join(LineBreak, lines.Select((line, index) => index == 0 || line.Length == 0 ? line : indent + line)) + LineBreak + LineBreak + indent;
        return IsInList ? ImmutableArray.Create(new SourceChange(Statement.SyntaxTree, new TextSpan(Statement.SpanStart, 0), text)) : Enclosed(text, string.Empty);
    }

    /// <summary>The text of a snippet with the indentation of the file.</summary>
    public string Laid(string snippet, string indent) => SourceLayout.Leveled(snippet, SourceLayout.LevelAt(Statement)).Replace("\n", LineBreak + indent);

    private ImmutableArray<SourceChange> Braced(string before, string after)
    {
        string inner = SourceLayout.IndentOf(Statement.Parent!) + SourceLayout.LevelAt(Statement);
        return Enclosed(before.Length == 0 ? string.Empty : Laid(before, inner) + LineBreak + inner, after.Length == 0 ? string.Empty : LineBreak + inner + Laid(after, inner));
    }

    private ImmutableArray<SourceChange> Enclosed(string first, string last)
    {
        string outer = SourceLayout.IndentOf(Statement.Parent!);
        string inner = outer + SourceLayout.LevelAt(Statement);
        bool hasOwnLine = Statement.GetFirstToken().GetPreviousToken().TrailingTrivia.Any(static trivia => trivia.ToString().IndexOf('\n') >= 0);
        string open = hasOwnLine ? "{" + LineBreak + inner : LineBreak + outer + "{" + LineBreak + inner;
        return ImmutableArray.Create(
            hasOwnLine
                ? new SourceChange(Statement.SyntaxTree, TextSpan.FromBounds(Statement.SpanStart - Indent.Length, Statement.SpanStart), outer + open + first)
                : new SourceChange(Statement.SyntaxTree, TextSpan.FromBounds(Statement.GetFirstToken().GetPreviousToken().Span.End, Statement.SpanStart), open + first),
            new SourceChange(Statement.SyntaxTree, new TextSpan(Statement.Span.End, 0), last + LineBreak + outer + "}"));
    }
}
