using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Sending.Session;

/// <summary>
/// A message that statements fill after its creation. They go into both branches of the check, from the declaration of the message to the
/// last statement that needs what is declared among them.
/// </summary>
/// <param name="First">The declaration of the message.</param>
/// <param name="Last">The last statement that moves.</param>
internal sealed record FilledMessage(StatementSyntax First, StatementSyntax Last)
{
    private const int MaxStatements = 16;

    /// <summary>The statements of a message; null where they cannot move together.</summary>
    public static FilledMessage? Of(MessageRewrite message, SyntaxNode call, SemanticModel model)
    {
        if (message.Expression.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>() is not { Parent: BlockSyntax block } first
            || call.AncestorsAndSelf().OfType<StatementSyntax>().FirstOrDefault(statement => statement.Parent == block) is not { } send)
        {
            return null;
        }

        int start = block.Statements.IndexOf(first);
        for (int end = block.Statements.IndexOf(send); end >= start && end < block.Statements.Count && end - start < MaxStatements; end++)
        {
            StatementSyntax last = block.Statements[end];
            if (model.AnalyzeDataFlow(first, last) is not { Succeeded: true } flow || block.Statements.Skip(start).Take(end - start + 1).Any(static statement => statement is LabeledStatementSyntax or LocalFunctionStatementSyntax or LocalDeclarationStatementSyntax { UsingKeyword.RawKind: not 0 }))
            {
                return null;
            }

            TextSpan moved = TextSpan.FromBounds(first.SpanStart, last.Span.End);
            bool isNeededLater = flow.VariablesDeclared.Any(variable => flow.ReadOutside.Contains(variable, SymbolEqualityComparer.Default) || flow.WrittenOutside.Contains(variable, SymbolEqualityComparer.Default));
            if (!isNeededLater && message.Changes.All(change => moved.Contains(change.Span)))
            {
                return new FilledMessage(first, last);
            }
        }

        return null;
    }

    /// <summary>The change that puts them under a check.</summary>
    public TextChange Guard(MessageRewrite message, string condition)
    {
        TextSpan span = TextSpan.FromBounds(First.SpanStart, Last.Span.End);
        return GuardText.Branch(First, Last, condition, First.SyntaxTree.GetText().ToString(span), message.TextOf(span));
    }
}
