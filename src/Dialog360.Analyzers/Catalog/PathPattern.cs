using System.Collections.Immutable;
using Dialog360.Analyzers.Json;

namespace Dialog360.Analyzers.Catalog;

/// <summary>
/// A path of the API with placeholders: <c>{number}</c> stands for digits, <c>{anything else}</c> for one segment, <c>**</c> for the rest.
/// </summary>
internal sealed class PathPattern
{
    private readonly ImmutableArray<string> _segments;

    /// <summary>Reads a pattern such as <c>/v1/media/{id}</c>.</summary>
    public PathPattern(string pattern)
    {
        Pattern = pattern;
        _segments = ImmutableArray.Create(pattern.Substring(1).Split('/'));
    }

    /// <summary>The pattern as it is written.</summary>
    public string Pattern { get; }

    /// <summary>Whether the pattern is one path and no more.</summary>
    public bool IsPlain => !_segments.Any(segment => IsPlaceholder(segment) || IsRest(segment));

    /// <summary>The words in it that are no placeholders.</summary>
    public IEnumerable<string> Words => _segments.Where(segment => !IsPlaceholder(segment) && !IsRest(segment));

    /// <summary>Whether some text in the holes of <paramref name="path"/>, which begins with a slash, makes it fit.</summary>
    /// <param name="path">The path. A hole is one segment or a part of one; at the end it may hold several.</param>
    /// <param name="words">The words of all paths of the host: a placeholder is none of them.</param>
    public bool Fits(ImmutableArray<HoledText> path, HashSet<string> words)
    {
        bool hasRest = IsRest(_segments[_segments.Length - 1]);
        for (int index = 0; index < path.Length; index++)
        {
            if (index == path.Length - 1 && path[index].IsOneHole)
            {
                return index < _segments.Length;
            }

            if (index >= _segments.Length)
            {
                return false;
            }

            if (IsRest(_segments[index]))
            {
                return true;
            }

            // What is listed as a whole family says little: a hole is not taken for its name.
            if (!SegmentFits(_segments[index], path[index], words) || (hasRest && !path[index].IsKnown))
            {
                return false;
            }
        }

        return path.Length == _segments.Length;
    }

    private static bool IsPlaceholder(string segment) => segment.Length > 0 && segment[0] == '{';

    private static bool IsRest(string segment) => segment == "**";

    private static bool SegmentFits(string segment, HoledText text, HashSet<string> words)
    {
        if (segment == "{number}")
        {
            return text.Text.Length > 0 && Enumerable.Range(0, text.Text.Length).All(index => text.IsHole(index) || text.Text[index] is >= '0' and <= '9');
        }

        return IsPlaceholder(segment)
            ? text.Text.Length > 0 && !(text.IsKnown && words.Contains(text.Text))
            : MayBe(text, segment);
    }

    /// <summary>Whether the text can be the word: its known stretches follow each other in the word, the first at the begin, the last at the end.</summary>
    private static bool MayBe(HoledText text, string word)
    {
        int position = 0;
        int start = 0;
        for (int end = 0; end <= text.Text.Length; end++)
        {
            if (end < text.Text.Length && !text.IsHole(end))
            {
                continue;
            }

            string stretch = text.Text.Substring(start, end - start);
            bool isLast = end == text.Text.Length;
            int found = start == 0 ? (StartsWith(word, stretch) ? 0 : -1) : word.IndexOf(stretch, position, StringComparison.OrdinalIgnoreCase);
            if (isLast && start > 0)
            {
                found = word.EndsWith(stretch, StringComparison.OrdinalIgnoreCase) && word.Length - stretch.Length >= position ? word.Length - stretch.Length : -1;
            }

            if (found < 0)
            {
                return false;
            }

            position = found + stretch.Length;
            start = end + 1;
        }

        return !text.IsKnown || position == word.Length;
    }

    private static bool StartsWith(string word, string stretch) => word.StartsWith(stretch, StringComparison.OrdinalIgnoreCase);
}
