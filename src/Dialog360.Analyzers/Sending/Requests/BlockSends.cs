using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Sending.Requests;

/// <summary>The calls of one executable body that may send a message.</summary>
internal static class BlockSends
{
    /// <summary>
    /// The calls with a body to a host that is not known to be foreign, in the body that <paramref name="root"/> stands in, lambdas and
    /// local functions included, in the order of the text. <see cref="SentMessages.IsSend"/> tells which of them send messages.
    /// </summary>
    public static ImmutableArray<SendCall> Of(IOperation root, ValueResolver resolver)
    {
        ImmutableArray<SendCall>.Builder sends = ImmutableArray.CreateBuilder<SendCall>();
        foreach (SendCall call in BlockRequests.Of(root, resolver))
        {
            if (call.HasBody && call.Destination != Destination.Foreign)
            {
                sends.Add(call);
            }
        }

        return sends.ToImmutable();
    }
}
