using Dialog360.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dialog360.Analyzers;

/// <summary>Judges what stands inside messages: group 01 of the rules.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Dialog360PayloadAnalyzer : GatedAnalyzer
{
    /// <summary>Creates the host.</summary>
    public Dialog360PayloadAnalyzer()
        : base(RuleList.Payload)
    {
    }
}
