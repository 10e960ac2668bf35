using System.Reflection;

namespace Dialog360.Analyzers.Package.Tests.Machine;

/// <summary>Where the repository is and how this test assembly was built.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    public static string Configuration { get; } = Metadata("Configuration");

    public static string RoslynVersion { get; } = Metadata("RoslynVersion");

    /// <summary>The version that Directory.Build.props gives the package.</summary>
    public static string Version { get; } = Metadata("Version");

    /// <summary>Where the repository is published: the property from which all links are made.</summary>
    public static string Url { get; } = Metadata("RepositoryUrl");

    /// <summary>The file that a link to the published repository names.</summary>
    public static string PathOf(string link) => Path.Combine(Root, link[(Url + "/blob/main/").Length..].Split('#')[0]);

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
