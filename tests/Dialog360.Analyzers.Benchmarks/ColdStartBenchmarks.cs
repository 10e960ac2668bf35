using System.Reflection;
using System.Runtime.Loader;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dialog360.Analyzers.Benchmarks;

/// <summary>The first moments in a compiler process: load the assembly, read the catalogue, say which rules there are.</summary>
[SimpleJob(RunStrategy.ColdStart, launchCount: 5, iterationCount: 1)]
public class ColdStartBenchmarks
{
    private readonly string _path = typeof(Catalog.RuleDescriptors).Assembly.Location;

    [Benchmark]
    public int LoadAndDescribe()
    {
        AssemblyLoadContext context = new("cold", isCollectible: true);
        Assembly assembly = context.LoadFromAssemblyPath(_path);
        int count = 0;
        foreach (DiagnosticAnalyzer analyzer in Programs.Analyzers(assembly))
        {
            count += analyzer.SupportedDiagnostics.Length;
        }

        context.Unload();
        return count;
    }
}
