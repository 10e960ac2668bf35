using Dialog360.Analyzers.Hosting;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dialog360.Analyzers;

/// <summary>Judges what stands inside messages: group 01 of the rules.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Dialog360PayloadAnalyzer : GatedAnalyzer
{
    /// <summary>Creates the host.</summary>
    public Dialog360PayloadAnalyzer()
        : base(RuleList.Payload.Select(rule => rule.Descriptor))
    {
    }

    /// <inheritdoc/>
    private protected override void Judge(IOperation root, ProgramModel program, AnalyzerConfigOptions options, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        foreach (Finding finding in new PayloadJudge(RuleList.Payload, program, AssumedGeneration.Of(options), cancellationToken).Judge(root))
        {
            report(finding.ToDiagnostic());
        }
    }
}
