using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Tests.Infrastructure;

/// <summary>The assemblies that test programs are compiled against: the reference packs of .NET 8 and the libraries that people send with.</summary>
internal static class TestReferences
{
    private static readonly Lazy<MetadataReference[]> Loaded = new(Load);

    /// <summary>All of them.</summary>
    public static MetadataReference[] All => Loaded.Value;

    /// <summary>A path that the project file hands to the tests.</summary>
    public static IEnumerable<string> Metadata(string key) =>
        typeof(TestReferences).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Where(attribute => attribute.Key == key).Select(attribute => attribute.Value!);

    private static MetadataReference[] Load()
    {
        IEnumerable<string> packs = Metadata("ReferencePack").SelectMany(folder => Directory.EnumerateFiles(folder, "*.dll"));
        string[] libraries = [typeof(Newtonsoft.Json.JsonConvert).Assembly.Location, typeof(RestSharp.RestClient).Assembly.Location];
        return packs.Concat(libraries).Order(StringComparer.Ordinal).Select(path => (MetadataReference)MetadataReference.CreateFromFile(path)).ToArray();
    }
}
