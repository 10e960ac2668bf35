using System.Runtime.CompilerServices;
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
        List<int> positions = TextBuffer.Read(text, new TextSpan(0, text.Length), isNew ? "new" : name, static (characters, length, wanted) => Find(characters, length, wanted) ?? FindEscaped(characters, length, wanted));

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

    /// <summary>Where a word stands; null for a text in which names may be written with escapes.</summary>
    [MethodImpl(HotLoop.Optimized)]
    private static List<int>? Find(char[] characters, int length, string wanted)
    {
        List<int> found = [];
        char first = wanted[0];
        for (int index = 0; index < length; index++)
        {
            char character = characters[index];
            if (character == '\\' && index + 1 < length && characters[index + 1] == 'u')
            {
                return null;
            }

            if (character == first && IsAt(characters, length, index, wanted))
            {
                found.Add(index);
            }
        }

        return found;
    }

    private static bool IsAt(char[] characters, int length, int index, string wanted)
    {
        int end = index + wanted.Length;
        if (end > length || (index > 0 && NameNumber.PartAt(characters, length, index - 1, out _) > 0) || (end < length && NameNumber.PartAt(characters, length, end, out _) > 0))
        {
            return false;
        }

        for (int offset = 1; offset < wanted.Length; offset++)
        {
            if (characters[index + offset] != wanted[offset])
            {
                return false;
            }
        }

        return true;
    }

    private static List<int> FindEscaped(char[] characters, int length, string wanted)
    {
        List<int> found = [];
        int number = NameNumber.Of(wanted);
        for (int index = 0; NameNumber.Find(characters, length, ref index);)
        {
            int start = index;
            if (NameNumber.Read(characters, length, ref index) == number)
            {
                found.Add(start);
            }
        }

        return found;
    }
}
