using System.Collections.Immutable;
using Dialog360.Analyzers.Hosting;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Tests.Documentation;
using Dialog360.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dialog360.Analyzers.Tests.Hosting;

/// <summary>What is found in a body does not depend on which bodies were judged before it, nor on how many at once.</summary>
public sealed class OrderTests
{
    private static readonly SortedRules Rules = new(RuleList.All);

    public static TheoryData<string> Consumers => ["QuickStart", "Webhook", "Clinic", "Clean"];

    [Theory]
    [MemberData(nameof(Consumers))]
    public void Bodies_of_a_consumer_are_judged_alike_in_any_order(string consumer)
    {
        string[] inOrder = Judge(consumer, static bodies => bodies, isConcurrent: false);
        foreach (int seed in new[] { 1, 2, 3 })
        {
            Assert.Equal(inOrder, Judge(consumer, bodies => Shuffled(bodies, seed), isConcurrent: false));
        }

        Assert.Equal(inOrder, Judge(consumer, static bodies => bodies, isConcurrent: true));
    }

    /// <summary>The sources of a consumer.</summary>
    internal static IEnumerable<(string Path, string Text)> SourcesOf(string consumer)
    {
        string folder = Path.Combine(Repository.Root, "tests", "Consumers", consumer);
        return Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(static path => !path.Contains(Path.DirectorySeparatorChar + "obj" + Path.DirectorySeparatorChar, StringComparison.Ordinal) && !path.Contains(Path.DirectorySeparatorChar + "bin" + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => (Path.GetRelativePath(folder, path), File.ReadAllText(path)));
    }

    private static string[] Judge(string consumer, Func<IOperation[], IOperation[]> order, bool isConcurrent)
    {
        CSharpCompilation compilation = CSharpCompilation.Create(
            consumer,
            SourcesOf(consumer).Select(static file => CSharpSyntaxTree.ParseText(file.Text, new CSharpParseOptions(LanguageVersion.Latest), file.Path)),
            TestReferences.All,
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        ProgramModel program = ProgramModel.Of(compilation);
        IOperation[] bodies = order([.. compilation.SyntaxTrees.SelectMany(tree => OperationRoots.In(tree, program, CancellationToken.None))]);
        AnalyzerOptions options = new([]);
        List<string> findings = [];
        void One(IOperation body)
        {
            FileScope file = FileScope.Of(body.Syntax.SyntaxTree, compilation, options, CancellationToken.None);
            string[] found = [.. Findings.In(Rules, body, file).Select(static finding => finding.ToDiagnostic().ToString())];
            lock (findings)
            {
                findings.AddRange(found);
            }
        }

        if (isConcurrent)
        {
            Parallel.ForEach(bodies, new ParallelOptions { MaxDegreeOfParallelism = 8 }, One);
        }
        else
        {
            Array.ForEach(bodies, One);
        }

        return [.. findings.Order(StringComparer.Ordinal)];
    }

    private static IOperation[] Shuffled(IOperation[] bodies, int seed)
    {
        new Random(seed).Shuffle(bodies);
        return bodies;
    }
}
