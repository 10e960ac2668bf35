using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Hosting;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Rules.Templates;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dialog360.Analyzers;

/// <summary>Says which options cannot be used (DLG0902), once for each key and value in a compilation.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Dialog360OptionsAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(RuleDescriptors.For("DLG0902"));

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationAction(Judge);
    }

    private void Judge(CompilationAnalysisContext context)
    {
        // Not gated: who writes such a key means this package, and asking for the keys costs next to nothing.
        AnalyzerConfigOptionsProvider provider = context.Options.AnalyzerConfigOptionsProvider;
        HashSet<AnalyzerConfigOptions> seen = new();
        HashSet<(string, string)> reported = new();
        HashSet<string> paths = new(StringComparer.Ordinal);
        IEnumerable<AnalyzerConfigOptions> everywhere = context.Compilation.SyntaxTrees.Select(provider.GetOptions).Prepend(provider.GlobalOptions);
        foreach (AnalyzerConfigOptions options in everywhere.Where(seen.Add))
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            paths.Add(TemplateManifestFiles.PathIn(options) ?? string.Empty);
            foreach ((string key, string reason) in OptionValues.Problems(options))
            {
                if (reported.Add((key, reason)))
                {
                    context.ReportDiagnostic(Diagnostic.Create(SupportedDiagnostics[0], Location.None, key, reason));
                }
            }
        }

        foreach (string path in paths.OrderBy(static each => each, StringComparer.Ordinal))
        {
            foreach ((string what, string why, Location? place) in ManifestProblems.In(context.Compilation, context.Options, path.Length == 0 ? null : path, context.CancellationToken))
            {
                if (reported.Add((what, why)))
                {
                    context.ReportDiagnostic(Diagnostic.Create(SupportedDiagnostics[0], place ?? Location.None, what, why));
                }
            }
        }
    }
}
