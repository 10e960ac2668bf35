using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.Program.Calls;

/// <summary>
/// The members that use one name for something of the compilation, by the methods that then may run. Each place is bound once, however many
/// methods have that name.
/// </summary>
internal sealed class NameUses
{
    private readonly Dictionary<IMethodSymbol, HashSet<SyntaxNode>> _byMethod = new(SymbolEqualityComparer.Default);
    private readonly HashSet<SyntaxNode> _others = new();
    private readonly HashSet<SyntaxNode> _all = new();

    /// <summary>Reads the uses of a name.</summary>
    public NameUses(string name, ProgramModel program, CancellationToken cancellationToken)
    {
        foreach (SyntaxTree tree in program.Compilation.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (SyntaxNode node in TreeNames.Of(tree, cancellationToken).Named(name))
            {
                if (node is SimpleNameSyntax simple && !SyntaxFacts.IsInTypeOnlyContext(simple) && MemberNames.MemberOf(node) is { } member)
                {
                    Add(member, program.SemanticModelOf(tree).GetSymbolInfo(simple, cancellationToken), program, cancellationToken);
                }
            }
        }
    }

    /// <summary>The members whose use of the name may run <paramref name="method"/>; all that use it where no method is given.</summary>
    public IEnumerable<SyntaxNode> Of(IMethodSymbol? method) =>
        method is null ? _all : _byMethod.TryGetValue(Definition(method), out HashSet<SyntaxNode>? members) ? members.Concat(_others) : _others;

    private void Add(SyntaxNode member, SymbolInfo info, ProgramModel program, CancellationToken cancellationToken)
    {
        if (info.Symbol is { } meant ? !SymbolEqualityComparer.Default.Equals(meant.ContainingAssembly, program.Compilation.Assembly) : info.CandidateSymbols.IsEmpty)
        {
            return;
        }

        _all.Add(member);
        if (info.Symbol is not IMethodSymbol method)
        {
            _others.Add(member);
            return;
        }

        method = (method.ReducedFrom ?? method).OriginalDefinition;
        AddUse(method, member);
        foreach (IMethodSymbol target in Implementations.Of(program).Of(method, cancellationToken))
        {
            AddUse(target, member);
        }
    }

    private void AddUse(IMethodSymbol method, SyntaxNode member)
    {
        method = Definition(method);
        if (!_byMethod.TryGetValue(method, out HashSet<SyntaxNode>? members))
        {
            _byMethod.Add(method, members = new HashSet<SyntaxNode>());
        }

        members.Add(member);
    }

    private static IMethodSymbol Definition(IMethodSymbol method) => method.PartialDefinitionPart ?? method;
}
