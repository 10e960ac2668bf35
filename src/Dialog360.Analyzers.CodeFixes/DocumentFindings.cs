using System.Collections.Immutable;
using Dialog360.Analyzers.Hosting;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.CodeFixes;

/// <summary>Judges documents again, under the options of their file.</summary>
internal static class DocumentFindings
{
    /// <summary>What the payload rules find in a document, in the order of its text.</summary>
    public static ImmutableArray<Finding> Of(Document document, SemanticModel model, CancellationToken cancellationToken) =>
        DocumentJudge.Findings(model, AssumedGeneration.Of(document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(model.SyntaxTree)), cancellationToken);
}
