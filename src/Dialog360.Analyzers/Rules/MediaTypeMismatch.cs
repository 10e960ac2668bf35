using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads;

namespace Dialog360.Analyzers.Rules;

/// <summary>What a fix of <see cref="MediaTypeMismatch"/> needs to know.</summary>
/// <param name="Place">The media object.</param>
/// <param name="BelongsTo">The type that the file belongs to; null where only <c>voice</c> is wrong.</param>
internal sealed record MediaMismatch(MediaPlace Place, string? BelongsTo);

/// <summary>DLG0102: a file that is sent as a media type it does not belong to.</summary>
internal sealed class MediaTypeMismatch : PayloadRule
{
    /// <summary>Creates the rule.</summary>
    public MediaTypeMismatch()
        : base("DLG0102")
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(MessagePicture message)
    {
        foreach (MediaPlace place in message.Media)
        {
            if (Judge(message, place, "link", static value => LinkText.ExtensionOf(value.Text!)) is { } link)
            {
                yield return link;
            }

            if (Judge(message, place, "filename", static value => LinkText.ExtensionOfFile(value.Text!)) is { } name)
            {
                yield return name;
            }

            if (Judge(message, place, "mime_type", static value => value.KnownText) is { } mime)
            {
                yield return mime;
            }
        }
    }

    private Finding? Judge(MessagePicture message, MediaPlace place, string member, Func<PayloadNode, string?> kindOf)
    {
        if (place.Content[member] is not { Kind: PayloadKind.Text } value || kindOf(value) is not { } kind)
        {
            return null;
        }

        MediaFile? file = kind[0] == '.' ? MediaTypes.OfExtension(kind) : MediaTypes.OfMime(kind);
        if (file is null)
        {
            return null;
        }

        if (!file.Fits(place.Type))
        {
            return Finding(place.Type, file.Type, file.Type);
        }

        return place.Type == "audio" && place.Content["voice"] is { Kind: PayloadKind.Boolean, Boolean: true } && !MediaTypes.CanBeVoice(kind)
            ? Finding("voice message", "audio", null)
            : null;

        Finding Finding(string saidType, string belongsTo, string? fixType) =>
            new(this, value.Span, ImmutableArray.Create(saidType, kind, belongsTo))
            {
                Node = value,
                Member = place.Content.Member(member),
                Message = message,
                Detail = new MediaMismatch(place, fixType),
            };
    }
}
