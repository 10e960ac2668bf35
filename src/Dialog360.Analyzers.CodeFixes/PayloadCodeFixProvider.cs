using System.Composition;
using Dialog360.Analyzers.CodeFixes.Repairing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Dialog360.Analyzers.CodeFixes;

/// <summary>Offers the repairs of messages.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PayloadCodeFixProvider))]
[Shared]
public sealed class PayloadCodeFixProvider : RepairProvider
{
    /// <summary>Creates the provider.</summary>
    public PayloadCodeFixProvider()
        : base(new PayloadRepairs(static repair => !repair.LeavesWork), FixAllMode.InRounds)
    {
    }
}
