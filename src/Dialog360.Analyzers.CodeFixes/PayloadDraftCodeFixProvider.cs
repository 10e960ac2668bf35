using System.Composition;
using Dialog360.Analyzers.CodeFixes.Repairing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Dialog360.Analyzers.CodeFixes;

/// <summary>
/// Offers the repairs of messages that a person has to look at one by one: parameters to be filled, a file to be sent as a document. What nobody
/// looks at, such as <c>dotnet format</c> in a commit hook, must not write them.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PayloadDraftCodeFixProvider))]
[Shared]
public sealed class PayloadDraftCodeFixProvider : RepairProvider
{
    /// <summary>Creates the provider.</summary>
    public PayloadDraftCodeFixProvider()
        : base(new PayloadRepairs(static repair => repair.LeavesWork), null)
    {
    }
}
