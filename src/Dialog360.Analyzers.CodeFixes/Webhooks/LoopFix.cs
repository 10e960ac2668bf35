using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.CodeFixes.Repairing;
using Dialog360.Analyzers.CodeFixes.Sending;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Rules.Webhooks;
using Dialog360.Analyzers.Webhooks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Webhooks;

/// <summary>
/// DLG0604: a local that holds the first element, or something of it, becomes the variable of loops over all levels that its value names; what follows moves into them.
/// </summary>
internal sealed class LoopFix : WebhookFix
{
    private const string FixId = "loop-updates";

    /// <inheritdoc/>
    public override string RuleId => "DLG0604";

    /// <inheritdoc/>
    public override IEnumerable<Repair> Propose(Finding finding, SemanticModel model, CancellationToken cancellationToken)
    {
        if (finding.Detail is not FirstDetail { Receiver: var receiver, Read: var first }
            || first.Operation.Syntax.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>() is not { Parent: BlockSyntax block, Declaration.Variables: [{ Initializer.Value: { } value } variable] } declaration
            || declaration.UsingKeyword.RawKind != 0 || FirstChain.Of(value, receiver, first.In) is not { } chain)
        {
            yield break;
        }

        // Statuses come without messages: what handles them stays outside the loop over messages.
        bool isOfMessages = chain.Lists.Any(static list => list.Read.Place.Shape == WebhookSchema.Current.Message);
        bool leavesStatuses = isOfMessages && StatusReads.AnyIn(TextSpan.FromBounds(declaration.Span.End, SkippedEnd(declaration, first.In)), receiver, first.In);
        List<StatementSyntax> needed = leavesStatuses ? StatusReads.Dependents(declaration, block, model) : block.Statements.SkipWhile(statement => statement != declaration).ToList();
        if ((leavesStatuses && (StatusReads.AnyIn(TextSpan.FromBounds(declaration.SpanStart, needed[needed.Count - 1].Span.End), receiver, first.In) || chain.Lists.Any(static list => list.Read.List is { Type.Name: "JsonElement" })))
            || LoopedStatements.After(declaration, block, needed.Count - 1) is not { } rest)
        {
            yield break;
        }

        List<string> lines = new();
        string level = SourceLayout.LevelAt(declaration);
        string indent = string.Empty;
        string remark = SourceLayout.RemarkAfter(declaration);
        string? holder = null;
        for (int index = 0; index < chain.Lists.Length; index++)
        {
            (ElementRead read, string text) = chain.Lists[index];
            bool isLast = index == chain.Lists.Length - 1 && chain.Tail.Length == 0;
            string name = isLast ? variable.Identifier.ValueText : UnusedNames.Like(read.Place.Shape.Name, declaration, model);
            if (LoopedLists.Of(read, holder, text, name, declaration, model) is not { } list)
            {
                yield break;
            }

            foreach (string line in list)
            {
                lines.Add(indent + line.Replace("\t", level));
            }

            lines[lines.Count - 1] += isLast ? remark : string.Empty;
            lines.Add(indent + "{");
            indent += level;
            holder = name;
        }

        if (chain.Tail.Length > 0)
        {
            lines.Add($"{indent}{declaration.Declaration.Type} {variable.Identifier.ValueText} = {holder}{chain.Tail};{remark}");
        }

        lines.AddRange(rest.Lines.Select(line => line.Length == 0 ? line : indent + line));
        for (int depth = chain.Lists.Length - 1; depth >= 0; depth--)
        {
            indent = indent.Substring(0, indent.Length - level.Length);
            lines.Add(indent + "}");
        }

        string outer = SourceLayout.IndentOf(declaration);
        string lineBreak = SourceLayout.LineBreak(declaration);
        string result = string.Join(lineBreak, lines.Select((line, index) => index == 0 || line.Length == 0 ? line : outer + line));
        yield return new Repair(FixTexts.Title(FixId), FixId, ImmutableArray.Create(new SourceChange(declaration.SyntaxTree, TextSpan.FromBounds(declaration.SpanStart, rest.End), result)));
    }

    /// <summary>Where what is handled together with the declaration ends: with the turn of the loop around it, or with the function.</summary>
    private static int SkippedEnd(SyntaxNode declaration, ReceivedFunction function) =>
        (declaration.Ancestors().TakeWhile(node => node != function.Unit.Node.Syntax).FirstOrDefault(static node => node is CommonForEachStatementSyntax or ForStatementSyntax or WhileStatementSyntax)
        ?? function.Unit.Node.Syntax).Span.End;
}
