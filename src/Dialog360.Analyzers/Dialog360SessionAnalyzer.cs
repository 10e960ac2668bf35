using Dialog360.Analyzers.Hosting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dialog360.Analyzers;

/// <summary>Judges sends by the program around them: was the session checked, was the recipient looked up.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class Dialog360SessionAnalyzer : GatedAnalyzer
{
    /// <summary>Creates the host.</summary>
    public Dialog360SessionAnalyzer()
        : base(RuleList.Duties)
    {
    }
}
