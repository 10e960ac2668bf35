using System.Text.RegularExpressions;
using Dialog360.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.CodeFixes.Editing;

/// <summary>Fits the C# of the catalogue into a place: full names of types become as short as the <c>using</c>s of the file allow.</summary>
internal static class Snippets
{
    /// <summary>Stands for the value while names are shortened, so that nothing in the value is touched.</summary>
    private const string Mark = "\u0001";

    private static readonly Regex QualifiedName = new(@"\b(?:[A-Z]\w*\.)+[A-Z]\w*", RegexOptions.CultureInvariant);

    /// <summary>What stands before and behind the value in a snippet; null where the program lacks a type that the snippet names.</summary>
    /// <param name="fixId">The fix.</param>
    /// <param name="placeholder">The name of the value's placeholder.</param>
    /// <param name="place">Where the snippet goes.</param>
    /// <param name="context">The program.</param>
    public static (string Before, string After)? Around(string fixId, string placeholder, SyntaxNode place, EditContext context)
    {
        if (Shorten(FixTexts.Snippet(fixId, (placeholder, Mark)), place, context) is not { } text)
        {
            return null;
        }

        int mark = text.IndexOf(Mark, StringComparison.Ordinal);
        return mark < 0 ? null : (text.Substring(0, mark), text.Substring(mark + Mark.Length));
    }

    /// <summary>The snippet with short names; null where a type is not known.</summary>
    public static string? Shorten(string snippet, SyntaxNode place, EditContext context)
    {
        bool isKnown = true;
        string text = QualifiedName.Replace(snippet, match =>
        {
            string name = match.Value;
            for (int end = name.Length; end > 0; end = name.LastIndexOf('.', end - 1))
            {
                if (context.NameOf(name.Substring(0, end), place) is { } type)
                {
                    return type + name.Substring(end);
                }
            }

            isKnown = false;
            return name;
        });
        return isKnown ? text : null;
    }
}
