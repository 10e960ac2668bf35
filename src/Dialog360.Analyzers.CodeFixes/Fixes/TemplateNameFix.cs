using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Rules.Templates;

namespace Dialog360.Analyzers.CodeFixes.Fixes;

/// <summary>DLG0110: the names that come nearest, or the languages that the template exists in.</summary>
internal sealed class TemplateNameFix : PayloadFix
{
    private const int ShownBody = 60;

    /// <inheritdoc/>
    public override string RuleId => "DLG0110";

    /// <inheritdoc/>
    public override IEnumerable<Proposal> Propose(Finding finding, EditContext context)
    {
        if (finding is not { Node: { } node, Detail: TemplateChoices choices } || node.Span != finding.Span)
        {
            return [];
        }

        return Proposal.ToChooseFrom(choices.Choices.Select(choice => Proposal.Of(
            choices.AreLanguages ? "use-template-language" : "use-template",
            [choice.Text, Shown(choice.BodyText)],
            new PictureEdit.SetValue(node, NewValue.Of(choice.Text)) { OnlyHere = choices.AreLanguages })).ToArray());
    }

    /// <summary>The beginning of a body in one line, after a colon.</summary>
    private static string Shown(string body)
    {
        string line = string.Join(" ", body.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        return line.Length == 0 ? string.Empty : ": " + (line.Length <= ShownBody ? line : line.Substring(0, ShownBody).TrimEnd() + "…");
    }
}
