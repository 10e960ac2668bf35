using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.CodeFixes.Repairing;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Sending;

/// <summary>
/// DLG0206: marks the member of the interface, in whichever project its source lies, or the method itself where there is none, and adds the
/// attribute where none is in reach.
/// </summary>
internal static class MarkSendFix
{
    private const string Mark = "RequiresOpenSession";
    private const string MarkType = Mark + "Attribute";
    private const string Key = "mark-send";

    /// <summary>The repair of a finding; empty where an interface that others call has no source.</summary>
    public static IEnumerable<Repair> For(Finding finding, SemanticModel model, CancellationToken cancellationToken)
    {
        if (finding.Detail is not IMethodSymbol method)
        {
            yield break;
        }

        List<IMethodSymbol> contracts = OutsideCallers.ContractsOf(method).ToList();
        List<MethodDeclarationSyntax> targets = (contracts.Count > 0 ? contracts : [method]).SelectMany(each => DeclarationsOf(each, cancellationToken)).Distinct().ToList();
        if (targets.Count == 0)
        {
            yield break;
        }

        ImmutableArray<SourceChange>.Builder changes = ImmutableArray.CreateBuilder<SourceChange>();
        HashSet<Compilation> completed = new();
        foreach (MethodDeclarationSyntax target in targets)
        {
            if (CompilationOf(target.SyntaxTree, model.Compilation) is not { } home)
            {
                yield break;
            }

            string name = Mark;
            if (AttributeIn(home, cancellationToken) is { } attribute)
            {
                name = attribute.ToMinimalDisplayString(home.GetSemanticModel(target.SyntaxTree), target.SpanStart);
                name = name.Substring(0, name.Length - "Attribute".Length);
            }
            else if (completed.Add(home))
            {
                changes.Add(Declaration(target, home));
            }

            changes.Add(new SourceChange(target.SyntaxTree, new TextSpan(target.SpanStart, 0), $"[{name}]" + After(target)));
        }

        yield return new Repair(FixTexts.Title(Key, targets[0].Identifier.ValueText), Key, changes.ToImmutable());
    }

    private static IEnumerable<MethodDeclarationSyntax> DeclarationsOf(IMethodSymbol method, CancellationToken cancellationToken) =>
        method.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellationToken)).OfType<MethodDeclarationSyntax>().Take(1);

    /// <summary>The compilation of the project that a file belongs to: this one, or one that it refers to.</summary>
    private static Compilation? CompilationOf(SyntaxTree tree, Compilation compilation) =>
        compilation.ContainsSyntaxTree(tree)
            ? compilation
            : compilation.References.OfType<CompilationReference>().Select(static reference => reference.Compilation).FirstOrDefault(other => other.ContainsSyntaxTree(tree));

    /// <summary>The attribute that code of a project can write; null where there is none.</summary>
    private static INamedTypeSymbol? AttributeIn(Compilation compilation, CancellationToken cancellationToken)
    {
        if (compilation.GetSymbolsWithName(MarkType, SymbolFilter.Type, cancellationToken).OfType<INamedTypeSymbol>().FirstOrDefault() is { } own)
        {
            return own;
        }

        foreach (IAssemblySymbol assembly in compilation.SourceModule.ReferencedAssemblySymbols.Where(static assembly => assembly.TypeNames.Contains(MarkType)))
        {
            Stack<INamespaceSymbol> pending = new();
            pending.Push(assembly.GlobalNamespace);
            while (pending.Count > 0)
            {
                INamespaceSymbol current = pending.Pop();
                if (current.GetTypeMembers(MarkType).FirstOrDefault(type => compilation.IsSymbolAccessibleWithin(type, compilation.Assembly)) is { } found)
                {
                    return found;
                }

                foreach (INamespaceSymbol inner in current.GetNamespaceMembers())
                {
                    pending.Push(inner);
                }
            }
        }

        return null;
    }

    /// <summary>What stands between the attribute and the member: a line break where the member has its line for itself.</summary>
    private static string After(MethodDeclarationSyntax target)
    {
        SourceText text = target.SyntaxTree.GetText();
        int start = text.Lines.GetLineFromPosition(target.SpanStart).Start;
        return string.IsNullOrWhiteSpace(text.ToString(TextSpan.FromBounds(start, target.SpanStart)))
            ? SourceLayout.LineBreak(target) + SourceLayout.IndentOf(target)
            : " ";
    }

    /// <summary>The attribute after the last type of the namespace, in a file that all target frameworks of the project have.</summary>
    private static SourceChange Declaration(MethodDeclarationSyntax target, Compilation project)
    {
        SyntaxNode home = target.Ancestors().First(static node => node is BaseNamespaceDeclarationSyntax or CompilationUnitSyntax);
        MemberDeclarationSyntax last = home is BaseNamespaceDeclarationSyntax space ? space.Members.Last() : ((CompilationUnitSyntax)home).Members.Last();
        string lineBreak = SourceLayout.LineBreak(target);
        string indent = SourceLayout.IndentOf(last);
        bool isImported = project.GetSemanticModel(target.SyntaxTree).LookupNamespacesAndTypes(target.SpanStart, name: nameof(AttributeUsageAttribute)).Any(static type => type is INamedTypeSymbol { ContainingNamespace.Name: nameof(System) });
        string snippet = isImported ? FixTexts.Snippet(Key).Replace("System.", string.Empty) : FixTexts.Snippet(Key);
        string text = SourceLayout.Leveled(snippet, SourceLayout.LevelAt(target)).Replace("\n", lineBreak + indent);
        return new SourceChange(target.SyntaxTree, new TextSpan(last.Span.End, 0), lineBreak + lineBreak + indent + text);
    }
}
