using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dialog360.Analyzers.Benchmarks;

/// <summary>Looks at nothing: what is left is what the compiler spends on running any analyzer.</summary>
#pragma warning disable RS1036, RS1038, RS1041, RS2008 // Lives in this program only.
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class IdleAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Never = new("IDLE", "Never reported", "Never reported", "Benchmarks", DiagnosticSeverity.Hidden, isEnabledByDefault: true);

    /// <summary>Whether it asks for each file, and does nothing with it.</summary>
    public bool HasCallback { get; init; }

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Never];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        if (HasCallback)
        {
            context.RegisterSemanticModelAction(static _ => { });
        }
    }
}
