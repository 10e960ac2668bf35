using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes.Answers;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.CodeFixes.Sending;

/// <summary>All fixes of rules about sending and access.</summary>
internal static class SendingFixes
{
    private static readonly ImmutableDictionary<string, SendingFix> ByRule = new SendingFix[]
    {
        new UploadFix(),
        new JsonBodyFix(),
        new PaceLoopFix(),
        new StopRetryingFix(),
        new CheckAnswerFix(),
        new ContentTypeFix(),
        new SpellingFix(),
        new HttpStatusFix(),
        new MissingCasesFix(),
        new DetailsBranchFix(),
        new EquivalentCodeFix(),
        new SuccessStatusFix(),
        new KeyInSourceFix(),
        new KeyHeaderFix(),
        new PathFix(),
        new HostFix(),
    }.ToImmutableDictionary(static fix => fix.RuleId);

    /// <summary>The rules that have a fix.</summary>
    public static ImmutableArray<string> RuleIds { get; } = ByRule.Keys.OrderBy(static id => id, StringComparer.Ordinal).ToImmutableArray();

    /// <summary>The repairs of a finding.</summary>
    public static IEnumerable<SendingProposal> For(Finding finding, SemanticModel model, CancellationToken cancellationToken) =>
        ByRule.TryGetValue(finding.Rule.Id, out SendingFix? fix) ? fix.Propose(finding, model, cancellationToken) : [];
}
