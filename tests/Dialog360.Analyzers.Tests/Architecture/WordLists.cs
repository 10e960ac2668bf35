using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Tests.Documentation;
using Dialog360.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dialog360.Analyzers.Tests.Architecture;

/// <summary>
/// Finds lists of words in C#: four or more different literals of letters in one collection, one switch, one chain of alternatives, or one call that makes a collection.
/// Names of types and members of the libraries that the tests know, names of meanings in the catalogue and keywords of C# are no words.
/// </summary>
internal static class WordLists
{
    private const int Least = 4;

    private static readonly Lazy<HashSet<string>> Names = new(ReadNames);

    /// <summary>The lists of a source text: the line on which each begins, and its words.</summary>
    public static IEnumerable<(int Line, string[] Words)> In(string source)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest)).GetRoot();
        return root.DescendantNodes().OfType<LiteralExpressionSyntax>()
            .Where(static literal => literal.IsKind(SyntaxKind.StringLiteralExpression) && IsWord(literal.Token.ValueText))
            .Select(static literal => (List: ListOf(literal), Word: literal.Token.ValueText))
            .Where(static each => each.List is not null)
            .GroupBy(static each => each.List!, static each => each.Word)
            .Select(static list => (list.Key.GetLocation().GetLineSpan().StartLinePosition.Line + 1, list.Distinct(StringComparer.OrdinalIgnoreCase).ToArray()))
            .Where(static list => list.Item2.Length >= Least);
    }

    private static bool IsWord(string text) => text.Length > 1 && text.All(char.IsLetter) && !Names.Value.Contains(text) && SyntaxFacts.GetKeywordKind(text) == SyntaxKind.None;

    /// <summary>The list in which a literal is an element, a label or an alternative; null where it is none of these.</summary>
    private static SyntaxNode? ListOf(LiteralExpressionSyntax literal)
    {
        SyntaxNode element = literal;
        while (element.Parent is ParenthesizedExpressionSyntax or TupleExpressionSyntax or ConstantPatternSyntax or ParenthesizedPatternSyntax or SubpatternSyntax or PositionalPatternClauseSyntax
            or RecursivePatternSyntax or ListPatternSyntax or PropertyPatternClauseSyntax or BinaryPatternSyntax or ExpressionElementSyntax or ArgumentSyntax { Parent: TupleExpressionSyntax })
        {
            element = element.Parent;
        }

        return element.Parent switch
        {
            CollectionExpressionSyntax or InitializerExpressionSyntax => element.Parent,
            SwitchExpressionArmSyntax arm when arm.Pattern == element => arm.Parent,
            CaseSwitchLabelSyntax or CasePatternSwitchLabelSyntax => element.Parent.Parent!.Parent,
            IsPatternExpressionSyntax => element.Parent,
            ArgumentSyntax { Parent: ArgumentListSyntax arguments } => Comparison(arguments.Parent!) ?? arguments,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } comparison => Comparison(comparison),
            _ => null,
        };
    }

    /// <summary>The chain of alternatives (<c>name == "a" || name == "b"</c>) that an expression is a link of; null where it is none.</summary>
    private static SyntaxNode? Comparison(SyntaxNode link)
    {
        SyntaxNode? chain = null;
        while (link.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalOrExpression } or ParenthesizedExpressionSyntax)
        {
            link = link.Parent;
            chain = link;
        }

        return chain;
    }

    /// <summary>The names of all types and members of the libraries, and those that the texts of libraries in the tests declare.</summary>
    private static HashSet<string> ReadNames()
    {
        HashSet<string> names = new(Vocabulary.Meanings, StringComparer.Ordinal);
        foreach (string path in TestReferences.All.OfType<PortableExecutableReference>().Select(static reference => reference.FilePath!))
        {
            using PEReader file = new(File.OpenRead(path));
            MetadataReader reader = file.GetMetadataReader();
            foreach (TypeDefinition type in reader.TypeDefinitions.Select(reader.GetTypeDefinition))
            {
                AddName(names, reader.GetString(type.Name));
                names.UnionWith(reader.GetString(type.Namespace).Split('.'));
            }

            names.UnionWith(reader.MethodDefinitions.Select(handle => reader.GetString(reader.GetMethodDefinition(handle).Name)));
            names.UnionWith(reader.PropertyDefinitions.Select(handle => reader.GetString(reader.GetPropertyDefinition(handle).Name)));
            names.UnionWith(reader.FieldDefinitions.Select(handle => reader.GetString(reader.GetFieldDefinition(handle).Name)));
        }

        string tests = Path.Combine(Repository.Root, "tests", "Dialog360.Analyzers.Tests");
        foreach (string path in Directory.EnumerateFiles(Path.Combine(tests, "Programs", "Libraries"), "*.cs").Concat(Directory.EnumerateFiles(Path.Combine(tests, "Sending"), "*LookAlike*.cs")))
        {
            foreach (System.Text.RegularExpressions.Match word in System.Text.RegularExpressions.Regex.Matches(File.ReadAllText(path), @"\w+"))
            {
                AddName(names, word.Value);
            }
        }

        return names;
    }

    private static void AddName(HashSet<string> names, string type)
    {
        int arity = type.IndexOf('`', StringComparison.Ordinal);
        string name = arity < 0 ? type : type[..arity];
        names.Add(name);
        if (name.EndsWith("Attribute", StringComparison.Ordinal))
        {
            names.Add(name[..^"Attribute".Length]);
        }
    }
}
