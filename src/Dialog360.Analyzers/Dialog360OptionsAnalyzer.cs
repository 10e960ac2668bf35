using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Hosting;
using Dialog360.Analyzers.Rules.Templates;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dialog360.Analyzers;

/// <summary>Says which options cannot be used (DLG0902), once for each key in a compilation.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Dialog360OptionsAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(RuleDescriptors.For("DLG0902"), Failure.Descriptor);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationAction(Judge);
    }

    private void Judge(CompilationAnalysisContext context)
    {
        try
        {
            Report(context);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            SyntaxTree? first = context.Compilation.SyntaxTrees.FirstOrDefault();
            context.ReportDiagnostic(Failure.Of(exception, this, first is null ? Location.None : Location.Create(first, default)));
        }
    }

    private void Report(CompilationAnalysisContext context)
    {
        // Not gated: who writes such a key means this package, and asking for the keys costs next to nothing.
        // The place is that of a file: what has none cannot be seen in all logs, and severities are set for files.
        AnalyzerConfigOptionsProvider provider = context.Options.AnalyzerConfigOptionsProvider;
        List<OptionGroup> groups = OptionGroup.In(context.Compilation, provider);
        OptionProblems problems = new(context.Compilation, groups, provider.GlobalOptions, context.CancellationToken);
        foreach ((string key, string reason, Location place) in problems.All())
        {
            context.ReportDiagnostic(Diagnostic.Create(SupportedDiagnostics[0], place, key, reason));
        }

        // Each manifest that the options name, at the first file that they apply to.
        HashSet<(string, string)> reported = new();
        foreach ((string? path, SyntaxTree tree) in ManifestPaths(groups))
        {
            foreach ((string what, string why, Location? place) in ManifestProblems.In(context.Compilation, context.Options, path, context.CancellationToken))
            {
                if (reported.Add((what, why)))
                {
                    context.ReportDiagnostic(Diagnostic.Create(SupportedDiagnostics[0], place ?? Location.Create(tree, default), what, why));
                }
            }
        }
    }

    /// <summary>The paths of manifests that options name, null where none does, each with the first file that it applies to.</summary>
    private static IEnumerable<(string? Path, SyntaxTree First)> ManifestPaths(List<OptionGroup> groups) => groups
        .GroupBy(static group => TemplateManifestFiles.PathIn(group.Options), static group => group.First)
        .Select(static files => (Path: files.Key, First: files.OrderBy(static tree => tree.FilePath, StringComparer.Ordinal).First()))
        .OrderBy(static each => each.First.FilePath, StringComparer.Ordinal);
}
