using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Webhooks;

namespace Dialog360.Analyzers.Rules.Webhooks;

/// <summary>DLG0603: a receiver looks at statuses and never at the errors of those that failed.</summary>
internal sealed class FailedStatusesNotRead : Rule<ReceiverScope>
{
    /// <summary>Creates the rule.</summary>
    public FailedStatusesNotRead()
        : base("DLG0603")
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(ReceiverScope scope)
    {
        Receiver receiver = scope.Receiver;
        UpdateReads reads = receiver.Reads;
        WebhookSchema schema = WebhookSchema.Current;
        bool looks = reads.Elements.Any(read => read.Place.Shape == schema.Status) || reads.Names.Any(read => read.Place.Shape == schema.State);
        bool readsErrors = reads.Touches(schema.StatusError) || reads.JsonNames.Contains("errors") || reads.ReadsTypedErrors;
        if (!looks || readsErrors || reads.Handed.Any(static part => part.Place is { } place && (place.Shape == WebhookSchema.Current.Status || (place.IsContainer && !part.IsLogged))))
        {
            yield break;
        }

        // Nobody is told about the list where another project takes it apart; then the status that is compared stands for it.
        NamedRead? read = reads.Names.FirstOrDefault(each => each.Place.Shape == schema.Status && each.Place.IsList && IsUsed(each, reads))
            ?? reads.Names.FirstOrDefault(each => each.Place.Shape == schema.Status)
            ?? reads.Names.FirstOrDefault(each => each.Place.Shape == schema.State);
        if (read is not null)
        {
            yield return new Finding(this, read.Span, ImmutableArray<string>.Empty) { Detail = new StatusesDetail(receiver, read) };
        }
    }

    /// <summary>Whether elements are taken of the very list that is read there, rather than a test whether it is there.</summary>
    private static bool IsUsed(NamedRead read, UpdateReads reads) =>
        reads.Elements.Any(element => element.In == read.In && element.Place.Shape == read.Place.Shape && element.List is { } list && list.Syntax.Span.Contains(read.Operation.Syntax.Span));
}

/// <summary>What the fix of DLG0603 needs to know.</summary>
/// <param name="Receiver">The receiver.</param>
/// <param name="Read">The read of the statuses.</param>
internal sealed record StatusesDetail(Receiver Receiver, NamedRead Read);
