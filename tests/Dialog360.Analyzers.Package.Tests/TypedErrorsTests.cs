using Dialog360.Analyzers.Package.Tests.Machine;

namespace Dialog360.Analyzers.Package.Tests;

/// <summary>The typed catalogue, turned on and off in real builds.</summary>
[Collection(PackageCollection.Name)]
public sealed class TypedErrorsTests(PackedPackage package)
{
    private const string Reads = """
        using Contoso.Orders.Dialog360;

        Dialog360Error error = Dialog360Error.Read(401, "application/json", "{\"meta\":{\"httpCode\":404,\"developerMessage\":\"Invalid api_key or token expired\"}}");
        System.Console.WriteLine(error.Kind + " " + error.Retry);
        """;

    [Fact]
    public void On_it_writes_the_types_and_off_it_is_not_loaded()
    {
        const string properties = "<TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType><Nullable>enable</Nullable><AssemblyName>Contoso.Orders</AssemblyName><TreatWarningsAsErrors>true</TreatWarningsAsErrors><AnalysisMode>All</AnalysisMode>";
        Consumer orders = new(package, "Typed", properties);
        orders.Write("Reads.cs", Reads);
        orders.Write(".editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.CA1303.severity = none\n");

        Build on = orders.Build("Dialog360Errors=true");
        Assert.True(on.ExitCode == 0, on.ToString());

        Build off = orders.Build("Dialog360Errors=false");
        Assert.Contains("error CS0246", off.Output, StringComparison.Ordinal);

        // What the compiler is told to load, by the project itself.
        foreach (string property in new[] { "-p:Dialog360Errors=true", "-p:Dialog360Errors=false", "-nologo" })
        {
            ShellResult loaded = Shell.Dotnet(orders.Folder, "msbuild", "-getItem:Analyzer", property).MustSucceed();
            Assert.Equal(property.EndsWith("true", StringComparison.Ordinal), loaded.Output.Contains("Dialog360.Analyzers.Errors.dll", StringComparison.Ordinal));
        }

        // It does not come to a compilation, and so to no log of one.
        ShellResult neither = Shell.Dotnet(orders.Folder, "build", "--no-restore", "-v", "q", "-nologo", "-p:Dialog360Errors=maybe");
        Assert.True(neither.ExitCode != 0, neither.Output);
        Assert.Contains("error DLG0902: Dialog360Errors is 'maybe'", neither.Output, StringComparison.Ordinal);
    }
}
