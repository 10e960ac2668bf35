using Dialog360.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dialog360.Analyzers;

/// <summary>Judges the receivers of webhook updates: group 06 of the rules.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Dialog360WebhookAnalyzer : GatedAnalyzer
{
    /// <summary>Creates the host.</summary>
    public Dialog360WebhookAnalyzer()
        : base(RuleList.Webhooks)
    {
    }
}
