using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Sending.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Sending;

/// <summary>Where a text with a host is used: by the name of the variable or member that holds it, or through a client that is set up with it.</summary>
internal sealed class HostUses
{
    private readonly SyntaxNode? _holder;
    private readonly ValueResolver _resolver;

    /// <summary>Creates the part.</summary>
    /// <param name="holder">The variable or property around the text, or null.</param>
    /// <param name="resolver">Answers questions about the program.</param>
    public HostUses(SyntaxNode? holder, ValueResolver resolver)
    {
        _holder = holder;
        _resolver = resolver;
    }

    private string? Name => _holder switch
    {
        VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        _ => null,
    };

    /// <summary>The files that can take the text: its own and those that name what holds it; all where no name holds it, as in the set-up of a client.</summary>
    /// <param name="own">The file of the text.</param>
    public IEnumerable<SyntaxTree> Trees(SyntaxTree own)
    {
        yield return own;
        bool isLocal = _holder is VariableDeclaratorSyntax { Parent.Parent: not FieldDeclarationSyntax };
        foreach (SyntaxTree tree in isLocal ? [] : _resolver.Program.Compilation.SyntaxTrees)
        {
            if (tree != own && (Name is not { } name || tree.GetText(_resolver.CancellationToken).ToString().IndexOf(name, StringComparison.Ordinal) >= 0))
            {
                yield return tree;
            }
        }
    }

    /// <summary>Whether each use of the name of a text belongs to one of the requests.</summary>
    /// <param name="calls">The requests that take the host.</param>
    public bool AreAllIn(IReadOnlyList<SendCall> calls)
    {
        if (_holder is null || Name is not { } name || !HoldsText(_holder))
        {
            return true;
        }

        foreach (SyntaxTree tree in Trees(_holder.SyntaxTree))
        {
            foreach (IdentifierNameSyntax use in tree.GetRoot(_resolver.CancellationToken).DescendantNodes().OfType<IdentifierNameSyntax>())
            {
                if (use.Identifier.ValueText == name && IsHolder(use) && !calls.Any(call => Takes(call, use)))
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Whether the method around a node is named anywhere else.</summary>
    public static bool IsCalled(SyntaxNode node, ValueResolver resolver)
    {
        string? name = node.Ancestors().Select(static ancestor => ancestor switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            LocalFunctionStatementSyntax function => function.Identifier.ValueText,
            _ => null,
        }).FirstOrDefault(static found => found is not null);
        return name is not null && resolver.Program.Compilation.SyntaxTrees.Any(tree =>
            tree.GetRoot(resolver.CancellationToken).DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name && token.Parent is SimpleNameSyntax));
    }

    /// <summary>Whether the text itself is held, and not a client or an address that is made with it.</summary>
    private static bool HoldsText(SyntaxNode holder) => holder switch
    {
        VariableDeclaratorSyntax { Initializer.Value: var value } => IsText(value),
        PropertyDeclarationSyntax property => IsText(property.Initializer?.Value ?? property.ExpressionBody?.Expression),
        _ => false,
    };

    private static bool IsText(ExpressionSyntax? value) => value is not (null or BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax);

    private bool IsHolder(IdentifierNameSyntax use) =>
        _resolver.Program.SemanticModelOf(use.SyntaxTree).GetSymbolInfo(use, _resolver.CancellationToken).Symbol is { } symbol
        && symbol.DeclaringSyntaxReferences.Any(declaration => declaration.SyntaxTree == _holder!.SyntaxTree && declaration.Span == _holder.Span);

    /// <summary>Whether the use stands in the call, in the text of its URL, or in an address that a client is made with.</summary>
    private static bool Takes(SendCall call, IdentifierNameSyntax use)
    {
        SyntaxNode text = use;
        while (text.Parent is BinaryExpressionSyntax or InterpolationSyntax or InterpolatedStringExpressionSyntax or ParenthesizedExpressionSyntax or MemberAccessExpressionSyntax)
        {
            text = text.Parent;
        }

        if (call.Operation.Syntax.SyntaxTree == use.SyntaxTree && call.Operation.Syntax.Span.Contains(use.Span))
        {
            return true;
        }

        return call.Url is { PathLength: > 0 } url && url.SpanOf(url.PathStart + url.PathLength - 1, 1) is { } end
            && ((end.Tree == text.SyntaxTree && text.Span.Contains(end.Span)) || (text is IdentifierNameSyntax && text.Parent is ArgumentSyntax { Parent.Parent: BaseObjectCreationExpressionSyntax }));
    }
}
