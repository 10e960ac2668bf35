using System.Composition;
using Dialog360.Analyzers.CodeFixes.Repairing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Dialog360.Analyzers.CodeFixes;

/// <summary>
/// Offers the repairs of unchecked sends that leave work for a person: a check to be written, a template to be named. One at a time: what
/// nobody looks at, such as <c>dotnet format</c> in a commit hook, must not write them.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SessionDraftCodeFixProvider))]
[Shared]
public sealed class SessionDraftCodeFixProvider : RepairProvider
{
    /// <summary>Creates the provider.</summary>
    public SessionDraftCodeFixProvider()
        : base(new SessionRepairs(static repair => repair.LeavesWork), null)
    {
    }
}
