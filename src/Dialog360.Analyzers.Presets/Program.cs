using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dialog360.Analyzers.Presets;

/// <summary>
/// Writes one global analyzer config per mode of <c>Dialog360AnalysisMode</c>, from the descriptors that the analyzers themselves report:
/// a rule added to the catalogue is in every mode without anybody thinking of it. The mode <c>Default</c> needs no config.
/// </summary>
internal static class Program
{
    /// <summary>The group of the rules about the package itself: they never become warnings, for a failure of ours must not break a gate.</summary>
    private const string OwnRules = "DLG09";

    private static int Main(string[] args)
    {
        if (args.Length != 1)
        {
            Console.Error.WriteLine("usage: Dialog360.Analyzers.Presets <folder>");
            return 1;
        }

        Directory.CreateDirectory(args[0]);
        List<DiagnosticDescriptor> rules = ReadRules();
        Write(args[0], "none", rules, static _ => "none");
        Write(args[0], "strict", rules, static rule => rule.DefaultSeverity == DiagnosticSeverity.Warning && rule.IsEnabledByDefault ? "error" : null);
        Write(args[0], "all", rules, static rule => "warning");
        return 0;
    }

    /// <summary>Every rule that an analyzer of the assembly reports, once, in the order of the numbers.</summary>
    private static List<DiagnosticDescriptor> ReadRules()
    {
        SortedDictionary<string, DiagnosticDescriptor> rules = new(StringComparer.Ordinal);
        Assembly assembly = Assembly.Load(new AssemblyName("Dialog360.Analyzers"));
        foreach (Type type in assembly.GetTypes())
        {
            if (type.IsAbstract || !typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
            {
                continue;
            }

            foreach (DiagnosticDescriptor rule in ((DiagnosticAnalyzer)Activator.CreateInstance(type)!).SupportedDiagnostics)
            {
                rules[rule.Id] = rule;
            }
        }

        return [.. rules.Values];
    }

    private static void Write(string folder, string mode, List<DiagnosticDescriptor> rules, Func<DiagnosticDescriptor, string?> severityOf)
    {
        StringBuilder text = new();
        text.Append("# The Dialog360AnalysisMode \"").Append(mode).Append("\". Made from the catalogue of rules.\n");
        text.Append("is_global = true\n");
        text.Append("global_level = -100\n");
        foreach (DiagnosticDescriptor rule in rules)
        {
            string? severity = mode != "none" && rule.Id.StartsWith(OwnRules, StringComparison.Ordinal) ? null : severityOf(rule);
            if (severity is not null)
            {
                text.Append(CultureInfo.InvariantCulture, $"\n# {rule.Title}\ndotnet_diagnostic.{rule.Id}.severity = {severity}\n");
            }
        }

        File.WriteAllText(Path.Combine(folder, $"dialog360-{mode}.globalconfig"), text.ToString());
    }
}
