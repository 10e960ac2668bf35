using System.Collections.Concurrent;
using Dialog360.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Sending.Control;

/// <summary>A function inside a <see cref="BodyModel"/>: the member itself, a lambda or a local function.</summary>
/// <param name="Body">The member it stands in.</param>
/// <param name="Node">The root of the member, the lambda or the local function.</param>
/// <param name="Symbol">What is called; null for an initializer.</param>
/// <param name="Outer">The function around it; null for the member itself.</param>
internal sealed record FunctionUnit(BodyModel Body, IOperation Node, IMethodSymbol? Symbol, FunctionUnit? Outer)
{
    /// <summary>Whether it is a lambda or anonymous method.</summary>
    public bool IsLambda => Node is IAnonymousFunctionOperation;

    /// <inheritdoc/>
    public bool Equals(FunctionUnit? other) => other is not null && Node == other.Node;

    /// <inheritdoc/>
    public override int GetHashCode() => Node.GetHashCode();
}

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

/// <summary>The members of a compilation that somebody has asked for.</summary>
internal sealed class BodyModels
{
    private readonly ProgramModel _program;
    private readonly ConcurrentDictionary<SyntaxNode, BodyModel?> _bodies = new();

    private BodyModels(ProgramModel program)
    {
        _program = program;
    }

    /// <summary>The members of that compilation.</summary>
    public static BodyModels Of(ProgramModel program) => program.Part(static model => new BodyModels(model));

    /// <summary>The member that <paramref name="node"/> stands in, or null where it stands in none that has a body.</summary>
    public BodyModel? Around(SyntaxNode node, CancellationToken cancellationToken)
    {
        SyntaxNode? declaration = node;
        while (declaration is not null && !IsBody(declaration))
        {
            declaration = declaration.Parent;
        }

        if (declaration is null || !_program.Compilation.ContainsSyntaxTree(declaration.SyntaxTree))
        {
            return null;
        }

        return _bodies.TryGetValue(declaration, out BodyModel? known) ? known : _bodies.GetOrAdd(declaration, Create(declaration, cancellationToken));
    }

    /// <summary>The function that <paramref name="method"/> names; one for each part with a body, which is one at most. Null without source.</summary>
    public FunctionUnit? UnitOf(IMethodSymbol method, CancellationToken cancellationToken)
    {
        method = method.OriginalDefinition;
        method = method.PartialImplementationPart ?? method;
        foreach (SyntaxReference reference in method.DeclaringSyntaxReferences)
        {
            SyntaxNode syntax = reference.GetSyntax(cancellationToken);
            if (!_program.Compilation.ContainsSyntaxTree(syntax.SyntaxTree))
            {
                continue;
            }

            if (syntax is LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax)
            {
                if (Around(syntax, cancellationToken) is { } around && around.OperationOf(syntax) is ILocalFunctionOperation or IAnonymousFunctionOperation or IDelegateCreationOperation or IConversionOperation)
                {
                    IOperation? node = around.OperationOf(syntax);
                    while (node is not null and not (ILocalFunctionOperation or IAnonymousFunctionOperation))
                    {
                        node = node switch
                        {
                            IDelegateCreationOperation creation => creation.Target,
                            IConversionOperation conversion => conversion.Operand,
                            _ => null,
                        };
                    }

                    return node is null ? null : around.UnitAt(node);
                }

                continue;
            }

            SyntaxNode? body = syntax switch
            {
                BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null } => null,
                BaseMethodDeclarationSyntax or ArrowExpressionClauseSyntax or CompilationUnitSyntax => syntax,
                AccessorDeclarationSyntax { Body: null, ExpressionBody: null } => null,
                AccessorDeclarationSyntax => syntax,
                PropertyDeclarationSyntax { ExpressionBody: { } arrow } => arrow,
                IndexerDeclarationSyntax { ExpressionBody: { } arrow } => arrow,
                _ => null,
            };
            if (body is not null && Around(body, cancellationToken) is { } model)
            {
                return model.UnitAt(model.Root);
            }
        }

        return null;
    }

    private static bool IsBody(SyntaxNode node) => node switch
    {
        BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or CompilationUnitSyntax => true,
        ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax or IndexerDeclarationSyntax } => true,
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax } => true,
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } } => true,
        _ => false,
    };

    private BodyModel? Create(SyntaxNode declaration, CancellationToken cancellationToken)
    {
        SemanticModel model = _program.SemanticModelOf(declaration.SyntaxTree);
        if (model.GetOperation(declaration, cancellationToken) is not { } root)
        {
            return null;
        }

        ISymbol? symbol = declaration switch
        {
            CompilationUnitSyntax unit => unit.Members.OfType<GlobalStatementSyntax>().FirstOrDefault() is { } first ? model.GetEnclosingSymbol(first.SpanStart, cancellationToken) : null,
            ArrowExpressionClauseSyntax arrow => model.GetEnclosingSymbol(arrow.Expression.SpanStart, cancellationToken),
            EqualsValueClauseSyntax => null,
            _ => model.GetDeclaredSymbol(declaration, cancellationToken),
        };
        return new BodyModel(_program, root, symbol as IMethodSymbol);
    }
}
