using System.Collections.Concurrent;
using Dialog360.Analyzers.Program.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Program.Flow;

/// <summary>The control flow of the functions of a compilation, each computed once, on first need.</summary>
internal sealed class FlowGraphs
{
    private readonly ConcurrentDictionary<IOperation, FlowGraph> _known = new();

    /// <summary>The control flow of a function; null where the compiler cannot give it.</summary>
    public static FlowGraph? Of(FunctionUnit unit, CancellationToken cancellationToken) =>
        unit.Body.Program.Part(static _ => new FlowGraphs()).Find(unit, cancellationToken);

    private FlowGraph? Find(FunctionUnit unit, CancellationToken cancellationToken)
    {
        if (!_known.TryGetValue(unit.Node, out FlowGraph? flow))
        {
            flow = _known.GetOrAdd(unit.Node, new FlowGraph(GraphOf(unit, cancellationToken), cancellationToken));
        }

        return flow.IsEmpty ? null : flow;
    }

    private ControlFlowGraph? GraphOf(FunctionUnit unit, CancellationToken cancellationToken)
    {
        if (unit.Outer is null)
        {
            return unit.Body.Root switch
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

        if (Find(unit.Outer, cancellationToken) is not { Graph: { } outer } outerFlow)
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
}
