using System.Collections.Immutable;
using Dialog360.Analyzers.Hosting;
using Dialog360.Analyzers.Payloads;
using Dialog360.Analyzers.Rules;
using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.CodeFixes;

/// <summary>Judges documents again, under the options of their file.</summary>
internal static class DocumentFindings
{
    private const string ApiOption = "dialog360.api";

    /// <summary>What the payload rules find in a document, in the order of its text.</summary>
    public static ImmutableArray<Finding> Of(Document document, SemanticModel model, CancellationToken cancellationToken)
    {
        document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(model.SyntaxTree).TryGetValue(ApiOption, out string? api);
        ApiGeneration assumed = api?.Trim().ToLowerInvariant() switch
        {
            "on_premises" => ApiGeneration.OnPremises,
            "cloud" => ApiGeneration.Cloud,
            _ => ApiGeneration.Unknown,
        };
        return DocumentJudge.Findings(model, assumed, cancellationToken);
    }
}
