using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Payloads.Text;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Sending.Urls;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Sending;

/// <summary>The paths that are put behind the text of a host, on the host that takes its place.</summary>
/// <param name="successor">The new host.</param>
/// <param name="cancellationToken">Ends the work.</param>
internal sealed class MovedPaths(ApiHost successor, CancellationToken cancellationToken)
{
    /// <summary>Moves paths that are put behind the text of the host: each to that of the new host, the version before them included.</summary>
    /// <param name="url">The URL that the text of the host gives by itself.</param>
    /// <param name="requests">The URLs of the requests that take their host from it.</param>
    /// <returns>The changes; null where a path cannot be moved.</returns>
    public IReadOnlyList<SourceChange>? Of(UrlPattern url, IEnumerable<UrlPattern> requests)
    {
        // A path in the text itself is moved with the host, unless it only is the beginning of others.
        List<(UrlPattern Url, int Start, string? Wanted)> behind = [];
        foreach (UrlPattern whole in requests)
        {
            if (RelativeStart(whole, url.PathLength) is { } start)
            {
                behind.Add((whole, start, successor.Has(whole.Path) ? null : successor.Nearest(whole.Path)));
            }
        }

        if (behind.All(static each => each.Wanted is null))
        {
            return Array.Empty<SourceChange>();
        }

        string version = url.Path.Text.Trim('/');
        bool keepsBase = version.Length == 0 || behind.All(each => each.Wanted is null || each.Start < each.Url.PathStart + url.PathLength || each.Wanted.StartsWith("/" + version + "/", StringComparison.OrdinalIgnoreCase));
        List<SourceChange> changes = [];
        foreach ((UrlPattern whole, int start, string? wanted) in behind)
        {
            // A path from the root on takes nothing of the base.
            bool isRooted = start < whole.PathStart + url.PathLength;
            if (wanted is null && (keepsBase || isRooted))
            {
                continue;
            }

            if ((wanted is null ? BeginOf(whole, start) : PlaceOf(whole, start)) is not { } place)
            {
                // One that cannot be moved would be broken by what the others need.
                return null;
            }

            string relative = wanted?.Substring(1) ?? version + "/";
            relative = keepsBase && version.Length > 0 && !isRooted ? relative.Substring(version.Length + 1) : relative;
            string written = (place.Text.StartsWith("/", StringComparison.Ordinal) ? "/" : string.Empty) + relative;
            if (!changes.Any(change => change.Tree == place.Span.Tree && change.Span == place.Span.Span))
            {
                changes.Add(new SourceChange(place.Span.Tree, place.Span.Span, written));
            }
        }

        if (!keepsBase && url.PathSpan is { } path)
        {
            changes.Add(new SourceChange(path.Tree, path.Span, url.Path.Text.EndsWith("/", StringComparison.Ordinal) ? "/" : string.Empty));
        }

        return changes;
    }

    /// <summary>The index in the whole URL at which another text begins behind that of the host; null where there is none.</summary>
    private static int? RelativeStart(UrlPattern whole, int baseLength)
    {
        int start = whole.PathStart + baseLength;
        int end = whole.PathStart + whole.PathLength;
        while (start > whole.PathStart && !IsOfHost(whole, start - 1))
        {
            // What replaces the end of a base address.
            start--;
        }

        if (start < end && whole.SourceAt(start) is { Text.Text.Text: "/" } && whole.SourceAt(start + 1) is not null)
        {
            start++;
        }

        return start < end && !IsOfHost(whole, start) ? start : null;
    }

    /// <summary>Whether the character stands in the text, or in the constant, that the host stands in.</summary>
    private static bool IsOfHost(UrlPattern whole, int index) =>
        whole.SourceAt(whole.HostStart) is { } host && whole.SourceAt(index) is { } place && ReferenceEquals(host.Text, place.Text)
        && (host.Text.SegmentAt(host.Index) is not { Form: LiteralForm.Constant } constant || constant == place.Text.SegmentAt(place.Index));

    /// <summary>The written path from that index on; null where it is not in one literal.</summary>
    private (SourceSpan Span, string Text)? PlaceOf(UrlPattern whole, int start)
    {
        int length = whole.PathStart + whole.PathLength - start;
        if (whole.SpanOf(start, length) is not { } span || whole.SourceAt(start) is not { } first || whole.SourceAt(start + length - 1) is not { } last
            || !ReferenceEquals(first.Text, last.Text) || IsShared(first) || last.Text.SegmentAt(last.Index) is not { Form: not (LiteralForm.Constant or LiteralForm.Hole) })
        {
            return null;
        }

        string text = span.Tree.GetText(cancellationToken).ToString(span.Span);
        return text.IndexOf('"') >= 0 ? null : (span, text);
    }

    /// <summary>The place before the written path, where a version can be put; null where the path comes from elsewhere.</summary>
    private static (SourceSpan Span, string Text)? BeginOf(UrlPattern whole, int start) =>
        whole.SourceAt(start) is { } first && !IsShared(first) && first.Text.SegmentAt(first.Index) is not { Form: LiteralForm.Hole } && whole.SpanOf(start, 1) is { } span && !whole.Path.Slice(start - whole.PathStart, 1).Text.Equals("/", StringComparison.Ordinal)
            ? (new SourceSpan(span.Tree, new TextSpan(span.Span.Start, 0)), string.Empty)
            : null;

    private static bool IsShared((CSharpText Text, int Index) place) => place.Text.SegmentAt(place.Index) is { Form: LiteralForm.Constant };
}
