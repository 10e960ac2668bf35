using System.Collections.Concurrent;
using Dialog360.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Control;

/// <summary>One member with a body: its operations, its functions and their control flow, all made on first need.</summary>
internal sealed class BodyModel
{
    private readonly ConcurrentDictionary<IOperation, FunctionUnit> _units = new();
    private readonly ConcurrentDictionary<IOperation, FlowGraph> _flows = new();
    private readonly Lazy<Dictionary<SyntaxNode, IOperation>> _bySyntax;

    /// <summary>Creates the model of the member whose root operation is <paramref name="root"/>.</summary>
    public BodyModel(ProgramModel program, IOperation root, IMethodSymbol? method)
    {
        Program = program;
        Root = root;
        Method = method;
        _bySyntax = new Lazy<Dictionary<SyntaxNode, IOperation>>(IndexSyntax);
    }

    /// <summary>The compilation.</summary>
    public ProgramModel Program { get; }

    /// <summary>The operation of the whole member.</summary>
    public IOperation Root { get; }

    /// <summary>The method, accessor or constructor; null for an initializer.</summary>
    public IMethodSymbol? Method { get; }

    /// <summary>The operation that was written as <paramref name="syntax"/>, the outermost one; null where there is none.</summary>
    public IOperation? OperationOf(SyntaxNode syntax) => _bySyntax.Value.TryGetValue(syntax, out IOperation? operation) ? operation : null;

    /// <summary>The innermost function that <paramref name="operation"/> stands in.</summary>
    public FunctionUnit UnitOf(IOperation operation)
    {
        // A lambda or local function itself belongs to the function around it.
        IOperation? current = operation.Parent;
        while (current is not null && current is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
        {
            current = current.Parent;
        }

        return UnitAt(current ?? Root);
    }

    /// <summary>The function whose node is <paramref name="node"/>.</summary>
    public FunctionUnit UnitAt(IOperation node) => _units.TryGetValue(node, out FunctionUnit? known) ? known : _units.GetOrAdd(node, node switch
    {
        IAnonymousFunctionOperation lambda => new FunctionUnit(this, lambda, lambda.Symbol, UnitOf(lambda)),
        ILocalFunctionOperation local => new FunctionUnit(this, local, local.Symbol, UnitOf(local)),
        _ => new FunctionUnit(this, Root, Method, null),
    });

    /// <summary>The control flow of a function of this member; null where the compiler cannot give it.</summary>
    public FlowGraph? FlowOf(FunctionUnit unit, CancellationToken cancellationToken)
    {
        if (!_flows.TryGetValue(unit.Node, out FlowGraph? flow))
        {
            flow = _flows.GetOrAdd(unit.Node, new FlowGraph(GraphOf(unit, cancellationToken), cancellationToken));
        }

        return flow.IsEmpty ? null : flow;
    }

    private ControlFlowGraph? GraphOf(FunctionUnit unit, CancellationToken cancellationToken)
    {
        if (unit.Outer is null)
        {
            return Root switch
            {
                { Parent: not null } => null,
                IMethodBodyOperation body => ControlFlowGraph.Create(body, cancellationToken),
                IConstructorBodyOperation body => ControlFlowGraph.Create(body, cancellationToken),
                IBlockOperation block => ControlFlowGraph.Create(block, cancellationToken),
                IFieldInitializerOperation initializer => ControlFlowGraph.Create(initializer, cancellationToken),
                IPropertyInitializerOperation initializer => ControlFlowGraph.Create(initializer, cancellationToken),
                _ => null,
            };
        }

        if (FlowOf(unit.Outer, cancellationToken) is not { Graph: { } outer } outerFlow)
        {
            return null;
        }

        if (unit.Node is ILocalFunctionOperation local)
        {
            for (ControlFlowGraph? graph = outer; graph is not null; graph = graph.Parent)
            {
                if (graph.LocalFunctions.Contains(local.Symbol))
                {
                    return graph.GetLocalFunctionControlFlowGraph(local.Symbol, cancellationToken);
                }
            }

            return null;
        }

        return outerFlow.LambdaAt(unit.Node.Syntax) is { } lambda ? outer.GetAnonymousFunctionControlFlowGraph(lambda, cancellationToken) : null;
    }

    private Dictionary<SyntaxNode, IOperation> IndexSyntax()
    {
        Dictionary<SyntaxNode, IOperation> index = new();
        foreach (IOperation operation in Root.DescendantsAndSelf())
        {
            if (!index.TryGetValue(operation.Syntax, out IOperation? known) || (known.IsImplicit && !operation.IsImplicit))
            {
                index[operation.Syntax] = operation;
            }
        }

        return index;
    }
}
