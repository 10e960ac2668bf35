using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dialog360.Analyzers.Benchmarks;

/// <summary>What a project without WhatsApp code pays: the two numbers must not be told apart.</summary>
[MemoryDiagnoser]
public class UnrelatedCodeBenchmarks
{
    private CSharpCompilation _program = null!;
    private ImmutableArray<DiagnosticAnalyzer> _analyzers;

    [GlobalSetup]
    public void SetUp()
    {
        _program = Programs.Unrelated(100);
        _analyzers = Programs.Analyzers(typeof(Catalog.RuleDescriptors).Assembly);
    }

    [Benchmark(Baseline = true)]
    public int WithoutAnalyzers() => _program.Clone().GetDiagnostics().Length;

    [Benchmark]
    public int WithAnalyzers() => Programs.Analyze(_program, _analyzers);
}
