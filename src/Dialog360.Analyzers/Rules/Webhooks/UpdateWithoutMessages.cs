using System.Collections.Immutable;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Sending.Reach;
using Dialog360.Analyzers.Webhooks;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Rules.Webhooks;

/// <summary>DLG0605: an update that brings no message makes the receiver fail, or send.</summary>
internal sealed class UpdateWithoutMessages : Rule<ReceiverScope>
{
    /// <summary>Creates the rule.</summary>
    public UpdateWithoutMessages()
        : base("DLG0605")
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(ReceiverScope scope)
    {
        Receiver receiver = scope.Receiver;
        if (!receiver.Answers)
        {
            yield break;
        }

        bool fails = false;
        foreach (ElementRead access in MessageAccesses.Unguarded(receiver))
        {
            fails = true;
            yield return new Finding(this, access.Span, ImmutableArray.Create("fail")) { Detail = new AccessDetail(receiver, access) };
        }

        if (fails)
        {
            yield break;
        }

        ReceiverConditions conditions = new(receiver);
        PayloadReader reader = new(receiver.Places.Resolver);
        foreach (ReceivedFunction function in receiver.Functions)
        {
            foreach (IInvocationOperation send in SendReach.Of(receiver.Places.Resolver.Program).SendsIn(function.Unit.Body.Root, reader))
            {
                if (function.Unit.Node.Syntax.Span.Contains(send.Syntax.Span) && !receiver.Reads.Followed.Contains(send) && !conditions.HasMessage(function, send))
                {
                    yield return new Finding(this, InvokedName.Of(send), ImmutableArray.Create("send"));
                }
            }
        }
    }
}

/// <summary>What the fix of DLG0605 needs to know.</summary>
/// <param name="Receiver">The receiver.</param>
/// <param name="Access">The access that fails.</param>
internal sealed record AccessDetail(Receiver Receiver, ElementRead Access);
