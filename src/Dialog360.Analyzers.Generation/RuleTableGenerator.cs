using System.Collections.Immutable;
using System.Text;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dialog360.Analyzers.Generation;

/// <summary>Writes the descriptors of the rules as C#, from the catalogue's list of rules.</summary>
[Generator]
public sealed class RuleTableGenerator : IIncrementalGenerator
{
    internal const string CatalogName = "error-catalog.json";
    private const string RepositoryProperty = "build_property.RepositoryUrl";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<string> catalogs = context.AdditionalTextsProvider
            .Where(static file => Path.GetFileName(file.Path) == CatalogName)
            .Select(static (file, cancellationToken) => file.GetText(cancellationToken)?.ToString() ?? string.Empty);

        // The errors have a generator of their own, in the assembly that writes them into a user's project.
        IncrementalValueProvider<bool> isErrors = context.CompilationProvider.Select(static (compilation, _) => ErrorTableGenerator.IsFor(compilation));
        IncrementalValueProvider<string> repository = context.AnalyzerConfigOptionsProvider.Select(static (options, _) => options.GlobalOptions.TryGetValue(RepositoryProperty, out string? url) ? url : string.Empty);
        context.RegisterSourceOutput(catalogs.Combine(isErrors).Combine(repository), static (output, input) =>
        {
            if (!input.Left.Right)
            {
                output.AddSource("RuleTable.cs", Write(input.Left.Left, input.Right));
            }
        });
    }

    private static string Write(string text, string repository)
    {
        JsonNode catalog = CatalogJson.Parse(text);
        string helpLink = catalog.Text("help_link").Replace("{repository}", repository);
        ImmutableArray<RuleEntry> rules = RuleEntry.ListOf(catalog);
        StringBuilder code = new();
        code.AppendLine("using Microsoft.CodeAnalysis;");
        code.AppendLine();
        code.AppendLine("namespace Dialog360.Analyzers.Catalog;");
        code.AppendLine();
        code.AppendLine("/// <summary>The descriptors of the rules, written from the catalogue by the build.</summary>");
        code.AppendLine("internal static class RuleTable");
        code.AppendLine("{");

        // Fields with constant arguments: what the release tracking of Roslyn's own analyzers reads.
        foreach (RuleEntry rule in rules)
        {
            AppendField(code, rule, helpLink);
        }

        code.AppendLine("    /// <summary>The address of a rule's page, with <c>{id}</c> for the number.</summary>");
        code.AppendLine($"    public const string HelpLink = {Literal(helpLink)};");
        code.AppendLine();
        code.AppendLine("    /// <summary>The descriptor of that number, or null.</summary>");
        code.AppendLine("    public static DiagnosticDescriptor? Find(string id) => id switch");
        code.AppendLine("    {");
        foreach (RuleEntry rule in rules)
        {
            code.AppendLine($"        {Literal(rule.Id)} => {rule.Id},");
        }

        code.AppendLine("        _ => null,");
        code.AppendLine("    };");
        code.AppendLine("}");
        return code.ToString();
    }

    private static void AppendField(StringBuilder code, RuleEntry rule, string helpLink)
    {
        code.AppendLine($"    private static readonly DiagnosticDescriptor {rule.Id} = new(");
        code.AppendLine($"        {Literal(rule.Id)},");
        code.AppendLine($"        {Literal(rule.Title)},");
        code.AppendLine($"        {Literal(rule.Message)},");
        code.AppendLine($"        {Literal(rule.Category)},");
        code.AppendLine($"        DiagnosticSeverity.{rule.Severity},");
        code.AppendLine($"        {(rule.IsEnabled ? "true" : "false")},");
        code.AppendLine($"        {Literal(rule.Description)},");
        code.AppendLine($"        {Literal(rule.HelpLinkIn(helpLink))}{(rule.IsCompilationEnd ? ", WellKnownDiagnosticTags.CompilationEnd" : string.Empty)});");
        code.AppendLine();
    }

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
