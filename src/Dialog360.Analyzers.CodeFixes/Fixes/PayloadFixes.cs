using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Rules;

namespace Dialog360.Analyzers.CodeFixes.Fixes;

/// <summary>All fixes that edit messages.</summary>
internal static class PayloadFixes
{
    private static readonly ImmutableDictionary<string, PayloadFix> ByRule = new PayloadFix[]
    {
        new CoordinatesFix(),
        new MediaTypeFix(),
        new DoubleEncodingFix(),
        new MalformedJsonFix(),
        new JsonTypeFix(),
        new UnescapedTextFix(),
        new CompletionFix(),
        new TemplateNameFix(),
        new TemplateParametersFix(),
        new RecipientFix(),
        new LanguageFix(),
        new EncodingFix(),
    }.ToImmutableDictionary(static fix => fix.RuleId);

    /// <summary>The rules that have a fix.</summary>
    public static ImmutableArray<string> RuleIds { get; } = ByRule.Keys.OrderBy(static id => id, StringComparer.Ordinal).ToImmutableArray();

    /// <summary>The repairs for a finding that can be written where the finding stands, with the changes they make.</summary>
    public static IEnumerable<(Proposal Proposal, ImmutableArray<SourceChange> Changes)> For(Finding finding, EditContext context)
    {
        if (!ByRule.TryGetValue(finding.Rule.Id, out PayloadFix? fix))
        {
            yield break;
        }

        foreach (Proposal proposal in fix.Propose(finding, context))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (PayloadEditor.Changes(proposal.Edits, context) is { } changes && (!MayBreak(proposal) || CompileCheck.Passes(changes, context)))
            {
                yield return (proposal, changes);
            }
        }
    }

    /// <summary>Whether a repair touches more than the characters of a text: names of members, or the types of values.</summary>
    private static bool MayBreak(Proposal proposal) => proposal.Edits.Any(static edit => edit switch
    {
        PictureEdit.RenameMember rename => rename.Member.Origin.Style != WritingStyle.JsonText,
        PictureEdit.RemoveMember remove => remove.Member.Origin.Style != WritingStyle.JsonText,
        PictureEdit.SetValue set => set.Node.Origin.Style != WritingStyle.JsonText && !(set.Node.Kind == PayloadKind.Text && set.Value is NewValue.Text),
        PictureEdit.ReplaceExpression => true,
        _ => false,
    });
}
