using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Text;

namespace Dialog360.Analyzers.CodeFixes.Fixes;

/// <summary>What the types of media take beside the file.</summary>
internal static class MediaMembers
{
    /// <summary>Whether objects of a type of media have a member.</summary>
    public static bool Allows(string type, string member) => member switch
    {
        "caption" => type is not ("audio" or "sticker"),
        "filename" => type == "document",
        "voice" => type == "audio",
        _ => true,
    };

    /// <summary>Whether an object could be sent as a type of media: its members belong to it, and so does the file, as far as its name is known.</summary>
    public static bool Fit(PayloadNode content, string type) =>
        content.Members.All(member => Allows(type, member.Name) || member.Origin.Style == WritingStyle.ClassDefault || member.Value.Origin.Style == WritingStyle.ClassDefault)
        && Fits(content["link"]?.Text is { } link ? LinkText.ExtensionOf(link) : null, type)
        && Fits(content["filename"]?.Text is { } name ? LinkText.ExtensionOfFile(name) : null, type);

    private static bool Fits(string? extension, string type) => extension is null || MediaTypes.OfExtension(extension) is not { } file || file.Fits(type);
}
