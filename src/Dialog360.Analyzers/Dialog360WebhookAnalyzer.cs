using Dialog360.Analyzers.Hosting;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dialog360.Analyzers;

/// <summary>Judges the receivers of webhook updates: group 06 of the rules.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Dialog360WebhookAnalyzer : GatedAnalyzer
{
    /// <summary>Creates the host.</summary>
    public Dialog360WebhookAnalyzer()
        : base(ReceiverRuleList.All.Select(rule => rule.Descriptor))
    {
    }

    /// <inheritdoc/>
    private protected override void Judge(IOperation root, ProgramModel program, AnalyzerConfigOptions options, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        SyntaxTree file = root.Syntax.SyntaxTree;
        foreach (Finding finding in ReceiverFindings.In(file, program, cancellationToken))
        {
            SyntaxNode node = file.GetRoot(cancellationToken).FindNode(finding.Span.Span);
            if (BodyModels.Of(program).Around(node, cancellationToken)?.Root.Syntax == root.Syntax)
            {
                report(finding.ToDiagnostic());
            }
        }
    }
}
