using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.Loader;
using Dialog360.Analyzers.Errors;
using Dialog360.Analyzers.Tests.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dialog360.Analyzers.Tests.Errors;

/// <summary>The types that the generator writes, compiled into projects of several kinds and run.</summary>
internal static class WrittenErrors
{
    /// <summary>Compiled for .NET 8 with System.Text.Json, and for an old project with Newtonsoft: both run here and must say the same.</summary>
    private static readonly Lazy<Assembly>[] Loaded = [new(() => Load(Net8)), new(() => Load(NetStandard(withNewtonsoft: true)))];

    /// <summary>The references of .NET 8, with Newtonsoft.</summary>
    public static MetadataReference[] Net8 => TestReferences.All;

    /// <summary>The references of .NET 10.</summary>
    public static IEnumerable<MetadataReference> Net10 => ReferencesIn("NewReferencePack");

    /// <summary>The references of a project by the name that the tests give it.</summary>
    public static IEnumerable<MetadataReference> ReferencesOf(string framework) => framework switch
    {
        "net8.0" => Net8,
        "net10.0" => Net10,
        _ => NetStandard(withNewtonsoft: framework != "netstandard2.0"),
    };

    /// <summary>The references of a netstandard2.0 project, with or without Newtonsoft.</summary>
    public static IEnumerable<MetadataReference> NetStandard(bool withNewtonsoft) =>
        ReferencesIn("OldReferencePack").Concat((withNewtonsoft ? TestReferences.Metadata("OldNewtonsoft") : []).Select(path => (MetadataReference)MetadataReference.CreateFromFile(path)));

    /// <summary>A project with the errors written into it.</summary>
    public static Compilation Project(string name, IEnumerable<MetadataReference> references, LanguageVersion version, params string[] files)
    {
        CSharpCompilation project = Plain(name, references, version, files);
        Driver(new CSharpParseOptions(version)).RunGeneratorsAndUpdateCompilation(project, out Compilation written, out ImmutableArray<Diagnostic> problems);
        Assert.Empty(problems);
        return written;
    }

    /// <summary>A project without them.</summary>
    public static CSharpCompilation Plain(string name, IEnumerable<MetadataReference> references, LanguageVersion version, params string[] files)
    {
        CSharpParseOptions parse = new(version);
        CSharpCompilationOptions options = new(OutputKind.DynamicallyLinkedLibrary, generalDiagnosticOption: ReportDiagnostic.Error, warningLevel: 9999,
            // What every build leaves out: references of other versions than the libraries were compiled against.
            specificDiagnosticOptions: new Dictionary<string, ReportDiagnostic> { ["CS1701"] = ReportDiagnostic.Suppress, ["CS1702"] = ReportDiagnostic.Suppress },
            nullableContextOptions: version >= LanguageVersion.CSharp8 ? NullableContextOptions.Enable : NullableContextOptions.Disable);
        return CSharpCompilation.Create(name, files.Select(file => CSharpSyntaxTree.ParseText(file, parse)), references, options);
    }

    private static IEnumerable<MetadataReference> ReferencesIn(string key) =>
        TestReferences.Metadata(key).SelectMany(folder => Directory.EnumerateFiles(folder, "*.dll")).Order(StringComparer.Ordinal).Select(path => (MetadataReference)MetadataReference.CreateFromFile(path));

    /// <summary>A driver of the generator that remembers why it did each step.</summary>
    public static GeneratorDriver Driver(CSharpParseOptions parse) => CSharpGeneratorDriver.Create(
        [new Dialog360ErrorsGenerator().AsSourceGenerator()],
        parseOptions: parse,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    /// <summary>The errors and warnings of a compilation.</summary>
    public static string[] Problems(Compilation compilation) =>
        compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.ToString()).ToArray();

    /// <summary>Reads an answer with the written reader: kind, code, retry and seconds to wait.</summary>
    public static (string Kind, int? Code, string Retry, double? Wait, string Text) Read(int status, string? contentType, string? body) =>
        Agreed(error => Describe(error.GetMethod("Read")!.Invoke(null, [status, contentType, body])!));

    /// <summary>Reads the errors of a webhook with the written reader.</summary>
    public static (string Kind, int? Code, string Retry, double? Wait, string Text)[] ReadStatus(string? json) =>
        Agreed(error => ((IEnumerable<object>)error.GetMethod("ReadStatus", [typeof(string)])!.Invoke(null, [json])!).Select(Describe).ToArray());

    /// <summary>Reads the errors of a status that is parsed, with the reader for what the project has.</summary>
    public static string[] ReadParsed(string json) => Agreed((error, index) => ((IEnumerable<object>)(index == 0
        ? error.GetMethod("ReadStatus", [typeof(System.Text.Json.JsonElement)])!.Invoke(null, [System.Text.Json.JsonDocument.Parse(json).RootElement])!
        : error.GetMethod("ReadStatus", [typeof(Newtonsoft.Json.Linq.JToken)])!.Invoke(null, [Newtonsoft.Json.Linq.JToken.Parse(json)])!)).Select(each => Describe(each).Kind).ToArray());

    /// <summary>The name of the kind for a key of the catalogue.</summary>
    public static string KindOf(string key) => string.Concat(key.Split('-').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    private static T Agreed<T>(Func<Type, T> read) => Agreed((error, _) => read(error));

    private static T Agreed<T>(Func<Type, int, T> read)
    {
        T[] results = Loaded.Select((assembly, index) => read(assembly.Value.GetType("Written.Dialog360.Dialog360Error", throwOnError: true)!, index)).ToArray();
        Assert.All(results, result => Assert.Equal(results[0], result));
        return results[0];
    }

    private static (string Kind, int?, string, double?, string) Describe(object error)
    {
        object? Get(string name) => error.GetType().GetProperty(name)!.GetValue(error);
        return (Get("Kind")!.ToString()!, (int?)Get("Code"), Get("Retry")!.ToString()!, ((TimeSpan?)Get("RetryAfter"))?.TotalSeconds, error.ToString()!);
    }

    private static Assembly Load(IEnumerable<MetadataReference> references)
    {
        using MemoryStream image = new();
        Assert.True(Project("Written", references, LanguageVersion.CSharp7_3).Emit(image).Success);
        image.Position = 0;
        return new AssemblyLoadContext("Written", isCollectible: true).LoadFromStream(image);
    }
}
