using System.Collections.Concurrent;
using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Program.Calls;

/// <summary>Finds the callers of methods and the values of members in the whole compilation: by name first, then by symbol.</summary>
internal sealed class CallIndex
{
    private const int MaxCallers = 400;

    private readonly ProgramModel _program;
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<CallSite>> _callers = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<string, ImmutableArray<SyntaxNode>> _named = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<IOperation>> _values = new(SymbolEqualityComparer.Default);

    private CallIndex(ProgramModel program)
    {
        _program = program;
    }

    /// <summary>The index of that compilation.</summary>
    public static CallIndex Of(ProgramModel program) => program.Part(static model => new CallIndex(model));

    /// <summary>The places that call <paramref name="method"/>, under its own name or that of what it implements or overrides, in the order of files and text.</summary>
    public ImmutableArray<CallSite> CallersOf(IMethodSymbol method, CancellationToken cancellationToken)
    {
        method = method.OriginalDefinition;
        method = method.PartialDefinitionPart ?? method;
        return _callers.TryGetValue(method, out ImmutableArray<CallSite> known) ? known : _callers.GetOrAdd(method, FindCallers(method, cancellationToken));
    }

    /// <summary>The values that a source field or property is given by assignments, object initializers and record constructors.</summary>
    public ImmutableArray<IOperation> ValuesOf(ISymbol member, CancellationToken cancellationToken)
    {
        member = member.OriginalDefinition;
        return _values.TryGetValue(member, out ImmutableArray<IOperation> known) ? known : _values.GetOrAdd(member, MemberValues.Find(member, this, _program, cancellationToken));
    }

    /// <summary>All places in the compilation at which <paramref name="name"/> stands.</summary>
    public IEnumerable<SyntaxNode> Named(string name, CancellationToken cancellationToken) =>
        _named.TryGetValue(name, out ImmutableArray<SyntaxNode> known) ? known
        : _named.GetOrAdd(name, ImmutableArray.CreateRange(Named(name, _program.Compilation.SyntaxTrees, cancellationToken)));

    private static IEnumerable<SyntaxNode> Named(string name, IEnumerable<SyntaxTree> files, CancellationToken cancellationToken)
    {
        foreach (SyntaxTree tree in files)
        {
            foreach (SyntaxNode node in TreeNames.Named(tree, name, cancellationToken))
            {
                yield return node;
            }
        }
    }

    /// <summary>The invocations of methods of that name, where <paramref name="isWanted"/> holds of the place.</summary>
    public IEnumerable<CallSite> InvocationsNamed(string name, Func<SyntaxNode, bool> isWanted, CancellationToken cancellationToken)
    {
        foreach (SyntaxNode node in Named(name, cancellationToken))
        {
            if (isWanted(node) && SiteAt(node, cancellationToken) is { Operation: IInvocationOperation } site)
            {
                yield return site;
            }
        }
    }

    private ImmutableArray<CallSite> FindCallers(IMethodSymbol method, CancellationToken cancellationToken)
    {
        ImmutableArray<CallSite>.Builder callers = ImmutableArray.CreateBuilder<CallSite>();
        bool isConstructor = method.MethodKind == MethodKind.Constructor;
        ImmutableArray<IMethodSymbol> definitions = CalledAs.DefinitionsOf(method);
        IEnumerable<string> names = isConstructor
            ? new[] { method.ContainingType.Name, TreeNames.ImplicitNew }
            : definitions.Select(static definition => definition.Name.Substring(definition.Name.LastIndexOf('.') + 1)).Distinct(StringComparer.Ordinal);
        List<SyntaxTree> files = ProgramNames.Of(_program).FilesThatMayCall(definitions).ToList();
        foreach (string name in names)
        {
            foreach (SyntaxNode node in Named(name, files, cancellationToken))
            {
                if (callers.Count >= MaxCallers)
                {
                    return callers.ToImmutable();
                }

                if (SiteAt(node, cancellationToken) is { } site && TargetOf(site.Operation) is { } target
                    && Matches(target, definitions))
                {
                    callers.Add(site);
                }
            }
        }

        return callers.ToImmutable();
    }

    private static bool Matches(IMethodSymbol target, ImmutableArray<IMethodSymbol> definitions)
    {
        target = (target.ReducedFrom ?? target).OriginalDefinition;
        target = target.PartialDefinitionPart ?? target;
        foreach (IMethodSymbol definition in definitions)
        {
            if (SymbolEqualityComparer.Default.Equals(target, definition.PartialDefinitionPart ?? definition))
            {
                return true;
            }
        }

        return false;
    }

    private static IMethodSymbol? TargetOf(IOperation operation) => operation switch
    {
        IInvocationOperation invocation => invocation.TargetMethod,
        IObjectCreationOperation creation => creation.Constructor,
        IMethodReferenceOperation reference => reference.Method,
        _ => null,
    };

    /// <summary>The call, creation or method group whose name stands at <paramref name="node"/>.</summary>
    private CallSite? SiteAt(SyntaxNode node, CancellationToken cancellationToken)
    {
        SyntaxNode expression = node;
        while (expression.Parent is MemberAccessExpressionSyntax { Name: var member } && member == expression
            || expression.Parent is MemberBindingExpressionSyntax
            || expression.Parent is QualifiedNameSyntax { Right: var right } && right == expression)
        {
            expression = expression.Parent!;
        }

        if (expression.Parent is InvocationExpressionSyntax { Expression: var called } invocation && called == expression)
        {
            expression = invocation;
        }
        else if (expression.Parent is ObjectCreationExpressionSyntax creation && creation.Type == expression)
        {
            expression = creation;
        }

        if (BodyModels.Of(_program).Around(node, cancellationToken) is not { } body || body.OperationOf(expression) is not { } operation)
        {
            return null;
        }

        return operation switch
        {
            IDelegateCreationOperation { Target: IMethodReferenceOperation reference } => new CallSite(reference, body.UnitOf(reference)),
            IInvocationOperation or IObjectCreationOperation or IMethodReferenceOperation => new CallSite(operation, body.UnitOf(operation)),
            _ => null,
        };
    }
}
