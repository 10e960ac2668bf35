using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>Tells types of the framework: windows of the screen, sessions of a web server or of a database.</summary>
internal static class ForeignTypes
{
    /// <summary>Whether a type comes from the framework or one of the libraries that have windows and sessions of their own.</summary>
    public static bool Is(ITypeSymbol? type) =>
        type?.ContainingNamespace?.ToDisplayString() is { } space
        && (space.StartsWith("System", StringComparison.Ordinal) || space.StartsWith("Microsoft.", StringComparison.Ordinal) || space.StartsWith("NHibernate", StringComparison.Ordinal) || space.StartsWith("Avalonia", StringComparison.Ordinal));
}
