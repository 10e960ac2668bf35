using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Webhooks;

namespace Dialog360.Analyzers.Rules.Webhooks;

/// <summary>DLG0607: a receiver handles messages and never looks at statuses.</summary>
internal sealed class StatusesNeverLookedAt : Rule<ReceiverScope>
{
    /// <summary>Creates the rule.</summary>
    public StatusesNeverLookedAt()
        : base("DLG0607")
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(ReceiverScope scope)
    {
        Receiver receiver = scope.Receiver;
        UpdateReads reads = receiver.Reads;
        WebhookSchema schema = WebhookSchema.Current;
        bool handsOn = reads.Handed.Any(static part => !part.IsLogged && (part.Place is null || part.Place is { IsContainer: true } || part.Place is { IsOfStatus: true }));
        if (receiver.Answers && !handsOn && !reads.Touches(schema.Status) && !reads.JsonNames.Contains("statuses") && reads.Touches(schema.Message))
        {
            yield return new Finding(this, receiver.Name, ImmutableArray<string>.Empty);
        }
    }
}
