using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Duties.Pacing;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Sending;

/// <summary>DLG0203: waits at the end of each turn of the loop, in code that can wait.</summary>
internal sealed class PaceLoopFix : SendingFix
{
    private const string FixId = "pace-loop";

    /// <inheritdoc/>
    public override string RuleId => "DLG0203";

    /// <inheritdoc/>
    public override IEnumerable<SendingProposal> Propose(Finding finding, SemanticModel model, CancellationToken cancellationToken)
    {
        if (finding.Detail is not SendLoop { Operation: ILoopOperation loop } || BodyOf(loop.Syntax) is not { } body
            || model.GetEnclosingSymbol(body.SpanStart, cancellationToken) is not IMethodSymbol { IsAsync: true } || SkipsTheEnd(body, finding.Span.Span.End))
        {
            yield break;
        }

        EditContext editing = new(ProgramModel.Of(model.Compilation), cancellationToken);
        string pause = FixTexts.Snippet(FixId, ("cancellation", AwaitStyle.TokenAt(body, model) is { } token ? ", " + token : string.Empty), ("configured", AwaitStyle.Suffix(body)));
        foreach (string type in new[] { "System.Threading.Tasks.Task", "System.TimeSpan" })
        {
            pause = editing.NameOf(type, body) is { } name ? pause.Replace(type + ".", name + ".") : pause;
        }

        yield return new SendingProposal(FixId, FixTexts.Title(FixId), Changes(body, pause, editing));
    }

    private static StatementSyntax? BodyOf(SyntaxNode loop) => loop switch
    {
        CommonForEachStatementSyntax statement => statement.Statement,
        ForStatementSyntax statement => statement.Statement,
        WhileStatementSyntax statement => statement.Statement,
        DoStatementSyntax statement => statement.Statement,
        _ => null,
    };

    /// <summary>Whether a turn can end behind the send without reaching the end of the body.</summary>
    private static bool SkipsTheEnd(StatementSyntax body, int send) =>
        body.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)).Any(node => node is ContinueStatementSyntax && node.SpanStart > send);

    private static ImmutableArray<SourceChange> Changes(StatementSyntax body, string pause, EditContext editing)
    {
        string lineBreak = editing.NewLineOf(body);
        SourceText text = editing.TextOf(body);
        if (body is not BlockSyntax block)
        {
            if (IsFirstOnLine(body, text))
            {
                string outer = IndentAt(body.Parent!.SpanStart, text);
                return ImmutableArray.Create(
                    new SourceChange(body.SyntaxTree, new TextSpan(text.Lines.GetLineFromPosition(body.SpanStart).Start, 0), outer + "{" + lineBreak),
                    new SourceChange(body.SyntaxTree, new TextSpan(body.Span.End, 0), lineBreak + IndentAt(body.SpanStart, text) + pause + lineBreak + outer + "}"));
            }

            return ImmutableArray.Create(
                new SourceChange(body.SyntaxTree, new TextSpan(body.SpanStart, 0), "{ "),
                new SourceChange(body.SyntaxTree, new TextSpan(body.Span.End, 0), " " + pause + " }"));
        }

        bool hasLines = IsFirstOnLine(block.CloseBraceToken.Parent!.ChildTokens().Last(), text) && block.Statements.Count > 0;
        return ImmutableArray.Create(hasLines
            ? new SourceChange(body.SyntaxTree, new TextSpan(text.Lines.GetLineFromPosition(block.CloseBraceToken.SpanStart).Start, 0), IndentAt(block.Statements.Last().SpanStart, text) + pause + lineBreak)
            : new SourceChange(body.SyntaxTree, new TextSpan(block.CloseBraceToken.SpanStart, 0), pause + " "));
    }

    private static bool IsFirstOnLine(SyntaxNodeOrToken place, SourceText text)
    {
        int start = text.Lines.GetLineFromPosition(place.SpanStart).Start;
        return string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(start, place.SpanStart)));
    }

    private static string IndentAt(int position, SourceText text)
    {
        string line = text.Lines.GetLineFromPosition(position).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }
}
