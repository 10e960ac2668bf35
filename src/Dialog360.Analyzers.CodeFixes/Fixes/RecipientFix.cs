using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Rules;

namespace Dialog360.Analyzers.CodeFixes.Fixes;

/// <summary>DLG0112: writes <c>+</c> for the <c>00</c> before a country code.</summary>
internal sealed class RecipientFix : PayloadFix
{
    /// <inheritdoc/>
    public override string RuleId => "DLG0112";

    /// <inheritdoc/>
    public override IEnumerable<Proposal> Propose(Finding finding, EditContext context)
    {
        if (finding is { Member: { } recipient, Detail: string repaired })
        {
            yield return Proposal.Of("plus-for-zeros", new PictureEdit.SetValue(recipient.Value, NewValue.Of(repaired)));
        }
    }
}
