using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.Program.Files;

/// <summary>
/// Where each name stands in one file. Pure syntax, so it is kept as long as the file's tree lives: in the editor only the file that
/// changes is read again.
/// </summary>
internal sealed class TreeNames
{
    /// <summary>The key of <c>new(...)</c>, which names no type.</summary>
    public const string ImplicitNew = "new()";

    private static readonly ConditionalWeakTable<SyntaxTree, TreeNames> Cache = new();

    private readonly Dictionary<string, List<SyntaxNode>> _nodes = new(StringComparer.Ordinal);

    private TreeNames(SyntaxTree tree, CancellationToken cancellationToken)
    {
        foreach (SyntaxNode node in tree.GetRoot(cancellationToken).DescendantNodes(descendIntoTrivia: false))
        {
            switch (node)
            {
                case SimpleNameSyntax name:
                    Add(name.Identifier.ValueText, name);
                    break;
                case ImplicitObjectCreationExpressionSyntax creation:
                    Add(ImplicitNew, creation);
                    break;
            }
        }
    }

    /// <summary>The names of that file.</summary>
    public static TreeNames Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (Cache.TryGetValue(tree, out TreeNames? known))
        {
            return known;
        }

        TreeNames names = new(tree, cancellationToken);
        return Cache.GetValue(tree, _ => names);
    }

    /// <summary>All names of the file, in no order.</summary>
    public IEnumerable<string> All => _nodes.Keys;

    /// <summary>The places of <paramref name="name"/>, in the order of the text.</summary>
    public IReadOnlyList<SyntaxNode> Named(string name) => _nodes.TryGetValue(name, out List<SyntaxNode>? nodes) ? nodes : Array.Empty<SyntaxNode>();

    private void Add(string name, SyntaxNode node)
    {
        if (!_nodes.TryGetValue(name, out List<SyntaxNode>? nodes))
        {
            _nodes.Add(name, nodes = new List<SyntaxNode>());
        }

        nodes.Add(node);
    }
}
