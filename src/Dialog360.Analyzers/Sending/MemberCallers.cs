using Dialog360.Analyzers.Hosting;
using Dialog360.Analyzers.Sending.Control;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.Sending;

/// <summary>
/// Finds the members that may run a member: by name first, then by what the name means. Where that cannot be told, the name is enough.
/// </summary>
internal sealed class MemberCallers
{
    private readonly ProgramModel _program;

    /// <summary>Creates it for one compilation.</summary>
    public MemberCallers(ProgramModel program)
    {
        _program = program;
    }

    /// <summary>The members in which <paramref name="name"/> may run <paramref name="member"/>, a declaration; any of that name where it is null.</summary>
    public IEnumerable<SyntaxNode> Of(SyntaxNode? member, MemberName name, CancellationToken cancellationToken)
    {
        ISymbol? symbol = member is BaseMethodDeclarationSyntax ? _program.SemanticModelOf(member.SyntaxTree).GetDeclaredSymbol(member, cancellationToken) : null;
        HashSet<SyntaxNode> found = new();
        foreach (SyntaxTree tree in _program.Compilation.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            TreeNames names = TreeNames.Of(tree, cancellationToken);
            IReadOnlyList<SyntaxNode> places = names.Named(name.Text);
            foreach (SyntaxNode node in places)
            {
                foreach (SyntaxNode caller in CallersAt(node, name, symbol, found, cancellationToken))
                {
                    yield return caller;
                }
            }

            if (name.Use == NameUse.Creation && places.Count > 0)
            {
                foreach (SyntaxNode creation in names.Named(TreeNames.ImplicitNew))
                {
                    if (MemberNames.MemberOf(creation) is { } around && found.Add(around))
                    {
                        yield return around;
                    }
                }
            }
        }
    }

    private IEnumerable<SyntaxNode> CallersAt(SyntaxNode node, MemberName name, ISymbol? symbol, HashSet<SyntaxNode> found, CancellationToken cancellationToken)
    {
        if (MemberNames.MemberOf(node) is { } around)
        {
            if (!found.Contains(around) && MemberNames.MayRun(node, name) && Means(node, name, symbol, cancellationToken) && found.Add(around))
            {
                yield return around;
            }
        }
        else if (name.Use == NameUse.Creation && node.FirstAncestorOrSelf<BaseListSyntax>()?.Parent is TypeDeclarationSyntax derived)
        {
            // The constructors of a derived type run that of its base.
            foreach (ConstructorDeclarationSyntax constructor in derived.Members.OfType<ConstructorDeclarationSyntax>())
            {
                yield return constructor;
            }
        }
    }

    /// <summary>Whether what the name means here may be the member: itself, what it overrides or implements, or something that nobody can tell.</summary>
    private bool Means(SyntaxNode node, MemberName name, ISymbol? symbol, CancellationToken cancellationToken)
    {
        if (name.IsAnywhere || name.Use is NameUse.Creation or NameUse.Type)
        {
            return true;
        }

        SymbolInfo info = _program.SemanticModelOf(node.SyntaxTree).GetSymbolInfo(node, cancellationToken);
        if (info.Symbol is not { } meant)
        {
            return !info.CandidateSymbols.IsEmpty;
        }

        if (!SymbolEqualityComparer.Default.Equals(meant.ContainingAssembly, _program.Compilation.Assembly))
        {
            return false;
        }

        return symbol is not IMethodSymbol method || meant is not IMethodSymbol called || MayRun(called, method, cancellationToken);
    }

    private bool MayRun(IMethodSymbol called, IMethodSymbol method, CancellationToken cancellationToken)
    {
        called = (called.ReducedFrom ?? called).OriginalDefinition;
        if (Same(called, method))
        {
            return true;
        }

        foreach (IMethodSymbol target in _program.Implementations.Of(called, cancellationToken))
        {
            if (Same(target, method))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Same(IMethodSymbol one, IMethodSymbol other) =>
        SymbolEqualityComparer.Default.Equals(one.PartialDefinitionPart ?? one, other.PartialDefinitionPart ?? other);
}
