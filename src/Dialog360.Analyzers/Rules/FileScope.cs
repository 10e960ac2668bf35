using System.Collections.Immutable;
using Dialog360.Analyzers.Program;
using Dialog360.Analyzers.Sending;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dialog360.Analyzers.Rules;

/// <summary>What all rules may ask about the file whose code they judge.</summary>
/// <param name="Program">The compilation.</param>
/// <param name="Config">The options at the file.</param>
/// <param name="Options">The options at all files.</param>
/// <param name="AdditionalFiles">The additional files of the project.</param>
/// <param name="CancellationToken">Ends the work.</param>
internal sealed record FileScope(ProgramModel Program, AnalyzerConfigOptions Config, AnalyzerConfigOptionsProvider Options, ImmutableArray<AdditionalText> AdditionalFiles, CancellationToken CancellationToken)
{
    /// <summary>The scope of a file under the options of its project.</summary>
    public static FileScope Of(SyntaxTree tree, Compilation compilation, AnalyzerOptions options, CancellationToken cancellationToken) =>
        new(ProgramModel.Of(compilation), options.AnalyzerConfigOptionsProvider.GetOptions(tree), options.AnalyzerConfigOptionsProvider, options.AdditionalFiles, cancellationToken);

    /// <summary>The scope of another file of the same project.</summary>
    public FileScope At(SyntaxTree tree) => this with { Config = Options.GetOptions(tree) };

    /// <summary>The options about sends that hold for a rule.</summary>
    public SendingOptions OptionsFor(Rule rule) => SendingOptions.Of(Config, rule.Id);
}
