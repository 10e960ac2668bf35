using System.Collections.Immutable;
using Dialog360.Analyzers.Answers;
using Dialog360.Analyzers.Duties.Retrying;
using Dialog360.Analyzers.Sending.Requests;

namespace Dialog360.Analyzers.Rules.Sending;

/// <summary>DLG0204: nobody sends again what failed for the moment, and nobody who could is told.</summary>
internal sealed class TransientFailureNotRetried : Rule<BodyScope>
{
    /// <summary>Creates the rule.</summary>
    public TransientFailureNotRetried()
        : base("DLG0204")
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(BodyScope context)
    {
        foreach (SendCall send in context.Sends)
        {
            if (!Resilience.IsAround(send.Operation, context.Resolver) && !(send.Inside is { } inside && Resilience.IsAround(inside, context.Resolver)) && SentMessages.IsSend(send, context.Reader)
                && !HandedOn.ByMethodOf(send, context.Sends, context.Resolver.CancellationToken) && !Resilience.Of(context.Resolver.Program).MayRetry(send, context.Resolver))
            {
                yield return new Finding(this, send.NameSpan, ImmutableArray<string>.Empty);
            }
        }
    }
}
