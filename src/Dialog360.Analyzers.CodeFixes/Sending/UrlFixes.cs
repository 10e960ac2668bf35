using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Hosting;
using Dialog360.Analyzers.Payloads;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Sending;
using Dialog360.Analyzers.Sending.Access;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.CodeFixes.Sending;

/// <summary>DLG0703: the path of that host that was probably meant.</summary>
internal sealed class PathFix : SendingFix
{
    private const string FixId = "use-path";

    /// <inheritdoc/>
    public override string RuleId => "DLG0703";

    /// <inheritdoc/>
    public override IEnumerable<SendingProposal> Propose(Finding finding, SemanticModel model, CancellationToken cancellationToken)
    {
        if (finding.Detail is UrlFinding { Url: var url } && ApiHosts.HostOf(url)?.Nearest(url.Path) is { } path && Change(url, path, cancellationToken) is { } change)
        {
            yield return new SendingProposal(FixId, FixTexts.Title(FixId, path), ImmutableArray.Create(change));
        }
    }

    /// <summary>Writes another path into a URL; null where the path is not written in one piece.</summary>
    public static SourceChange? Change(UrlPattern url, string path, CancellationToken cancellationToken)
    {
        // Behind the slash the path must stand in one text: with a base that has a path of its own, both would change.
        if (url.PathLength < 2 || url.PathSpan is not { } span || url.SourceAt(url.PathStart + 1) is not { } first || url.SourceAt(url.PathStart + url.PathLength - 1) is not { } last
            || !ReferenceEquals(first.Text, last.Text) || last.Text.SegmentAt(last.Index) is not { Form: not (LiteralForm.Constant or LiteralForm.Hole) })
        {
            return null;
        }

        string written = TextAt(span, cancellationToken);
        return written.IndexOf('"') >= 0 ? null : Replace(span, written.StartsWith("/", StringComparison.Ordinal) ? path : path.Substring(1));
    }
}

/// <summary>DLG0704: the host that took the place of the old one, with its path.</summary>
internal sealed class HostFix : SendingFix
{
    private const string FixId = "use-cloud-host";
    private const string Product = "messaging_product";

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

        foreach (SourceChange change in ProductOf(finding, model, cancellationToken))
        {
            if (!changes.Any(change.Collides))
            {
                changes.Add(change);
            }
        }

        yield return new SendingProposal(FixId, FixTexts.Title(FixId), changes.ToImmutable());
    }

    /// <summary>Names the product in the messages that the same body sends to that URL, where they can be seen; the Cloud host refuses them without it.</summary>
    private static IEnumerable<SourceChange> ProductOf(Finding finding, SemanticModel model, CancellationToken cancellationToken)
    {
        ProgramModel program = ProgramModel.Of(model.Compilation);
        EditContext editing = new(program, cancellationToken);
        foreach (IOperation root in OperationRoots.In(model.SyntaxTree, program, cancellationToken))
        {
            if (!root.Syntax.FullSpan.Contains(finding.Span.Span))
            {
                continue;
            }

            PayloadReader reader = new(editing.Resolver);
            HashSet<PayloadNode> seen = [];
            foreach (SendCall call in BlockSends.Of(root, editing.Resolver))
            {
                if (call.Url?.HostSpan != finding.Span)
                {
                    continue;
                }

                foreach (MessagePicture message in SentMessages.Of(call, reader))
                {
                    if (message.Root.Member(Product) is null && seen.Add(message.Root)
                        && PayloadEditor.Changes(new PictureEdit.AddMembers(message.Root, ImmutableArray.Create(new NewMember(Product, NewValue.Of("whatsapp")))), editing) is { } added)
                    {
                        foreach (SourceChange change in added)
                        {
                            yield return change;
                        }
                    }
                }
            }
        }
    }
}
