using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Payloads.Templates;
using Dialog360.Analyzers.Program;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dialog360.Analyzers.Rules.Templates;

/// <summary>The template manifest of a project, as its additional files and options give it.</summary>
internal static class TemplateManifestFiles
{
    /// <summary>The templates of the manifests; null where there is none, or where one cannot be read.</summary>
    public static TemplateList? In(FileScope file) =>
        file.AdditionalFiles.IsEmpty ? null : TemplateList.Of(file.AdditionalFiles, PathIn(file.Config), file.CancellationToken);

    /// <summary>The end of the path of the manifest, where the options name one; it is one for both rules.</summary>
    public static string? PathIn(AnalyzerConfigOptions options) =>
        Options.TemplateManifest.Rules.Select(rule => Options.TemplateManifest.TextFor(options, rule)).FirstOrDefault(static path => path is not null);
}
