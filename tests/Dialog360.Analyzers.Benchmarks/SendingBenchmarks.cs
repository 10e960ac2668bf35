using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dialog360.Analyzers.Benchmarks;

/// <summary>Programs that send, of growing size: the time must grow in step with the methods.</summary>
[MemoryDiagnoser]
public class SendingBenchmarks
{
    private CSharpCompilation _program = null!;
    private ImmutableArray<DiagnosticAnalyzer> _analyzers;

    [Params(500, 1000, 2000)]
    public int Methods { get; set; }

    /// <summary>How many methods a chain of calls goes through.</summary>
    [Params(10, 250)]
    public int Depth { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _program = Programs.Sending(Methods, Depth);
        _analyzers = Programs.Analyzers(typeof(Catalog.RuleDescriptors).Assembly);
    }

    [Benchmark(Baseline = true)]
    public int WithIdleAnalyzer() => Programs.Analyze(_program, Programs.Nothing);

    [Benchmark]
    public int WithAnalyzers() => Programs.Analyze(_program, _analyzers);
}
