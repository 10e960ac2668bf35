using System.Reflection;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Engines;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dialog360.Analyzers.Benchmarks;

/// <summary>The generator of the typed catalogue in a new process, beside one that writes nothing: loaded, run, and what it wrote compiled.</summary>
[MemoryDiagnoser]
[SimpleJob(RunStrategy.ColdStart, launchCount: 7, iterationCount: 1)]
public class ErrorsGeneratorColdBenchmarks
{
    private readonly CSharpCompilation _program = ErrorsPrograms.Warm();

    /// <summary>Whether what was written is checked as well, as a build does.</summary>
    [Params(false, true)]
    public bool Compiled { get; set; }

    [Benchmark(Baseline = true)]
    public int Nothing() => ErrorsPrograms.Run(ErrorsPrograms.Driver(new EmptyGenerator()), _program, Compiled);

    [Benchmark]
    public int Errors() => ErrorsPrograms.Run(ErrorsPrograms.Driver(ErrorsPrograms.Generator()), _program, Compiled);
}

/// <summary>The same after a key: nothing is written again.</summary>
[MemoryDiagnoser]
public class ErrorsGeneratorKeyBenchmarks
{
    private CSharpCompilation _after = null!;
    private GeneratorDriver _nothing = null!;
    private GeneratorDriver _errors = null!;

    [GlobalSetup]
    public void SetUp()
    {
        CSharpCompilation before = ErrorsPrograms.Warm();
        _nothing = ErrorsPrograms.Driver(new EmptyGenerator()).RunGenerators(before);
        _errors = ErrorsPrograms.Driver(ErrorsPrograms.Generator()).RunGenerators(before);
        _after = before.ReplaceSyntaxTree(before.SyntaxTrees[0], CSharpSyntaxTree.ParseText(before.SyntaxTrees[0] + "// typed", path: before.SyntaxTrees[0].FilePath));
    }

    [Benchmark(Baseline = true)]
    public int Nothing() => ErrorsPrograms.Run(_nothing, _after.Clone(), isCompiled: false);

    [Benchmark]
    public int Errors() => ErrorsPrograms.Run(_errors, _after.Clone(), isCompiled: false);
}

/// <summary>Writes nothing, from the same input.</summary>
internal sealed class EmptyGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(context.CompilationProvider.Select(static (compilation, _) => compilation.AssemblyName), static (_, _) => { });
}

/// <summary>What both run on.</summary>
internal static class ErrorsPrograms
{
    /// <summary>A program of ten files that the compiler has checked, so that the process is warm but for the generator.</summary>
    public static CSharpCompilation Warm()
    {
        CSharpCompilation program = Programs.Parse(GeneratedProgram.Files(10, 1, 1));
        program.Clone().GetDiagnostics();
        return program;
    }

    /// <summary>The generator, loaded from its file.</summary>
    public static IIncrementalGenerator Generator()
    {
        Assembly assembly = Assembly.LoadFrom(Path.Combine(AppContext.BaseDirectory, "Dialog360.Analyzers.Errors.dll"));
        return (IIncrementalGenerator)Activator.CreateInstance(assembly.GetType("Dialog360.Analyzers.Errors.Dialog360ErrorsGenerator", throwOnError: true)!)!;
    }

    /// <summary>A driver of one generator.</summary>
    public static GeneratorDriver Driver(IIncrementalGenerator generator) => CSharpGeneratorDriver.Create(generator);

    /// <summary>Runs it.</summary>
    public static int Run(GeneratorDriver driver, CSharpCompilation program, bool isCompiled)
    {
        driver.RunGeneratorsAndUpdateCompilation(program, out Compilation written, out _);
        return isCompiled ? written.GetDiagnostics().Length : written.SyntaxTrees.Count();
    }
}
