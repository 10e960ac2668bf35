using System.IO.Compression;
using Dialog360.Analyzers.Package.Tests.Machine;

namespace Dialog360.Analyzers.Package.Tests;

/// <summary>The package, installed from a folder feed and run by real builds.</summary>
[Collection(PackageCollection.Name)]
public sealed class InstalledPackageTests(PackedPackage package)
{
    [Fact]
    public void On_net10_the_five_warnings_appear_and_the_severities_can_be_chosen()
    {
        Consumer shop = Shop("Net10");

        Build plain = shop.Build();
        Assert.True(plain.ExitCode == 0, plain.ToString());
        Assert.Equal(Samples.CoreRules, plain.Rules("warning"));
        Assert.Empty(plain.Rules("error"));
        Assert.All(Samples.CoreRules, rule => Assert.Matches($@"\.cs\(\d+,\d+\): warning {rule}: ", plain.Output));

        Build gate = shop.Build("TreatWarningsAsErrors=true");
        Assert.True(gate.ExitCode != 0, gate.ToString());
        Assert.Equal(Samples.CoreRules, gate.Rules("error"));

        Build none = shop.Build("Dialog360AnalysisMode=None");
        Assert.True(none.ExitCode == 0, none.ToString());
        Assert.Empty(none.Found);

        Build strict = shop.Build("Dialog360AnalysisMode=Strict");
        Assert.True(strict.ExitCode != 0, strict.ToString());
        Assert.Equal(Samples.CoreRules, strict.Rules("error"));
        Assert.Empty(strict.Rules("warning"));

        Build all = shop.Build("Dialog360AnalysisMode=All");
        Assert.True(all.ExitCode == 0, all.ToString());
        Assert.Superset(Samples.CoreRules.ToHashSet(), all.Rules("warning").ToHashSet());
        Assert.Empty(all.Rules("note"));

        Build unknown = shop.Build("Dialog360AnalysisMode=Strickt");
        Assert.Contains("warning DLG0902: Dialog360AnalysisMode is 'Strickt'", unknown.Output, StringComparison.Ordinal);
        Assert.Equal(Samples.CoreRules, unknown.Rules("warning"));

        shop.Write(".editorconfig", """
            root = true
            [*.cs]
            dotnet_diagnostic.DLG0101.severity = none
            dotnet_diagnostic.DLG0102.severity = warning
            dotnet_diagnostic.DLG0103.severity = suggestion
            """);
        Build chosen = shop.Build("Dialog360AnalysisMode=Strict");
        Assert.True(chosen.ExitCode != 0, chosen.ToString());
        Assert.Equal(["DLG0201", "DLG0202"], chosen.Rules("error"));
        Assert.Equal(["DLG0102"], chosen.Rules("warning"));
        Assert.Equal(["DLG0103"], chosen.Rules("note"));
    }

    [Fact]
    public void On_net8_with_an_older_compiler_and_warnings_as_errors_the_build_fails()
    {
        Consumer shop = Shop(
            "Net8",
            "<TargetFramework>net8.0</TargetFramework><TreatWarningsAsErrors>true</TreatWarningsAsErrors><EnableNETAnalyzers>false</EnableNETAnalyzers>",
            """<PackageReference Include="Microsoft.Net.Compilers.Toolset" Version="4.14.0" PrivateAssets="all" />""");

        Build build = shop.Build();

        Assert.True(build.ExitCode != 0, build.ToString());
        Assert.Equal(Samples.CoreRules, build.Rules("error"));
        Assert.DoesNotContain("CS8032", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_with_nothing_relevant_is_clean_in_the_strictest_modes()
    {
        Consumer maps = new(package, "Maps", "<TargetFramework>net10.0</TargetFramework><TreatWarningsAsErrors>true</TreatWarningsAsErrors>");
        maps.Write("Markers.cs", Samples.Unrelated);

        Build build = maps.Build("Dialog360AnalysisMode=All");

        Assert.True(build.ExitCode == 0, build.ToString());
        Assert.Empty(build.Found);
    }

    [Fact]
    public void Nothing_flows_to_those_who_use_the_consumer()
    {
        Consumer library = new(package, "Library", "<TargetFramework>net10.0</TargetFramework><Dialog360AnalysisMode>None</Dialog360AnalysisMode>");
        library.Write("Sender.cs", Samples.Sender);
        Consumer app = new(package, "App", items: """<ProjectReference Include="../Library/Library.csproj" />""", installed: false);
        app.Write("Messages.cs", Samples.Messages);

        Build build = app.Build();
        Assert.True(build.ExitCode == 0, build.ToString());
        Assert.Empty(build.Found);
        Assert.DoesNotContain(Directory.EnumerateFiles(Path.Combine(app.Folder, "bin"), "*", SearchOption.AllDirectories), IsOurs);
        Assert.DoesNotContain(Directory.EnumerateFiles(Path.Combine(library.Folder, "bin"), "*", SearchOption.AllDirectories), IsOurs);
        Assert.DoesNotContain("Dialog360", app.Read("obj/project.assets.json"), StringComparison.OrdinalIgnoreCase);

        Shell.Dotnet(library.Folder, "pack", "--no-build", "-c", "Debug", "-o", "packed", "-v", "q").MustSucceed();
        using ZipArchive packed = ZipFile.OpenRead(Path.Combine(library.Folder, "packed", "Library.1.0.0.nupkg"));
        using StreamReader nuspec = new(packed.GetEntry("Library.nuspec")!.Open());
        Assert.DoesNotContain("Dialog360", nuspec.ReadToEnd(), StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsOurs(string file) => Path.GetFileName(file).StartsWith("Dialog360", StringComparison.OrdinalIgnoreCase);

    private Consumer Shop(string name, string properties = "<TargetFramework>net10.0</TargetFramework>", string items = "")
    {
        Consumer shop = new(package, name, properties, items);
        shop.Write("Messages.cs", Samples.Messages);
        shop.Write("Sender.cs", Samples.Sender);
        return shop;
    }
}
