using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Text;
using Dialog360.Analyzers.Program;

namespace Dialog360.Analyzers.Rules.Payload;

/// <summary>What a fix of <see cref="MediaTypeMismatch"/> needs to know.</summary>
/// <param name="Place">The media object.</param>
/// <param name="BelongsTo">The type that the file belongs to; null where only <c>voice</c> is wrong.</param>
internal sealed record MediaMismatch(MediaPlace Place, string? BelongsTo);

/// <summary>DLG0102: a file that is sent as a media type it does not belong to.</summary>
internal sealed class MediaTypeMismatch : Rule<PayloadScope>
{
    /// <summary>Creates the rule.</summary>
    public MediaTypeMismatch()
        : base("DLG0102")
    {
    }

    /// <inheritdoc/>
    public override IEnumerable<Finding> Judge(PayloadScope scope)
    {
        MessagePicture message = scope.Message;
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

            if (place.Content.Member("id") is { } id && UploadedMedia.MimeOf(id.Value) is { } uploaded
                && Judge(message, place, id.Value, uploaded.Mime, uploaded.Span) is { } upload)
            {
                yield return upload;
            }
        }
    }

    private Finding? Judge(MessagePicture message, MediaPlace place, string member, Func<PayloadNode, string?> kindOf) =>
        place.Content[member] is { Kind: PayloadKind.Text } value && kindOf(value) is { } kind ? Judge(message, place, value, kind, value.Span) : null;

    private Finding? Judge(MessagePicture message, MediaPlace place, PayloadNode value, string kind, SourceSpan span)
    {
        MediaFile? file = kind.StartsWith(".", StringComparison.Ordinal) ? MediaTypes.OfExtension(kind) : MediaTypes.OfMime(kind);
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
            new(this, span, ImmutableArray.Create(saidType, kind, belongsTo))
            {
                Node = value,
                Message = message,
                Detail = new MediaMismatch(place, fixType),
            };
    }
}
