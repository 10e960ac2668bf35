using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Program.Files;

/// <summary>What is read from single files, kept as long as their trees live. Asking again allocates nothing: a key asks for all files of a program.</summary>
internal sealed class TreeCache<T>
    where T : class
{
    private readonly ConditionalWeakTable<SyntaxTree, T> _known = new();
    private readonly Func<SyntaxTree, CancellationToken, T> _read;

    /// <summary>Creates it.</summary>
    /// <param name="read">Reads one file.</param>
    public TreeCache(Func<SyntaxTree, CancellationToken, T> read)
    {
        _read = read;
    }

    /// <summary>What was read from that file.</summary>
    public T Of(SyntaxTree tree, CancellationToken cancellationToken) => _known.TryGetValue(tree, out T? known) ? known : Read(tree, cancellationToken);

    private T Read(SyntaxTree tree, CancellationToken cancellationToken)
    {
        T read = _read(tree, cancellationToken);
        return _known.GetValue(tree, _ => read);
    }
}
