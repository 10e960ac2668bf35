using BenchmarkDotNet.Running;
using Dialog360.Analyzers.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(UnrelatedCodeBenchmarks).Assembly).Run(args);
