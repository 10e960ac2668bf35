using System.Collections.Immutable;
using System.Runtime.CompilerServices;
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
    // Most rules ask it of the same calls.
    private static readonly ConditionalWeakTable<SendCall, Known> Cache = new();

    /// <summary>The pictures of the messages that the call hands over; empty where its body is unknown or no message.</summary>
    public static ImmutableArray<MessagePicture> Of(SendCall call, PayloadReader reader) => KnownOf(call, reader).Messages;

    /// <summary>
    /// Whether the call sends a message: its body is one, or nobody knows the body and the URL is where messages go. A body that is
    /// known to be something else (a read receipt, a look-up) is no message.
    /// </summary>
    public static bool IsSend(SendCall call, PayloadReader reader) => KnownOf(call, reader).IsSend;

    private static Known KnownOf(SendCall call, PayloadReader reader) => Cache.TryGetValue(call, out Known? known) ? known : Find(call, reader);

    private static Known Find(SendCall call, PayloadReader reader)
    {
        ImmutableArray<MessagePicture> messages = Read(call, reader);
        Known found = new(messages, !messages.IsEmpty || IsUnknownSend(call, reader));
        return Cache.GetValue(call, _ => found);
    }

    private static ImmutableArray<MessagePicture> Read(SendCall call, PayloadReader reader)
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

    private static bool IsUnknownSend(SendCall call, PayloadReader reader)
    {
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

    private sealed record Known(ImmutableArray<MessagePicture> Messages, bool IsSend);
}
