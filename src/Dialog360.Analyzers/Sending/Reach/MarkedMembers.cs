using System.Collections.Immutable;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Calls;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.Sending.Reach;

/// <summary>
/// The methods that <c>[RequiresOpenSession]</c> marks, of the source and of referenced assemblies. A call of one, of what implements it or of what
/// overrides it is a free-form send.
/// </summary>
internal sealed class MarkedMembers
{
    private const string Attribute = "RequiresOpenSession";
    private const string AttributeType = Attribute + "Attribute";

    private readonly HashSet<IMethodSymbol> _methods = new(SymbolEqualityComparer.Default);

    private MarkedMembers(ProgramModel program)
    {
        foreach (string written in new[] { Attribute, AttributeType })
        {
            foreach (SyntaxNode node in CallIndex.Of(program).Named(written, CancellationToken.None))
            {
                if (node.FirstAncestorOrSelf<AttributeSyntax>()?.Parent?.Parent is MethodDeclarationSyntax declaration
                    && program.SemanticModelOf(node.SyntaxTree).GetDeclaredSymbol(declaration) is IMethodSymbol method)
                {
                    _methods.Add(method.OriginalDefinition);
                }
            }
        }

        ReferencedNames = FindReferenced(program.Compilation);
    }

    /// <summary>The names of the marked methods of referenced assemblies.</summary>
    public ImmutableArray<string> ReferencedNames { get; }

    /// <summary>The marked methods of that compilation.</summary>
    public static MarkedMembers Of(ProgramModel program) => program.Part(static model => new MarkedMembers(model));

    /// <summary>Whether an attribute of that name, as it is written, is the mark.</summary>
    public static bool IsMark(string written) => written is Attribute or AttributeType;

    /// <summary>Whether a method is marked, itself or as what it implements or overrides.</summary>
    public bool Contains(IMethodSymbol method)
    {
        if (_methods.Count == 0)
        {
            return false;
        }

        method = (method.ReducedFrom ?? method).OriginalDefinition;
        return _methods.Contains(method) || CalledAs.DefinitionsOf(method).Any(_methods.Contains);
    }

    /// <summary>An internal attribute marks members of its own assembly only; a public one may mark those of what refers to it.</summary>
    private ImmutableArray<string> FindReferenced(Compilation compilation)
    {
        List<IAssemblySymbol> own = compilation.SourceModule.ReferencedAssemblySymbols.Where(static assembly => !IsFramework(assembly.Name)).ToList();
        HashSet<string> holders = new(own.Where(static assembly => assembly.TypeNames.Contains(AttributeType)).Select(static assembly => assembly.Name), StringComparer.Ordinal);
        SortedSet<string> names = new(StringComparer.Ordinal);
        if (holders.Count == 0)
        {
            return ImmutableArray<string>.Empty;
        }

        foreach (IAssemblySymbol assembly in own)
        {
            if (holders.Contains(assembly.Name) || assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => holders.Contains(reference.Name))))
            {
                AddMarked(assembly.GlobalNamespace, names);
            }
        }

        return names.ToImmutableArray();
    }

    private void AddMarked(INamespaceOrTypeSymbol root, SortedSet<string> names)
    {
        Stack<INamespaceOrTypeSymbol> pending = new();
        pending.Push(root);
        while (pending.Count > 0)
        {
            foreach (ISymbol member in pending.Pop().GetMembers())
            {
                if (member is INamespaceOrTypeSymbol inner)
                {
                    pending.Push(inner);
                }
                else if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary } method && method.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name is { } name && IsMark(name)))
                {
                    _methods.Add(method.OriginalDefinition);
                    names.Add(method.Name);
                }
            }
        }
    }

    private static bool IsFramework(string assembly) =>
        assembly is "mscorlib" or "netstandard" || assembly.StartsWith("System", StringComparison.Ordinal) || assembly.StartsWith("Microsoft.", StringComparison.Ordinal);
}
