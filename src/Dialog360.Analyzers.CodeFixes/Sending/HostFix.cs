using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Payloads.Text;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Rules.Access;
using Dialog360.Analyzers.Sending.Urls;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.CodeFixes.Sending;

/// <summary>DLG0704: the host that took the place of the old one, with everything that hangs on it; where something cannot move, nothing does.</summary>
internal sealed class HostFix : SendingFix
{
    private const string FixId = "use-cloud-host";

    /// <inheritdoc/>
    public override string RuleId => "DLG0704";

    /// <inheritdoc/>
    public override IEnumerable<SendingProposal> Propose(Finding finding, SemanticModel model, CancellationToken cancellationToken)
    {
        if (finding.Detail is not UrlFinding { Url: var url } || ApiHosts.HostOf(url)?.Successor is not { } name || Endpoints.Host(name) is not { } successor
            || url.SourceAt(url.HostStart) is not { } place || place.Text.SegmentAt(place.Index) is not { Form: not (LiteralForm.Constant or LiteralForm.Hole) })
        {
            yield break;
        }

        ImmutableArray<SourceChange>.Builder changes = ImmutableArray.CreateBuilder<SourceChange>();
        changes.Add(Replace(finding.Span, name));
        if (url.PathLength > 1 && !BasePaths.IsBase(url) && !successor.Has(url.Path))
        {
            if (successor.Nearest(url.Path) is not { } path || PathFix.Change(url, path, cancellationToken) is not { } change)
            {
                // Nothing takes the place of that path.
                yield break;
            }

            changes.Add(change);
        }

        MovedRequests moved = new(finding.Span, successor, model, cancellationToken);
        if (!moved.MayMove(url) || moved.Paths(url) is not { } paths || moved.Products() is not { } products)
        {
            yield break;
        }

        foreach (SourceChange change in paths.Concat(products))
        {
            if (!changes.Any(change.Collides))
            {
                changes.Add(change);
            }
        }

        yield return new SendingProposal(FixId, FixTexts.Title(FixId), changes.ToImmutable());
    }
}
