using System.Collections.Immutable;
using Dialog360.Analyzers.Webhooks;

namespace Dialog360.Analyzers.Rules.Webhooks;

/// <summary>DLG0601: a webhook can answer something other than 200.</summary>
internal sealed class WebhookRefuses : Rule<ReceiverScope>
{
    /// <summary>Creates the rule.</summary>
    public WebhookRefuses()
        : base("DLG0601")
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(ReceiverScope scope) =>
        scope.Receiver.Answers
            ? ReceiverResponses.Refusing(scope.Receiver).Select(answer => new Finding(this, answer.Span, ImmutableArray.Create(answer.Text)) { Detail = new RefusingDetail(scope.Receiver, answer) })
            : [];
}

/// <summary>What the fix of DLG0601 needs to know.</summary>
/// <param name="Receiver">The receiver.</param>
/// <param name="Answer">The answer.</param>
internal sealed record RefusingDetail(Receiver Receiver, RefusingAnswer Answer);
