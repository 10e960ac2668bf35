using System.Collections.Immutable;
using Dialog360.Analyzers.Tests.Documentation;
using Dialog360.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Xunit.Abstractions;

namespace Dialog360.Analyzers.Tests.Matrix;

/// <summary>
/// Typing, simulated: what was typed so far of each sample file is judged by all analyzers, which must neither fail nor say that they did.
/// DIALOG360_LONG_TESTS=1 takes every prefix; else some at the ends of tokens. A few files are typed beside the others of their project,
/// which takes long, the rest alone.
/// </summary>
public class TypingTests(ITestOutputHelper output)
{
    private const int PrefixesOfAFile = 2;

    /// <summary>Every so many files, one is typed beside the others.</summary>
    private const int FilesAlone = 10;

    private const int PrefixesOfABlock = 3;

    /// <summary>The folders of sample projects.</summary>
    public static TheoryData<string> Projects =>
        [.. Directory.EnumerateDirectories(Path.Combine(Repository.Root, "tests/Consumers"))
            .Where(folder => Directory.EnumerateFiles(folder, "*.csproj").Any())
            .Select(folder => Path.GetFileName(folder)!)
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Sample_files_as_they_are_typed(string project)
    {
        Progress progress = new($"Prefixes of the files of {project}");
        string[] files = [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests/Consumers", project), "*.cs", SearchOption.AllDirectories)
            .Where(path => !Path.GetRelativePath(Repository.Root, path).Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
            .Order(StringComparer.Ordinal)
            .Select(File.ReadAllText)];
        CSharpCompilation compilation = new TestProgram("none", files).Compile();
        SyntaxTree[] trees = [.. compilation.SyntaxTrees.Skip(1)];
        Assert.Equal(files.Length, trees.Length);
        for (int index = 0; index < trees.Length; index++)
        {
            bool isAlone = Progress.IsLongRun || index % FilesAlone != 0;
            Type(isAlone ? compilation.RemoveSyntaxTrees(trees.Where(other => other != trees[index])) : compilation, trees[index], PrefixesOfAFile, seed: index, progress);
        }

        output.WriteLine(progress.ToString());
    }

    [Fact]
    public void Blocks_of_the_rule_pages_as_they_are_typed()
    {
        Progress progress = new("Prefixes of the code of the rule pages");
        int seed = 0;
        foreach (string id in RulePageTests.Pages)
        {
            foreach (string block in RulePage.Of(id).Blocks("Bad"))
            {
                CSharpCompilation compilation = new TestProgram("none", RulePageTests.Program(block)).Compile();
                Type(compilation, compilation.SyntaxTrees[^1], PrefixesOfABlock, seed++, progress);
            }
        }

        output.WriteLine(progress.ToString());
    }

    private static void Type(CSharpCompilation compilation, SyntaxTree tree, int count, int seed, Progress progress)
    {
        SourceText text = tree.GetText();
        Parallel.ForEach(Lengths(tree, text.Length, count, seed), length =>
        {
            SyntaxTree typed = tree.WithChangedText(text.Replace(TextSpan.FromBounds(length, text.Length), string.Empty));
            ImmutableArray<Diagnostic> found = TestProgram.Analyze(compilation.ReplaceSyntaxTree(tree, typed));
            Diagnostic? failure = found.FirstOrDefault(diagnostic => diagnostic.Id is "DLG0901" or "AD0001");
            Assert.True(failure is null, $"{failure}\n{typed}");
            progress.Add(1);
        });
    }

    private static IEnumerable<int> Lengths(SyntaxTree tree, int length, int count, int seed)
    {
        if (Progress.IsLongRun)
        {
            return Enumerable.Range(0, length + 1);
        }

        int[] ends = [.. tree.GetRoot().DescendantTokens().Select(token => token.Span.End).Distinct()];
        Random random = new(seed);
        return ends.Length == 0 ? [] : Enumerable.Range(0, count).Select(_ => ends[random.Next(ends.Length)]).Distinct();
    }
}
