using System.Text.RegularExpressions;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Tests.Fixes;
using Dialog360.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Tests.Documentation;

/// <summary>The examples of the catalogue's fixes, made: the code that changes, before and after.</summary>
internal static class FixExamples
{
    /// <summary>Of a long result the page shows so many lines at each end.</summary>
    private const int Shown = 20;

    /// <summary>The title that is offered, and the code before and after; null for a fix whose example is on the page of its rule.</summary>
    public static async Task<(string Title, string Before, string After)?> OfAsync(FixEntry fix)
    {
        if (CatalogueFixTests.Examples.Select(static row => ((string)row[0], (string)row[1])).FirstOrDefault(row => row.Item1 == fix.Id) is not (not null, var program))
        {
            return null;
        }

        string title = "^" + Regex.Replace(Regex.Escape(fix.Title), @"\\\{\d}", ".+") + "$";
        (Document file, List<CodeAction> actions) = await Repairs.OfAsync(program);
        CodeAction action = actions.First(action => Regex.IsMatch(action.Title, title));
        string before = (await file.GetTextAsync()).ToString();
        string after = await Repairs.ApplyAsync(file, action);
        int start = Enumerable.Range(0, Math.Min(before.Length, after.Length)).First(index => before[index] != after[index]);
        int end = Enumerable.Range(0, Math.Min(before.Length, after.Length) - start).TakeWhile(index => before[^(index + 1)] == after[^(index + 1)]).Count();
        int first = Math.Min(Around(before, start, before.Length - end).SpanStart, Around(after, start, after.Length - end).SpanStart);
        return (action.Title, Code(Around(before, first, before.Length - end)), Code(Around(after, first, after.Length - end)));
    }

    /// <summary>The smallest statement or member around what changes.</summary>
    private static SyntaxNode Around(string program, int start, int end)
    {
        SyntaxNode root = CSharpSyntaxTree.ParseText(program).GetRoot();
        SyntaxNode changed = root.FindNode(TextSpan.FromBounds(Math.Max(0, start), Math.Max(start, end)));
        return changed.FirstAncestorOrSelf<SyntaxNode>(node => node.SpanStart <= start && node is StatementSyntax and not BlockSyntax or MemberDeclarationSyntax and not GlobalStatementSyntax) ?? root;
    }

    /// <summary>The code, laid out.</summary>
    private static string Code(SyntaxNode node)
    {
        string[] lines = Regex.Replace(node.NormalizeWhitespace(eol: "\n").ToFullString().Trim(), @"\n\n( *: )", "\n$1").Split('\n');
        return string.Join('\n', lines.Length <= Shown * 3 ? lines : [.. lines[..Shown], "// …", .. lines[^Shown..]]);
    }
}
