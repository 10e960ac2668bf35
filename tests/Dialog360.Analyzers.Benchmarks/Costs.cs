using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Benchmarks;

/// <summary>What some work took: allocations repeat from run to run, times do not.</summary>
/// <param name="Bytes">The bytes that were allocated.</param>
/// <param name="Time">How long it took.</param>
internal readonly record struct Cost(long Bytes, TimeSpan Time)
{
    /// <summary>The same in megabytes.</summary>
    public double Megabytes => Bytes / 1048576.0;

    /// <summary>What it costs more than <paramref name="other"/>.</summary>
    public Cost Over(Cost other) => new(Bytes - other.Bytes, Time - other.Time);

    /// <summary>Measures some work.</summary>
    public static Cost Of(Action work)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        long before = GC.GetTotalAllocatedBytes(precise: true);
        Stopwatch watch = Stopwatch.StartNew();
        work();
        watch.Stop();
        return new Cost(GC.GetTotalAllocatedBytes(precise: true) - before, watch.Elapsed);
    }
}

/// <summary>Runs analyzers the way a build and an editor do.</summary>
internal static class Costs
{
    /// <summary>A whole compilation from its sources: parsed, checked by the compiler, analysed, without parallelism.</summary>
    public static Cost OfBuild(IReadOnlyList<(string Name, string Text)> files, ImmutableArray<DiagnosticAnalyzer> analyzers, bool isConcurrent = false)
    {
        CSharpCompilation compilation = Programs.Parse(files);
        return Cost.Of(() => Run(compilation, analyzers, isConcurrent).GetAllDiagnosticsAsync(CancellationToken.None).GetAwaiter().GetResult());
    }

    /// <summary>
    /// One file analysed again after a key was typed, as an editor does: the rest of the program stays, and the compiler has bound nothing of the new one.
    /// </summary>
    /// <param name="program">The program before, which was analysed.</param>
    /// <param name="analyzers">The analyzers.</param>
    /// <param name="typed">The file in which a key was typed.</param>
    /// <param name="asked">The files that are open.</param>
    /// <param name="edit">Makes the new text.</param>
    public static Cost OfKey(ref CSharpCompilation program, ImmutableArray<DiagnosticAnalyzer> analyzers, SyntaxTree typed, IReadOnlyList<SyntaxTree> asked, Func<string, string> edit)
    {
        SyntaxTree changed = CSharpSyntaxTree.ParseText(edit(typed.GetText().ToString()), (CSharpParseOptions)typed.Options, typed.FilePath);
        CSharpCompilation after = program.ReplaceSyntaxTree(typed, changed);
        program = after;
        return Cost.Of(() => Ask(after, analyzers, [.. asked.Select(tree => tree == typed ? changed : tree)]));
    }

    /// <summary>One line asked about, as the light bulb does, after another file was asked about in the same run: the program is known, the body is not.</summary>
    public static Cost OfBulb(CSharpCompilation program, ImmutableArray<DiagnosticAnalyzer> analyzers, SyntaxTree other, SyntaxTree file, TextSpan line)
    {
        CompilationWithAnalyzers run = Run(program, analyzers, isConcurrent: true);
        Ask(other, null);
        return Cost.Of(() => Ask(file, line));

        void Ask(SyntaxTree tree, TextSpan? span) => run.GetAnalyzerSemanticDiagnosticsAsync(program.GetSemanticModel(tree), span, CancellationToken.None).GetAwaiter().GetResult();
    }

    /// <summary>Asks for the diagnostics of some files.</summary>
    public static void Ask(CSharpCompilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, IReadOnlyList<SyntaxTree> files)
    {
        CompilationWithAnalyzers run = Run(compilation, analyzers, isConcurrent: true);
        foreach (SyntaxTree tree in files)
        {
            run.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), null, CancellationToken.None).GetAwaiter().GetResult();
        }
    }

    private static CompilationWithAnalyzers Run(CSharpCompilation compilation, ImmutableArray<DiagnosticAnalyzer> analyzers, bool isConcurrent) =>
        compilation.WithAnalyzers(
            analyzers,
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([]),
                static (exception, _, _) => throw new InvalidOperationException("An analyzer failed.", exception),
                isConcurrent,
                logAnalyzerExecutionTime: false));
}
