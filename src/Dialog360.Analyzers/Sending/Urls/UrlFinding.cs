using Microsoft.CodeAnalysis;

namespace Dialog360.Analyzers.Sending.Urls;

/// <summary>What a fix needs to know of a URL that is wrong.</summary>
/// <param name="Url">The URL.</param>
/// <param name="Expression">The expression that gives it, or its relative path.</param>
internal sealed record UrlFinding(UrlPattern Url, SyntaxNode Expression);
