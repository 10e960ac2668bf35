using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dialog360.Analyzers.Hosting;

/// <summary>Files that follow each other in a compilation and share their options, as most files do.</summary>
/// <param name="Options">The options of the files.</param>
/// <param name="First">The first of the files by its path.</param>
/// <param name="Start">The place of the first file in the compilation.</param>
/// <param name="Count">How many files there are.</param>
internal sealed record OptionGroup(AnalyzerConfigOptions Options, SyntaxTree First, int Start, int Count)
{
    /// <summary>The groups of a compilation: what options say is asked once for each.</summary>
    public static List<OptionGroup> In(Compilation compilation, AnalyzerConfigOptionsProvider provider)
    {
        List<OptionGroup> groups = [];
        (AnalyzerConfigOptions? shared, SyntaxTree? first, int start, int file) = (null, null, 0, 0);
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            AnalyzerConfigOptions options = provider.GetOptions(tree);
            if (options != shared)
            {
                Add();
                (shared, first, start) = (options, tree, file);
            }

            first = string.CompareOrdinal(tree.FilePath, first!.FilePath) < 0 ? tree : first;
            file++;
        }

        Add();
        return groups;

        void Add()
        {
            if (shared is not null)
            {
                groups.Add(new OptionGroup(shared, first!, start, file - start));
            }
        }
    }

    /// <summary>The files, in the order of the compilation.</summary>
    public IEnumerable<SyntaxTree> FilesIn(Compilation compilation) => compilation.SyntaxTrees.Skip(Start).Take(Count);
}
