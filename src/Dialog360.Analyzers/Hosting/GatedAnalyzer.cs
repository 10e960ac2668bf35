using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Program.Bodies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dialog360.Analyzers.Hosting;

/// <summary>
/// What every host of rules has in common: generated code is left alone, bodies are judged concurrently, nothing is registered in
/// compilations that do not speak of WhatsApp, and no exception leaves (DLG0901).
/// </summary>
public abstract class GatedAnalyzer : DiagnosticAnalyzer
{
    private static DiagnosticDescriptor Failed => RuleDescriptors.For("DLG0901");

    private readonly ImmutableArray<Rule> _rules;

    private protected GatedAnalyzer(IEnumerable<Rule> rules)
    {
        _rules = rules.ToImmutableArray();
        SupportedDiagnostics = _rules.Select(static rule => rule.Descriptor).Append(Failed).ToImmutableArray();
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private void Start(CompilationStartAnalysisContext context)
    {
        if (!Gate.IsOpen(context.Compilation, context.CancellationToken))
        {
            return;
        }

        ProgramModel program = ProgramModel.Of(context.Compilation);
        AnalyzerOptions options = context.Options;
        context.RegisterOperationBlockAction(block => JudgeBlocks(block, program, options));
    }

    private void JudgeBlocks(OperationBlockAnalysisContext context, ProgramModel program, AnalyzerOptions options)
    {
        IOperation? before = null;
        foreach (IOperation block in context.OperationBlocks)
        {
            IOperation root = block.Root();

            // A constructor comes as two blocks of one body.
            if (ReferenceEquals(root, before))
            {
                continue;
            }

            before = root;
            try
            {
                FileScope file = FileScope.Of(root.Syntax.SyntaxTree, program.Compilation, options, context.CancellationToken);
                foreach (Finding finding in Findings.In(_rules, root, file))
                {
                    context.ReportDiagnostic(finding.ToDiagnostic());
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                context.ReportDiagnostic(Diagnostic.Create(Failed, root.Syntax.GetLocation(), GetType().Name, exception.GetType().Name, PlaceOf(exception)));
            }
        }
    }

    /// <summary>The innermost method of ours that the exception passed through.</summary>
    private static string PlaceOf(Exception exception)
    {
        foreach (string line in (exception.StackTrace ?? string.Empty).Split('\n'))
        {
            string trimmed = line.Trim();
            int start = trimmed.IndexOf("Dialog360.", StringComparison.Ordinal);
            if (start >= 0)
            {
                int end = trimmed.IndexOf('(', start);
                return end < 0 ? trimmed.Substring(start) : trimmed.Substring(start, end - start);
            }
        }

        return "an unknown place";
    }
}
