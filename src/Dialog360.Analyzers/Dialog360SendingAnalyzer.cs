using Dialog360.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dialog360.Analyzers;

/// <summary>Judges how messages are sent: groups 02 and 07 of the rules.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Dialog360SendingAnalyzer : GatedAnalyzer
{
    /// <summary>Creates the host.</summary>
    public Dialog360SendingAnalyzer()
        : base(RuleList.Sending)
    {
    }
}
