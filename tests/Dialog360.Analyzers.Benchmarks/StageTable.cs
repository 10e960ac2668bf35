using System.Globalization;
using Dialog360.Analyzers.Hosting;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Files;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Sending.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dialog360.Analyzers.Benchmarks;

/// <summary>Tells which step of a build allocates what, one after the other on one thread: the place to begin where a budget is missed.</summary>
internal static class StageTable
{
    private static readonly (string Name, SortedRules Rules)[] Hosts =
    [
        ("payload", new SortedRules(RuleList.Payload)),
        ("sending", new SortedRules(RuleList.Sending)),
        ("session", new SortedRules(RuleList.Duties)),
        ("webhooks", new SortedRules(RuleList.Webhooks)),
    ];

    /// <summary>Prints the steps for the sources of a folder, first with all that a process does once, then without.</summary>
    public static void Print(string folder)
    {
        (string, string)[] files = [.. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(static path => (path, File.ReadAllText(path)))];
        foreach (string round in new[] { "first", "again" })
        {
            CSharpCompilation compilation = Programs.Parse(files);
            compilation.GetDiagnostics();
            foreach (SyntaxTree tree in compilation.SyntaxTrees)
            {
                tree.GetText();
            }

            ProgramModel program = ProgramModel.Of(compilation);
            Line(round, "the gate", Cost.Of(() => Gate.IsOpen(compilation, CancellationToken.None)));
            Line(round, "the words of files", Cost.Of(() => Each(compilation, static tree => FileSummary.Of(tree, CancellationToken.None))));
            Line(round, "the signs of files", Cost.Of(() => Each(compilation, static tree => TextEvidence.Of(tree, CancellationToken.None))));
            Line(round, "the reach", Cost.Of(() => SendingMembers.Of(program, CancellationToken.None)));
            AnalyzerOptions options = new([]);
            foreach ((string host, SortedRules rules) in Hosts)
            {
                int bodies = 0;
                Line(round, host, Cost.Of(() =>
                {
                    foreach (SyntaxTree tree in compilation.SyntaxTrees)
                    {
                        FileScope file = FileScope.Of(tree, compilation, options, CancellationToken.None);
                        foreach (IOperation root in Findings.BodiesIn(rules, tree, null, file))
                        {
                            bodies++;
                            foreach (Finding finding in Findings.In(rules, root, file))
                            {
                                GC.KeepAlive(finding);
                            }
                        }
                    }
                }));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {bodies} bodies"));
            }
        }
    }

    private static void Each(Compilation compilation, Action<SyntaxTree> read)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            read(tree);
        }
    }

    private static void Line(string round, string what, Cost cost) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{round}: {what}: {cost.Megabytes:0.0} MB, {cost.Time.TotalMilliseconds:0} ms"));
}
