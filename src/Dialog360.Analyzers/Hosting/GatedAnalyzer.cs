using System.Collections.Immutable;
using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Rules;
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

        // A callback for each file binds nothing by itself; one for each body would make the compiler bind all bodies of the program.
        context.RegisterSemanticModelAction(model => Judge(model, program, options));
    }

    private void Judge(SemanticModelAnalysisContext context, ProgramModel program, AnalyzerOptions options)
    {
        SyntaxTree tree = context.SemanticModel.SyntaxTree;
        try
        {
            FileScope file = FileScope.Of(tree, program.Compilation, options, context.CancellationToken);
            foreach (IOperation root in Findings.BodiesIn(_rules, tree, context.FilterSpan, file))
            {
                Judge(root, file, context);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            context.ReportDiagnostic(Failure(exception, tree.GetRoot(context.CancellationToken)));
        }
    }

    private void Judge(IOperation root, FileScope file, SemanticModelAnalysisContext context)
    {
        try
        {
            foreach (Finding finding in Findings.In(_rules, root, file))
            {
                context.ReportDiagnostic(finding.ToDiagnostic());
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            context.ReportDiagnostic(Failure(exception, root.Syntax));
        }
    }

    private Diagnostic Failure(Exception exception, SyntaxNode place) =>
        Diagnostic.Create(Failed, place.GetLocation(), GetType().Name, exception.GetType().Name, PlaceOf(exception));

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
