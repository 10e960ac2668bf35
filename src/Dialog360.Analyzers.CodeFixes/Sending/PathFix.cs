using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Payloads.Text;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Sending.Urls;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.CodeFixes.Sending;

/// <summary>DLG0703: the path of that host that was probably meant, or the host whose name was.</summary>
internal sealed class PathFix : SendingFix
{
    private const string FixId = "use-path";

    /// <inheritdoc/>
    public override string RuleId => "DLG0703";

    /// <inheritdoc/>
    public override IEnumerable<SendingProposal> Propose(Finding finding, SemanticModel model, CancellationToken cancellationToken)
    {
        if (finding.Detail is not UrlFinding { Url: var url } || ApiHosts.HostOf(url) is not { } host)
        {
            yield break;
        }

        if (host.Meant is { } meant && finding.Span == url.HostSpan)
        {
            // "waba" under the wrong name would have meant the host that was switched off.
            bool isSame = meant.Split('.')[0].Equals(host.Name.Split('.')[0], StringComparison.OrdinalIgnoreCase);
            if (isSame && url.SourceAt(url.HostStart) is { } place && place.Text.SegmentAt(place.Index) is { Form: not (LiteralForm.Constant or LiteralForm.Hole) })
            {
                yield return new SendingProposal(FixId, FixTexts.Title(FixId, meant), ImmutableArray.Create(Replace(finding.Span, meant)));
            }
        }
        else if (host.Nearest(url.Path) is { } path && Change(url, path, cancellationToken) is { } change && RemovedHoles.After(change, model, cancellationToken) is { IsDefault: false } leftovers)
        {
            yield return new SendingProposal(FixId, FixTexts.Title(FixId, path), leftovers.Insert(0, change));
        }
    }

    /// <summary>Writes another path into a URL; null where the path is not written in one piece.</summary>
    public static SourceChange? Change(UrlPattern url, string path, CancellationToken cancellationToken)
    {
        // After the slash, which may end a base, the path must stand in one text: with a base that has a path of its own, both would change.
        if (url.PathLength < 2 || url.SourceAt(url.PathStart) is not { } slash || url.SourceAt(url.PathStart + 1) is not { } first || url.SourceAt(url.PathStart + url.PathLength - 1) is not { } last
            || url.SpanOf(url.PathStart + AfterBase(slash, first), url.PathLength - AfterBase(slash, first)) is not { } span
            || !ReferenceEquals(first.Text, last.Text) || last.Text.SegmentAt(last.Index) is not { Form: not (LiteralForm.Constant or LiteralForm.Hole) })
        {
            return null;
        }

        string written = TextAt(span, cancellationToken);
        return written.IndexOf('"') >= 0 ? null : Replace(span, written.StartsWith("/", StringComparison.Ordinal) ? path : path.Substring(1));
    }

    /// <summary>1 where the slash is that of a constant before the rest of the path, which stays as it is; else 0.</summary>
    private static int AfterBase((CSharpText Text, int Index) slash, (CSharpText Text, int Index) first) =>
        slash.Text.SegmentAt(slash.Index) is { Form: LiteralForm.Constant } constant && constant != first.Text.SegmentAt(first.Index) ? 1 : 0;
}
