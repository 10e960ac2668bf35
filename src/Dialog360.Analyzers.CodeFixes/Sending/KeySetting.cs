using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Rules.Access;
using Dialog360.Analyzers.Sending.Access;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.CodeFixes.Sending;

/// <summary>
/// The name of the setting that a key is read from. Keys stay as many as they were: the first key of a program gets the usual name, another one that
/// of its constant, and no name is given that the program reads already.
/// </summary>
internal static class KeySetting
{
    private const string Setting = "Dialog360:ApiKey";
    private const string Variable = "D360_API_KEY";

    private static readonly Regex Candidate = new("\"(?<key>[A-Za-z0-9_-]{8,})\"", RegexOptions.CultureInvariant);

    /// <summary>The name in a configuration, or of an environment variable.</summary>
    public static string NameFor(LiteralExpressionSyntax literal, bool isConfigured, SemanticModel model, EditContext editing)
    {
        string usual = isConfigured ? Setting : Variable;
        if (!IsRead(usual, model.Compilation, editing) && IsFirst(literal, model.Compilation, editing))
        {
            return usual;
        }

        string own = OwnName(literal, isConfigured) ?? usual;
        string name = own;
        for (int number = 2; name == usual || IsRead(name, model.Compilation, editing); number++)
        {
            name = own + (isConfigured ? string.Empty : "_") + number.ToString(CultureInfo.InvariantCulture);
        }

        return name;
    }

    private static bool IsRead(string name, Compilation compilation, EditContext editing) =>
        compilation.SyntaxTrees.Any(tree => tree.GetText(editing.CancellationToken).ToString().IndexOf("\"" + name + "\"", StringComparison.Ordinal) >= 0);

    /// <summary>Whether no other key stands before the first place of this one, in the order of files and lines.</summary>
    private static bool IsFirst(LiteralExpressionSyntax literal, Compilation compilation, EditContext editing)
    {
        string own = literal.Token.ValueText;
        foreach (SyntaxTree tree in compilation.SyntaxTrees.OrderBy(static tree => tree.FilePath, StringComparer.Ordinal))
        {
            foreach (Match match in Candidate.Matches(tree.GetText(editing.CancellationToken).ToString()))
            {
                string key = match.Groups["key"].Value;
                if (key == own)
                {
                    return true;
                }

                if (ApiKeys.IsReal(key) && IsReported(tree, new TextSpan(match.Index, match.Length), editing))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool IsReported(SyntaxTree tree, TextSpan place, EditContext editing) =>
        tree.GetRoot(editing.CancellationToken).FindNode(place, getInnermostNodeForTie: true) is LiteralExpressionSyntax other
        && editing.ModelOf(other).GetOperation(other, editing.CancellationToken) is ILiteralOperation operation && KeyInSource.IsReported(operation, editing.Resolver);

    /// <summary>A name made of that of the constant, member, local or key of a collection that holds it, or null.</summary>
    private static string? OwnName(LiteralExpressionSyntax literal, bool isConfigured)
    {
        string? declared = literal.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Identifier.ValueText,
            EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } => name.Identifier.ValueText,
            AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax access } => access.Name.Identifier.ValueText,
            ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText,
            _ => null,
        };
        ImmutableArray<string> words = declared is null ? ImmutableArray<string>.Empty : NameWords.Of(declared);
        if (words.IsEmpty)
        {
            return null;
        }

        return isConfigured
            ? "Dialog360:" + string.Concat(words.Select(static word => char.ToUpperInvariant(word[0]) + word.Substring(1)))
            : "D360_" + string.Join("_", words.Select(static word => word.ToUpperInvariant())).Replace("D_360_", string.Empty);
    }
}
