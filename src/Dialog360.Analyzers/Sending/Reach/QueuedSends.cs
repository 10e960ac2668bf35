using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Files;
using Dialog360.Analyzers.Sending.Queues;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>Who puts items into the queues that sending members drain.</summary>
internal sealed class QueuedSends
{
    private readonly ProgramModel _program;
    private readonly HashSet<SyntaxNode> _looked = new();
    private readonly HashSet<ITypeSymbol> _items = new(SymbolEqualityComparer.Default);

    /// <summary>Creates it for one walk.</summary>
    public QueuedSends(ProgramModel program)
    {
        _program = program;
    }

    /// <summary>The members that put in what those members take out or handle, as far as they were not told before.</summary>
    public List<SyntaxNode> PutsFor(IEnumerable<SyntaxNode> members, CancellationToken cancellationToken)
    {
        List<SyntaxNode> puts = new();
        foreach (SyntaxNode member in members.OrderBy(static member => member.SyntaxTree.FilePath, StringComparer.Ordinal).ThenBy(static member => member.SpanStart).ToList())
        {
            if (!_looked.Add(member))
            {
                continue;
            }

            foreach (ITypeSymbol item in ItemsOf(member, cancellationToken))
            {
                if (_items.Add(item))
                {
                    foreach (QueuePut put in QueueItems.Of(_program).PutsOf(item, cancellationToken))
                    {
                        if (MemberNames.MemberOf(put.Site.Operation.Syntax) is { } from)
                        {
                            puts.Add(from);
                        }
                    }
                }
            }
        }

        return puts;
    }

    private List<ITypeSymbol> ItemsOf(SyntaxNode member, CancellationToken cancellationToken)
    {
        List<ITypeSymbol> items = new();
        if (member is MethodDeclarationSyntax { ParameterList.Parameters.Count: > 0 }
            && _program.SemanticModelOf(member.SyntaxTree).GetDeclaredSymbol(member, cancellationToken) is IMethodSymbol method && QueueItems.HandledItem(method) is { } handled)
        {
            items.Add(handled);
        }

        foreach (string name in QueueItems.Takes)
        {
            foreach (SyntaxNode node in TreeNames.Of(member.SyntaxTree, cancellationToken).Named(name))
            {
                if (member.Span.Contains(node.Span) && TakenBy(node, cancellationToken) is { } call)
                {
                    AddTypes(call.TargetMethod.ReturnType, items, 0);
                    foreach (IParameterSymbol parameter in call.TargetMethod.Parameters)
                    {
                        if (parameter.RefKind == RefKind.Out)
                        {
                            AddTypes(parameter.Type, items, 0);
                        }
                    }
                }
            }
        }

        return items;
    }

    private IInvocationOperation? TakenBy(SyntaxNode name, CancellationToken cancellationToken) =>
        name.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } invocation
            ? BodyModels.Of(_program).Around(name, cancellationToken)?.OperationOf(invocation) as IInvocationOperation
            : null;

    private static void AddTypes(ITypeSymbol type, List<ITypeSymbol> items, int depth)
    {
        if (QueueItems.Tells(type))
        {
            items.Add(type);
        }

        if (type is INamedTypeSymbol named && depth < 4)
        {
            foreach (ITypeSymbol argument in named.TypeArguments)
            {
                AddTypes(argument, items, depth + 1);
            }
        }
    }
}
