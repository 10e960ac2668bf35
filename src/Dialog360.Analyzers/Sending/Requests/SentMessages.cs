using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Sending.Urls;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Sending.Requests;

/// <summary>The messages that a send call carries.</summary>
internal static class SentMessages
{
    /// <summary>The pictures of the messages that the call hands over; empty where its body is unknown or no message.</summary>
    public static ImmutableArray<MessagePicture> Of(SendCall call, PayloadReader reader)
    {
        ImmutableArray<MessagePicture>.Builder messages = ImmutableArray.CreateBuilder<MessagePicture>();
        foreach (IOperation source in call.PayloadSources)
        {
            foreach (MessageVariants message in MessageRecognizer.Find(reader.ReadBody(source), call.Destination, call.Generation))
            {
                foreach ((MessagePicture picture, _) in message.Variants)
                {
                    messages.Add(picture);
                }
            }
        }

        return messages.ToImmutable();
    }

    /// <summary>
    /// Whether the call sends a message: its body is one, or nobody knows the body and the URL is where messages go. A body that is
    /// known to be something else (a read receipt, a look-up) is no message.
    /// </summary>
    public static bool IsSend(SendCall call, PayloadReader reader)
    {
        if (Of(call, reader) is { IsEmpty: false })
        {
            return true;
        }

        if (call.Url is not { } url || call.Destination != Destination.WhatsApp || call.Bodies.IsEmpty || !ApiHosts.TakesMessages(url))
        {
            return false;
        }

        foreach (IOperation source in call.PayloadSources)
        {
            if (reader.ReadBody(source) is { Kind: not PayloadKind.Unknown } body && !IsOfUnknownType(body))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether something is addressed like a message, while only the run tells what it holds: <c>[content.Type] = content</c>.</summary>
    private static bool IsOfUnknownType(PayloadNode body) =>
        body is { Kind: PayloadKind.Object, IsOpen: true } && body["to"] is not null && body["messaging_product"] is not null && body["type"] is { KnownText: null } && body["status"] is null;
}
