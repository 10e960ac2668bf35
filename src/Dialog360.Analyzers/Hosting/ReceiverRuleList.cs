using System.Collections.Immutable;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Rules.Webhooks;

namespace Dialog360.Analyzers.Hosting;

/// <summary>The rules that judge webhook receivers, each once, by number.</summary>
internal static class ReceiverRuleList
{
    /// <summary>The rules.</summary>
    public static readonly ImmutableArray<ReceiverRule> All = ImmutableArray.Create<ReceiverRule>(
        new WebhookRefuses(),
        new WorkBeforeWebhookAnswers(),
        new FailedStatusesNotRead(),
        new FirstUpdateOnly(),
        new UpdateWithoutMessages(),
        new SenderKnownByNumber(),
        new StatusesNeverLookedAt());
}
