using System.Globalization;
using System.IO.Compression;

namespace Dialog360.Analyzers.Package.Tests.Machine;

/// <summary>
/// The package, packed once for all tests, in a folder feed. Its version is a new one on every run: NuGet never reads a version again
/// that it has once installed.
/// </summary>
public sealed class PackedPackage : IDisposable
{
    public PackedPackage()
    {
        Folder = Directory.CreateTempSubdirectory("packed-analyzers-").FullName;
        Feed = Path.Combine(Folder, "feed");
        Version = $"{Repository.Version}-test.{DateTime.UtcNow.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture)}";
        Shell.Dotnet(
            Path.Combine(Repository.Root, "src", "Dialog360.Analyzers.Package"),
            "pack", "--no-build", "-c", Repository.Configuration, $"-p:Version={Version}", $"-p:RoslynVersion={Repository.RoslynVersion}", "-o", Feed, "-v", "q").MustSucceed();
        NupkgPath = Assert.Single(Directory.GetFiles(Feed, "*.nupkg"));
        Unpacked = Path.Combine(Folder, "unpacked");
        ZipFile.ExtractToDirectory(NupkgPath, Unpacked);
    }

    /// <summary>The temporary folder of this run; consumers are written below it.</summary>
    public string Folder { get; }

    /// <summary>The folder that consumers restore from.</summary>
    public string Feed { get; }

    /// <summary>The version to ask for.</summary>
    public string Version { get; }

    public string NupkgPath { get; }

    /// <summary>The entries of the package as files.</summary>
    public string Unpacked { get; }

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        string packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        string installed = Path.Combine(packages, "dialog360.analyzers", Version);
        if (Directory.Exists(installed))
        {
            Directory.Delete(installed, recursive: true);
        }
    }
}

/// <summary>All tests that share the packed package; they run one after the other, for each starts a build.</summary>
[CollectionDefinition(Name)]
public sealed class PackageCollection : ICollectionFixture<PackedPackage>
{
    public const string Name = "the packed package";
}
