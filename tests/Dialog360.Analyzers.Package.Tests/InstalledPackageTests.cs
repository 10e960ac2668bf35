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

        Build unknown = shop.BuildWhatChanged("Dialog360AnalysisMode=Strickt");
        Assert.True(unknown.ExitCode != 0, unknown.ToString());
        Assert.Contains("error DLG0902: Dialog360AnalysisMode is 'Strickt'", unknown.Output, StringComparison.Ordinal);

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

    /// <summary>A gate that is closed after an ordinary build must see what that build has compiled.</summary>
    [Fact]
    public void Another_mode_compiles_again_what_was_up_to_date()
    {
        Consumer shop = Shop("Modes");
        Build first = shop.Build();
        Assert.True(first.ExitCode == 0, first.ToString());

        Build strict = shop.BuildWhatChanged("Dialog360AnalysisMode=Strict");
        Assert.True(strict.ExitCode != 0, strict.ToString());
        Assert.Equal(Samples.CoreRules, strict.Rules("error"));

        Build strictAgain = shop.BuildWhatChanged("Dialog360AnalysisMode=strict ");
        Assert.True(strictAgain.ExitCode != 0, strictAgain.ToString());

        Build unknown = shop.BuildWhatChanged("Dialog360AnalysisMode=Strikt");
        Assert.True(unknown.ExitCode != 0, unknown.ToString());

        Build plain = shop.BuildWhatChanged();
        Assert.True(plain.ExitCode == 0, plain.ToString());
        Build none = shop.BuildWhatChanged("Dialog360AnalysisMode=None");
        Assert.True(none.ExitCode == 0, none.ToString());
        Assert.Empty(none.Found);
    }

    /// <summary>DLG0902 is printed with a place, stands in the log, and its severity can be chosen for files.</summary>
    [Fact]
    public void An_option_that_cannot_be_used_is_seen_in_the_build()
    {
        Consumer shop = Shop("Options");
        const string Options = """
            root = true
            [*.cs]
            dialog360.sesion_check_methods = x
            dialog360.session_check_methods = ChatPolicy.MayWrit

            """;
        shop.Write(".editorconfig", Options);
        shop.Write("ChatPolicy.cs", "namespace Shop; public static class ChatPolicy { public static bool MayWrite(string to) => to.Length > 3; }");

        Build build = shop.Build();
        Assert.True(build.ExitCode == 0, build.ToString());
        Found[] said = [.. build.Found.Where(one => one.Id == "DLG0902")];
        Assert.Equal(2, said.Length);
        Assert.All(said, one => Assert.Equal(("ChatPolicy.cs", 1, 1, "warning"), (one.File, one.Line, one.Column, one.Level)));
        Assert.Contains(said, one => one.Message.Contains("dialog360.sesion_check_methods", StringComparison.Ordinal));
        Assert.Contains(said, one => one.Message.Contains("'ChatPolicy.MayWrit'", StringComparison.Ordinal) && one.Message.Contains("'MayWrite'", StringComparison.Ordinal));
        Assert.Contains("ChatPolicy.cs(1,1): warning DLG0902: ", build.Output, StringComparison.Ordinal);

        shop.Write(".editorconfig", Options + "dotnet_diagnostic.DLG0902.severity = error\n");
        Build gate = shop.Build();
        Assert.True(gate.ExitCode != 0, gate.ToString());
        Assert.Equal(["DLG0902"], gate.Rules("error"));

        shop.Write(".editorconfig", Options + "dotnet_diagnostic.DLG0902.severity = none\n");
        Assert.DoesNotContain(shop.Build().Found, one => one.Id == "DLG0902");
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
        // An application: in a library the callers of a public send are out of sight.
        Consumer shop = new(package, name, properties + "<OutputType>Exe</OutputType>", items);
        shop.Write("Program.cs", "System.Console.WriteLine();");
        shop.Write("Messages.cs", Samples.Messages);
        shop.Write("Sender.cs", Samples.Sender);
        return shop;
    }
}
