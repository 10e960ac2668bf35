using System.Collections.Immutable;
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
    private readonly SortedRules _rules;

    private protected GatedAnalyzer(IEnumerable<Rule> rules)
    {
        _rules = new SortedRules(rules);
        SupportedDiagnostics = _rules.All.Select(static rule => rule.Descriptor).Append(Failure.Descriptor).ToImmutableArray();
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
            context.ReportDiagnostic(Failure.Of(exception, this, tree.GetRoot(context.CancellationToken).GetLocation()));
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
            context.ReportDiagnostic(Failure.Of(exception, this, root.Syntax.GetLocation()));
        }
    }
}
