using System.Text.RegularExpressions;
using Dialog360.Analyzers.Package.Tests.Machine;

namespace Dialog360.Analyzers.Package.Tests;

/// <summary>
/// The applications in tests/Consumers, copied and repaired on disk by <c>dotnet format</c>: they build as before, no rule finds more than it
/// did, and once each kind of repair was made, another run changes nothing. DIALOG360_LONG_TESTS=1 takes all of them, the ordinary run one.
/// </summary>
[Collection(PackageCollection.Name)]
public sealed class FormatConsumersTests(PackedPackage package)
{
    /// <summary>One run makes one kind of repair of a rule, that of the first finding; the next one makes the others.</summary>
    private const int MaxRuns = 3;

    private static readonly Regex CompilerWarning = new(@"(?<file>[^\s(]+\.cs)\(\d+,\d+\): warning (?<id>CS\d+)", RegexOptions.CultureInvariant);

    public static TheoryData<string> Consumers => Environment.GetEnvironmentVariable("DIALOG360_LONG_TESTS") == "1" ? ["QuickStart", "Webhook", "Clinic", "Layers"] : ["QuickStart"];

    [Theory]
    [MemberData(nameof(Consumers))]
    public void Dotnet_format_repairs_a_consumer_and_leaves_nothing_behind(string name)
    {
        string folder = Copy(name);
        (Dictionary<string, int> before, string output) = Build(folder);
        Dictionary<string, string> once = Format(folder, before: Sources(folder));
        (Dictionary<string, int> after, string afterOutput) = Build(folder);

        Assert.Empty(after.Where(pair => pair.Value > before.GetValueOrDefault(pair.Key)).Select(pair => $"{pair.Key}: {pair.Value} instead of {before.GetValueOrDefault(pair.Key)}\n{output}\n{afterOutput}"));
        Assert.True(after.Values.Sum() < before.Values.Sum() || before.Keys.All(static key => !IsMadeByFixAll(key)), "nothing was repaired");
        for (int run = 2; run <= MaxRuns; run++)
        {
            Dictionary<string, string> again = Format(folder, once);
            string[] changes = [.. again.Where(pair => pair.Value != once[pair.Key]).Select(pair => $"run {run} changes {pair.Key}:\n{string.Join('\n', pair.Value.Split('\n').Except(once[pair.Key].Split('\n')))}")];
            if (changes.Length == 0)
            {
                break;
            }

            Assert.True(run < MaxRuns, string.Join("\n", changes));
            once = again;
        }
    }

    /// <summary>The rules whose repairs in these applications need no one to look at them.</summary>
    private static bool IsMadeByFixAll(string key) => new[] { "DLG0101", "DLG0102", "DLG0103", "DLG0601", "DLG0603", "DLG0604", "DLG0605" }.Any(key.EndsWith);

    private static Dictionary<string, string> Format(string folder, Dictionary<string, string> before)
    {
        foreach (string project in Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            Shell.Dotnet(folder, "format", "analyzers", project, "--no-restore", "--severity", "info").MustSucceed();
        }

        Dictionary<string, string> after = Sources(folder);
        Assert.Equal(before.Keys, after.Keys);
        return after;
    }

    private static Dictionary<string, string> Sources(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Where(IsSource).Order(StringComparer.Ordinal).ToDictionary(path => Path.GetRelativePath(folder, path), File.ReadAllText);

    /// <summary>Builds all projects; how often each rule, and each warning of the compiler, is reported in each file.</summary>
    private static (Dictionary<string, int> Complaints, string Output) Build(string folder)
    {
        string logs = Directory.CreateDirectory(Path.Combine(folder, "logs")).FullName;
        Dictionary<string, int> complaints = new(StringComparer.Ordinal);
        string output = string.Empty;
        foreach (string project in Directory.EnumerateFiles(folder, "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            ShellResult result = Shell.Dotnet(folder, "build", project, "--no-incremental", $"-p:FindingsFolder={logs}", "-v", "m", "-nologo").MustSucceed();
            output += result.Output;
        }

        foreach (string key in Directory.EnumerateFiles(logs, "*.sarif").SelectMany(log => Found.Read(log, folder)).Select(static found => $"{found.File}: {found.Id}")
            .Concat(CompilerWarning.Matches(output).Select(match => $"{Path.GetFileName(match.Groups["file"].Value)}: {match.Groups["id"].Value}")))
        {
            complaints[key] = complaints.GetValueOrDefault(key) + 1;
        }

        Directory.Delete(logs, recursive: true);
        return (complaints, output);
    }

    /// <summary>The consumer in a folder outside the repository, with the package in the place of the analyzers' sources.</summary>
    private string Copy(string name)
    {
        string consumers = Path.Combine(Repository.Root, "tests", "Consumers");
        string folder = Directory.CreateDirectory(Path.Combine(package.Folder, "Formatted" + name)).FullName;
        foreach (string path in Directory.EnumerateFiles(Path.Combine(consumers, name), "*", SearchOption.AllDirectories).Where(IsSource))
        {
            string copy = Path.Combine(folder, Path.GetRelativePath(Path.Combine(consumers, name), path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }

        File.Copy(Path.Combine(consumers, "Directory.Build.props"), Path.Combine(folder, "Directory.Build.props"));
        File.WriteAllText(Path.Combine(folder, "Directory.Build.targets"), $"""
            <Project>
              <ItemGroup>
                <PackageReference Include="Dialog360.Analyzers" Version="{package.Version}" PrivateAssets="all" />
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "NuGet.config"), $"""
            <?xml version="1.0" encoding="utf-8"?>
            <configuration>
              <packageSources>
                <add key="packed" value="{package.Feed}" />
              </packageSources>
            </configuration>
            """);
        return folder;
    }

    private static bool IsSource(string path) => !path.Split(Path.DirectorySeparatorChar).Any(static part => part is "obj" or "bin" or "logs");
}
