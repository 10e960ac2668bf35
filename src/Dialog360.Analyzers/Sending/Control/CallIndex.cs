using System.Collections.Concurrent;
using System.Collections.Immutable;
using Dialog360.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Control;

/// <summary>A place where a source method is called, or handed on as a method group.</summary>
/// <param name="Operation">An <see cref="IInvocationOperation"/>, <see cref="IObjectCreationOperation"/> or <see cref="IMethodReferenceOperation"/>.</param>
/// <param name="Unit">The function in which it stands.</param>
internal sealed record CallSite(IOperation Operation, FunctionUnit Unit)
{
    /// <summary>The arguments of a call; empty for a method group.</summary>
    public ImmutableArray<IArgumentOperation> Arguments => ArgumentsOf(Operation);

    /// <summary>The arguments of a call or creation.</summary>
    public static ImmutableArray<IArgumentOperation> ArgumentsOf(IOperation call) => call switch
    {
        IInvocationOperation invocation => invocation.Arguments,
        IObjectCreationOperation creation => creation.Arguments,
        _ => ImmutableArray<IArgumentOperation>.Empty,
    };

    /// <summary>The value that a call gives to the parameter of that ordinal (of an extension method: counted with <c>this</c>); null where none is seen.</summary>
    public static IOperation? ArgumentOf(IOperation call, int ordinal)
    {
        foreach (IArgumentOperation argument in ArgumentsOf(call))
        {
            int own = argument.Parameter?.Ordinal ?? -1;
            if (call is IInvocationOperation { TargetMethod.ReducedFrom: not null })
            {
                own++;
            }

            if (own == ordinal)
            {
                return argument.Value;
            }
        }

        return call is IInvocationOperation { TargetMethod.ReducedFrom: not null, Instance: { } instance } && ordinal == 0 ? instance : null;
    }
}

/// <summary>Finds the callers of methods and the values of members in the whole compilation: by name first, then by symbol.</summary>
internal sealed class CallIndex
{
    private const int MaxCallers = 400;
    private const int MaxValues = 24;

    private readonly ProgramModel _program;
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<CallSite>> _callers = new(SymbolEqualityComparer.Default);
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
        return _values.TryGetValue(member, out ImmutableArray<IOperation> known) ? known : _values.GetOrAdd(member, FindValues(member, cancellationToken));
    }

    /// <summary>All places in the compilation at which <paramref name="name"/> stands.</summary>
    public IEnumerable<SyntaxNode> Named(string name, CancellationToken cancellationToken)
    {
        foreach (SyntaxTree tree in _program.Compilation.SyntaxTrees)
        {
            foreach (SyntaxNode node in TreeNames.Of(tree, cancellationToken).Named(name))
            {
                yield return node;
            }
        }
    }

    /// <summary>The invocations in the compilation of methods of that name.</summary>
    public IEnumerable<CallSite> InvocationsNamed(string name, CancellationToken cancellationToken)
    {
        foreach (SyntaxNode node in Named(name, cancellationToken))
        {
            if (SiteAt(node, cancellationToken) is { Operation: IInvocationOperation } site)
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
        foreach (string name in names)
        {
            foreach (SyntaxNode node in Named(name, cancellationToken))
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

    private ImmutableArray<IOperation> FindValues(ISymbol member, CancellationToken cancellationToken)
    {
        ImmutableArray<IOperation>.Builder values = ImmutableArray.CreateBuilder<IOperation>();
        if (member is not (IFieldSymbol or IPropertySymbol) || member.DeclaringSyntaxReferences.IsEmpty)
        {
            return values.ToImmutable();
        }

        foreach (SyntaxNode node in Named(member.Name, cancellationToken))
        {
            SyntaxNode expression = node;
            while (expression.Parent is MemberAccessExpressionSyntax { Name: var name } && name == expression)
            {
                expression = expression.Parent;
            }

            if (values.Count >= MaxValues || expression.Parent is not AssignmentExpressionSyntax { Left: var left } assignment || left != expression)
            {
                continue;
            }

            if (BodyModels.Of(_program).Around(node, cancellationToken)?.OperationOf(assignment) is ISimpleAssignmentOperation { Target: IMemberReferenceOperation { Member: var target }, Value: var value }
                && SymbolEqualityComparer.Default.Equals(target.OriginalDefinition, member))
            {
                values.Add(value);
            }
        }

        // A positional record: the arguments of its constructor.
        if (member is IPropertySymbol { ContainingType: var type } && member.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is ParameterSyntax)
        {
            foreach (IMethodSymbol constructor in type.InstanceConstructors)
            {
                foreach (IParameterSymbol parameter in constructor.Parameters)
                {
                    if (parameter.Name == member.Name)
                    {
                        AddArguments(constructor, parameter);
                    }
                }
            }
        }

        return values.ToImmutable();

        void AddArguments(IMethodSymbol constructor, IParameterSymbol parameter)
        {
            foreach (CallSite site in CallersOf(constructor, cancellationToken))
            {
                if (values.Count < MaxValues && CallSite.ArgumentOf(site.Operation, parameter.Ordinal) is { } value)
                {
                    values.Add(value);
                }
            }
        }
    }
}
