using System.Collections.Immutable;

namespace Dialog360.Analyzers.Payloads;

/// <summary>Recognises messages by the shape that <c>rules.md</c> gives ("What counts as a message").</summary>
internal static class MessageRecognizer
{
    /// <summary>The messages in a picture: the root itself or objects inside it, one picture for each combination of choices.</summary>
    public static ImmutableArray<MessagePicture> Find(PayloadNode root, Destination destination, ApiGeneration generation) => ImmutableArray<MessagePicture>.Empty;

    /// <summary>The type of a message that leaves <c>type</c> out, or null.</summary>
    public static string? ImpliedType(PayloadNode root) => null;
}

/// <summary>The places of a message that several rules look at.</summary>
internal static class MessagePlaces
{
    /// <summary>See <see cref="MessagePicture.Media"/>.</summary>
    public static IEnumerable<MediaPlace> MediaOf(MessagePicture message) => Array.Empty<MediaPlace>();

    /// <summary>See <see cref="MessagePicture.Locations"/>.</summary>
    public static IEnumerable<PayloadNode> LocationsOf(MessagePicture message) => Array.Empty<PayloadNode>();
}
