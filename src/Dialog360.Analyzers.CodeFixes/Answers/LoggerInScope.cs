using Dialog360.Analyzers.CodeFixes.Sending;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.CodeFixes.Answers;

/// <summary>Finds the logger that a statement can write to.</summary>
internal static class LoggerInScope
{
    /// <summary>A logger in scope whose <c>LogError</c> can be called at a statement; null where there is none.</summary>
    public static string? At(StatementSyntax place, SemanticModel model)
    {
        foreach (ISymbol symbol in UsableNames.At(place.SpanStart, model))
        {
            ITypeSymbol? type = symbol switch
            {
                IFieldSymbol { IsImplicitlyDeclared: false } field => field.Type,
                IPropertySymbol property => property.Type,
                IParameterSymbol parameter => parameter.Type,
                ILocalSymbol local when local.Locations[0].SourceSpan.Start < place.SpanStart => local.Type,
                _ => null,
            };
            if (type is { Name: "ILogger" } && model.LookupSymbols(place.SpanStart, type, "LogError", includeReducedExtensionMethods: true).Length > 0)
            {
                return symbol.Name;
            }
        }

        return null;
    }
}
