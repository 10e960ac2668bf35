using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.CodeFixes.Sending.Session;

/// <summary>The static classes that a program declares.</summary>
internal static class StaticTypes
{
    private const int MaxTypes = 4000;

    /// <summary>The static classes at the top of the source's namespaces, in their order.</summary>
    public static IEnumerable<INamedTypeSymbol> Of(Compilation compilation, CancellationToken cancellationToken)
    {
        Stack<INamespaceSymbol> open = new();
        open.Push(compilation.Assembly.GlobalNamespace);
        int seen = 0;
        while (open.Count > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            INamespaceSymbol space = open.Pop();
            foreach (INamedTypeSymbol type in space.GetTypeMembers())
            {
                if (++seen > MaxTypes)
                {
                    yield break;
                }

                if (type.IsStatic)
                {
                    yield return type;
                }
            }

            foreach (INamespaceSymbol inner in space.GetNamespaceMembers().Reverse())
            {
                open.Push(inner);
            }
        }
    }
}
