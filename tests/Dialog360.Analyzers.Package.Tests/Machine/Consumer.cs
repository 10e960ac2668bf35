namespace Dialog360.Analyzers.Package.Tests.Machine;

/// <summary>A project in a folder of its own, outside the repository, that has the package installed from the folder feed.</summary>
internal sealed class Consumer
{
    private readonly string _name;
    private bool _restored;

    public Consumer(PackedPackage package, string name, string properties = "<TargetFramework>net10.0</TargetFramework>", string items = "", bool installed = true)
    {
        _name = name;
        Folder = Directory.CreateDirectory(Path.Combine(package.Folder, name)).FullName;
        Write("../NuGet.config", $"""
            <?xml version="1.0" encoding="utf-8"?>
            <configuration>
              <packageSources>
                <add key="packed" value="{package.Feed}" />
              </packageSources>
            </configuration>
            """);
        string reference = installed ? $"""<PackageReference Include="Dialog360.Analyzers" Version="{package.Version}" PrivateAssets="all" />""" : "";
        Write($"{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <UseAppHost>false</UseAppHost>
                <NuGetAudit>false</NuGetAudit>
                <ErrorLog>$(MSBuildProjectDirectory)/found.sarif,version=2.1</ErrorLog>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {reference}
                {items}
              </ItemGroup>
            </Project>
            """);
    }

    public string Folder { get; }

    public void Write(string file, string text)
    {
        string path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    /// <summary>Builds all of it again.</summary>
    /// <param name="properties">Properties given on the command line, each <c>Name=Value</c>.</param>
    public Build Build(params string[] properties)
    {
        File.Delete(Log);
        Build build = Run(["--no-incremental"], properties);
        Assert.True(File.Exists(Log), build.Output);
        return build;
    }

    /// <summary>Builds what is not up to date; where the compiler does not run, what it found before is found again.</summary>
    public Build BuildWhatChanged(params string[] properties) => Run([], properties);

    private string Log => Path.Combine(Folder, "found.sarif");

    private Build Run(string[] how, string[] properties)
    {
        List<string> arguments = ["build", $"{_name}.csproj", .. how, "-v", "q", "-nologo"];
        if (_restored)
        {
            arguments.Add("--no-restore");
        }

        arguments.AddRange(properties.Select(property => "-p:" + property));
        ShellResult result = Shell.Dotnet(Folder, [.. arguments]);
        _restored = true;
        return new Build(result.ExitCode, result.Output, File.Exists(Log) ? Found.Read(Log, Folder) : []);
    }
}

/// <summary>How a build ended and what the rules found in it.</summary>
internal sealed record Build(int ExitCode, string Output, IReadOnlyList<Found> Found)
{
    /// <summary>The distinct rules of that level (<c>error</c>, <c>warning</c>, <c>note</c>), in order.</summary>
    public IReadOnlyList<string> Rules(string level) =>
        [.. Found.Where(one => one.Level == level).Select(one => one.Id).Distinct().Order(StringComparer.Ordinal)];

    public override string ToString() => $"exit code {ExitCode}\n{string.Join('\n', Found)}\n{Output}";
}
