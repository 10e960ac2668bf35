using Dialog360.Analyzers.Package.Tests.Machine;

namespace Dialog360.Analyzers.Package.Tests;

/// <summary>The fixes, as <c>dotnet format</c> applies them to the files on disk.</summary>
[Collection(PackageCollection.Name)]
public sealed class FormatTests(PackedPackage package)
{
    [Fact]
    public void Dotnet_format_repairs_the_code_on_disk_and_it_builds()
    {
        Consumer shop = new(package, "Format");
        shop.Write("Messages.cs", Samples.Messages);
        Build before = shop.Build();
        Assert.Equal(["DLG0101", "DLG0102", "DLG0103"], before.Rules("warning"));

        Shell.Dotnet(
            shop.Folder,
            "format", "analyzers", "--no-restore", "--severity", "info", "--diagnostics", "DLG0101", "DLG0102", "DLG0103").MustSucceed();

        string expected = Samples.Messages
            .Replace("latitude = 151.2093, longitude = -33.8688", "latitude = -33.8688, longitude = 151.2093", StringComparison.Ordinal)
            .Replace("type = \"image\", // sent", "type = \"audio\", // sent", StringComparison.Ordinal)
            .Replace("image = new { link", "audio = new { link", StringComparison.Ordinal)
            .Replace("%2520", "%20", StringComparison.Ordinal);
        Assert.Equal(expected, shop.Read("Messages.cs"));
        Build after = shop.Build();
        Assert.True(after.ExitCode == 0, after.ToString());
        Assert.Empty(after.Found);
    }

    /// <summary>What a commit hook runs, without arguments: a check that somebody has to write, and a template that somebody has to name, are not made up.</summary>
    [Fact]
    public void Dotnet_format_of_a_commit_hook_leaves_no_stub_and_no_placeholder()
    {
        Consumer orders = new(package, "Hook");
        orders.Write("Orders.cs", Samples.Orders);
        Build before = orders.Build();
        Assert.Equal(["DLG0201"], before.Rules("warning"));

        Shell.Dotnet(orders.Folder, "format", "--no-restore").MustSucceed();

        string formatted = orders.Read("Orders.cs");
        Assert.DoesNotContain("NotImplementedException", formatted, StringComparison.Ordinal);
        Assert.DoesNotContain("TEMPLATE_NAME", formatted, StringComparison.Ordinal);
        Build after = orders.Build();
        Assert.True(after.ExitCode == 0, after.ToString());
        Assert.Equal(["DLG0201"], after.Rules("warning"));
        Build gate = orders.Build("Dialog360AnalysisMode=Strict");
        Assert.True(gate.ExitCode != 0 && gate.Rules("error").Contains("DLG0201"), gate.ToString());
    }
}
