namespace Dialog360.Analyzers.Catalog;

/// <summary>What is known of a path that a host does not have.</summary>
/// <param name="Use">The path that takes its place, or null.</param>
/// <param name="Advice">What to do, in words.</param>
internal sealed record PathVerdict(string? Use, string Advice);
