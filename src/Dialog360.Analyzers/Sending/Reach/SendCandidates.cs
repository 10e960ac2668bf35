using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Dialog360.Analyzers.Program.Files;
using Dialog360.Analyzers.Sending.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>The name of a call that may be a send.</summary>
/// <param name="Name">The name in the code.</param>
/// <param name="Libraries">The libraries that have a send of that name; an empty name for the framework.</param>
internal readonly record struct SendCandidate(SyntaxNode Name, ImmutableArray<string> Libraries);

/// <summary>
/// Where one file may send, by names alone. Pure syntax, so it is kept as long as the file's tree lives.
/// </summary>
internal sealed class SendCandidates
{
    private static readonly ConditionalWeakTable<SyntaxTree, SendCandidates> Cache = new();

    private SendCandidates(SyntaxTree tree, CancellationToken cancellationToken)
    {
        ImmutableArray<SendCandidate>.Builder calls = ImmutableArray.CreateBuilder<SendCandidate>();
        ImmutableArray<MethodDeclarationSyntax>.Builder routes = ImmutableArray.CreateBuilder<MethodDeclarationSyntax>();
        TreeNames names = TreeNames.Of(tree, cancellationToken);
        foreach (string name in names.All)
        {
            ImmutableArray<string> libraries = BlockRequests.LibrariesWith(name).ToImmutableArray();
            bool isRoute = RefitReader.IsRouteWithBody(name) || MarkedMembers.IsMark(name);
            if (libraries.IsEmpty && !isRoute)
            {
                continue;
            }

            foreach (SyntaxNode node in names.Named(name))
            {
                if (node.FirstAncestorOrSelf<AttributeSyntax>() is { } attribute)
                {
                    if (isRoute && attribute.Parent?.Parent is MethodDeclarationSyntax method)
                    {
                        routes.Add(method);
                    }
                }
                else if (!libraries.IsEmpty)
                {
                    calls.Add(new SendCandidate(node, libraries));
                }
            }
        }

        calls.Sort(static (left, right) => left.Name.SpanStart.CompareTo(right.Name.SpanStart));
        routes.Sort(static (left, right) => left.SpanStart.CompareTo(right.SpanStart));
        Calls = calls.ToImmutable();
        Marked = routes.ToImmutable();
    }

    /// <summary>The names of calls that are sends if a client of HTTP does them.</summary>
    public ImmutableArray<SendCandidate> Calls { get; }

    /// <summary>Methods whose attribute makes each call of them a send.</summary>
    public ImmutableArray<MethodDeclarationSyntax> Marked { get; }

    /// <summary>The candidates of that file.</summary>
    public static SendCandidates Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (Cache.TryGetValue(tree, out SendCandidates? known))
        {
            return known;
        }

        SendCandidates candidates = new(tree, cancellationToken);
        return Cache.GetValue(tree, _ => candidates);
    }
}
