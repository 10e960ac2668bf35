using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Program.Objects;

/// <summary>The executable bodies of source types, bound on first need: a client that a class keeps in a field is set up anywhere in it.</summary>
internal sealed class TypeBodies
{
    private const int MaxMembers = 500;

    private readonly ProgramModel _program;
    private readonly ConcurrentDictionary<INamedTypeSymbol, ImmutableArray<IOperation>> _bodies = new(SymbolEqualityComparer.Default);

    private TypeBodies(ProgramModel program)
    {
        _program = program;
    }

    /// <summary>The bodies of that compilation.</summary>
    public static TypeBodies Of(ProgramModel program) => program.Part(static model => new TypeBodies(model));

    /// <summary>The root operations of all members of the type, in the order of the text; empty for a type of another assembly.</summary>
    public ImmutableArray<IOperation> Of(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        type = type.OriginalDefinition;
        return _bodies.TryGetValue(type, out ImmutableArray<IOperation> known) ? known : _bodies.GetOrAdd(type, Read(type, cancellationToken));
    }

    /// <summary>The references to a field, property or primary-constructor parameter in the bodies of the type that declares it.</summary>
    public ImmutableArray<IOperation> References(ISymbol symbol, CancellationToken cancellationToken)
    {
        if (symbol.ContainingType is not { } type)
        {
            return ImmutableArray<IOperation>.Empty;
        }

        ImmutableArray<IOperation>.Builder references = ImmutableArray.CreateBuilder<IOperation>();
        foreach (IOperation root in Of(type, cancellationToken))
        {
            foreach (IOperation operation in root.DescendantsAndSelf())
            {
                ISymbol? referenced = operation switch
                {
                    IFieldReferenceOperation field => field.Field.OriginalDefinition,
                    IPropertyReferenceOperation property => property.Property.OriginalDefinition,
                    IParameterReferenceOperation parameter => parameter.Parameter.OriginalDefinition,
                    _ => null,
                };
                if (SymbolEqualityComparer.Default.Equals(referenced, symbol.OriginalDefinition))
                {
                    references.Add(operation);
                }
            }
        }

        return references.ToImmutable();
    }

    /// <summary>Whether the parameter is one of a primary constructor, so that all members of its type see it.</summary>
    public static bool IsPrimary(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor, DeclaringSyntaxReferences: [{ } declaration] }
        && declaration.GetSyntax() is TypeDeclarationSyntax;

    /// <summary>The value that the declaration of a field or property gives it, or null.</summary>
    public IOperation? InitializerOf(ISymbol symbol, CancellationToken cancellationToken)
    {
        if (symbol.DeclaringSyntaxReferences is not [{ } reference] || !_program.Compilation.ContainsSyntaxTree(reference.SyntaxTree))
        {
            return null;
        }

        ExpressionSyntax? value = reference.GetSyntax(cancellationToken) switch
        {
            VariableDeclaratorSyntax declarator => declarator.Initializer?.Value,
            PropertyDeclarationSyntax { Initializer: { } initializer } => initializer.Value,
            PropertyDeclarationSyntax { ExpressionBody: { } body } => body.Expression,
            PropertyDeclarationSyntax { AccessorList.Accessors: [{ RawKind: (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.GetAccessorDeclaration, ExpressionBody: { } body }] } => body.Expression,
            ParameterSyntax { Default: { } initializer } => initializer.Value,
            _ => null,
        };
        return value is null ? null : _program.SemanticModelOf(value.SyntaxTree).GetOperation(value, cancellationToken);
    }

    private ImmutableArray<IOperation> Read(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        ImmutableArray<IOperation>.Builder roots = ImmutableArray.CreateBuilder<IOperation>();
        foreach (SyntaxReference reference in type.DeclaringSyntaxReferences)
        {
            SyntaxNode declaration = reference.GetSyntax(cancellationToken);
            if (!_program.Compilation.ContainsSyntaxTree(declaration.SyntaxTree))
            {
                continue;
            }

            SemanticModel model = _program.SemanticModelOf(declaration.SyntaxTree);
            foreach (SyntaxNode body in BodiesIn(declaration))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (roots.Count < MaxMembers && model.GetOperation(body, cancellationToken) is { } operation)
                {
                    roots.Add(operation);
                }
            }
        }

        return roots.ToImmutable();
    }

    private static IEnumerable<SyntaxNode> BodiesIn(SyntaxNode declaration)
    {
        if (declaration is CompilationUnitSyntax)
        {
            // The class of a top-level program.
            yield return declaration;
            yield break;
        }

        if (declaration is not TypeDeclarationSyntax type)
        {
            yield break;
        }

        foreach (MemberDeclarationSyntax member in type.Members)
        {
            switch (member)
            {
                case BaseMethodDeclarationSyntax method when method.Body is not null || method.ExpressionBody is not null:
                    yield return method;
                    break;
                case BaseFieldDeclarationSyntax field:
                    foreach (VariableDeclaratorSyntax declarator in field.Declaration.Variables)
                    {
                        if (declarator.Initializer is { } initializer)
                        {
                            yield return initializer;
                        }
                    }

                    break;
                case BasePropertyDeclarationSyntax property:
                    foreach (SyntaxNode body in BodiesOf(property))
                    {
                        yield return body;
                    }

                    break;
            }
        }
    }

    private static IEnumerable<SyntaxNode> BodiesOf(BasePropertyDeclarationSyntax property)
    {
        if (property is PropertyDeclarationSyntax { Initializer: { } initializer })
        {
            yield return initializer;
        }

        if (property is PropertyDeclarationSyntax { ExpressionBody: { } arrow })
        {
            yield return arrow;
        }

        foreach (AccessorDeclarationSyntax accessor in property.AccessorList?.Accessors ?? default)
        {
            if (accessor.Body is not null || accessor.ExpressionBody is not null)
            {
                yield return accessor;
            }
        }
    }
}
