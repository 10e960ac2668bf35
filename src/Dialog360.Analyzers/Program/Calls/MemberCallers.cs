using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.Program.Calls;

/// <summary>
/// Finds the members that may run a member: by name first, then by what the name means. Where that cannot be told, the name is enough.
/// </summary>
internal sealed class MemberCallers
{
    private readonly ProgramModel _program;
    private readonly Dictionary<string, NameUses> _uses = new(StringComparer.Ordinal);

    /// <summary>Creates it for one compilation.</summary>
    public MemberCallers(ProgramModel program)
    {
        _program = program;
    }

    /// <summary>The members in which <paramref name="name"/> may run <paramref name="member"/>, a declaration; any of that name where it is null.</summary>
    public IEnumerable<SyntaxNode> Of(SyntaxNode? member, MemberName name, CancellationToken cancellationToken)
    {
        if (name.IsAnywhere || name.Use is NameUse.Creation or NameUse.Type)
        {
            return Named(name, cancellationToken);
        }

        if (!_uses.TryGetValue(name.Text, out NameUses? uses))
        {
            _uses.Add(name.Text, uses = new NameUses(name.Text, _program, cancellationToken));
        }

        return uses.Of(member is BaseMethodDeclarationSyntax ? _program.SemanticModelOf(member.SyntaxTree).GetDeclaredSymbol(member, cancellationToken) as IMethodSymbol : null);
    }

    private IEnumerable<SyntaxNode> Named(MemberName name, CancellationToken cancellationToken)
    {
        foreach (SyntaxTree tree in _program.Compilation.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            TreeNames names = TreeNames.Of(tree, cancellationToken);
            IReadOnlyList<SyntaxNode> places = names.Named(name.Text);
            foreach (SyntaxNode node in places)
            {
                foreach (SyntaxNode caller in CallersAt(node, name))
                {
                    yield return caller;
                }
            }

            if (name.Use == NameUse.Creation && places.Count > 0)
            {
                foreach (SyntaxNode creation in names.Named(TreeNames.ImplicitNew))
                {
                    if (MemberNames.MemberOf(creation) is { } around)
                    {
                        yield return around;
                    }
                }
            }
        }
    }

    private static IEnumerable<SyntaxNode> CallersAt(SyntaxNode node, MemberName name)
    {
        if (MemberNames.MemberOf(node) is { } around)
        {
            if (name.Use != NameUse.Creation || MemberNames.IsCreated(node))
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
}
