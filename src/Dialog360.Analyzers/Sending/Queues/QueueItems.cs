using System.Collections.Concurrent;
using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Files;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Queues;

/// <summary>A call that puts an item into a queue, and the argument that is the item.</summary>
/// <param name="Site">The call.</param>
/// <param name="Item">The item.</param>
internal sealed record QueuePut(CallSite Site, IOperation Item);

/// <summary>Follows items through queues, channels and buses: the type of an item shows who put in what a worker takes out.</summary>
internal sealed class QueueItems
{
    private readonly ProgramModel _program;
    private readonly ConcurrentDictionary<ITypeSymbol, ImmutableArray<QueuePut>> _puts = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, ImmutableArray<FunctionUnit>> _handlers = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<Func<SyntaxNode, bool>, ImmutableArray<FunctionUnit>> _takers = new();

    private QueueItems(ProgramModel program)
    {
        _program = program;
    }

    /// <summary>The queues of that compilation.</summary>
    public static QueueItems Of(ProgramModel program) => program.Part(static model => new QueueItems(model));

    /// <summary>The calls that put an item of that type into a queue.</summary>
    public ImmutableArray<QueuePut> PutsOf(ITypeSymbol item, CancellationToken cancellationToken)
    {
        item = KindOf(item);
        return _puts.TryGetValue(item, out ImmutableArray<QueuePut> known) ? known : _puts.GetOrAdd(item, FindPuts(item, cancellationToken));
    }

    /// <summary>The type by which an item is known: who puts a tuple in may name its elements in another way than who takes it out.</summary>
    public static ITypeSymbol KindOf(ITypeSymbol item) => item is INamedTypeSymbol { IsTupleType: true, TupleUnderlyingType: { } plain } ? plain : item;

    /// <summary>The item that a call puts into a queue, where its type tells who takes it out; null for any other call.</summary>
    public IOperation? ItemOf(IInvocationOperation call, CancellationToken cancellationToken)
    {
        if (!QueueNames.Puts.Contains(call.TargetMethod.Name) || call.Arguments.IsEmpty || !IsQueue(call.TargetMethod, cancellationToken))
        {
            return null;
        }

        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter?.RefKind == RefKind.None && OperationNames.Unconverted(argument.Value) is { Type: { } type } value && Tells(type))
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>Whether a type is one of the project's own, or a tuple: then it tells which queue is meant.</summary>
    public static bool Tells(ITypeSymbol type) =>
        type.TypeKind is TypeKind.Class or TypeKind.Struct && type.SpecialType == SpecialType.None && (type.IsTupleType || type.DeclaringSyntaxReferences.Length > 0);

    /// <summary>
    /// The functions that take items out of queues and may send, and the handlers that a library calls with an item of that type.
    /// </summary>
    public IEnumerable<FunctionUnit> ConsumersOf(ITypeSymbol item, Func<SyntaxNode, bool> maySend, CancellationToken cancellationToken)
    {
        if (!_takers.TryGetValue(maySend, out ImmutableArray<FunctionUnit> takers))
        {
            takers = _takers.GetOrAdd(maySend, FindTakers(maySend, cancellationToken));
        }

        return takers.Concat(HandlersOf(item, cancellationToken));
    }

    /// <summary>The handlers that a library calls with an item of that type.</summary>
    public ImmutableArray<FunctionUnit> HandlersOf(ITypeSymbol item, CancellationToken cancellationToken) =>
        _handlers.TryGetValue(item, out ImmutableArray<FunctionUnit> known) ? known : _handlers.GetOrAdd(item, FindHandlers(item, cancellationToken));

    /// <summary>The item whose handlers a call of a mediator runs, and ends with them; null for any other call, those of queues included.</summary>
    public IOperation? MediatedItemOf(IInvocationOperation call, CancellationToken cancellationToken) =>
        QueueNames.Mediators.Contains(call.TargetMethod.ContainingType.Name) ? ItemOf(call, cancellationToken) : null;

    /// <summary>The member or local function that a lambda belongs to; the unit itself where it is one.</summary>
    public static FunctionUnit NamedUnit(FunctionUnit unit)
    {
        while (unit.IsLambda && unit.Outer is { } outer)
        {
            unit = outer;
        }

        return unit;
    }

