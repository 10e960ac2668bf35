using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Webhooks;

namespace Dialog360.Analyzers.Rules.Webhooks;

/// <summary>DLG0604: only the first update of a batch is read.</summary>
internal sealed class FirstUpdateOnly : Rule<ReceiverScope>
{
    /// <summary>Creates the rule.</summary>
    public FirstUpdateOnly()
        : base("DLG0604")
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(ReceiverScope scope)
    {
        Receiver receiver = scope.Receiver;
        UpdateReads reads = receiver.Reads;

        // Whoever hands on the whole looks at the first one for a key or a log.
        if (reads.Handed.Any(static part => !part.IsLogged && (part.Place is null || part.Place is { IsContainer: true } place && place.Shape == WebhookSchema.Current.Update)))
        {
            yield break;
        }

        foreach ((string name, WebhookShape shape) in WebhookSchema.Current.Batches)
        {
            bool all = reads.Elements.Any(read => read.Place.Shape == shape && read.As == TakenAs.Each)
                || reads.Handed.Any(part => !part.IsLogged && part.Place is { IsList: true } list && list.Shape == shape);
            if (!all && reads.Elements.FirstOrDefault(read => read.Place.Shape == shape && read.Place.IsList && read.As == TakenAs.First) is { } first)
            {
                yield return new Finding(this, first.Span, ImmutableArray.Create(name)) { Detail = new FirstDetail(receiver, first) };
            }
        }
    }
}

/// <summary>What the fix of DLG0604 needs to know.</summary>
/// <param name="Receiver">The receiver.</param>
/// <param name="Read">The access to the first element.</param>
internal sealed record FirstDetail(Receiver Receiver, ElementRead Read);
