using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Rules;

namespace Dialog360.Analyzers.CodeFixes.Fixes;

/// <summary>DLG0113: the template languages that were probably meant. Those of another country somebody has to choose, one at a time.</summary>
internal sealed class LanguageFix : PayloadFix
{
    /// <inheritdoc/>
    public override string RuleId => "DLG0113";

    /// <inheritdoc/>
    public override IEnumerable<Proposal> Propose(Finding finding, EditContext context)
    {
        if (finding is not { Member: { } code, Detail: ImmutableArray<string> nearest })
        {
            yield break;
        }

        for (int index = 0; index < nearest.Length; index++)
        {
            bool isGuess = index > 0 || (nearest.Length > 1 && TemplateLanguages.IsOtherCountry(code.Value.KnownText ?? string.Empty, nearest[0]));
            yield return Proposal.Of("use-language", [nearest[index]], new PictureEdit.SetValue(code.Value, NewValue.Of(nearest[index]))) with { Choice = index, IsForOne = isGuess };
        }
    }
}
