using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Dialog360.Analyzers.Tests.Infrastructure;

/// <summary>An additional file of a project; its text may be null, as it is where a file cannot be read.</summary>
internal sealed class TestFile(string path, string? text) : AdditionalText
{
    private readonly SourceText? _text = text is null ? null : SourceText.From(text);

    /// <inheritdoc/>
    public override string Path => path;

    /// <summary>A template manifest.</summary>
    public static TestFile Manifest(string text) => new("/app/account.360dialog-templates.json", text);

    /// <inheritdoc/>
    public override SourceText? GetText(CancellationToken cancellationToken = default) => _text;
}
