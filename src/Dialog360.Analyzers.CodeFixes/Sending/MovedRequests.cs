using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.CodeFixes.Fixes;
using Dialog360.Analyzers.Payloads.Messages;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Payloads.Text;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Rules.Access;
using Dialog360.Analyzers.Sending.Requests;
using Dialog360.Analyzers.Sending.Urls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Sending;

/// <summary>The requests that take their host from one text, and what changes in them when that host is replaced.</summary>
internal sealed class MovedRequests
{
    private const string Product = "messaging_product";
    private const string Preview = "preview_url";
    private const string Text = "text";

    private readonly SourceSpan _host;
    private readonly ApiHost _successor;
    private readonly EditContext _editing;
    private readonly SyntaxNode? _holder;
    private readonly HostUses _uses;
    private readonly List<SendCall> _calls = [];

    /// <summary>Finds the requests.</summary>
    /// <param name="host">Where the host is written.</param>
    /// <param name="successor">The new host.</param>
    /// <param name="model">The file of the host.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public MovedRequests(SourceSpan host, ApiHost successor, SemanticModel model, CancellationToken cancellationToken)
    {
        _host = host;
        _successor = successor;
        ProgramModel program = ProgramModel.Of(model.Compilation);
        _editing = new EditContext(program, cancellationToken);
        _holder = host.Tree.GetRoot(cancellationToken).FindNode(TextSpan.FromBounds(host.Span.Start, host.Span.Start)).AncestorsAndSelf()
            .FirstOrDefault(static node => node is VariableDeclaratorSyntax or PropertyDeclarationSyntax);
        _uses = new HostUses(_holder, _editing.Resolver);
        foreach (SyntaxTree tree in _uses.Trees(host.Tree))
        {
            foreach (IOperation root in OperationRoots.In(tree, program, cancellationToken))
            {
                _calls.AddRange(BlockRequests.Of(root, _editing.Resolver).Where(TakesHost));
            }
        }
    }

    /// <summary>Moves paths that are put behind the text of the host: each to that of the new host, the version before them included.</summary>
    /// <param name="url">The URL that the text of the host gives by itself.</param>
    /// <returns>The changes; null where a path cannot be moved.</returns>
    public IReadOnlyList<SourceChange>? Paths(UrlPattern url) => new MovedPaths(_successor, _editing.CancellationToken).Of(url, _calls.Select(static call => call.Url).OfType<UrlPattern>());

    /// <summary>
    /// Whether everything that is joined to the host is seen and has its counterpart. What is left out: a path that comes from elsewhere, uploads
    /// (their body is another one on the new host), and messages whose text keeps its switch for previews beside it or that callers hand over.
    /// </summary>
    /// <param name="url">The URL that the text of the host gives by itself.</param>
    public bool MayMove(UrlPattern url)
    {
        bool isBase = url.PathLength <= 1 || BasePaths.IsBase(url);
        if (ApiHosts.TakesUploads(url) || (isBase && (_calls.Count == 0 || !_uses.AreAllIn(_calls))))
        {
            return false;
        }

        PayloadReader reader = new(_editing.Resolver);
        return _calls.All(call => HasCounterpart(call.Url!) && !TakesUnseenMessage(call, reader));
    }

    /// <summary>Names the product in the messages that are seen to go there, which the Cloud host refuses without it, and moves their switch for previews into the text.</summary>
    /// <returns>The changes; null where one of the messages cannot be changed.</returns>
    public IReadOnlyList<SourceChange>? Products()
    {
        PayloadReader reader = new(_editing.Resolver);
        HashSet<SyntaxNode> seen = [];
        List<SourceChange> changes = [];
        foreach (MessagePicture message in _calls.Where(static call => call.HasBody).SelectMany(call => SentMessages.Of(call, reader)))
        {
            if (!seen.Add(message.Root.Origin.Syntax))
            {
                continue;
            }

            List<PictureEdit> edits = [];
            if (message.Root.Member(Preview) is { } preview)
            {
                if (message.Root[Text] is not { Kind: PayloadKind.Object } text || text.Member(Preview) is not null || CompletionFix.ValueOf(preview, _editing) is not { } value)
                {
                    return null;
                }

                edits.Add(new PictureEdit.RemoveMember(preview));
                edits.Add(new PictureEdit.AddMembers(text, ImmutableArray.Create(new NewMember(Preview, value))));
            }

            if (message.Root.Member(Product) is null)
            {
                edits.Add(new PictureEdit.AddMembers(message.Root, ImmutableArray.Create(new NewMember(Product, NewValue.Of("whatsapp")))));
            }

            if (edits.Count == 0)
            {
                continue;
            }

            if (PayloadEditor.Changes(edits, _editing) is not { } made)
            {
                return null;
            }

            changes.AddRange(made);
        }

        return changes;
    }

    /// <summary>Whether the path is written out as far as it decides where the request goes, and the new host has something for it.</summary>
    private bool HasCounterpart(UrlPattern whole)
    {
        int start = whole.Path.Text.StartsWith("/v1/", StringComparison.OrdinalIgnoreCase) ? 4 : 1;
        return whole.PathLength > start && !whole.Path.IsHole(start) && !ApiHosts.TakesUploads(whole) && (_successor.Has(whole.Path) || _successor.Nearest(whole.Path) is not null);
    }

    /// <summary>Whether the message is written elsewhere, by callers or in pieces, so that what it lacks is not seen.</summary>
    private bool TakesUnseenMessage(SendCall call, PayloadReader reader) =>
        call.Url is { } url && ApiHosts.TakesMessages(url) && call.PayloadSources.Any(source => reader.ReadBody(source).Kind == PayloadKind.Unknown
            && (IsPutTogether(source) || HostUses.IsCalled(call.Operation.Syntax, _editing.Resolver)));

    /// <summary>Whether the method itself puts a text together in a way that is not read: what it sends is its own, whoever calls it.</summary>
    private bool IsPutTogether(IOperation source) =>
        _editing.Resolver.Resolve(source) is IInvocationOperation { TargetMethod: { Name: "ToString", ContainingType.Name: "StringBuilder" or "StringWriter" } };

    /// <summary>Whether the host of the call is the text: written there, or given by the constant that holds it.</summary>
    private bool TakesHost(SendCall call)
    {
        if (call.Url is not { } url || url.HostSpan == _host)
        {
            return call.Url is not null;
        }

        return url.SourceAt(url.HostStart) is { } place && place.Text.SegmentAt(place.Index) is { Form: LiteralForm.Constant, Syntax: { } use } && _holder is not null
            && _editing.Resolver.Program.SemanticModelOf(use.SyntaxTree).GetSymbolInfo(use, _editing.Resolver.CancellationToken).Symbol is { } symbol
            && symbol.DeclaringSyntaxReferences.Any(declaration => declaration.SyntaxTree == _host.Tree && declaration.Span == _holder.Span);
    }
}
