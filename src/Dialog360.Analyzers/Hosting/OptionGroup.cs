using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dialog360.Analyzers.Hosting;

/// <summary>Files that follow each other and share their options, as most files of a compilation do.</summary>
/// <param name="Options">The options of the files.</param>
/// <param name="Files">The files, in the order of the compilation; at least one.</param>
internal sealed record OptionGroup(AnalyzerConfigOptions Options, IReadOnlyList<SyntaxTree> Files)
{
    /// <summary>The groups of a compilation: what options say is asked once for each.</summary>
    public static IEnumerable<OptionGroup> In(Compilation compilation, AnalyzerConfigOptionsProvider provider)
    {
        AnalyzerConfigOptions? shared = null;
        List<SyntaxTree> files = [];
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            AnalyzerConfigOptions options = provider.GetOptions(tree);
            if (options != shared)
            {
                if (shared is not null)
                {
                    yield return new OptionGroup(shared, files);
                }

                (shared, files) = (options, []);
            }

            files.Add(tree);
        }

        if (shared is not null)
        {
            yield return new OptionGroup(shared, files);
        }
    }
}