    /// <summary>The item type of a handler that a library calls (<c>Handle(TCommand)</c>, <c>Consume(ConsumeContext&lt;T&gt;)</c>); null for any other method.</summary>
    public static ITypeSymbol? HandledItem(IMethodSymbol method)
    {
        foreach (IMethodSymbol definition in CalledAs.DefinitionsOf(method))
        {
            // An interface of the project itself, unless generic, is called by name like any other.
            if (SymbolEqualityComparer.Default.Equals(definition, method.OriginalDefinition) || !(definition.DeclaringSyntaxReferences.IsEmpty || definition.ContainingType.IsGenericType || definition.IsGenericMethod))
            {
                continue;
            }

            foreach (IParameterSymbol parameter in method.Parameters)
            {
                if (Tells(parameter.Type))
                {
                    return parameter.Type;
                }

                if (parameter.Type is INamedTypeSymbol { TypeArguments: [{ } inner] } && Tells(inner))
                {
                    return inner;
                }
            }
        }

        return null;
    }

    private bool IsQueue(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (QueueNames.ListPuts.Contains(method.Name) && !IsDrained(method.ReducedFrom?.Parameters[0].Type ?? method.ContainingType))
        {
            return false;
        }

        // A source method with a body of its own hands the item on itself, unless it is generic.
        IMethodSymbol original = method.OriginalDefinition;
        return original.DeclaringSyntaxReferences.IsEmpty || (original.IsAbstract && Implementations.Of(_program).Of(original, cancellationToken).IsEmpty) || original.Parameters.Any(static parameter => parameter.Type is ITypeParameterSymbol);
    }

    /// <summary>Lists, sets and tables of a database take items in too: a queue is called one, or gives them out again.</summary>
    private static bool IsDrained(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (Vocabulary.Any(NameWords.Of(current.Name), Vocabulary.Of("queue")) || current.GetMembers().Any(static member => member is IMethodSymbol && QueueNames.Takes.Contains(member.Name)))
            {
                return true;
            }
        }

        return type.AllInterfaces.Any(static contract => contract.GetMembers().Any(static member => member is IMethodSymbol && QueueNames.Takes.Contains(member.Name)));
    }

    private ImmutableArray<FunctionUnit> FindTakers(Func<SyntaxNode, bool> maySend, CancellationToken cancellationToken)
    {
        ImmutableArray<FunctionUnit>.Builder takers = ImmutableArray.CreateBuilder<FunctionUnit>();
        foreach (string name in QueueNames.Takes)
        {
            foreach (CallSite site in CallIndex.Of(_program).InvocationsNamed(name, maySend, cancellationToken))
            {
                FunctionUnit member = NamedUnit(site.Unit);
                if (!takers.Contains(member))
                {
                    takers.Add(member);
                }
            }
        }

        return takers.ToImmutable();
    }

    private ImmutableArray<QueuePut> FindPuts(ITypeSymbol item, CancellationToken cancellationToken)
    {
        ImmutableArray<QueuePut>.Builder puts = ImmutableArray.CreateBuilder<QueuePut>();
        foreach (string name in QueueNames.Puts)
        {
            foreach (CallSite site in CallIndex.Of(_program).InvocationsNamed(name, node => MayKnow(node.SyntaxTree, item, cancellationToken), cancellationToken))
            {
                if (ItemOf((IInvocationOperation)site.Operation, cancellationToken) is { Type: { } type } value && SymbolEqualityComparer.Default.Equals(KindOf(type), item))
                {
                    puts.Add(new QueuePut(site, value));
                }
            }
        }

        return puts.ToImmutable();
    }

    private ImmutableArray<FunctionUnit> FindHandlers(ITypeSymbol item, CancellationToken cancellationToken)
    {
        ImmutableArray<FunctionUnit>.Builder handlers = ImmutableArray.CreateBuilder<FunctionUnit>();
        foreach (SyntaxNode node in CallIndex.Of(_program).Named(item.Name, cancellationToken))
        {
            if (node.FirstAncestorOrSelf<ParameterSyntax>()?.Parent?.Parent is MethodDeclarationSyntax declaration
                && _program.SemanticModelOf(node.SyntaxTree).GetDeclaredSymbol(declaration, cancellationToken) is IMethodSymbol method
                && SymbolEqualityComparer.Default.Equals(HandledItem(method), item)
                && BodyModels.Of(_program).UnitOf(method, cancellationToken) is { } unit)
            {
                handlers.Add(unit);
            }
        }

        return handlers.ToImmutable();
    }

    /// <summary>Whether a file speaks of the item: a queue or item of that type is declared where something is put into it. A tuple has no name.</summary>
    private static bool MayKnow(SyntaxTree tree, ITypeSymbol item, CancellationToken cancellationToken) =>
        item.IsTupleType || TreeNames.May(tree, item.Name, cancellationToken)
        || item.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == tree);
}
