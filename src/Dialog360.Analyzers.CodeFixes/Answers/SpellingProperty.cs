using Dialog360.Analyzers.Answers;
using Dialog360.Analyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Answers;

/// <summary>
/// Writes the property for the other spelling of a name. It only sets the one that is there, so whoever reads that finds the value in either spelling.
/// </summary>
internal static class SpellingProperty
{
    /// <summary>The property after <paramref name="property"/>; null where it cannot be set from beside, or its attribute needs a getter.</summary>
    public static SourceChange? Beside(PropertyDeclarationSyntax property, EnvelopeRead read)
    {
        AccessorDeclarationSyntax? setter = property.AccessorList?.Accessors.FirstOrDefault(static accessor => accessor.Kind() is SyntaxKind.SetAccessorDeclaration or SyntaxKind.InitAccessorDeclaration);
        if (setter is null || setter.Modifiers.Count > 0 || property.Parent is not TypeDeclarationSyntax type || property.Modifiers.Any(static modifier => !IsAccess(modifier.Kind()))
            || read.Place.Parent?.Parent?.Parent?.Parent is not AttributeSyntax attribute || attribute.Name.ToString().Contains("DataMember"))
        {
            return null;
        }

        string name = property.Identifier.Text + (read.Other.Contains("_") ? "InSnakeCase" : "InCamelCase");
        if (type.Members.OfType<PropertyDeclarationSyntax>().Any(other => other.Identifier.Text == name))
        {
            return null;
        }

        string lineBreak = SourceLayout.LineBreak(property);
        string indent = lineBreak + SourceLayout.IndentOf(property);
        string written = attribute.ToString().Replace("\"" + read.Name + "\"", "\"" + read.Other + "\"");
        bool isOwnLine = property.AttributeLists.Count > 0 && property.AttributeLists.Last().GetLastToken().TrailingTrivia.ToFullString().Contains("\n");
        string modifiers = string.Concat(property.Modifiers.Select(static modifier => modifier.Text + " "));
        string text = $"{(isOwnLine ? lineBreak : string.Empty)}{indent}[{written}]{(isOwnLine ? indent : " ")}{modifiers}{property.Type} {name} {{ {setter.Keyword.Text} => {property.Identifier.Text} = value; }}";
        return new SourceChange(property.SyntaxTree, new TextSpan(property.Span.End, 0), text);
    }

    private static bool IsAccess(SyntaxKind kind) => kind is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword;
}
