using System.Composition;
using Dialog360.Analyzers.CodeFixes.Repairing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Dialog360.Analyzers.CodeFixes;

/// <summary>Offers the repairs of how messages are sent.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SendingCodeFixProvider))]
[Shared]
public sealed class SendingCodeFixProvider : RepairProvider
{
    /// <summary>Creates the provider.</summary>
    public SendingCodeFixProvider()
        : base(new SendingRepairs(), FixAllMode.InRounds)
    {
    }
}
