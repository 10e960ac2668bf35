using Dialog360.Analyzers.Program;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Sending;

/// <summary>Finds the configuration that code can read at a place: one that has a name there, or that of a builder, a host or a context which has one.</summary>
internal static class ConfigurationInScope
{
    private const string Configuration = "Configuration";

    /// <summary>How the configuration is written there; null where there is none.</summary>
    public static string? At(SyntaxNode place, SemanticModel model)
    {
        // An initializer sees no instance, only what the header of its type takes.
        bool isInitializer = place.FirstAncestorOrSelf<StatementSyntax>() is null && place.FirstAncestorOrSelf<ArrowExpressionClauseSyntax>() is null && place.FirstAncestorOrSelf<AnonymousFunctionExpressionSyntax>() is null;
        if (isInitializer && place.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.Modifiers.Any(static modifier => modifier.IsKind(SyntaxKind.StaticKeyword) || modifier.IsKind(SyntaxKind.ConstKeyword)) is not false)
        {
            return null;
        }

        bool isStatic = model.GetEnclosingSymbol(place.SpanStart) is { IsStatic: true };
        string? indirect = null;
        foreach (ISymbol symbol in UsableNames.At(place.SpanStart, model).OrderBy(static symbol => symbol.Name, StringComparer.Ordinal))
        {
            if (TypeOf(symbol, place, isStatic, isInitializer) is not { } type)
            {
                continue;
            }

            if (IsConfiguration(type))
            {
                return symbol.Name;
            }

            indirect ??= IsOfHost(type) ? $"{symbol.Name}.{Configuration}" : null;
        }

        return indirect;
    }

    private static ITypeSymbol? TypeOf(ISymbol symbol, SyntaxNode place, bool isStatic, bool isInitializer) => symbol switch
    {
        ILocalSymbol local when local.Locations[0].SourceSpan.End < place.SpanStart => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field when !isInitializer && (field.IsStatic || !isStatic) => field.Type,
        IPropertySymbol property when !isInitializer && (property.IsStatic || !isStatic) => property.Type,
        _ => null,
    };

    private static bool IsConfiguration(ITypeSymbol type) => Names.IsOrDerives(type, "IConfiguration");

    /// <summary>Whether it is a type of the framework with a property that gives the configuration, such as <c>WebApplicationBuilder</c> and <c>HostBuilderContext</c>.</summary>
    private static bool IsOfHost(ITypeSymbol type)
    {
        for (ITypeSymbol? current = type; current is not null; current = current.BaseType)
        {
            if (current.GetMembers(Configuration).OfType<IPropertySymbol>().Any(static property => property.DeclaredAccessibility == Accessibility.Public && IsConfiguration(property.Type)))
            {
                return true;
            }
        }

        return type.AllInterfaces.Any(static contract => contract.GetMembers(Configuration).OfType<IPropertySymbol>().Any(static property => IsConfiguration(property.Type)));
    }
}
