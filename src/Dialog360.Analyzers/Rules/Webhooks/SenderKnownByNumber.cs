using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Webhooks;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Rules.Webhooks;

/// <summary>DLG0606: an inbound message is known by the phone number of its sender alone.</summary>
internal sealed class SenderKnownByNumber : Rule<ReceiverScope>
{
    /// <summary>Creates the rule.</summary>
    public SenderKnownByNumber()
        : base("DLG0606")
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(ReceiverScope scope)
    {
        Receiver receiver = scope.Receiver;
        UpdateReads reads = receiver.Reads;
        WebhookSchema schema = WebhookSchema.Current;
        if (!reads.IsNested || reads.Touches(schema.UserId) || schema.IsUserId(reads.JsonNames))
        {
            yield break;
        }

        UpdateTypes types = UpdateTypes.Of(receiver.Places.Resolver.Program);
        NamedRead? read = reads.Names.FirstOrDefault(each => each.Place.Shape == schema.Sender);
        bool knows = reads.Names.Any(each => each.Operation is IMemberReferenceOperation { Member.ContainingType: var type } && types.KnowsUserIds(type));
        if (read is not null && !knows)
        {
            yield return new Finding(this, read.Span, ImmutableArray<string>.Empty);
        }
    }
}
