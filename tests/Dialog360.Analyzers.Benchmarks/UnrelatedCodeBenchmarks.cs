using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dialog360.Analyzers.Benchmarks;

/// <summary>
/// What a project without sends pays. Where nothing names WhatsApp the two numbers must not be told apart; where a comment does, the
/// analyzers look at the calls and objects but build no graph and no list of callers.
/// </summary>
[MemoryDiagnoser]
public class UnrelatedCodeBenchmarks
{
    private CSharpCompilation _program = null!;
    private ImmutableArray<DiagnosticAnalyzer> _analyzers;

    [Params(false, true)]
    public bool MentionsWhatsApp { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _program = Programs.Unrelated(100, MentionsWhatsApp);
        _analyzers = Programs.Analyzers(typeof(Catalog.RuleDescriptors).Assembly);
    }

    [Benchmark(Baseline = true)]
    public int WithIdleAnalyzer() => Programs.Analyze(_program, Programs.Nothing);

    [Benchmark]
    public int WithAnalyzers() => Programs.Analyze(_program, _analyzers);
}
