using System.Collections.Immutable;
using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Catalog;

/// <summary>
/// A path of an API with placeholders: <c>{number}</c> stands for digits, <c>{version}</c> for <c>v1</c> or <c>v21.0</c>, <c>{anything else}</c>
/// for one segment, <c>**</c> at the end for one or more.
/// </summary>
internal sealed class PathPattern
{
    private const string Rest = "**";

    private readonly ImmutableArray<string> _segments;
    private readonly bool _hasRest;

    /// <summary>Reads a pattern such as <c>/v1/media/{id}</c>.</summary>
    public PathPattern(string pattern)
    {
        Pattern = pattern;
        _segments = ImmutableArray.Create(pattern.Substring(1).Split('/'));
        _hasRest = _segments[_segments.Length - 1] == Rest;
    }

    /// <summary>The pattern as it is written.</summary>
    public string Pattern { get; }

    /// <summary>Whether the pattern is one path and no more.</summary>
    public bool IsPlain => _segments.All(IsWord);

    /// <summary>The words in it that are no placeholders.</summary>
    public IEnumerable<string> Words => _segments.Where(IsWord);

    /// <summary>Whether it is a pattern for the path, each hole of which holds one segment or a part of one.</summary>
    /// <param name="path">The segments of the path.</param>
    /// <param name="words">The words of all paths of the host: a placeholder is none of them.</param>
    public bool Fits(ImmutableArray<HoledText> path, HashSet<string> words)
    {
        if (_hasRest ? path.Length < _segments.Length : path.Length != _segments.Length)
        {
            return false;
        }

        for (int index = 0; index < _segments.Length; index++)
        {
            if (!SegmentFits(_segments[index], path[index], words))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether some texts in the holes of the path, several segments or nothing at all among them, make it fit.</summary>
    /// <param name="path">The path, which begins with a slash.</param>
    /// <param name="segments">Its segments.</param>
    /// <param name="words">The words of all paths of the host: a placeholder is none of them.</param>
    public bool MayFit(HoledText path, ImmutableArray<HoledText> segments, HashSet<string> words)
    {
        if (_hasRest)
        {
            // What is listed as a whole family says little: a hole is not taken for its name.
            int known = Pattern.Length - Rest.Length;
            return path.Text.Length > known && path.Slice(0, known).IsKnown && path.Text.StartsWith(Pattern.Substring(0, known), StringComparison.OrdinalIgnoreCase);
        }

        for (int fromEnd = 1; fromEnd <= Math.Min(segments.Length, _segments.Length) && segments[segments.Length - fromEnd].IsKnown; fromEnd++)
        {
            if (!IsWord(_segments[_segments.Length - fromEnd]) && words.Contains(segments[segments.Length - fromEnd].Text))
            {
                return false;
            }
        }

        return HoledPath.Meets(path.Text[path.Text.Length - 1] == '/' ? path.Slice(0, path.Text.Length - 1) : path, _segments);
    }

    /// <summary>The number of changed characters that lie between a known path and this pattern; placeholders hold anything. A large number where their segments do not correspond.</summary>
    public int DistanceTo(ImmutableArray<HoledText> path, HashSet<string> words)
    {
        if (_hasRest || path.Length != _segments.Length)
        {
            return int.MaxValue;
        }

        int distance = 0;
        for (int index = 0; index < _segments.Length; index++)
        {
            if (IsWord(_segments[index]))
            {
                distance += EditDistance.Between(path[index].Text, _segments[index]);
            }
            else if (!SegmentFits(_segments[index], path[index], words))
            {
                return int.MaxValue;
            }
        }

        return distance;
    }

    /// <summary>Whether a known path is this one with one segment twice in a row, or without one.</summary>
    public bool IsOneSegmentAway(ImmutableArray<HoledText> path)
    {
        if (!IsPlain || Math.Abs(path.Length - _segments.Length) != 1)
        {
            return false;
        }

        bool isDoubled = path.Length > _segments.Length;
        int shorter = Math.Min(path.Length, _segments.Length);
        int same = 0;
        while (same < shorter && IsSame(path[same], same))
        {
            same++;
        }

        for (int index = same; index < shorter; index++)
        {
            if (!(isDoubled ? IsSame(path[index + 1], index) : IsSame(path[index], index + 1)))
            {
                return false;
            }
        }

        // Without its last segment a path is the base of others.
        return isDoubled ? same > 0 && path[same].Text.Equals(path[same - 1].Text, StringComparison.OrdinalIgnoreCase) : same < shorter;
    }

    private bool IsSame(HoledText written, int index) => written.Text.Equals(_segments[index], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a segment of a pattern stands for itself.</summary>
    private static bool IsWord(string segment) => segment.Length > 0 && segment[0] != '{' && segment != Rest;

    private static bool SegmentFits(string segment, HoledText text, HashSet<string> words)
    {
        if (!text.IsKnown)
        {
            return segment == Rest || HoledPath.Meets(text, ImmutableArray.Create(segment));
        }

        return segment switch
        {
            Rest => text.Text.Length > 0,
            "{number}" => text.Text.Length > 0 && text.Text.All(static character => character is >= '0' and <= '9'),
            "{version}" => HoledPath.IsVersion(text.Text),
            _ when IsWord(segment) => text.Text.Equals(segment, StringComparison.OrdinalIgnoreCase),
            _ => text.Text.Length > 0 && !words.Contains(text.Text),
        };
    }
}
