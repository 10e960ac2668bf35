using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Dialog360.Analyzers.Answers;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.CodeFixes.Sending;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Answers;

/// <summary>
/// DLG0305: adds a case for each missing code with its remedy as a comment, grouped by what a program can do: send again, go on without the message, or
/// stop and tell somebody.
/// </summary>
internal sealed class MissingCasesFix : SendingFix
{
    private const string FixId = "add-error-cases";

    /// <inheritdoc/>
    public override string RuleId => "DLG0305";

    /// <inheritdoc/>
    public override IEnumerable<SendingProposal> Propose(Finding finding, SemanticModel model, CancellationToken cancellationToken)
    {
        if (finding.Detail is not ErrorSwitch { Operation.Syntax: SwitchStatementSyntax { Sections.Count: > 0 } statement } found)
        {
            yield break;
        }

        EditContext editing = new(ProgramModel.Of(model.Compilation), cancellationToken);
        if (editing.NameOf("System.InvalidOperationException", statement) is not { } exception)
        {
            yield break;
        }

        ResendLoop? loop = found.IsOfStatus ? null : ResendLoop.Around(statement, editing, model);
        ReactionCode reactions = new(statement, exception, found.IsOfStatus, loop, editing, model);
        string indent = SourceLayout.IndentOf(statement.Sections[0]);
        if (indent == SourceLayout.IndentOf(statement))
        {
            // A switch that stands on one line gets lines of its own.
            indent += SourceLayout.LevelAt(statement);
        }

        string lineBreak = SourceLayout.LineBreak(statement);
        bool isText = model.GetTypeInfo(statement.Expression, cancellationToken).Type?.SpecialType == SpecialType.System_String;
        string cases = SourceLayout.Leveled(Cases(found.Missing, isText, reactions), SourceLayout.LevelAt(statement)).Replace("\n", lineBreak + indent);
        cases = string.Join(lineBreak, cases.Split(new[] { lineBreak }, StringSplitOptions.None).Select(static line => line.TrimEnd()));
        SwitchSectionSyntax last = statement.Sections.Last();
        bool isDefaultLast = last.Labels.Any(static label => label is DefaultSwitchLabelSyntax);
        int position = isDefaultLast && statement.Sections.Count > 1 ? statement.Sections[statement.Sections.Count - 2].Span.End : isDefaultLast ? statement.OpenBraceToken.Span.End : last.Span.End;
        SourceChange change = loop is not null && found.Missing.Any(error => reactions.SendsAgain(error))
            ? loop.With(position, cases)
            : new SourceChange(statement.SyntaxTree, new TextSpan(position, 0), cases);
        yield return new SendingProposal(FixId, FixTexts.Title(FixId), ImmutableArray.Create(change));
    }

    private static string Cases(ImmutableArray<ErrorEntry> missing, bool isText, ReactionCode reactions)
    {
        StringBuilder text = new();
        foreach (IGrouping<ErrorReaction, ErrorEntry> group in missing.GroupBy(ReactionCode.Of).OrderBy(static group => ErrorCatalog.Current.Reactions.IndexOf(group.Key)))
        {
            text.Append("\n\n// ").Append(group.Key.Note);
            foreach (ErrorEntry error in group.OrderBy(static error => error.Code))
            {
                string code = error.Code!.Value.ToString(CultureInfo.InvariantCulture);
                text.Append("\ncase ").Append(isText ? $"\"{code}\"" : code).Append(": // ").Append(error.Title).Append(": ").Append(error.Remedy);
            }

            text.Append("\n    ").Append(reactions.For(group.Key).Replace("\n", "\n    "));
        }

        return text.ToString();
    }
}
