using System.Collections.Immutable;
using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Catalog;

/// <summary>Which file belongs to which media type: <c>media.json</c>.</summary>
internal sealed class MediaTypes
{
    private static readonly Lazy<MediaTypes> Embedded = new(static () => new MediaTypes(CatalogText.Open("media.json")));

    private readonly Dictionary<string, MediaFile> _byExtension = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, MediaFile> _byMime = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, ImmutableArray<string>> _members = new(StringComparer.Ordinal);
    private readonly HashSet<string> _voice = new(StringComparer.OrdinalIgnoreCase);

    private MediaTypes(JsonNode root)
    {
        foreach (JsonNode file in root.List("files"))
        {
            MediaFile entry = new(file.Text("type"), file.IsTrue("refused")) { Instead = file.TextOrNull("instead"), Declared = file.TextOrNull("declared") };
            foreach (string extension in file.Texts("extensions"))
            {
                _byExtension[extension] = entry;
            }

            foreach (string mime in file.Texts("mimes"))
            {
                _byMime[mime] = entry;
            }
        }

        foreach (JsonMember type in root.Get("types")!.Members)
        {
            _members[type.Name.Text] = root.Get("types")!.Texts(type.Name.Text);
        }

        JsonNode voice = root.Get("voice")!;
        _voice.UnionWith(voice.Texts("extensions"));
        _voice.UnionWith(voice.Texts("mimes"));
    }

    private static MediaTypes Current => Embedded.Value;

    /// <summary>The file kind of an extension, dot included (<c>.mp3</c>), in any case; null where nothing is documented.</summary>
    public static MediaFile? OfExtension(string extension) => Current._byExtension.TryGetValue(extension, out MediaFile? file) ? file : null;

    /// <summary>The file kind of a MIME type in any case, with or without parameters (<c>audio/ogg; codecs=opus</c>); null where nothing is documented.</summary>
    public static MediaFile? OfMime(string mime) => Current._byMime.TryGetValue(WithoutParameters(mime), out MediaFile? file) ? file : null;

    /// <summary>Whether members of which one must be there are those that name a file.</summary>
    public static bool IsChoice(ImmutableArray<string> members) => members.All(member => Current._members.Values.All(allowed => allowed.Contains(member)));

    /// <summary>Whether <paramref name="type"/> is one of the media message types.</summary>
    public static bool IsMedia(string type) => Current._members.ContainsKey(type);

    /// <summary>Whether the object of a message of that media type may have <paramref name="member"/>.</summary>
    public static bool Allows(string type, string member) => Current._members.TryGetValue(type, out ImmutableArray<string> members) && members.Contains(member);

    /// <summary>Whether a file of that extension (dot included) or MIME type can be a voice message.</summary>
    public static bool CanBeVoice(string extensionOrMime) => Current._voice.Contains(WithoutParameters(extensionOrMime));

    private static string WithoutParameters(string mime)
    {
        int semicolon = mime.IndexOf(';');
        return (semicolon < 0 ? mime : mime.Substring(0, semicolon)).Trim();
    }
}

/// <summary>A kind of file.</summary>
/// <param name="Type">The media type to send it as.</param>
/// <param name="IsRefused">Whether the media type that it looks like does not take it, so that <c>document</c> is the only way out.</param>
internal sealed record MediaFile(string Type, bool IsRefused)
{
    /// <summary>Of a refused file, the formats that it can be converted to.</summary>
    public string? Instead { get; init; }

    /// <summary>The MIME type under which the same file is taken, where its own is accepted by the upload and refused when the message is sent.</summary>
    public string? Declared { get; init; }

    /// <summary>Whether a message of <paramref name="type"/> takes the file. A document takes any.</summary>
    public bool Fits(string type) => type == "document" || type == Type;
}
