using System.Collections.Immutable;
using Dialog360.Analyzers.Program.Calls;
using Dialog360.Analyzers.Program.Files;
using Dialog360.Analyzers.Program.Values;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers.Program.Objects;

/// <summary>Finds where a symbol is used: a local or parameter in its body, a private member in its class, any other member in the compilation.</summary>
internal static class SymbolUses
{
    private const int MaxUses = 200;

    /// <summary>The operations that read or write the symbol (or call it, for a method).</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="near">An operation of the body that declares a local.</param>
    /// <param name="resolver">Follows expressions to their values.</param>
    public static ImmutableArray<IOperation> Of(ISymbol symbol, IOperation near, ValueResolver resolver)
    {
        symbol = symbol.OriginalDefinition;
        switch (symbol)
        {
            case ILocalSymbol:
                return LocalFacts.Of(near).References(symbol);
            case IParameterSymbol { ContainingSymbol: IMethodSymbol method } parameter:
                ImmutableArray<IOperation> uses = resolver.Program.BodyOf(method, resolver.CancellationToken) is { } body
                    ? LocalFacts.Of(body).References(parameter)
                    : ImmutableArray<IOperation>.Empty;
                return uses.IsEmpty && method.MethodKind == MethodKind.Constructor ? TypeBodies.Of(resolver.Program).References(parameter, resolver.CancellationToken) : uses;
            case IFieldSymbol or IPropertySymbol when symbol.DeclaredAccessibility == Accessibility.Private:
                return TypeBodies.Of(resolver.Program).References(symbol, resolver.CancellationToken);
            default:
                return Everywhere(symbol, resolver);
        }
    }

    private static ImmutableArray<IOperation> Everywhere(ISymbol symbol, ValueResolver resolver)
    {
        ImmutableArray<IOperation>.Builder uses = ImmutableArray.CreateBuilder<IOperation>();
        foreach (SyntaxTree tree in ProgramNames.Of(resolver.Program).FilesThatMayUse(symbol))
        {
            foreach (SyntaxNode node in TreeNames.Named(tree, symbol.Name, resolver.CancellationToken))
            {
                if (node is SimpleNameSyntax name && uses.Count < MaxUses
                    && resolver.Program.SemanticModelOf(tree).GetOperation(Whole(name), resolver.CancellationToken) is { } operation && IsUseOf(operation, symbol))
                {
                    uses.Add(operation);
                }
            }
        }

        return uses.ToImmutable();
    }

    private static SyntaxNode Whole(SimpleNameSyntax name)
    {
        SyntaxNode whole = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        return whole.Parent is InvocationExpressionSyntax call && call.Expression == whole ? call : whole;
    }

    private static bool IsUseOf(IOperation operation, ISymbol symbol) => SymbolEqualityComparer.Default.Equals(symbol, operation switch
    {
        IMemberReferenceOperation member => member.Member.OriginalDefinition,
        IInvocationOperation invocation => invocation.TargetMethod.OriginalDefinition,
        _ => null,
    });
}
