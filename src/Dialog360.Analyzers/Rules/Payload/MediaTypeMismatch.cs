using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Text;
using Dialog360.Analyzers.Program;

namespace Dialog360.Analyzers.Rules.Payload;

/// <summary>What a fix of <see cref="MediaTypeMismatch"/> needs to know.</summary>
/// <param name="Place">The media object.</param>
/// <param name="File">The kind of file, which says where it belongs; null where only <c>voice</c> is wrong.</param>
internal sealed record MediaMismatch(MediaPlace Place, MediaFile? File);

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

            if (place.Content.Member("id") is { } id)
            {
                foreach (Finding upload in JudgeUpload(message, place, id.Value))
                {
                    yield return upload;
                }
            }
        }
    }

    /// <summary>The types under which the file was uploaded: one finding for the file, and one for each place that declares what is refused when it is sent.</summary>
    private IEnumerable<Finding> JudgeUpload(MessagePicture message, MediaPlace place, PayloadNode id)
    {
        bool isReported = false;
        foreach ((string mime, SourceSpan span) in UploadedMedia.MimesOf(id))
        {
            if ((!isReported || MediaTypes.OfMime(mime) is { Declared: not null }) && Judge(message, place, id, mime, span) is { } finding)
            {
                isReported = true;
                yield return finding;
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
            return file.IsRefused
                ? Finding(Words.Phrase("refused", kind, place.Type), Words.Advice("convert", file.Instead!), file)
                : Finding(Words.Phrase("belongs", kind, place.Type, file.Type), Words.Advice("send", file.Type), file);
        }

        if (place.Type == "audio" && file.Declared is { } declared)
        {
            return Finding(Words.Phrase("declared", kind), Words.Advice("declare", declared), file);
        }

        return place.Type == "audio" && place.Content["voice"] is { Kind: PayloadKind.Boolean, Boolean: true } && !MediaTypes.CanBeVoice(kind)
            ? Finding(Words.Phrase("voice", kind), Words.Advice("drop-voice"), null)
            : null;

        Finding Finding(string what, string advice, MediaFile? belongsTo) =>
            new(this, span, ImmutableArray.Create(what, Words.Errors(message.IsCloud), advice))
            {
                Node = value,
                Message = message,
                Detail = new MediaMismatch(place, belongsTo),
            };
    }
}
