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
}
