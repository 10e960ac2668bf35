using System.Collections.Immutable;
using Dialog360.Analyzers.Json;
using Dialog360.Analyzers.Payloads.Text;
using Dialog360.Analyzers.Program;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Sending.Urls;

/// <summary>A stretch of a C# text that stands in a URL.</summary>
/// <param name="Text">The text.</param>
/// <param name="Start">The index of the first character in <paramref name="Text"/>.</param>
/// <param name="Length">The number of characters.</param>
internal readonly record struct UrlPart(CSharpText Text, int Start, int Length);

/// <summary>
/// A URL as the code composes it, from one text or from a base address and a relative path. What is not known stands as a hole; a
/// URL whose beginning is not known has no <see cref="Host"/>.
/// </summary>
internal sealed class UrlPattern
{
    private readonly ImmutableArray<UrlPart> _parts;

    /// <summary>Creates a pattern; see <see cref="UrlReader"/>.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="parts">Where its characters stand, in their order, without gaps.</param>
    public UrlPattern(HoledText text, ImmutableArray<UrlPart> parts)
    {
        _parts = parts;
        Text = text;
        string value = text.Text;
        int hostStart = HostStartOf(value);
        int pathStart = 0;
        if (hostStart > 0)
        {
            pathStart = EndOf(value, hostStart, "/?#");
            int userEnd = value.LastIndexOf('@', pathStart - 1, pathStart - hostStart);
            HostStart = userEnd < 0 ? hostStart : userEnd + 1;
            int hostEnd = EndOf(value, HostStart, ":/?#");
            HostLength = Math.Min(hostEnd, pathStart) - HostStart;
            int firstHole = FirstHole(text, HostStart, HostLength);
            if (firstHole >= 0 && value.IndexOf('.', HostStart, firstHole - HostStart) > 0)
            {
                // "https://host.example{path}": what follows a whole host is most likely its path.
                HostLength = firstHole - HostStart;
                pathStart = firstHole;
                firstHole = -1;
            }

            bool isKnown = HostLength > 0 && firstHole < 0;
            Host = isKnown ? value.Substring(HostStart, HostLength).ToLowerInvariant() : null;
        }

        PathStart = pathStart;
        PathLength = EndOf(value, pathStart, "?#") - pathStart;
    }

    /// <summary>The whole URL; each unknown stretch is one hole.</summary>
    public HoledText Text { get; }

    /// <summary>The host in lower case, without port; null where it is not known throughout.</summary>
    public string? Host { get; }

    /// <summary>Whether the text begins with <c>http://</c> or <c>https://</c>.</summary>
    public bool IsAbsolute => HostStart > 0;

    /// <summary>The path without query and fragment; begins with a slash in an absolute URL that has one, and may have holes.</summary>
    public HoledText Path => Text.Slice(PathStart, PathLength);

    /// <summary>Whether a part of it is only a default in the source that configuration may replace (an options class, <c>config["x"] ?? "..."</c>).</summary>
    public bool IsAssumed { get; init; }

    /// <summary>The index of the first character of the host in <see cref="Text"/>; zero where there is none.</summary>
    public int HostStart { get; }

    /// <summary>The number of characters of the host.</summary>
    public int HostLength { get; }

    /// <summary>The index of the first character of <see cref="Path"/> in <see cref="Text"/>.</summary>
    public int PathStart { get; }

    /// <summary>The number of characters of <see cref="Path"/>.</summary>
    public int PathLength { get; }

    /// <summary>Where the host is written, or null.</summary>
    public SourceSpan? HostSpan => HostLength == 0 ? null : SpanOf(HostStart, HostLength);

    /// <summary>Where the path is written; of a path that is combined from two texts, its part in the last one. Null where there is none.</summary>
    public SourceSpan? PathSpan => PathLength == 0 ? null : SpanOf(PathStart, PathLength);

    /// <summary>The part that the character at <paramref name="index"/> of <see cref="Text"/> belongs to, and the index in that part's text.</summary>
    public (CSharpText Text, int Index)? SourceAt(int index)
    {
        int start = 0;
        foreach (UrlPart part in _parts)
        {
            if (index < start + part.Length)
            {
                return (part.Text, part.Start + index - start);
            }

            start += part.Length;
        }

        return null;
    }

    /// <summary>Where the characters stand; of characters in several texts, those in the last one.</summary>
    public SourceSpan? SpanOf(int start, int length)
    {
        int partStart = 0;
        SourceSpan? last = null;
        foreach (UrlPart part in _parts)
        {
            int from = Math.Max(start, partStart);
            int to = Math.Min(start + length, partStart + part.Length);
            if (from < to)
            {
                last = WithBraces(part.Text, part.Start + from - partStart, to - from);
            }

            partStart += part.Length;
        }

        return last;
    }

    /// <inheritdoc/>
    public override string ToString() => Text.Text;

    /// <summary>Among characters, the braces around a hole belong to it.</summary>
    private static SourceSpan WithBraces(CSharpText text, int start, int length)
    {
        SourceSpan span = text.SpanOf(start, length);
        if (text.SegmentAt(start) is not { } first || text.SegmentAt(start + length - 1) is not { } last || first == last)
        {
            return span;
        }

        int from = first.Syntax.Parent is InterpolationSyntax opening && opening.SpanStart < span.Span.Start ? opening.SpanStart : span.Span.Start;
        int to = last.Syntax.Parent is InterpolationSyntax closing && closing.Span.End > span.Span.End ? closing.Span.End : span.Span.End;
        return new SourceSpan(span.Tree, TextSpan.FromBounds(from, to));
    }

    private static int HostStartOf(string text)
    {
        int separator = text.IndexOf("://", StringComparison.Ordinal);
        if (separator < 0)
        {
            return 0;
        }

        string scheme = text.Substring(0, separator);
        return string.Equals(scheme, "https", StringComparison.OrdinalIgnoreCase) || string.Equals(scheme, "http", StringComparison.OrdinalIgnoreCase)
            ? separator + 3
            : 0;
    }

    private static int FirstHole(HoledText text, int start, int length)
    {
        foreach (int hole in text.Holes)
        {
            if (hole >= start)
            {
                return hole < start + length ? hole : -1;
            }
        }

        return -1;
    }

    private static int EndOf(string text, int start, string stops)
    {
        int end = text.IndexOfAny(stops.ToCharArray(), start);
        return end < 0 ? text.Length : end;
    }
}
