using System.Composition;
using Dialog360.Analyzers.CodeFixes.Repairing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Dialog360.Analyzers.CodeFixes;

/// <summary>Offers the repairs of messages that nobody checked the session for, or whose recipient nobody looked up.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SessionCodeFixProvider))]
[Shared]
public sealed class SessionCodeFixProvider : RepairProvider
{
    /// <summary>Creates the provider.</summary>
    public SessionCodeFixProvider()
        : base(new SessionRepairs(static repair => !repair.LeavesWork), FixAllMode.OneByOne)
    {
    }
}
