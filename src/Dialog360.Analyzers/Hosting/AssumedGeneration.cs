using Dialog360.Analyzers.Catalog;
using Dialog360.Analyzers.Program;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dialog360.Analyzers.Hosting;

/// <summary>The generation that the options give to code that does not show its own.</summary>
internal static class AssumedGeneration
{
    /// <summary>What <see cref="Options.Api"/> says at a file.</summary>
    public static ApiGeneration Of(AnalyzerConfigOptions options) => Options.Api.Read(options) switch
    {
        "on_premises" => ApiGeneration.OnPremises,
        "cloud" => ApiGeneration.Cloud,
        _ => ApiGeneration.Unknown,
    };
}
