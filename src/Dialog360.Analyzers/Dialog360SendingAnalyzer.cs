using Dialog360.Analyzers.Hosting;
using Dialog360.Analyzers.Payloads.Readers;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Program.Values;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Sending.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dialog360.Analyzers;

/// <summary>Judges how messages are sent: groups 02 and 07 of the rules.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Dialog360SendingAnalyzer : GatedAnalyzer
{
    /// <summary>Creates the host.</summary>
    public Dialog360SendingAnalyzer()
        : base(RuleList.Sending.Select(rule => rule.Descriptor))
    {
    }

    /// <inheritdoc/>
    private protected override void Judge(IOperation root, ProgramModel program, AnalyzerConfigOptions options, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        ValueResolver resolver = new(program, cancellationToken);
        SendContext context = new(root, BlockSends.Of(root, resolver), new PayloadReader(resolver));
        foreach (SendRule rule in RuleList.Sending)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (Finding finding in rule.Judge(context))
            {
                report(finding.ToDiagnostic());
            }
        }
    }
}
