using System.Collections.Immutable;
using Dialog360.Analyzers.Hosting;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Tests.Documentation;
using Dialog360.Analyzers.Tests.Infrastructure;
using Dialog360.Analyzers.Tests.Programs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dialog360.Analyzers.Tests.Hosting;

/// <summary>
/// What is found in a body does not depend on which bodies were judged before it, nor on how many at once, and nothing is found in a body that the reach leaves out.
/// DIALOG360_LONG_TESTS=1 takes 200 generated programs, the ordinary run a sample.
/// </summary>
public sealed class OrderTests
{
    private const int GroupSize = 10;

    private static readonly SortedRules Rules = new(RuleList.All);

    public static TheoryData<string> Consumers => ["QuickStart", "Webhook", "Clinic", "Clean"];

    /// <summary>Groups of generated programs, each a compilation of its own.</summary>
    public static TheoryData<int> Generated => [.. Enumerable.Range(0, Progress.IsLongRun ? 200 / GroupSize : 2)];

    /// <summary>Whole programs as teams write them.</summary>
    public static TheoryData<string> Programs => [.. ProgramsTests.Senders.Cast<object[]>().Select(static row => "Senders/" + row[0]), .. ProgramsTests.Receivers.Cast<object[]>().Select(static row => "Receivers/" + row[0])];

    [Theory]
    [MemberData(nameof(Consumers))]
    public void Bodies_of_a_consumer_are_judged_alike_in_any_order(string consumer) => CheckOrder(() => ConsumerOf(consumer));

    [Theory]
    [MemberData(nameof(Generated))]
    public void Bodies_of_a_generated_program_are_judged_alike_in_any_order(int group) => Assert.NotEmpty(CheckOrder(() => GroupOf(group)));

    [Theory]
    [MemberData(nameof(Consumers))]
    public void Nothing_is_found_outside_the_reach_of_a_consumer(string consumer) => CheckReach(ConsumerOf(consumer));

    [Theory]
    [MemberData(nameof(Generated))]
    public void Nothing_is_found_outside_the_reach_of_a_generated_program(int group) => CheckReach(GroupOf(group));

    [Theory]
    [MemberData(nameof(Programs))]
    public void Nothing_is_found_outside_the_reach_of_a_program(string name) => CheckReach(ProgramsTests.CompilationOf(name));

    /// <summary>The sources of a consumer.</summary>
    internal static IEnumerable<(string Path, string Text)> SourcesOf(string consumer)
    {
        string folder = Path.Combine(Repository.Root, "tests", "Consumers", consumer);
        return Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(static path => !path.Contains(Path.DirectorySeparatorChar + "obj" + Path.DirectorySeparatorChar, StringComparison.Ordinal) && !path.Contains(Path.DirectorySeparatorChar + "bin" + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => (Path.GetRelativePath(folder, path), File.ReadAllText(path)));
    }

    private static CSharpCompilation ConsumerOf(string consumer) => CSharpCompilation.Create(
        consumer,
        SourcesOf(consumer).Select(static file => CSharpSyntaxTree.ParseText(file.Text, new CSharpParseOptions(LanguageVersion.Latest), file.Path)),
        TestReferences.All,
        new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));

    private static CSharpCompilation GroupOf(int group)
    {
        CSharpCompilation compilation = new TestProgram("none", [.. Enumerable.Range(group * GroupSize, GroupSize).Select(CallingPrograms.Of)]).Compile();
        Assert.Empty(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return compilation;
    }

    private static string[] CheckOrder(Func<CSharpCompilation> compile)
    {
        string[] inOrder = Judge(compile(), static bodies => bodies, isConcurrent: false);
        foreach (int seed in new[] { 1, 2, 3 })
        {
            Assert.Equal(inOrder, Judge(compile(), bodies => Shuffled(bodies, seed), isConcurrent: false));
        }

        Assert.Equal(inOrder, Judge(compile(), static bodies => bodies, isConcurrent: true));
        return inOrder;
    }

    /// <summary>The reach is found by names alone; binding everything finds no more.</summary>
    private static void CheckReach(CSharpCompilation compilation)
    {
        AnalyzerOptions options = new([]);
        List<string> reached = [];
        List<string> all = [];
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            FileScope file = FileScope.Of(tree, compilation, options, CancellationToken.None);
            reached.AddRange(Findings.BodiesIn(Rules, tree, null, file).SelectMany(body => FoundIn(body, file)));
            all.AddRange(Findings.In(Rules, tree, null, file).Select(static finding => finding.ToDiagnostic().ToString()));
        }

        Assert.Equal(all, reached);
    }

    private static IEnumerable<string> FoundIn(IOperation body, FileScope file) => Findings.In(Rules, body, file).Select(static finding => finding.ToDiagnostic().ToString());

    private static string[] Judge(CSharpCompilation compilation, Func<IOperation[], IOperation[]> order, bool isConcurrent)
    {
        ProgramModel program = ProgramModel.Of(compilation);
        IOperation[] bodies = order([.. compilation.SyntaxTrees.SelectMany(tree => OperationRoots.In(tree, program, CancellationToken.None))]);
        AnalyzerOptions options = new([]);
        List<string> findings = [];
        void One(IOperation body)
        {
            FileScope file = FileScope.Of(body.Syntax.SyntaxTree, compilation, options, CancellationToken.None);
            string[] found = [.. FoundIn(body, file)];
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
