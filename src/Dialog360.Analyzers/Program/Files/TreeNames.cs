using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Program.Files;

/// <summary>Where a name stands in a file. Nothing is kept: a file without the name is told by its summary, another is searched as text.</summary>
internal static class TreeNames
{
    /// <summary>The key of <c>new(...)</c>, which names no type.</summary>
    public const string ImplicitNew = "new()";

    /// <summary>Whether a name may stand in a file.</summary>
    public static bool May(SyntaxTree tree, string name, CancellationToken cancellationToken) => FileSummary.MayName(tree, name, cancellationToken);

    /// <summary>The places of <paramref name="name"/> in the code of a file, in the order of the text.</summary>
    public static IReadOnlyList<SyntaxNode> Named(SyntaxTree tree, string name, CancellationToken cancellationToken)
    {
        if (!FileSummary.MayName(tree, name, cancellationToken))
        {
            return [];
        }

        bool isNew = name == ImplicitNew;
        SourceText text = tree.GetText(cancellationToken);
        List<int> positions = TextBuffer.Read(text, new TextSpan(0, text.Length), NameNumber.Of(isNew ? "new" : name), static (characters, length, wanted) =>
        {
            List<int> found = [];
            for (int index = 0; NameNumber.Find(characters, length, ref index);)
            {
                int start = index;
                if (NameNumber.Read(characters, length, ref index) == wanted)
                {
                    found.Add(start);
                }
            }

            return found;
        });

        List<SyntaxNode> nodes = [];
        SyntaxNode root = tree.GetRoot(cancellationToken);
        foreach (int position in positions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            SyntaxToken token = root.FindToken(position);
            if (!token.Span.Contains(position))
            {
                continue;
            }

            if (isNew ? token.Parent is ImplicitObjectCreationExpressionSyntax creation && creation.NewKeyword == token
                : token.Parent is SimpleNameSyntax simple && simple.Identifier == token && token.ValueText == name)
            {
                nodes.Add(token.Parent);
            }
        }

        return nodes;
    }
}
