using System.Globalization;
using BenchmarkDotNet.Running;
using Dialog360.Analyzers.Benchmarks;

if (args is ["--write", var folder, var plain, var senders, var posters])
{
    GeneratedProgram.Write(folder, int.Parse(plain, CultureInfo.InvariantCulture), int.Parse(senders, CultureInfo.InvariantCulture), int.Parse(posters, CultureInfo.InvariantCulture));
    return;
}

if (args is ["--reach", var sources])
{
    ReachTable.Print(sources);
    return;
}

if (args is ["--stages", var staged])
{
    StageTable.Print(staged);
    return;
}

if (args is ["--quick", ..])
{
    QuickTable.Print(args.Skip(1).ToArray());
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(UnrelatedCodeBenchmarks).Assembly).Run(args);
