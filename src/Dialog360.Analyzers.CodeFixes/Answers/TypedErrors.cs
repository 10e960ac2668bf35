using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.CodeFixes.Answers;

/// <summary>The typed catalogue of a project that has it on: one reader of every error body, which never throws.</summary>
internal static class TypedErrors
{
    private const string Reader = "Dialog360Error";

    /// <summary>The expression that reads the error of an answer; null where the project has no typed catalogue, or the answer is of another library.</summary>
    public static string? ReadOf(AnswerValue value, SemanticModel model) =>
        value is { Type.Name: "HttpResponseMessage", MayAwait: true } ? ReadOf(value.Name, value.Place.Statement, model) : null;

    /// <summary>The same for a variable that holds an <c>HttpResponseMessage</c>.</summary>
    public static string? ReadOf(string answer, SyntaxNode place, SemanticModel model) =>
        TypeIn(model.Compilation) is { } type ? $"await {type.ToMinimalDisplayString(model, place.SpanStart)}.ReadAsync({answer})" : null;

    /// <summary>The reader that the generator has written into the project.</summary>
    public static INamedTypeSymbol? TypeIn(Compilation compilation)
    {
        foreach (INamedTypeSymbol type in compilation.GetSymbolsWithName(Reader, SymbolFilter.Type).OfType<INamedTypeSymbol>())
        {
            if (type is { DeclaredAccessibility: Accessibility.Internal, ContainingType: null } && type.GetMembers("ReadAsync").Any(static member => member.IsStatic))
            {
                return type;
            }
        }

        return null;
    }
}
