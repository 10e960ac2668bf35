using System.Reflection;
using Dialog360.Analyzers.Package.Tests.Machine;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dialog360.Analyzers.Package.Tests;

/// <summary>The global configs behind Dialog360AnalysisMode, against the descriptors of the packed analyzers.</summary>
[Collection(PackageCollection.Name)]
public sealed class PresetTests(PackedPackage package)
{
    [Fact]
    public void None_turns_every_rule_off() =>
        Assert.Equal(Rules().Select(rule => (rule.Id, "none")), Read("none"));

    [Fact]
    public void Strict_makes_an_error_of_every_warning_about_the_code_and_touches_nothing_else() =>
        Assert.Equal(
            Rules().Where(rule => rule is { DefaultSeverity: DiagnosticSeverity.Warning, IsEnabledByDefault: true } && !IsOwn(rule)).Select(rule => (rule.Id, "error")),
            Read("strict"));

    [Fact]
    public void All_makes_a_warning_of_every_rule_but_those_about_the_package_itself() =>
        Assert.Equal(
            Rules().Where(rule => !IsOwn(rule)).Select(rule => (rule.Id, "warning")),
            Read("all"));

    [Theory]
    [InlineData("none")]
    [InlineData("strict")]
    [InlineData("all")]
    public void A_mode_gives_way_to_whatever_the_user_sets(string mode)
    {
        string text = File.ReadAllText(PathOf(mode));

        Assert.Contains("is_global = true\n", text, StringComparison.Ordinal);
        Assert.Contains("global_level = -100\n", text, StringComparison.Ordinal);
    }

    /// <summary>The descriptors of all analyzers in the package, in the order of their numbers.</summary>
    private List<DiagnosticDescriptor> Rules()
    {
        Assembly assembly = Assembly.LoadFrom(Path.Combine(package.Unpacked, "analyzers", "dotnet", "cs", "Dialog360.Analyzers.dll"));
        List<DiagnosticDescriptor> rules =
        [
            .. assembly.GetTypes()
                .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
                .SelectMany(type => ((DiagnosticAnalyzer)Activator.CreateInstance(type)!).SupportedDiagnostics)
                .DistinctBy(rule => rule.Id)
                .OrderBy(rule => rule.Id, StringComparer.Ordinal),
        ];
        Assert.NotEmpty(rules);
        return rules;
    }

    /// <summary>Whether it is about the package itself.</summary>
    private static bool IsOwn(DiagnosticDescriptor rule) => rule.Id.StartsWith("DLG09", StringComparison.Ordinal);

    private IEnumerable<(string Id, string Severity)> Read(string mode) =>
        File.ReadLines(PathOf(mode))
            .Where(line => line.StartsWith("dotnet_diagnostic.", StringComparison.Ordinal))
            .Select(line => line.Split('.', '='))
            .Select(parts => (parts[1], parts[^1].Trim()));

    private string PathOf(string mode) => Path.Combine(package.Unpacked, "build", "config", $"dialog360-{mode}.globalconfig");
}
