using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Benchmarks;

/// <summary>One table of all that the package costs, over an analyzer that does nothing.</summary>
internal static class QuickTable
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Ours = Programs.Analyzers(typeof(Catalog.RuleDescriptors).Assembly);

    private static readonly (string Name, Action<string> Print)[] Rows =
    [
        ("plain", static name => BuildRow(name, "a program of 1,000 files without a word of WhatsApp", 1000, 0, 0)),
        ("mixed", static name => BuildRow(name, "the same with three files that send and three that post elsewhere", 1000, 3, 3)),
        ("dense", static name => BuildRow(name, "code full of messages (60 files that send, 30 of callers)", 0, 60, 0)),
        ("keys40", static _ => KeyRows(40, 20)),
        ("keys200", static _ => KeyRows(200, 200)),
        ("kept", static _ => KeptRow()),
    ];

    /// <summary>Prints the table, or the rows of those names.</summary>
    public static void Print(string[] names)
    {
        Console.WriteLine("| what | allocated | time |");
        Console.WriteLine("|---|---|---|");
        Costs.OfBuild([.. GeneratedProgram.Files(5, 3, 2)], Programs.Nothing);
        Costs.OfBuild([.. GeneratedProgram.Files(5, 3, 2)], Ours);
        foreach ((string name, Action<string> print) in Rows)
        {
            if (names.Length == 0 || names.Contains(name))
            {
                print(name);
            }
        }
    }

    private static void BuildRow(string name, string what, int plain, int senders, int posters)
    {
        IReadOnlyList<(string, string)> files = [.. GeneratedProgram.Files(plain, senders, posters)];
        Cost nothing = Costs.OfBuild(files, Programs.Nothing);
        Cost ours = Costs.OfBuild(files, Ours);
        int lines = files.Sum(file => file.Item2.Count(static character => character == '\n'));
        Line($"{name}: {what}, {lines.ToString("N0", CultureInfo.InvariantCulture)} lines", ours.Over(nothing));
    }

    private static void KeyRows(int senders, int posters)
    {
        CSharpCompilation program = Programs.Parse(GeneratedProgram.Files(2000 - senders - ((senders + 1) / 2) - posters, senders, posters));
        string what = string.Create(CultureInfo.InvariantCulture, $"2,000 files, {senders} of which send");
        Costs.Ask(program, Ours, [.. program.SyntaxTrees.Take(10), program.SyntaxTrees.First(IsSender)]);

        // Both are asked about the same edits, each in turn, so that what only the first key costs is not counted.
        Key(what + ": a key in a file that has nothing to do with it", static tree => tree.FilePath == "Plain0007.cs", static tree => tree.FilePath == "Plain0007.cs");
        Key(what + ": a key in a sender's file", static tree => tree.FilePath == "Sender0007.cs", static tree => tree.FilePath == "Sender0007.cs");
        Key(what + ": ten open files asked after a key in one", static tree => tree.FilePath == "Plain0007.cs", static tree => tree.FilePath.StartsWith("Plain000", StringComparison.Ordinal));

        BulbRow(what + ": the light bulb of one line of a sender", program, program.SyntaxTrees.First(IsSender));

        void Key(string row, Func<SyntaxTree, bool> typed, Func<SyntaxTree, bool> asked)
        {
            Cost[] ours = new Cost[5];
            Cost[] nothing = new Cost[ours.Length];
            Cost[] callback = new Cost[ours.Length];
            for (int round = 0; round < ours.Length; round++)
            {
                nothing[round] = One(Programs.Nothing, round);
                callback[round] = One(Programs.Callback, round);
                ours[round] = One(Ours, round);
            }

            Line(row, Middle(ours).Over(Middle(nothing)));
            Line(row + ", over a callback that does nothing", Middle(ours).Over(Middle(callback)));

            Cost One(ImmutableArray<DiagnosticAnalyzer> analyzers, int round) => Costs.OfKey(
                ref program,
                analyzers,
                program.SyntaxTrees.First(typed),
                [.. program.SyntaxTrees.Where(asked)],
                text => text.Insert(text.LastIndexOf('}'), string.Create(CultureInfo.InvariantCulture, $"    private string typed{round};\n")));
        }
    }

    private static void BulbRow(string row, CSharpCompilation program, SyntaxTree file)
    {
        TextSpan line = file.GetText().Lines.First(static each => each.ToString().Contains("Async(", StringComparison.Ordinal) && each.ToString().Contains("await ", StringComparison.Ordinal)).Span;
        SyntaxTree other = program.SyntaxTrees.First(static tree => tree.FilePath == "Sender0008.cs");
        (Cost[] ours, Cost[] nothing) = (new Cost[9], new Cost[9]);
        for (int round = 0; round < ours.Length; round++)
        {
            nothing[round] = Costs.OfBulb(program, Programs.Callback, other, file, line);
            ours[round] = Costs.OfBulb(program, Ours, other, file, line);
        }

        Line(row + ", over a callback that does nothing", Middle(ours).Over(Middle(nothing)));
    }

    private static void KeptRow()
    {
        IReadOnlyList<(string, string Text)> files = [.. GeneratedProgram.Files(2000, 20, 20)];
        CSharpCompilation program = Programs.Parse(files);
        Costs.Ask(program, Programs.Nothing, [program.SyntaxTrees.First(IsSender)]);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        Costs.Ask(program.Clone(), Ours, [program.SyntaxTrees.First(IsSender)]);
        long kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        double millions = files.Sum(static file => (double)file.Text.Length) / 1e6;
        GC.KeepAlive(program);
        Line(string.Create(CultureInfo.InvariantCulture, $"memory kept for 10 million characters of source (measured on {millions:0.0})"), new Cost((long)(kept * 10 / millions), TimeSpan.Zero));
    }

    private static bool IsSender(SyntaxTree tree) => tree.FilePath == "Sender0007.cs";

    private static Cost Middle(Cost[] costs) => new(Median(costs.Select(static cost => cost.Bytes)), TimeSpan.FromTicks(Median(costs.Select(static cost => cost.Time.Ticks))));

    private static long Median(IEnumerable<long> values) => values.Order().ElementAt(values.Count() / 2);

    private static void Line(string what, Cost cost) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {cost.Megabytes:0.0} MB | {cost.Time.TotalMilliseconds:0} ms |"));
}
