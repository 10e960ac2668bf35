using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Program.Bodies;

/// <summary>One member with a body: its operations and functions and their control flow, all made on first need.</summary>
internal sealed class BodyModel
{
    private readonly ConcurrentDictionary<IOperation, FunctionUnit> _units = new();
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
