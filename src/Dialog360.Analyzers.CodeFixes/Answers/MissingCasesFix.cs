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

/// <summary>DLG0305: adds a case for each missing code with its remedy as a comment, grouped by whether to send again; each group throws what it means.</summary>
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

        string indent = SourceLayout.IndentOf(statement.Sections[0]);
        if (indent == SourceLayout.IndentOf(statement))
        {
            // A switch that stands on one line gets lines of its own.
            indent += SourceLayout.LevelAt(statement);
        }

        string lineBreak = SourceLayout.LineBreak(statement);
        bool isText = model.GetTypeInfo(statement.Expression, cancellationToken).Type?.SpecialType == SpecialType.System_String;
        string cases = Cases(found.Missing, isText, exception).Replace("\n", lineBreak + indent);
        cases = string.Join(lineBreak, cases.Split(new[] { lineBreak }, StringSplitOptions.None).Select(static line => line.TrimEnd()));
        SwitchSectionSyntax last = statement.Sections.Last();
        bool isDefaultLast = last.Labels.Any(static label => label is DefaultSwitchLabelSyntax);
        int position = isDefaultLast && statement.Sections.Count > 1 ? statement.Sections[statement.Sections.Count - 2].Span.End : isDefaultLast ? statement.OpenBraceToken.Span.End : last.Span.End;
        yield return new SendingProposal(FixId, FixTexts.Title(FixId), ImmutableArray.Create(new SourceChange(statement.SyntaxTree, new TextSpan(position, 0), cases)));
    }

    private static string Cases(ImmutableArray<ErrorEntry> missing, bool isText, string exception)
    {
        StringBuilder text = new();
        foreach (RetryClass retry in ErrorCatalog.Current.RetryClasses)
        {
            ErrorEntry[] errors = missing.Where(error => error.Retry == retry.Name).OrderBy(static error => error.Code).ToArray();
            if (errors.Length == 0)
            {
                continue;
            }

            text.Append("\n\n// ").Append(retry.Note);
            foreach (ErrorEntry error in errors)
            {
                string code = error.Code!.Value.ToString(CultureInfo.InvariantCulture);
                text.Append("\ncase ").Append(isText ? $"\"{code}\"" : code).Append(": // ").Append(error.Title).Append(": ").Append(error.Remedy);
            }

            text.Append("\n    ").Append(FixTexts.Snippet(FixId, ("exception", exception), ("note", SymbolDisplay.FormatLiteral("WhatsApp: " + retry.Note, quote: true))));
        }

        return text.ToString();
    }
}
