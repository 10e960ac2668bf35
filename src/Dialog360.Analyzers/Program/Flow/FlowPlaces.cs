using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Program.Flow;

/// <summary>Where the operations of a control flow graph are evaluated, found by their syntax.</summary>
internal sealed class FlowPlaces
{
    private readonly Dictionary<SyntaxNode, Place> _places = new();
    private readonly Dictionary<SyntaxNode, IFlowAnonymousFunctionOperation> _lambdas = new();

    /// <summary>The lambda that was written as <paramref name="syntax"/>, as the graph holds it.</summary>
    public IFlowAnonymousFunctionOperation? LambdaAt(SyntaxNode syntax) => _lambdas.TryGetValue(syntax, out IFlowAnonymousFunctionOperation? lambda) ? lambda : null;

    /// <summary>The place of what was written as <paramref name="syntax"/>; null where the graph does not have it.</summary>
    public Place? Of(SyntaxNode syntax)
    {
        // A call written as a statement, an awaited call, a parenthesized one: the nearest syntax around it that the graph knows.
        for (SyntaxNode? node = syntax; node is not null && node.Span.Length <= syntax.Span.Length + 4096; node = node.Parent)
        {
            if (_places.TryGetValue(node, out Place? place))
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>Adds what a block evaluates.</summary>
    public void Add(BasicBlock block)
    {
        int order = 0;
        foreach (IOperation operation in block.Operations)
        {
            IndexTree(operation);
        }

        if (block.BranchValue is { } value)
        {
            IndexTree(value);
        }

        void IndexTree(IOperation root)
        {
            foreach (IOperation operation in root.DescendantsAndSelf())
            {
                order++;
                if (operation is IFlowAnonymousFunctionOperation lambda)
                {
                    _lambdas[lambda.Syntax] = lambda;
                }

                // A reference to a captured value carries the syntax of what was captured elsewhere, in its own block.
                bool isCopy = operation is IFlowCaptureReferenceOperation or IIsNullOperation or IFlowCaptureOperation;
                if (!_places.TryGetValue(operation.Syntax, out Place? known) || (known.IsCopy && !isCopy))
                {
                    _places[operation.Syntax] = new Place(block.Ordinal, order, isCopy);
                }
            }
        }
    }

    /// <summary>Where an operation is evaluated.</summary>
    /// <param name="Block">The block.</param>
    /// <param name="Order">Its place among the operations of the block.</param>
    /// <param name="IsCopy">Whether it only stands for a value that was captured elsewhere.</param>
    public sealed record Place(int Block, int Order, bool IsCopy);
}
