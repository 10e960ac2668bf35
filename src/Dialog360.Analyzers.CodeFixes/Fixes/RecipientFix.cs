using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Rules.Payload;

namespace Dialog360.Analyzers.CodeFixes.Fixes;

/// <summary>DLG0112: writes <c>+</c> for the <c>00</c> before a country code; sends a user id in the member that takes it.</summary>
internal sealed class RecipientFix : PayloadFix
{
    /// <inheritdoc/>
    public override string RuleId => "DLG0112";

    /// <inheritdoc/>
    public override IEnumerable<Proposal> Propose(Finding finding, EditContext context)
    {
        switch (finding)
        {
            case { Member: { } recipient, Detail: string repaired }:
                yield return Proposal.Of("plus-for-zeros", new PictureEdit.SetValue(recipient.Value, NewValue.Of(repaired)));
                break;

            // In a wrapper the other callers may give phone numbers.
            case { Member: { } recipient, Node: { } message, Detail: MisplacedUserId }
                when message["recipient"] is null && !Choices.IsOneOfSeveral(recipient.Value, message) && Home.Of(finding.Span, context.CancellationToken) == Home.Of(recipient.Origin.Syntax):
                yield return Proposal.Of("to-recipient", new PictureEdit.RenameMember(message, recipient, "recipient"));
                break;
        }
    }
}
