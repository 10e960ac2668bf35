using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Sending;

/// <summary>
/// The names in scope that may be used: the compiler also finds locals of the program's statements from within the types of their file, and
/// those of a function from within a static function in it, and refuses them only afterwards.
/// </summary>
internal static class UsableNames
{
    /// <summary>The symbols that code at a position may name.</summary>
    public static IEnumerable<ISymbol> At(int position, SemanticModel model)
    {
        SyntaxNode? place = model.SyntaxTree.GetRoot().FindToken(position).Parent;
        bool isInProgram = place?.FirstAncestorOrSelf<GlobalStatementSyntax>() is not null;
        return model.LookupSymbols(position).Where(symbol => !IsOfFunction(symbol) || ((isInProgram || !IsOfProgram(symbol)) && !IsShutOut(symbol, place)));
    }

    private static bool IsOfFunction(ISymbol symbol) => symbol is ILocalSymbol or IParameterSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction };

    private static bool IsOfProgram(ISymbol symbol) => symbol.ContainingSymbol is { Name: WellKnownMemberNames.TopLevelStatementsEntryPointMethodName };

    /// <summary>Whether a static function stands between the place and the declaration.</summary>
    private static bool IsShutOut(ISymbol symbol, SyntaxNode? place)
    {
        if (symbol is IMethodSymbol { IsStatic: true } or ILocalSymbol { IsConst: true } || symbol.DeclaringSyntaxReferences.IsEmpty)
        {
            return false;
        }

        SyntaxReference declaration = symbol.DeclaringSyntaxReferences[0];
        for (SyntaxNode? node = place; node is not null; node = node.Parent)
        {
            bool isStatic = node switch
            {
                LocalFunctionStatementSyntax function => function.Modifiers.Any(SyntaxKind.StaticKeyword),
                AnonymousFunctionExpressionSyntax function => function.Modifiers.Any(SyntaxKind.StaticKeyword),
                _ => false,
            };
            if (isStatic && !node.FullSpan.Contains(declaration.Span))
            {
                return true;
            }
        }

        return false;
    }
}
