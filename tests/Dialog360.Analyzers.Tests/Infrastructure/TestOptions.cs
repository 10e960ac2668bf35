using System.Collections.Immutable;
using Dialog360.Analyzers.CodeFixes.Editing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Dialog360.Analyzers.Tests.Infrastructure;

/// <summary>Options as an <c>.editorconfig</c> gives them, the same for every file.</summary>
internal sealed class TestOptions : AnalyzerConfigOptionsProvider
{
    private readonly Values _values;

    private TestOptions(ImmutableDictionary<string, string> values)
    {
        _values = new Values(values);
    }

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GlobalOptions => _values;

    /// <summary>The options of <c>key = value</c> lines, and additional files.</summary>
    public static AnalyzerOptions Of(string editorConfig, params AdditionalText[] files)
    {
        ImmutableDictionary<string, string> values = editorConfig.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split('=', 2, StringSplitOptions.TrimEntries))
            .ToImmutableDictionary(pair => pair[0].ToLowerInvariant(), pair => pair[1]);
        return new AnalyzerOptions([.. files], new TestOptions(values));
    }

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _values;

    /// <inheritdoc/>
    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _values;

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override IEnumerable<string> Keys => values.Keys;

#nullable disable // The attribute that says when the value is null exists twice here.
        public override bool TryGetValue(string key, out string value) => values.TryGetValue(key.ToLowerInvariant(), out value);
#nullable restore
    }
}
