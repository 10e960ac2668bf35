using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Dialog360.Analyzers.Program.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Program.Values;

/// <summary>What one executable body (a method with its lambdas and local functions, an initializer) does with its locals and parameters.</summary>
internal sealed class LocalFacts
{
    private static readonly ConditionalWeakTable<IOperation, LocalFacts> Cache = new();
    private static readonly ImmutableArray<IOperation> None = ImmutableArray<IOperation>.Empty;

    private readonly Dictionary<ISymbol, ImmutableArray<IOperation>.Builder> _references = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IOperation> _initializers = new(SymbolEqualityComparer.Default);

    private LocalFacts(IOperation root)
    {
        foreach (IOperation operation in root.DescendantsAndSelf())
        {
            switch (operation)
            {
                case ILocalReferenceOperation { IsDeclaration: false } reference:
                    Add(reference.Local, reference);
                    break;
                case IParameterReferenceOperation reference:
                    Add(reference.Parameter, reference);
                    break;
                case IVariableDeclaratorOperation declarator when Initializer(declarator) is { } value:
                    _initializers[declarator.Symbol] = value;
                    break;
            }
        }

        void Add(ISymbol symbol, IOperation reference)
        {
            if (!_references.TryGetValue(symbol, out ImmutableArray<IOperation>.Builder? list))
            {
                _references.Add(symbol, list = ImmutableArray.CreateBuilder<IOperation>());
            }

            list.Add(reference);
        }
    }

    /// <summary>The facts of the body that <paramref name="operation"/> stands in.</summary>
    public static LocalFacts Of(IOperation operation)
    {
        IOperation root = operation.Root();

        return Cache.GetValue(root, static key => new LocalFacts(key));
    }

    /// <summary>All references to a local or parameter, reads and writes, in the order of the text.</summary>
    public ImmutableArray<IOperation> References(ISymbol symbol) =>
        _references.TryGetValue(symbol, out ImmutableArray<IOperation>.Builder? list) ? list.ToImmutable() : None;

    /// <summary>The value that the declaration of a local gives it, or null.</summary>
    public IOperation? InitializerOf(ILocalSymbol local) =>
        _initializers.TryGetValue(local, out IOperation? value) ? value : null;

    /// <summary>
    /// The values that are assigned to a local, the initializer first; default where one of them cannot be seen (<c>out</c>,
    /// <c>ref</c>, <c>+=</c>, deconstruction, a pattern, <c>foreach</c>).
    /// </summary>
    public ImmutableArray<IOperation> ValuesOf(ILocalSymbol local)
    {
        ImmutableArray<IOperation>.Builder values = ImmutableArray.CreateBuilder<IOperation>();
        if (InitializerOf(local) is { } initializer)
        {
            values.Add(initializer);
        }

        foreach (IOperation reference in References(local))
        {
            if (!IsWrite(reference))
            {
                continue;
            }

            if (reference.Parent is ISimpleAssignmentOperation { IsRef: false } assignment && assignment.Target == reference)
            {
                values.Add(assignment.Value);
            }
            else
            {
                return default;
            }
        }

        return values.Count == 0 ? default : values.ToImmutable();
    }

    /// <summary>Whether a reference may change what it refers to (the variable, not the object in it).</summary>
    public static bool IsWrite(IOperation reference) => reference.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == reference,
        IIncrementOrDecrementOperation => true,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        ITupleOperation { Parent: IDeconstructionAssignmentOperation deconstruction } tuple => deconstruction.Target == tuple,
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: not RefKind.None } } => true,
        IAddressOfOperation => true,
        _ => false,
    };

    private static IOperation? Initializer(IVariableDeclaratorOperation declarator) =>
        declarator.Symbol.RefKind != RefKind.None ? null
        : declarator.Initializer is { } own ? own.Value
        : declarator.Parent is IVariableDeclarationOperation { Initializer: { } shared } ? shared.Value
        : null;
}
