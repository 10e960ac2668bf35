using System.Composition;
using Dialog360.Analyzers.CodeFixes.Repairing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Dialog360.Analyzers.CodeFixes;

/// <summary>Offers the repairs of webhook receivers.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WebhookCodeFixProvider))]
[Shared]
public sealed class WebhookCodeFixProvider : RepairProvider
{
    /// <summary>Creates the provider.</summary>
    public WebhookCodeFixProvider()
        : base(new WebhookRepairs(), FixAllMode.InRounds)
    {
    }
}
