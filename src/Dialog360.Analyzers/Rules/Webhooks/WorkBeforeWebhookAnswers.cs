using System.Collections.Immutable;
using Dialog360.Analyzers.Webhooks;

namespace Dialog360.Analyzers.Rules.Webhooks;

/// <summary>DLG0602: a webhook works before it answers.</summary>
internal sealed class WorkBeforeWebhookAnswers : Rule<ReceiverScope>
{
    /// <summary>Creates the rule.</summary>
    public WorkBeforeWebhookAnswers()
        : base("DLG0602")
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(ReceiverScope scope) =>
        scope.Receiver.Answers ? WorkBeforeAnswer.Of(scope.Receiver).Select(work => new Finding(this, work.Span, ImmutableArray.Create(work.Name))) : [];
}
