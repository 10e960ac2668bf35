using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.CodeFixes.Sending.Session;

/// <summary>Writes the arguments of a call that sends or builds a template, with placeholders for what only the user knows.</summary>
internal static class TemplateArguments
{
    /// <summary>The arguments, without parentheses, and how many placeholders stand in them; null where a parameter takes something that is not at hand.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="known">The C# of an argument that is known; null for others.</param>
    /// <param name="place">Where the call is written.</param>
    /// <param name="context">The program.</param>
    public static (string List, int Placeholders)? For(IEnumerable<IParameterSymbol> parameters, Func<IParameterSymbol, string?> known, SyntaxNode place, EditContext context)
    {
        List<string> arguments = [];
        int placeholders = 0;
        bool hasGap = false;
        bool hasName = false;
        foreach (IParameterSymbol parameter in parameters)
        {
            string? argument = known(parameter);
            if (argument is null && (parameter.IsOptional || parameter.IsParams))
            {
                hasGap = true;
                continue;
            }

            if (argument is null)
            {
                argument = Placeholder(parameter, ref hasName, place, context);
                placeholders++;
            }

            if (argument is null || parameter.RefKind != RefKind.None)
            {
                return null;
            }

            arguments.Add(hasGap ? $"{EditContext.Identifier(parameter.Name)}: {argument}" : argument);
        }

        return (string.Join(", ", arguments), placeholders);
    }

    private static string? Placeholder(IParameterSymbol parameter, ref bool hasName, SyntaxNode place, EditContext context)
    {
        ParameterMeaning meaning = ParameterWords.Of(parameter);
        if (meaning == ParameterMeaning.Language)
        {
            return TypedValues.Write(NewValue.Of(TemplateContent.Language), parameter.Type, place, context);
        }

        if (parameter.Type.SpecialType == SpecialType.System_String)
        {
            bool isName = !hasName && meaning is ParameterMeaning.Template or ParameterMeaning.Unknown;
            hasName |= isName;
            return LiteralCodec.Quote(isName ? TemplateContent.Name : meaning == ParameterMeaning.Namespace ? TemplateContent.Namespace : string.Join("_", NameWords.Of(parameter.Name)).ToUpperInvariant());
        }

        return EmptyList(parameter.Type, place, context);
    }

    /// <summary>A list without elements: a template without parameters.</summary>
    private static string? EmptyList(ITypeSymbol type, SyntaxNode place, EditContext context)
    {
        ITypeSymbol? element = type switch
        {
            IArrayTypeSymbol { Rank: 1, ElementType: var inner } => inner,
            INamedTypeSymbol { Name: "IEnumerable" or "IReadOnlyList" or "IReadOnlyCollection" or "IList" or "ICollection", TypeArguments: [var inner] } => inner,
            _ => null,
        };
        if (element is not null)
        {
            return context.NameOf("System.Array", place) is { } array ? $"{array}.Empty<{Name(element)}>()" : null;
        }

        return type is INamedTypeSymbol { Name: "List" or "Dictionary", ContainingNamespace.Name: "Generic" } ? $"new {Name(type)}()" : null;

        string Name(ITypeSymbol named) => named.ToMinimalDisplayString(context.ModelOf(place), place.SpanStart);
    }
}
