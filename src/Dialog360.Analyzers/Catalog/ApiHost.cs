using System.Collections.Immutable;
using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Catalog;

/// <summary>A host of an API and the paths that it has.</summary>
internal sealed class ApiHost
{
    private const int MaxDistance = 3;

    private readonly ImmutableArray<PathPattern> _none;
    private readonly HashSet<string> _words;
    private readonly ImmutableArray<(PathPattern Path, string Use)> _instead;

    /// <summary>Reads a host.</summary>
    /// <param name="node">Its entry.</param>
    /// <param name="like">A host whose paths it has as well.</param>
    public ApiHost(JsonNode node, ApiHost? like)
    {
        Name = node.Text("host");
        Generation = node.Text("generation");
        KeyHeader = node.TextOrNull("key_header");
        SendPath = node.TextOrNull("send_path");
        SwitchedOff = node.TextOrNull("switched_off");
        Successor = node.TextOrNull("successor");
        IsComplete = node.IsTrue("complete");
        Paths = node.List("paths").Select(path => new PathPattern(path.Text("path"))).Concat(like?.Paths ?? ImmutableArray<PathPattern>.Empty).ToImmutableArray();
        _instead = node.List("instead").Select(path => (new PathPattern(path.Text("path")), path.Text("use"))).Concat(like?._instead ?? ImmutableArray<(PathPattern, string)>.Empty).ToImmutableArray();
        _words = new HashSet<string>(Paths.SelectMany(path => path.Words), StringComparer.OrdinalIgnoreCase);
        _none = node.Texts("none").Select(path => new PathPattern(path)).ToImmutableArray();
    }

    /// <summary>The name, such as <c>waba-v2.360dialog.io</c>.</summary>
    public string Name { get; }

    /// <summary>The generation of its API: <c>cloud</c>, <c>on_premises</c>, <c>both</c>, or empty for a host that takes no messages.</summary>
    public string Generation { get; }

    /// <summary>Whether it speaks the Cloud API.</summary>
    public bool IsCloud => Generation == "cloud";

    /// <summary>Whether it speaks the on-premises API.</summary>
    public bool IsOnPremises => Generation == "on_premises";

    /// <summary>Whether it takes the messages of either API.</summary>
    public bool IsOfBoth => Generation == "both";

    /// <summary>Whether it is a messaging host of 360dialog: one that takes its key.</summary>
    public bool IsMessaging => KeyHeader is not null;

    /// <summary>The header that carries the API key; null for hosts with another scheme.</summary>
    public string? KeyHeader { get; }

    /// <summary>The path that messages are posted to.</summary>
    public string? SendPath { get; }

    /// <summary>The day (<c>yyyy-MM-dd</c>) on which it stopped delivering, or null.</summary>
    public string? SwitchedOff { get; }

    /// <summary>The host that took its place, or null.</summary>
    public string? Successor { get; }

    /// <summary>Whether <see cref="Paths"/> lists all, so that a path outside it is wrong.</summary>
    public bool IsComplete { get; }

    /// <summary>The paths.</summary>
    public ImmutableArray<PathPattern> Paths { get; }

    /// <summary>Whether the host has the path, whatever its holes hold. Without query and fragment; a slash at the end does not count.</summary>
    public bool Has(HoledText path) => !IsComplete || !BeginsKnown(path) || FitsAny(Paths, Segments(path));

    /// <summary>The path of this host that was probably meant, or null where nothing comes near or nothing takes its place.</summary>
    public string? Nearest(HoledText path)
    {
        ImmutableArray<HoledText> segments = Segments(path);
        if (!BeginsKnown(path) || FitsAny(_none, segments))
        {
            return null;
        }

        foreach ((PathPattern pattern, string use) in _instead)
        {
            if (pattern.Fits(segments, _words))
            {
                return use;
            }
        }

        return path.IsKnown
            ? EditDistance.Nearest(path.Text.TrimEnd('/'), Paths.Where(pattern => pattern.IsPlain).Select(pattern => pattern.Pattern), MaxDistance).FirstOrDefault()
            : null;
    }

    // A path that begins with a hole, without the slash, may be anything.
    private static bool BeginsKnown(HoledText path) => path.Text.Length > 0 && path.Text[0] == '/';

    private static ImmutableArray<HoledText> Segments(HoledText path)
    {
        ImmutableArray<HoledText>.Builder segments = ImmutableArray.CreateBuilder<HoledText>();
        int start = 1;
        for (int index = 1; index <= path.Text.Length; index++)
        {
            if (index == path.Text.Length || path.Text[index] == '/')
            {
                segments.Add(path.Slice(start, index - start));
                start = index + 1;
            }
        }

        if (segments.Count > 1 && segments[segments.Count - 1].Text.Length == 0)
        {
            segments.RemoveAt(segments.Count - 1);
        }

        return segments.ToImmutable();
    }

    private bool FitsAny(ImmutableArray<PathPattern> patterns, ImmutableArray<HoledText> segments) => patterns.Any(pattern => pattern.Fits(segments, _words));
}
