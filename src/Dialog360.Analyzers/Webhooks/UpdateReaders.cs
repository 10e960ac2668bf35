using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Program.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Webhooks;

/// <summary>Finds the functions that read a level of an update, or get one.</summary>
internal sealed class UpdateReaders
{
    private readonly ProgramModel _program;
    private readonly CancellationToken _cancellationToken;

    /// <summary>For one walk over that program.</summary>
    public UpdateReaders(ProgramModel program, CancellationToken cancellationToken)
    {
        _program = program;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The functions of a file, in the order of the text.</summary>
    /// <param name="file">The file.</param>
    /// <param name="isMarked">Whether its words speak of updates.</param>
    public IEnumerable<FunctionUnit> In(SyntaxTree file, bool isMarked) => BodiesIn(file, isMarked).SelectMany(ReadersIn);

    /// <summary>Learns the classes of updates that files declare.</summary>
    public void LearnTypes(List<SyntaxTree> files)
    {
        UpdateTypes types = UpdateTypes.Of(_program);
        foreach (SyntaxTree file in files)
        {
            SemanticModel model = _program.SemanticModelOf(file);
            foreach (TypeDeclarationSyntax declaration in file.GetRoot(_cancellationToken).DescendantNodes(static node => node is not (StatementSyntax or ExpressionSyntax or BaseMethodDeclarationSyntax)).OfType<TypeDeclarationSyntax>())
            {
                if (model.GetDeclaredSymbol(declaration, _cancellationToken) is INamedTypeSymbol type)
                {
                    types.PlaceOf(type);
                }
            }
        }
    }

    /// <summary>The bodies of a file that may read updates, by names alone: those of lists of updates and of their classes, or the words of JSON.</summary>
    private IEnumerable<BodyModel> BodiesIn(SyntaxTree file, bool isMarked)
    {
        SortedDictionary<int, SyntaxNode> bodies = new();
        foreach (string name in UpdateTypes.Of(_program).Names)
        {
            foreach (SyntaxNode node in TreeNames.Named(file, name, _cancellationToken))
            {
                if (BodySyntax.FunctionAround(node) is { } body)
                {
                    bodies[body.SpanStart] = body;
                }
            }
        }

        if (isMarked)
        {
            SemanticModel model = _program.SemanticModelOf(file);
            foreach (SyntaxNode node in file.GetRoot(_cancellationToken).DescendantNodesAndSelf(static node => node is not (StatementSyntax or ExpressionSyntax)))
            {
                if (BodySyntax.FunctionAround(node) == node && !bodies.ContainsKey(node.SpanStart) && (WebhookFiles.NamesLevels(node) || TakesUpdate(node, model)))
                {
                    bodies[node.SpanStart] = node;
                }
            }
        }

        return bodies.Values.Select(node => BodyModels.Of(_program).Around(node, _cancellationToken)).OfType<BodyModel>();
    }

    private bool TakesUpdate(SyntaxNode node, SemanticModel model) =>
        node is MethodDeclarationSyntax { ParameterList.Parameters.Count: > 0 } && model.GetDeclaredSymbol(node, _cancellationToken) is IMethodSymbol method && TakesUpdate(method);

    private bool TakesUpdate(IMethodSymbol method) =>
        method.Parameters.Any(parameter => UpdateTypes.Of(_program).PlaceOf(parameter.Type) is { Shape: var shape } && shape == WebhookSchema.Current.Update);

    /// <summary>The innermost functions of a body that read a level of an update, or get one.</summary>
    private IEnumerable<FunctionUnit> ReadersIn(BodyModel body)
    {
        UpdatePlaces places = new(_program, _cancellationToken);
        UpdateTypes types = UpdateTypes.Of(_program);
        HashSet<FunctionUnit> found = new();
        if (body.Method is { } method && TakesUpdate(method))
        {
            found.Add(body.UnitAt(body.Root));
        }

        foreach (IOperation operation in body.Root.Descendants())
        {
            _cancellationToken.ThrowIfCancellationRequested();
            bool reads = operation switch
            {
                IAnonymousFunctionOperation lambda => TakesUpdate(lambda.Symbol),
                IPropertyReferenceOperation { Arguments.IsEmpty: true, Property: var property } => types.PlaceOf(property) is not null,
                IFieldReferenceOperation { Field: var field } => types.PlaceOf(field) is not null,
                IPropertyReferenceOperation or IDynamicIndexerAccessOperation or IDynamicMemberReferenceOperation or IInvocationOperation => places.Of(operation) is not null,
                _ => false,
            };
            if (reads)
            {
                found.Add(operation is IAnonymousFunctionOperation ? body.UnitAt(operation) : body.UnitOf(operation));
            }
        }

        return found.OrderBy(static unit => unit.Node.Syntax.SpanStart);
    }
}
