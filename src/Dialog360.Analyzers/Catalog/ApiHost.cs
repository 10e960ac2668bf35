using System.Collections.Immutable;
using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Catalog;

/// <summary>A host of an API, the paths that it has, and those that are known to be wrong there.</summary>
internal sealed class ApiHost
{
    /// <summary>A small slip: "mesages", "health-status".</summary>
    private const int MaxDistance = 2;

    private readonly string _pathName;
    private readonly HashSet<string> _words;
    private readonly ImmutableArray<(PathPattern Path, string? Use, string? Note)> _wrong;

    /// <summary>Reads a host.</summary>
    /// <param name="node">Its entry.</param>
    /// <param name="like">A host whose paths it has as well.</param>
    public ApiHost(JsonNode node, ApiHost? like)
    {
        Name = node.Text("host");
        Generation = node.Text("generation");
        KeyHeader = node.TextOrNull("key_header");
        Scheme = node.TextOrNull("scheme");
        Owner = node.TextOrNull("owner") ?? "360dialog";
        SendPath = node.TextOrNull("send_path");
        SwitchedOff = node.TextOrNull("switched_off");
        Successor = node.TextOrNull("successor");
        Meant = node.TextOrNull("meant");
        _pathName = node.TextOrNull("path_name") ?? string.Empty;
        Paths = node.List("paths").Select(path => new PathPattern(path.Text("path"))).Concat(like?.Paths ?? ImmutableArray<PathPattern>.Empty).ToImmutableArray();
        _wrong = node.List("wrong").Select(path => (new PathPattern(path.Text("path")), path.TextOrNull("use"), path.TextOrNull("note")))
            .Concat(like?._wrong ?? ImmutableArray<(PathPattern, string?, string?)>.Empty).ToImmutableArray();
        _words = new HashSet<string>(Paths.SelectMany(path => path.Words), StringComparer.OrdinalIgnoreCase);
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

    /// <summary>What such a host takes instead of the key, in words; null where that is not known.</summary>
    public string? Scheme { get; }

    /// <summary>Who answers there.</summary>
    public string Owner { get; }

    /// <summary>The path that messages are posted to.</summary>
    public string? SendPath { get; }

    /// <summary>The day (<c>yyyy-MM-dd</c>) on which it stopped delivering, or null.</summary>
    public string? SwitchedOff { get; }

    /// <summary>The host that took its place, or null.</summary>
    public string? Successor { get; }

    /// <summary>The host of the API whose name was meant, where this one is a name that serves nothing; else null.</summary>
    public string? Meant { get; }

    /// <summary>The paths that are known. There may be others.</summary>
    public ImmutableArray<PathPattern> Paths { get; }

    /// <summary>Whether the host is known to have the path, or may have it, depending on its holes. Without query and fragment; a slash at the end does not count.</summary>
    public bool Has(HoledText path)
    {
        ImmutableArray<HoledText> segments = Segments(path);
        return !BeginsKnown(path) || Paths.Any(pattern => path.IsKnown ? pattern.Fits(segments, _words) : pattern.MayFit(path, segments, _words));
    }

    /// <summary>What is known of a path that is wrong on this host; null where it is right, where it may be, and where nothing is known of it.</summary>
    public PathVerdict? Refuses(HoledText path)
    {
        if (!BeginsKnown(path) || Has(path))
        {
            return null;
        }

        // A hole at the end may be a query, or nothing.
        return Wrong(path) ?? (path.IsKnown ? Slip(path) : path.IsHole(path.Text.Length - 1) ? Wrong(path.Slice(0, path.Text.Length - 1)) ?? SlipBefore(path) : null);
    }

    /// <summary>The path of this host that takes the place of another, or null where nothing does or nothing is known.</summary>
    public string? Nearest(HoledText path) => Refuses(path)?.Use;

    /// <summary>What the catalogue says of a path that it lists as wrong.</summary>
    private PathVerdict? Wrong(HoledText path)
    {
        ImmutableArray<HoledText> segments = Segments(path);
        foreach ((PathPattern pattern, string? use, string? note) in _wrong)
        {
            if (pattern.Fits(segments, _words))
            {
                return use is null ? new PathVerdict(null, note ?? string.Empty) : Instead(use);
            }
        }

        return null;
    }

    /// <summary>The one listed path that lies one small slip away.</summary>
    private PathVerdict? Slip(HoledText path)
    {
        ImmutableArray<HoledText> segments = Segments(path);
        PathPattern? nearest = null;
        int smallest = MaxDistance + 1;
        foreach (PathPattern pattern in Paths)
        {
            int distance = pattern.IsOneSegmentAway(segments) ? MaxDistance : pattern.DistanceTo(segments, _words);
            if (distance < smallest)
            {
                (nearest, smallest) = (pattern, distance);
            }
        }

        return nearest is null ? null : nearest.IsPlain ? Instead(nearest.Pattern) : new PathVerdict(null, $"{_pathName} is '{nearest.Pattern}'");
    }

    /// <summary>The same of a path whose last segment alone is a hole: what stands before it is wrong whatever it holds.</summary>
    private PathVerdict? SlipBefore(HoledText path) =>
        path.Text.Length > 2 && path.Text[path.Text.Length - 2] == '/' && path.Slice(0, path.Text.Length - 1).IsKnown ? Slip(path) : null;

    private PathVerdict Instead(string use) => new(use, $"{_pathName} is '{use}'");

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
}
