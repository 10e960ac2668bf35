using Dialog360.Analyzers.Hosting;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Bodies;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Sending;
using Dialog360.Analyzers.Sending.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Dialog360.Analyzers;

/// <summary>Judges sends by the program around them: was the session checked, was the recipient looked up.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Dialog360SessionAnalyzer : GatedAnalyzer
{
    /// <summary>Creates the host.</summary>
    public Dialog360SessionAnalyzer()
        : base(ProgramRuleList.All.Select(rule => rule.Descriptor))
    {
    }

    /// <inheritdoc/>
    private protected override void Judge(IOperation root, ProgramModel program, AnalyzerConfigOptions options, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        // The attributes and defaults of a method are blocks of their own, and lie in the same body.
        if (root is IAttributeOperation or IParameterInitializerOperation)
        {
            return;
        }

        foreach (ProgramRule rule in ProgramRuleList.All)
        {
            SendingOptions own = SendingOptions.Of(options, rule.Id);
            if (!SendingMembers.Of(program, own.FreeFormMethods, cancellationToken).Involve(root.Syntax))
            {
                continue;
            }

            // The host's operations are bound apart from those that callers in other files are judged by: go over to the latter.
            if (BodyModels.Of(program).Around(root.Syntax, cancellationToken) is not { } body)
            {
                return;
            }

            foreach (Finding finding in rule.Judge(body, own, cancellationToken))
            {
                report(finding.ToDiagnostic());
            }
        }
    }
}
