using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Program.Bodies;

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
        SyntaxNode? declaration = BodySyntax.DeclarationAround(node);
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
