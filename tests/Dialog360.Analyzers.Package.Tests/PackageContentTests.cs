using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using Dialog360.Analyzers.Package.Tests.Machine;

namespace Dialog360.Analyzers.Package.Tests;

/// <summary>What is in the package.</summary>
[Collection(PackageCollection.Name)]
public sealed class PackageContentTests(PackedPackage package)
{
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    [Fact]
    public void It_holds_exactly_these_entries()
    {
        using ZipArchive archive = ZipFile.OpenRead(package.NupkgPath);
        IEnumerable<string> entries = archive.Entries
            .Select(entry => entry.FullName)
            .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/services/", StringComparison.Ordinal) && name != "[Content_Types].xml")
            .Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "Dialog360.Analyzers.nuspec",
                "README.md",
                "analyzers/dotnet/cs/Dialog360.Analyzers.CodeFixes.dll",
                "analyzers/dotnet/cs/Dialog360.Analyzers.dll",
                "build/Dialog360.Analyzers.props",
                "build/Dialog360.Analyzers.targets",
                "build/config/dialog360-all.globalconfig",
                "build/config/dialog360-none.globalconfig",
                "build/config/dialog360-strict.globalconfig",
                "errors/dotnet/cs/Dialog360.Analyzers.Errors.dll",
                "icon.png",
            ],
            entries);
    }

    [Fact]
    public void It_is_a_development_dependency_without_dependencies_under_the_MIT_licence()
    {
        XElement metadata = XDocument.Load(Path.Combine(package.Unpacked, "Dialog360.Analyzers.nuspec")).Root!.Elements().Single();
        string? Value(string name) => metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;

        Assert.Equal("Dialog360.Analyzers", Value("id"));
        Assert.Equal(package.Version, Value("version"));
        Assert.Equal("true", Value("developmentDependency"));
        Assert.Equal("MIT", Value("license"));
        Assert.Equal("README.md", Value("readme"));
        Assert.Equal("icon.png", Value("icon"));
        Assert.Null(Value("dependencies"));
    }

    [Fact]
    public void Its_addresses_are_those_of_the_repository()
    {
        XElement metadata = XDocument.Load(Path.Combine(package.Unpacked, "Dialog360.Analyzers.nuspec")).Root!.Elements().Single();
        XElement Element(string name) => metadata.Elements().Single(element => element.Name.LocalName == name);

        Assert.Equal(Repository.Url, Element("projectUrl").Value);
        Assert.Equal("git", Element("repository").Attribute("type")!.Value);
        Assert.Equal(Repository.Url, Element("repository").Attribute("url")!.Value);
        Assert.StartsWith(Repository.Url + "/blob/main/", Element("releaseNotes").Value);
        Assert.True(File.Exists(Repository.PathOf(Element("releaseNotes").Value)), Element("releaseNotes").Value);
    }

    /// <summary>Stack traces and debuggers find the source: the symbols are in the assemblies, and each of their files is one of the repository.</summary>
    [Theory]
    [InlineData("Dialog360.Analyzers.dll")]
    [InlineData("Dialog360.Analyzers.CodeFixes.dll")]
    public void Its_symbols_lead_to_the_source(string file)
    {
        using PEReader assembly = new(File.OpenRead(Path.Combine(package.Unpacked, "analyzers", "dotnet", "cs", file)));
        DebugDirectoryEntry embedded = assembly.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
        using MetadataReaderProvider provider = assembly.ReadEmbeddedPortablePdbDebugDirectoryData(embedded);
        MetadataReader symbols = provider.GetMetadataReader();
        string? link = symbols.CustomDebugInformation.Select(symbols.GetCustomDebugInformation)
            .Where(information => symbols.GetGuid(information.Kind) == SourceLink)
            .Select(information => Encoding.UTF8.GetString(symbols.GetBlobBytes(information.Value)))
            .SingleOrDefault();
        if (!Path.Exists(Path.Combine(Repository.Root, ".git")))
        {
            // A copy without history has no commit to link to.
            Assert.Null(link);
            return;
        }

        Assert.NotNull(link);
        using JsonDocument map = JsonDocument.Parse(link);
        JsonProperty root = Assert.Single(map.RootElement.GetProperty("documents").EnumerateObject());
        string owner = new Uri(Repository.Url).AbsolutePath;
        Assert.Matches("^https://raw\\.githubusercontent\\.com" + owner + "/[0-9a-f]{40}/\\*$", root.Value.GetString());
        foreach (DocumentHandle handle in symbols.Documents)
        {
            string path = symbols.GetString(symbols.GetDocument(handle).Name);
            string prefix = root.Name.TrimEnd('*');
            bool isWritten = path.Contains("/obj/", StringComparison.Ordinal) || path.Contains("\\obj\\", StringComparison.Ordinal);
            Assert.True(isWritten || (path.StartsWith(prefix, StringComparison.Ordinal) && File.Exists(Path.Combine(Repository.Root, path[prefix.Length..]))), path);
        }
    }

    [Theory]
    [InlineData("Dialog360.Analyzers.dll", "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "System.Collections.Immutable", "netstandard")]
    [InlineData("Dialog360.Analyzers.CodeFixes.dll", "Dialog360.Analyzers", "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "Microsoft.CodeAnalysis.CSharp.Workspaces", "Microsoft.CodeAnalysis.Workspaces", "System.Collections.Immutable", "System.Composition.AttributedModel", "netstandard")]
    public void Its_assemblies_reference_nothing_but_what_every_compiler_brings(string file, params string[] allowed)
    {
        using PEReader assembly = new(File.OpenRead(Path.Combine(package.Unpacked, "analyzers", "dotnet", "cs", file)));
        MetadataReader reader = assembly.GetMetadataReader();
        List<string> references = [.. reader.AssemblyReferences.Select(handle => reader.GetString(reader.GetAssemblyReference(handle).Name))];

        Assert.Contains("netstandard", references);
        Assert.Empty(references.Except(allowed));
    }

    [Fact]
    public void Its_assemblies_are_compiled_against_the_oldest_compiler_that_is_promised()
    {
        using PEReader assembly = new(File.OpenRead(Path.Combine(package.Unpacked, "analyzers", "dotnet", "cs", "Dialog360.Analyzers.dll")));
        MetadataReader reader = assembly.GetMetadataReader();
        Version roslyn = reader.AssemblyReferences
            .Select(reader.GetAssemblyReference)
            .Single(reference => reader.GetString(reference.Name) == "Microsoft.CodeAnalysis")
            .Version;

        Assert.Equal(new Version(4, 8, 0, 0), roslyn);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("src/Dialog360.Analyzers.Package/README.md")]
    public void The_version_to_install_is_the_one_that_is_packed(string readme)
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root, readme));

        Assert.Contains($"Include=\"Dialog360.Analyzers\" Version=\"{Repository.Version}\"", text, StringComparison.Ordinal);
    }
}
