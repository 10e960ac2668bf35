using System.Runtime.CompilerServices;
using Dialog360.Analyzers.Program.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Hosting;

/// <summary>
/// Tells whether a compilation speaks of WhatsApp or 360dialog at all. Where no file does, nothing is registered and the package
/// costs one look over the text; what a file says is kept with its tree, so an editor looks again only at what was typed.
/// </summary>
internal static class Gate
{
    /// <summary>In each project that sends such messages at least one file holds one of these words, in any case.</summary>
    private static readonly string[] Words = ["whatsapp", "360dialog", "dialog360", "d360", "messaging_product", "graph.facebook.com", "waba"];

    private static readonly TreeCache<StrongBox<bool>> Known = new(static (tree, cancellationToken) => new StrongBox<bool>(Speaks(tree.GetText(cancellationToken), cancellationToken)));

    /// <summary>Whether any file of the compilation speaks of it.</summary>
    public static bool IsOpen(Compilation compilation, CancellationToken cancellationToken)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            if (Known.Of(tree, cancellationToken).Value)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a text holds one of the words.</summary>
    internal static bool Speaks(SourceText text, CancellationToken cancellationToken) =>
        TextBuffer.Read(text, new TextSpan(0, text.Length), cancellationToken, static (characters, length, token) => Speaks(characters, length, token));

    [MethodImpl(HotLoop.Optimized)]
    private static bool Speaks(char[] chunk, int length, CancellationToken cancellationToken)
    {
        for (int index = 0; index < length; index++)
        {
            char character = chunk[index];
            if ((index & 0xFFFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (character is not ('w' or 'W' or '3' or 'd' or 'D' or 'm' or 'M' or 'g' or 'G'))
            {
                continue;
            }

            foreach (string word in Words)
            {
                if ((character | 0x20) == word[0] || character == word[0])
                {
                    if (StartsWith(chunk, index, length, word))
                    {
                        return true;
                    }
                }
            }
        }

        return false;
    }

    [MethodImpl(HotLoop.Optimized)]
    private static bool StartsWith(char[] chunk, int index, int length, string word)
    {
        if (index + word.Length > length)
        {
            return false;
        }

        for (int offset = 1; offset < word.Length; offset++)
        {
            char character = chunk[index + offset];
            if (character != word[offset] && !(character is >= 'A' and <= 'Z' && (character | 0x20) == word[offset]))
            {
                return false;
            }
        }

        return true;
    }
}
